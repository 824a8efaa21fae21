"""Messengers and networks by the names that people give them."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.detectors.handles.apps_by_sight import GLIMPSED, SEEN
from scanner.detectors.handles.apps_elsewhere import ELSEWHERE
from scanner.detectors.handles.words import HANDOVER
from scanner.detectors.words import Words, split

__all__ = ["APPS", "COMMON_WORDS", "HANDOVER"]

# App: its names, abbreviations and nicknames. "*" marks stems that take endings.
_APPS: dict[str, str] = {
    "whatsapp": """
        whatsapp*, whatsap, whats app, watsapp*, watsap, wattsapp, wazzup, wassap, wapp, wsp,
        wpp, wasap, guasap*, zap, zapzap, ватсап*, вотсап*, вацап*, уотсап*, вайтсап*, व्हाट्सएप,
        व्हाट्सऐप, वाट्सऐप, হোয়াটসঅ্যাপ, واتساب, واتس, واٹس ایپ, واتس اب, ワッツアップ, 왓츠앱,
        whatsapp, whassap, whatsup, whatsapps, watsup, wats app, whats, ватс, вотс, уатсап*,
        вацапп*, व्हाट्सअप, व्हॉट्सऐप, वॉट्सऐप, व्हाट्सऐप्प, হোয়াটস, হোয়াটসআপ, واٹس اپ,
        واٹسایپ, واتساپ, واتس آپ, واتسب, וואטסאפ, ווטסאפ, ווצאפ, வாட்ஸ்அப், వాట్సాప్, ವಾಟ್ಸಾಪ್,
        വാട്സാപ്പ്, วอทแอพ, วอตส์แอป, วอทส์แอป, 왓쯔앱, 와츠앱, ワッツ, 沃茨阿普, 瓦次普,
        ウォッツアップ, ვოთსაფი, վոթսափ
    """,
    "telegram": """
        telegram*, telegarm, telegrm, telgram, telegr, telega, teleg, teleega, teleege, telegá,
        tê lê, tê-lê,
        tele, tgram, tg, t.g., telegramm*, телеграм*, телегр*, телег*, тележк*, тгшк*, тг, телик,
        टेलीग्राम, টেলিগ্রাম, تيليجرام, تلجرام, تليجرام, تلغرام, تيلجرام, التلي, التليجرام,
        ٹیلیگرام, テレグラム, 텔레그램, 텔레, 电报, 電報, 纸飞机, 紙飛機, paper plane,
        paper airplane, ✈️, ✈, avioncito, avion en papier, aviãozinho, tlgrm*, tlg, tgm,
        telegrama, telegrami, telegramie, telegramda, telegramom, telegraam, telegrafm,
        telegr.am, t-gram, tele gram, телегра, тлг, тлгрм, телеги, телегі, теле, टेली, टेलि,
        টেলি, ٹیلی گرام, ٹیلی, تلگرام, تلگ, تیلیگرام, تيليقرام, تيلي, تلي, טלגרם, טלגראם, טלג,
        டெலிகிராம், టెలిగ్రామ్, เทเลแกรม, เทเล, テレグラ, テレグラムズ, 텔그, 텔레그렘, 텔방,
        飞机号, 小飞机, 纸飞机号, 土豆, papierflieger, papirfly, papierowy samolot, samolocik,
        aeroplanino, papieren vliegtuig, бумажный самолёт, бумажный самолет, самолётик,
        самолетик, паперовий літак, літачок, kağıt uçak, pesawat kertas, máy bay giấy,
        紙ヒコーキ, 紙飛行機, 종이비행기, कागज़ का जहाज, কাগজের প্লেন*, کاغذی جہاز,
        papel na eroplano, ㅌㄹ, ㅌㄹㄱㄹ, ㅌㄺ
    """,
    "skype": """
        skype*, scype, skyp, skaip*, скайп*, स्काइप, سكايب, スカイプ, 스카이프, scaip, skaipas,
        skajp*, скайпе, skayp*, सकाइप, স্কাইপ*, اسکائپ, اسکایپ, سكاي بي, סקייפ, สไกป์, 스캎,
        スカイペ
    """,
    "discord": """
        disc0rd, disc server, dis-cord, dizzy cord,
        discord*, disc0rd*, diskord*, discrod, disc, dc, dscrd, дискорд*, дискрд, дис, дисе, дс,
        диск, ds, ディスコード, ディスコ, 디스코드, 디코, purple gamepad, discord, dizcord,
        discort, discordia, discordda, дискорде, дискор, дсе, डिस्कॉर्ड, डिस्कोर्ड, ডিসকর্ড*,
        ڈسکارڈ, ڈسکورڈ, ديسكورد, دسكورد, دیسکورد, ديس, דיסקורד, ดิสคอร์ด, ดิส, 디스코, 딕코,
        ディスコ鯖, ディスコードの, dis cord, ㄷㅋ, ㄷㅅㅋㄷ
    """,
    "wechat": """
        wee chat, wechat id, wei chat, we-chat, w chat, wchat,
        wechat*, we chat, weixin, wecaht, vx, wx, vxin, 微信, 薇信, 威信, 微 信, 薇, 卫星号,
        加微, 加v, +v, ➕v, +vx, +微, 微xin, 微 xin, v信, вичат*,
        ウィーチャット, 위챗, vixin, wechât, wei xin, v x,
        вичат, ويشات,
        وي شات, وی چت, विचैट, วีแชท, วีแชต, 위쳇, 薇芯, 葳信, 徽信, 绿泡泡, 綠泡泡, 卫星, 围信,
        唯信, 胃信, 微x, v❤, 加薇, 薇❤, 加个薇, 加个微, 加个v, 加我薇, 薇号, v号
    """,
    "line": """
        line id, lineのid, ラインid, ラインのid, ไอดีไลน์, ไลน์ไอดี, 라인 아이디, line, ไลน์, 라인,
        ライン, 賴, ไลน, แอดไลน์, 加line, line app, line@, 라인아이디, 加賴, 賴一下, 賴我,
        ㄹㅇ id
    """,
    "viber": """
        viber*, вайбер*, вибер*, вайбър*, вајбер*,
        viberis, viberi, vaiber, فايبر, وایبر, ভাইবার*, वाइबर, ויבר, ไวเบอร์, 바이버, バイバー
    """,
    "signal": """
        signal, signál, сигнал*, сігнал*, signal app, signál*, signale, signalu, сигнале, सिग्नल,
        সিগন্যাল, سيجنال, سيغنال, سیگنال, סיגנל, ซิกแนล, 시그널, シグナル
    """,
    "zalo": """
        zalo,
        zalô, za lo, zép lào
    """,
    "kakao": """
        kakao*, kakaotalk, katalk, kkt, 카카오톡, 카톡, カカオ, kakao id, ka talk, ka-talk, 까톡,
        카카오, 오픈채팅, 옾챗, 옵챗, 노란톡, 노란 톡, カカオトーク, ㅋㅌ, ㅋㅋㅇㅌ, ㅋㅇㅌ, ㅋㄸ
    """,
    "instagram": """
        gram, 📷, 📸, the g r a m, ig handle, insta handle, instagrem, the insta,
        instagram*, insta, instas, insta'da, instada, instagr, ig, i.g., инстаграм*, инст*,
        इंस्टाग्राम, इंस्टा, انستقرام, انستا, انستجرام, インスタ, インスタグラム, 인스타,
        인스타그램, the gram, the gram's, instagrama*, instaqram, instgram, instagrm, instragram,
        iinsta, instaya, instadan, insta'ya, i g, інстаграм*, інст*, запрещ*грам*, запрещенк*,
        запретграм*, нельзяграм*, иг, इन्स्टा, इंस्टाग्रम, ইন্সটা*, ইনস্টা*,
        ইন্সটাগ্রাম, انسٹا,
        انسٹاگرام, انسٹاگرم, اینستا, اینستاگرام, انستغرام, إنستا, إنستجرام,
        إنستغرام, إنستقرام,
        انستجرامي, אינסטה, אינסטגרם, אינסטוש, ไอจี, อินสตาแกรม, อินสตา, 인별, 인별그램,
        インスタの, ins号, இன்ஸ்டா, instaaa, nstagram, ㅇㅅㅌ, ㅇㅅㅌㄱㄹ
    """,
    "facebook": """
        fb messenger, face book messenger, f book, fbk, facey b, faceboo,
        meta messenger, zuck's app, mark's app,
        facebook*, fb, face, feis, feisbuk, fcbk, messenger, mesku, mess,
        мессенджер*, фейсбук*, фейс, фейса, фејсбук*, фејсу, месинджър*, месинџер*,
        фб, फेसबुक, ফেসবুক, فيسبوك, فیس بک, 페이스북, 페북, book of faces, inbox, fbook, f.b.,
        facebok, fesbuk*, fejs*, fejsie, fejsbuk*, feysbuk*, feysbook, faceb, facebooku,
        face book, fb page, मैसेंजर, मेसेंजर, ফেবু, মেসেঞ্জার*, মেসেনজার*, فیسبوک, فيس بوك,
        فيسبوكي, مسنجر, ماسنجر, میسنجر, פייסבוק, פייס, מסנג'ר, เฟสบุ๊ค, เฟซบุ๊ก, เฟสบุค, เฟซ,
        เฟส, เมสเซนเจอร์, 페메, 페북메신저, フェイスブック, フェイスブ, メッセンジャー, 脸书,
        臉書, ㅍㅂ, ㅍㅁ
    """,
    "linkedin": """
        lnkdin, linkd, link'd in, lnkedin, lnkd in, link-ed-in, linkedin's,
        linkedin*, linked in, linkdin, линкедин*, линкдин*, лінкедін*, लिंक्डइन, linkd in, linkdn,
        linkin, lnkd,
        linkedn, linked-in, линкедине, لينكدإن, لينكد إن, لینکدین, לינקדאין, लिंकडइन, 링크드인,
        リンクトイン, 领英, 領英
    """,
    "twitter": """
        birdsite, bird site, tweet handle, tweets, twitter/x, x/twitter,
        formerly twitter, ex-twitter, the x app, x app,
        🐦, twitter*, твиттер*, x.com, ツイッター, 트위터, x (twitter), twiter, twittr, twtr,
        tweeter, твитере, تويتر, توییتر, ٹوئٹر, ट्विटर, টুইটার*, טוויטר, ทวิตเตอร์, ทวิต, 推特,
        旧ツイッター, ツイの, pajarito azul, blue bird, bird app, 青い鳥, 蓝鸟
    """,
    "snapchat": """
        snap chat, snapchap, snpcht,
        👻, snapchat, snap, sc, snapp, снапчат, スナチャ, snapchât, snapçat, снап, سناب, سنابي,
        سناب شات, سنابات, اسنپ, اسنپ چت, स्नैप, स्नैपचैट, স্ন্যাপ*, סנאפ, สแนป, 스냅챗
    """,
    "tiktok": """
        tiktok, tik tok, тикток*, 抖音, tik-tok, tictoc, tictac app, тик ток, تيك توك, تیک تاک,
        टिकटॉक, টিকটক*, טיקטוק, ติ๊กต็อก, 틱톡, ティックトック
    """,
    "qq": "qq*, q q, 加q*, 扣扣, 企鹅, 企鵝, 🐧*, кюкю",
    "threema": "threema*, трима",
    "matrix": """
        matrix, element,
        matrix.org, matrix id, element app
    """,
    "session": """
        session id,
        session app, session messenger, getsession
    """,
    "wire": "wickr",
    "imo": """
        imo,
        imo app, ইমো, ইমোতে, ايمو, ایمو
    """,
    "vk": """
        vk, вк, вконтакте, вконтакт,
        vkontakte, v kontakte, в контакте, вкшк*, вкшечк*
    """,
    "steam": "steam, стим*",
    "battlenet": "battle.net, battlenet, battle net, bnet, battletag, battle tag, баттлнет",
    "mastodon": "mastodon, toot, toots, fosstodon",
    "irc": """
        irc, libera,
        libera.chat, ircnet, freenode
    """,
    "xmpp": "xmpp, jabber",
    "slack": "slack",
    "icq": "icq",
    "bluesky": """
        bluesky, bsky,
        blue sky, bsky.social, блюскай
    """,
    "weibo": """
        weibo, 微博,
        围脖
    """,
    "xiaohongshu": """
        xiaohongshu, 小红书,
        小红薯, 红薯, 小紅書, rednote, red note, xhs
    """,
    "keybase": "keybase",
    "reddit": """
        reddit,
        reddit*, реддит*
    """,
    "teams": "ms teams, msteams, تيمز",
    "kik": "kik",
    "dingtalk": "dingtalk, ding talk, 钉钉, 釘釘, 丁丁号, 叮叮号",
    "feishu": "feishu, 飞书, 飛書, larksuite",
    "wecom": "企业微信, 企業微信, 企微",
    "tamtam": "tamtam, тамтам, там-там",
    "zulip": "zulip, mattermost, rocket.chat, rocketchat",
    "koo": "koo app, sharechat, शेयरचैट",
    "hike": "hike messenger",
    "clubhouse": "clubhouse, клабхаус*",
    "yandex": "яндекс мессенджер, яндекс.мессенджер",
    "google": "google chat, гугл чат",
    "microsoft": """
        on teams, via teams, my teams, sur teams, bei teams, auf teams, en teams, no teams,
        w teams, teams id
    """,
    "letterboxd": "letterboxd",
    "bilibili": "bilibili, b站, 哔哩哔哩, ｂ站",
    "douyin": "douyin, 抖音号, 快手, kuaishou",
    "chatwork": "chatwork, チャットワーク, チャトワ, line works, ラインワークス",
    "band": "네이버밴드, 밴드",
    "eitaa": """
        eitaa, ایتا, روبیکا, سروش, سروش پلاس, آی‌گپ, rubika, soroush, پیام‌رسان بله,
        پیامرسان بله, یا بله
    """,
    "threads": "threads, тредс*, スレッズ, 스레드",
    "pinterest": "pinterest*, пинтерест*",
    "ok": "одноклассник*, odnoklassniki",
    "max": "макс мессенджер",
    "tumblr": "tumblr",
    "twitch": "twitch, твич*",
    "guilded": "guilded, revolt chat",
    "hangouts": "hangouts, hangout, gchat, gtalk",
    "zangi": "zangi, botim, بوتيم, totok",
    "briar": "briar",
    "nostr": "nostr",
    "psn": "psn, gamertag, xbox live, xbox msg, xbox, playstation network, nintendo friend code",
    "groupme": "groupme, group me app",
    "others": """
        hellotalk, hello talk, bereal, be real app, yubo, voxer, marco polo app,
        houseparty, jami,
        gitter, deltachat, delta chat, olvid, simplex, simplex chat, status app,
        mewe, minds.com,
        gab, vero app, nextdoor, tox id, qtox, ricochet, wickr, viberout,
        soma messenger, skout,
        tango app, azar, line works, kakaostory, cyworld, mixi, ameba, peertube,
        pixelfed, lemmy,
        friendica, tiktok dm, etsy messages, deviantart, artstation, behance dm, dribbble dm
    """,
}

# What Arabic and Hebrew write together with a noun: "on the", "by the", "and", "my", "your".
_ARABIC_BEFORE = ("", "ال", "بال", "عال", "عل", "لل", "وال", "فال", "و", "ب", "ع", "ل", "ف")
_HEBREW_BEFORE = ("", "ה", "ב", "ל", "ו", "בה", "מה", "ש")


def _written_together(word: str) -> Iterator[str]:
    """The word, and in Arabic and Hebrew with the particles that stand before or after it."""
    if "\u0590" <= word[0] <= "\u05ff":
        yield from (before + word for before in _HEBREW_BEFORE)
    elif "\u0600" <= word[0] <= "\u06ff":
        stem = word.removeprefix("ال")
        for before in _ARABIC_BEFORE:
            yield before + stem
            yield before + stem + "ي"
            yield before + stem + "ك"
    else:
        yield word


# Short names as they stand in languages that say "on" by an ending: "instán", "steamissa".
_DECLINED = {
    "instagram": "insta, instá",
    "tiktok": "tiktok, tiktók",
    "snapchat": "snap, snäp, snäpi, snäppi, snapi, snapchat, snapchát",
    "steam": "steam, steami",
    "twitch": "twitch, twitchi",
    "signal": "signal, signaali, signál",
    "facebook": "messenger, messengeri, mese, face, facé, fejsz, fejszbuk",
    "viber": "vibi, viberi",
}
_ENDINGS = split(
    """
    n, on, en, ön, ban, ben, ra, re, ról, ről, os, es, issa, issä, ista, illa, is, ssa, ssä, sta,
    stä, lla, llä, iin, hin, lle,
    da, de, dan, den, 'da, 'de, 'dan, 'den, -da, -de, u, om, em, ie
    """
)
# With these endings they are words of English, Romance or Nordic languages.
_NO_APPS = frozenset(
    split(
        """
        snapen, snapre, snaps, snapie, signale, signalen, signales, signalom, facen, faceu, facie,
        facem, facede, mesen, meses, mesem, mesede, mesera, snapes, steames, instan, twitches,
        snapon, faces, facera, snapis, facis, facissa
        """
    )
)


# Of which the short name is an ordinary word, as its declined forms may be.
_ORDINARY = frozenset({"snapchat", "steam", "twitch", "signal", "facebook", "viber"})


def _declined() -> Iterator[tuple[str, str]]:
    for app, words in _DECLINED.items():
        for word in split(words):
            forms = (word, *(word + ending for ending in _ENDINGS))
            yield from ((form, app) for form in forms if form not in _NO_APPS)


DECLINED = frozenset(form for form, app in _declined() if app in _ORDINARY)
_BARE = frozenset(word for words in _DECLINED.values() for word in split(words))
IN_PLACE = frozenset(form for form, _ in _declined()) - _BARE  # "on" is said by the ending
APPS = Words(
    (
        *(
            (form, app)
            for app, words in (
                *_APPS.items(),
                *ELSEWHERE.items(),
                *SEEN.items(),
                *GLIMPSED.items(),
            )
            for word in split(words)
            for form in _written_together(word)
        ),
        *_declined(),
    )
)

# Names that are ordinary words or abbreviations of much else: they need more around them.
COMMON_WORDS = (
    frozenset(
        split(
            """
    line, signal, face, zap, dc, ds, disc, wire, matrix, element, steam, snap, imo,
    slack, inbox,
    mess, sc, tele, messenger, дис, диск, дисе, дс, фб, wx, session, сигнал, сігнал, toot,
    reddit, 薇, ライン, 라인, теле, टेली, টেলি, ٹیلی, tlg, whats, स्नैप, 밴드, ديس, ดิส, 土豆,
    卫星, 围信, 胃信, 红薯, threads, kik, twitch, hangout, hangouts, briar, nostr, ок, иг, 围脖,
    沃茨, فيس, ins号, i g, v x, снап, ватс, вотс, face book, blue sky, פייס, тлг, linkin, psn,
    pinterest, дсе, bird app, gram, 📷, 📸, tweets, xbox, simplex, deviantart, artstation, gab,
    +v, ➕v, face, mese, facé, фейс, фейса, фејсу, kkt, signaali, snapi, steami, vibi,
    gitter, mixi, ameba, azar, minds.com, jami, lemmy, voxer, chatwork, 카카오, スレッズ, 스레드
"""
        )
    )
    | {word.rstrip("*") for words in GLIMPSED.values() for word in split(words)}
    | (DECLINED - {word for words in _APPS.values() for word in split(words)})
)
