"""What the handle detector takes for a name on an app, and what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.detectors.handles.detector import HandleDetector
from tests.scanner.detecting import hits, values

HANDLE = HandleDetector()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "@",
        "I did 14 Telegram bots with aiogram, the biggest for a taxi company",
        "Instagram account manager wanted, 12 captions a month",
        "your post says must know Telegram, WhatsApp and Discord well",
        "Please tell which WhatsApp bots you did before.",
        "Viber is right choice for Bulgaria",
        "@Marek @Tuuli can one of you check the second fold?",
        "the @import on line 1 loads the font twice, dc=example,dc=com",
        "@media (max-width: 640px) in the Discord theme",
        "install @discordjs/rest and python-telegram-bot, then discord.py",
        'i.setPackage("com.whatsapp")',
        "add `node_modules` to your .gitignore for the Slack app",
        "is there a line in xorg.conf i can edit",
        "same for me too.you can even have the water",
        "write the LINE number on the label, size 12",
        "the signal to noise ratio is -3dB_rms",
        "Export for Instagram: 1080x1350, for TikTok 1080x1920",
        "mail jane_roe@gmail.com about the Telegram bot",
        "logo_final_v2.png goes on Facebook",
        "FB ads budget is 300/day, IG stories 5 per week",
        "I worked on Instagram as photographer, sono fotografo su Instagram",
        "bot Telegram yang bukan abal2, dan la2 mesh hab3at wats",
        "QQ：123456 in the demo shop",
        "the qqplot 30475591 of the residuals",
        "KakaoApiException: KOE417 (wrong app key) in the log",
        "Both apps are live: https://shop.kupferhof.de",
        "Discord: moderation, Telegram: notifications, Signal: processing",
        "a blue bird and a green app icon, 512 px, for the kids' shop",
        "channels: {telegram:chat_id, slack:webhook_url, discord:enabled}",
        "clone discord/voice_client and pull facebook/kiln_tools",
        "image: rocketchat/rocket.chat@sha256:41aa and mongo",
        "Telegram and WhatsApp icons, all in #2B2B2B",
        "fb Marketplace Ads and Instagram Reels for the shop",
        "10 x @media rules and max @param",
        "sin Telegram, punto. Aquí seguimos con el catálogo",
        "nothing on Telegram, and the name written there is wrong",
        "KakaoTalk gives nickname + email only when approved",
        "put a dash between the words on the Instagram cover",
        "On Facebook our ads are for Ann Bee Carter",
        "test_rider_09 for the Telegram handle in the sandbox",
        "a Skype call, then a 2-hour session and a 30-day trial",
    ],
)
def test_talk_about_apps_and_code_is_left_alone(text: str) -> None:
    assert values(HANDLE, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tg @kosta_mixes", "kosta_mixes"),
        ("My Skype is live:.cid.7be02f41c9a5d38e, from morning", "live:.cid.7be02f41c9a5d38e"),
        ("Add me on Discord, quietfox#4471, and show me", "quietfox#4471"),
        ("Please add WeChat lin_zhou_88lamp, we discuss", "lin_zhou_88lamp"),
        ("LINE ID: ploynapas.studio ค่ะ", "ploynapas.studio"),
        ("You can dm me on insta @peca.ceramics.lu for photos", "peca.ceramics.lu"),
        ("KakaoTalk id dalgona_lee , please message there", "dalgona_lee"),
        ("find me on snap yung.plumb.vids", "yung.plumb.vids"),
        ("I'm wavy.tomasz on telegram", "wavy.tomasz"),
        ("my telegram: brunoleather", "brunoleather"),
        ("го в телегу, там шустрее: @masha_verstka_22", "masha_verstka_22"),
        ("Я в Сігналі як oleh_k.77, повідомлення зникають", "oleh_k.77"),
        ("加微信 lxy_render88 发您高清看看细节", "lxy_render88"),
        ("加微信lxy_render88", "lxy_render88"),
        ("扣扣 2837 516 094 备注", "2837516094"),
        ("카톡 아이디 dalkong_design 으로 주시면", "dalkong_design"),
        ("ضيفني ع التلي المعرف dr_stats_omar عشان", "dr_stats_omar"),
        ("tele pe aa jao @pixelwala_dev, recording bhejta hu", "pixelwala_dev"),
        ("I'm @sudo_nadia:matrix.org for the rest", "sudo_nadia:matrix.org"),
        ("Toots welcome at @sprout_ops@fosstodon.org", "sprout_ops@fosstodon.org"),
        ("✈️📩 rashid_uxlab", "rashid_uxlab"),
        ("find me at the yellow one, there I'm dee_dee_drapes", "dee_dee_drapes"),
        # Words put together as a name, said to be one's own.
        ("le foto stanno su tg, sono ilgattodivetro", "ilgattodivetro"),
        ("op Insta heet ik lampenvanlies, kijk maar", "lampenvanlies"),
        ("find me on insta, saltandlamp, for the kiln", "saltandlamp"),
        # A Latin name in another script, and words written together with the app's name.
        ("بتلاقيني عالإنستا otter.majdal الخاص مفتوح", "otter.majdal"),
        ("เฟสผมชื่อ otter.rewrite.th อินบ็อกซ์มา", "otter.rewrite.th"),
        ("ディスコの名前は otterlamp.dev です", "otterlamp.dev"),
        ("בטלגרם שלי otter_lamp77", "otter_lamp77"),
        ("钉钉号 hx_otter_li", "hx_otter_li"),
        # Masked and described apps.
        ("Te**gram: otter_lamp", "otter_lamp"),
        ("join D!sc0rd, otter.lamp77", "otter.lamp77"),
        ("sk. yp. e -> live:otter.lamp_4", "live:otter.lamp_4"),
        ("teIegrarn: otter_maps", "otter_maps"),
        ("ghost app: otter_lamp", "otter_lamp"),
        ("青い鳥の @otter_pixel へどうぞ", "otter_pixel"),
        # Signs said, letters apart, the wrong way round.
        ("дискорд: vydra точка lampa", "vydra.lampa"),
        ("insta: otter then a low line then lamp", "otter_lamp"),
        ("LINE ID是 otter底線0418", "otter_0418"),
        ("ig > o.t.t.e.r.l.a.m.p", "otterlamp"),
        ("insta backwards: pmal.der.retto", "otter.red.lamp"),
        # Numbers and pages.
        ("B站号 387 204 916", "387204916"),
        ("find me on Facebook under Ann Otter Knits", "ann otter knits"),
        ("DM u/otterqueen_ on reddit", "otterqueen_"),
        ("my dms are open @otter_lamp77", "otter_lamp77"),
        ("my id live:.cid.51d8ac07be93f264", "live:.cid.51d8ac07be93f264"),
        ("加我QQ 2618340977 说吧", "2618340977"),
        ("加我QQ2618340977", "2618340977"),
        ("加q2618340977", "2618340977"),
        ("➕🐧2618340977", "2618340977"),
        ("nhắn tê lê otter_lamp nhé", "otter_lamp"),
        ("سناب d7oom.kilns", "d7oom.kilns"),
        ("line haru_kiln", "haru_kiln"),
        ("fb Tiệm Gốm Nhà Lá, inbox em nha", "tiệm gốm nhà lá"),
        ("tg/otter_kiln", "otter_kiln"),
        ("insta@otter_kiln", "otter_kiln"),
        ("X: @otter_kiln, I answer at night", "otter_kiln"),
        ("вк otter_kiln, пишите", "otter_kiln"),
        ("加个薇:muchi_yao,备注茶", "muchi_yao"),
        ("telegram:otter_kiln thanks", "otter_kiln"),
        ("Insta-otter.kiln or here", "otter.kiln"),
        ("ఇన్‌స్టాలో @mrudula.weaves కి రాయండి", "mrudula.weaves"),
        ("Տելեգրամում գտեք @nare_kilims", "nare_kilims"),
        ("ວອດແອັບ ໄອດີ somchit.loom", "somchit.loom"),
        ("στο πράσινο εικονίδιο είμαι eleni.kilims", "eleni.kilims"),
        ("ラインのIDは kiln_haru です", "kiln_haru"),
        ("インスタの@kiln_haruにメッセージください", "kiln_haru"),
        ("텔레그램 @kiln_haru로 주세요", "kiln_haru"),
        ("加我微信kiln_haru谢谢", "kiln_haru"),
        ("ไลน์ kiln_haruนะคะ", "kiln_haru"),
        ("텔레그램 가마터_하루", "가마터_하루"),
        ("kâğıt uçakta adım gülçin.halı değil, gulcin.hali", "gulcin.hali"),
        ("काग़ज़ के जहाज़ वाली ऐप में rekha_block_print लिखिए", "rekha_block_print"),
        ("காகித ராக்கெட் செயலியில kolam_selvi தேடுங்க", "kolam_selvi"),
        ("da lô em: thuy_gom98", "thuy_gom98"),
        ("แอดลายมาได้ ไอดี pukpik_pixel", "pukpik_pixel"),
        ("idline: melati_senja9 kak", "melati_senja9"),
        ("cari kat app gambar tu, nama kerepek.mak.ori", "kerepek.mak.ori"),
        ("חפשו אותי אצל צוקרברג, noa.keramika", "noa.keramika"),
        ("you find pixel_heron where the gamers yak, blurple logo", "pixel_heron"),
    ],
)
def test_names_beside_an_app_are_found(text: str, value: str) -> None:
    assert values(HANDLE, text) == [value]


def test_an_answer_means_what_the_question_makes_it_mean() -> None:
    assert values(HANDLE, "sure, nightjar_bass") == []
    assert values(HANDLE, "sure, nightjar_bass", asked="do you have telegram?") == ["nightjar_bass"]
    assert values(HANDLE, "sure, nightjar_bass", asked="is the bass loud enough?") == []


@pytest.mark.parametrize(
    ("asked", "text", "value"),
    [
        ("hast du telegram?", "jo klar, otterpixel. bis gleich", "otterpixel"),
        ("gebruik je Signal ook?", "jazeker: otter.42", "otter.42"),
        ("¿usas Discord o algo así?", "claro, soy otter.mx", "otter.mx"),
        ("where else can I find you?", "otter_lamp77", "otter_lamp77"),
        ("is the lamp loud?", "otter_lamp77 is the branch", None),
        ("do you have telegram?", "yes, tomorrow works for me", None),
        ("do you have telegram?", "sure. let us talk here", None),
    ],
)
def test_answers_in_any_tongue_and_shape(asked: str, text: str, value: str | None) -> None:
    assert values(HANDLE, text, asked=asked) == ([value] if value else [])


def test_a_mention_alone_is_nobody_but_with_an_app_it_is_somebody() -> None:
    assert values(HANDLE, "ask @tuuli_k about the fold") == []
    assert values(HANDLE, "ask @tuuli_k on telegram") == ["tuuli_k"]


@given(st.text(alphabet=st.sampled_from("tg @_a.1#:-\n微信ig\ud800"), max_size=60))
def test_every_range_lies_in_the_text(text: str) -> None:
    for hit in hits(HANDLE, text):
        assert 0 <= hit.start < hit.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "first sketches then Instagram posts then reels",
        "the 'new message', then ignores Telegram, then crashes",
        "Facebook, Google Analytics and the Campaign Manager are set up",
        "LinkedIn: Senior Editor wanted, Monday start",
        "the camera app drops frames at 30 fps",
        "price plus tax plus Skype fee",
        "weigh 40 gram: flour_type 5 is fine",
        "Signal and noise, then filter then plot",
        "a clock app with alarms, then a dance app with Firebase",
        "green console output means the tests pass, npm run build_all",
        "the professional network module imports node_modules",
    ],
)
def test_talk_in_turn_beside_an_app_is_no_name(text: str) -> None:
    assert values(HANDLE, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("my kakao: odile then 3 then tarts", "odile3tarts"),
        ("тг: odile потом 3 потом tarts", "odile3tarts"),
        ('insta: "the" + "odile" + "bakes"', "theodilebakes"),
        ("telegram @ odile of tarts (close it up)", "odileoftarts"),
        ("Discord? odiletarts hashtag 4021", "odiletarts#4021"),
        ("telegram: odile underscore tarts underscore 9", "odile_tarts_9"),
        ("Line, at then odiletarts", "odiletarts"),
        ("add me skpye: odile_tarts", "odile_tarts"),
        ("telgrm: odile_tarts", "odile_tarts"),
        ("k@kao: odile_tarts", "odile_tarts"),
        ("lnkdn, add odile.t.arts", "odile.t.arts"),
        ("S.n.a.p -> odile_tarts", "odile_tarts"),
        ('T3legram -> "odiletarts" no caps', "odiletarts"),
        ("message me on linkedin, Odile Tartarin, the one in Lille", "odile tartarin"),
        ("fb messenger \U0001f449 Žofie Nováková, add me", "žofie nováková"),
        ("Threema: K7WX3RDP", "k7wx3rdp"),
        ("disc: odiletarts_", "odiletarts_"),
    ],
)
def test_name_told_part_by_part_or_in_full_is_found(text: str, value: str) -> None:
    assert value in values(HANDLE, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("add odile.tarts on whatever has a camera logo", "odile.tarts"),
        ("paper plane app, odiletarts, labels there", "odiletarts"),
        ("any viber? I'm Odile Tartarin there", "odile tartarin"),
        ("ghost app shellsbyngozi 💛", "shellsbyngozi"),
        ("mavi uçakta bakirkoltuk", "bakirkoltuk"),
        ("✈️ + thistlesong = I answer at night", "thistlesong"),
    ],
)
def test_name_beside_a_mere_hint_is_doubtful(text: str, value: str) -> None:
    found = {hit.value: hit.confidence for hit in hits(HANDLE, text)}
    assert 0 < found[value] < 0.5
