"""Which links lead to a person, a meeting or an account, and which only to work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.detectors.links.detector import LinkDetector
from scanner.message import Message
from scanner.views.view import Source, plain
from tests.scanner.detecting import LIKELY, hits

LINK = LinkDetector()


def found(text: str) -> list[tuple[str, str | None]]:
    return [(hit.category, hit.value) for hit in hits(LINK, text)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "Hello.World, e.g. this. And that.",
        "https://github.com/ottiliebrandt/hopfen-mono and https://www.behance.net/ottilie-brandt",
        "dribbble.com/shots/2291840-pide and https://tlacuache-games.itch.io/la-milpa",
        "the live site is https://kupferhof-brauerei.de/menu?x=1",
        "https://www.facebook.com/sharer/sharer.php?u=x and https://twitter.com/intent/tweet",
        "read https://developers.facebook.com/docs and https://zoom.us/pricing",
        "https://t.me alone, and wa.me too",
        'Uri.parse("https://wa.me/${order.phone}")',
        "https://docs.python.org/3/contact.html.txt/x/y/z",
        "Skype: yes, line: 12, Viber:no, tel: see CV",
        "see vk.com/wall147369301_8500",
        "src/pages/contact/index.tsx and ./contact",
        "version 1.2.3, file main.py, at 10.30",
        "he doesn't. me / you, whatever",
        "Calendly and/or Zoom, whereby we slash the price",
        "discord bot and a line break, then a slash command",
        "pay at the desk, the pay-and-go terminal and our support-team.example",
        "www.calendly.com is what they use",
        'data-url="https://calendly.com/YOUR_LINK/30min" and wa.me/undefined',
        "api.whatsapp.com/send without a number, tg://resolve?domain= as well",
    ],
)
def test_links_to_work_lead_nowhere(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Quick question https://wa.me/447418305926 ta", "wa.me/447418305926"),
        ("t.me/kelpforest_dubs!", "t.me/kelpforest_dubs"),
        ("(t.me/kelpforest_dubs)", "t.me/kelpforest_dubs"),
        ("频道https://t.me/kelpforest代发", "t.me/kelpforest"),
        ("join discord.gg/qV7mTzR2ax.", "discord.gg/qV7mTzR2ax"),
        ("HTTPS://T.ME/Kelp", "t.me/Kelp"),
        ("linktr.ee/odalys.paints", "linktr.ee/odalys.paints"),
        ("m.me/nokshi.ghor.digital সব", "m.me/nokshi.ghor.digital"),
        ("-> skype:live:.cid.51d8ac07be93f264?chat", "skype:live:.cid.51d8ac07be93f264?chat"),
        ("line://ti/p/~hanako.embroider", "line://ti/p/~hanako.embroider"),
        ("wa.me/263 773 196 042, Harare", "wa.me/263773196042"),
        ("form at https://www.kirstiwords.no/contact since", "www.kirstiwords.no/contact"),
        ("https://atelier-brume.fr/fr/nous-contacter/", "atelier-brume.fr/fr/nous-contacter"),
        ("forms.gle/T8dPz4Wc6KuYh1", "forms.gle/T8dPz4Wc6KuYh1"),
        ("facebook.com/profile.php?id=10001234567", "facebook.com/profile.php?id=10001234567"),
        ("facebook.com/people/Otto-Lamp/10001234/", "facebook.com/people/Otto-Lamp/10001234"),
    ],
)
def test_ways_to_a_person_are_contact_links(text: str, value: str) -> None:
    assert found(text) == [("contact.link", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("https://us05web.zoom.us/j/84519?pwd=kQv, on time", "us05web.zoom.us/j/84519?pwd=kQv"),
        ("in meet.google.com/yrk-qbdn-vsu now", "meet.google.com/yrk-qbdn-vsu"),
        ("calendly.com/wambui/hello,", "calendly.com/wambui/hello"),
        ("teams.microsoft.com/l/meetup-join/19%3a/0", "teams.microsoft.com/l/meetup-join/19%3a/0"),
    ],
)
def test_rooms_and_calendars_are_meetings(text: str, value: str) -> None:
    assert found(text) == [("contact.meeting", value)]


@pytest.mark.parametrize("value", ["paypal.me/marlowtints", "send.monobank.ua/jar/7kQxW2m9Lp"])
def test_links_to_be_paid_on_are_accounts(value: str) -> None:
    assert found(f"Deposit here -> https://{value} , then I start") == [("payment.account", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ici: wa . me / 212 678 30 19 77", "wa.me/212678301977"),
        ("chama wa ponto me barra 5562984371299", "wa.me/5562984371299"),
        ("w a . m e / 6 3 9 1 7 8 4 4 0 2 1 6 glue it", "wa.me/639178440216"),
        ("t . me / kirana_otters join", "t.me/kirana_otters"),
        ("t точка me слеш kirana_otters", "t.me/kirana_otters"),
        ("todo en linktr ee / floresdelmar", "linktr.ee/floresdelmar"),
        ("calendly,com/otter-lamps if you", "calendly.com/otter-lamps"),
        ("open discord gg and then stroke bQ8mLz", "discord.gg/bQ8mLz"),
        ("line ดอท me/R/ti/g/kP4xVbq9Tz เข้า", "line.me/R/ti/g/kP4xVbq9Tz"),
        ("chat . whatsapp . com / J7kQmZp2LrT9xWz", "chat.whatsapp.com/J7kQmZp2LrT9xWz"),
        ("calendly, then a stroke, then otter-lamps", "calendly.com/otter-lamps"),
        ("t . m e / + k Q 7 _ m Z 2", "t.me/+kQ7_mZ2"),
        ("discord.gg⧸otterlamps", "discord.gg/otterlamps"),
        ("discord point gg barre oblique lampeloutre", "discord.gg/lampeloutre"),
        ("t dot me oblique stroke otterlamps", "t.me/otterlamps"),
        ("groups, dot, io, stroke, g, stroke, otterlamps", "groups.io/g/otterlamps"),
        ("messenger punto com barra t barra otter.lampe", "messenger.com/t/otter.lampe"),
        ("forms dot gle slash kQ7mZ2 asks for it", "forms.gle/kQ7mZ2"),
        ("tegnene mine: linktr(punktum)ee skråstrek fjordblekk", "linktr.ee/fjordblekk"),
        ("strona: linktr(tu kropka)ee/zielony_atrament", "linktr.ee/zielony_atrament"),
        ("గ్రూపు: t చుక్క me స్లాష్ chandraTesters", "t.me/chandraTesters"),
        ("guruhimiz t nuqta me / qalam_uyi", "t.me/qalam_uyi"),
        ("ਗਰੁੱਪ chat ਬਿੰਦੀ whatsapp ਬਿੰਦੀ com/Hk4dhabaTest", "chat.whatsapp.com/Hk4dhabaTest"),
        ("kanava on discord gg kautta saunaMod3", "discord.gg/saunaMod3"),
        ("این رو باز کن: دبلیو ای دات می اسلش 989121234567", "wa.me/989121234567"),
        ("nhóm zalo chấm me gạch chéo g gạch chéo, rồi tới hmkxqt719", "zalo.me/g/hmkxqt719"),
        ("all the ways to me: inkandsorrel dot carrd dot co.", "inkandsorrel.carrd.co"),
    ],
)
def test_signs_of_known_links_may_be_said_spaced_or_replaced(text: str, value: str) -> None:
    assert [address for _, address in found(text)] == [value]


@pytest.mark.parametrize(
    ("earlier", "text", "value"),
    [
        ("t.me", "und jetzt /otterlampe", "t.me/otterlampe"),
        ("wa . me", "lalu /62811906433", "wa.me/62811906433"),
        ("my page is on t.me and it is nice", "see /contact there", None),
    ],
)
def test_a_bare_host_waits_for_its_path(earlier: str, text: str, value: str | None) -> None:
    room = plain(Source.join([(-1, earlier), (0, text)]))
    assert [hit.value for hit in LINK.find(room, Message(text=text))] == ([value] if value else [])


@pytest.mark.parametrize(
    "value",
    ["otter-payout-verify.com/session", "parcel-redeliver.top/a9", "gig-supp0rt-desk.net/login"],
)
def test_hosts_made_to_be_mistaken_are_a_scam_where_one_is_told_to_sign_in(value: str) -> None:
    text = f"sign in at https://{value} within 12 hours"
    assert found(text) == [("scam", value)]
    (alone,) = hits(LINK, f"I built {value}")
    assert alone.confidence < LIKELY


@pytest.mark.parametrize(
    "value", ["plvrqwkl.com/rQcs7Y", "http://tansyvine.shop/k9w2zq", "kx7.plover.cc/k9w2zq"]
)
def test_a_link_that_hides_where_it_leads_is_doubtful(value: str) -> None:
    (hit,) = hits(LINK, f"your draw is ready, tap {value}")
    assert (hit.category, hit.value) == ("scam", value.removeprefix("http://"))
    assert hit.confidence < LIKELY


@pytest.mark.parametrize(
    "address",
    [
        "youtu.be/Wd7KmQ2xRtE",
        "museum-tansy.eu/sala2",
        "tansyvine.com/UbuntuBots",
        "tansyvine.com/3dprint",
        "tansyvine.com/PRICES",
        "tansyvine.com/2024",
        "tansyvine.com/blog/k9w2zq",
        "tansyvine.com/k9w2zq",
        "staging.tansyvine.io/k9W2zq",
        "tnsy.vn/k9W2zq",
        "sentry.tansyvine.io/k9W2zq",
        "maps.app.goo.gl/VxT4q8uMZb3nRk7D9",
        "goo.gl/maps/Qz8Lm2xKpT7",
        "calendly.com/YOUR-SALON/cut",
        "t.me/addstickers/AngryQuince",
        "chat.whatsapp.com/EXAMPLEONLY",
        "buy.stripe.com/test_8wM3dA1qF0Ke",
    ],
)
def test_pages_that_somebody_named_are_no_lure(address: str) -> None:
    assert not hits(LINK, f"the draft is on {address} as agreed")


def test_the_desk_of_a_firm_is_nobodys_contact_page() -> None:
    assert not hits(LINK, "write to support.tansyvine.com/contact about it")
    assert hits(LINK, "write to tansyvine.com/contact about it")


def test_the_amount_after_a_payment_link_is_no_part_of_it() -> None:
    text = "paypal.me/otterlamps/185 please"
    (hit,) = hits(LINK, text)
    assert hit.value == text[hit.start : hit.end] == "paypal.me/otterlamps"


def test_a_profile_is_a_handle_by_its_name() -> None:
    text = "(linkedin.com/in/Adaeze-Umunna) or facebook.com/rusticelm.tas"
    assert found(text) == [
        ("contact.handle", "adaeze-umunna"),
        ("contact.handle", "rusticelm.tas"),
    ]


def test_the_range_holds_the_scheme_that_the_value_leaves_out() -> None:
    text = "see https://t.me/kelp."
    (hit,) = hits(LINK, text)
    assert text[hit.start : hit.end] == "https://t.me/kelp"


@given(st.text(alphabet=st.sampled_from("wat.me/:@?#)([] \n中\ud800é1"), max_size=60))
def test_every_range_lies_in_the_text(text: str) -> None:
    for hit in hits(LINK, text):
        assert 0 <= hit.start < hit.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "we meet on the pay-what-you-like day, well-kept-inn next",
        "airtable.com/pricing and airtable.com/templates",
        "meet.acme.com is our brand, video.acme.com/tutorials/1/2",
        "calend is no word, ly slash neither",
        "t.me/kelpforest and then Monday",
        "you can build it on carrd dot co, one page is enough",
        "kannst du das mit linktree oder carrd machen? punkt drei der liste ist offen",
    ],
)
def test_what_only_sounds_like_a_room_or_a_path_leads_nowhere_new(text: str) -> None:
    assert {value for _, value in found(text)} <= {"t.me/kelpforest"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("gmeet code is pkx-hzrw-qvt", "meet.google.com/pkx-hzrw-qvt"),
        ("chat . whatsapp . com / Hq2 rTz9 LmB4 xW", "chat.whatsapp.com/Hq2rTz9LmB4xW"),
        ("t (dot) m e / tarts by odile, one word", "t.me/tartsbyodile"),
        ("m . me // odile tarts, close it up", "m.me/odiletarts"),
        ("calend ly slash odile dash tarts", "calendly.com/odile-tarts"),
        ("cal . com oblique odiletarts", "cal.com/odiletarts"),
        ("airtable.com/shrQ71xZmTe4Ra", "airtable.com/shrQ71xZmTe4Ra"),
        ("tarts.zulipchat.com/join/k3v9xm", "tarts.zulipchat.com/join/k3v9xm"),
        ("qrco.de/bfKm2Zq", "qrco.de/bfKm2Zq"),
        ("bbb.tarts-coop.org/b/odi-7pt", "bbb.tarts-coop.org/b/odi-7pt"),
        ("kontakt.tarts-coop.org", "kontakt.tarts-coop.org"),
        ("tarts-coop.org/reach-me", "tarts-coop.org/reach-me"),
    ],
)
def test_link_in_pieces_or_of_a_named_service_is_found(text: str, value: str) -> None:
    assert value in {found_value for _, found_value in found(text)}


@pytest.mark.parametrize(
    "value",
    ["otterlamper.dk/kontakt-os", "otterilamput.fi/ota-yhteytta", "čolnarna-žabjek.si/kontakt"],
)
def test_pages_for_getting_in_touch_are_known_however_they_are_written(value: str) -> None:
    assert found(f"Schreib über {value}, bitte") == [("contact.link", value)]


def test_a_group_of_a_network_is_a_way_to_a_person_and_a_product_page_is_none() -> None:
    value = "facebook.com/groups/otterlamps"
    assert found(f"we talk in {value} mostly") == [("contact.link", value)]
    assert found("see lensmill.com/contact-lenses and lensmill.com/contact-sheets") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("my link is telegram:t.me/otter_paints ok", "t.me/otter_paints"),
        ("whatsapp:wa.me/14155552671", "wa.me/14155552671"),
        ("Zoom:zoom.us/j/123456789", "zoom.us/j/123456789"),
        ("pay:paypal.me/otterpaints", "paypal.me/otterpaints"),
        ("https://otter@t.me/otter_paints", "t.me/otter_paints"),
        ("https://otter:pw@t.me/otter_paints", "t.me/otter_paints"),
        ("https://o.lamp:pw@calendly.com:443/otter/30", "calendly.com:443/otter/30"),
    ],
)
def test_the_host_is_neither_the_word_nor_the_user_before_it(text: str, value: str) -> None:
    assert [address for _, address in found(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("https://t.me/otterlampsили почта", "t.me/otterlamps"),
        ("https://wa.me/14154193862пишите", "wa.me/14154193862"),
        ("t.me/otterlamps😀", "t.me/otterlamps"),
        ("t.me/otterlamps'den yaz", "t.me/otterlamps"),
        ("&lt;https://t.me/otterlamps&gt;", "t.me/otterlamps"),
        ("_see https://t.me/otter_lamps_ please", "t.me/otter_lamps"),
        ("t.me/otter_lamps_ please", "t.me/otter_lamps_"),
    ],
)
def test_a_link_ends_where_something_else_is_glued_to_it(text: str, value: str) -> None:
    (hit,) = hits(LINK, text)
    assert hit.value == value
    assert text[hit.start : hit.end].removeprefix("https://") == hit.value


@pytest.mark.parametrize(
    "text",
    [
        "[t.me]/[otterlamps]",
        "`t.me` / `otterlamps`",
        "**t.me**/otterlamps",
        "[t].[me]/otterlamps",
        r"t.me\otterlamps",
        "t.me%2Fotterlamps",
    ],
)
def test_parts_of_a_link_may_be_wrapped_and_its_slash_turned_or_escaped(text: str) -> None:
    assert [value for _, value in found(text)] == ["t.me/otterlamps"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("instagram.com/otter.paints_", "otter.paints_"),
        ("instagram.com/_otter_", "_otter_"),
        ("linkedin.com/in/otter_", "otter_"),
        ("m.facebook.com/otter.lamps", "otter.lamps"),
        ("tiktok.com/@otter.paints", "otter.paints"),
        ("threads.com/@otter", "otter"),
        ("bsky.app/profile/otter.bsky.social", "otter.bsky.social"),
    ],
)
def test_an_account_is_named_in_full(address: str, name: str) -> None:
    assert found(f"see https://{address} there") == [("contact.handle", name)]


@pytest.mark.parametrize(
    "address",
    [
        "tiktok.com/@otterlamps/video/7301847192280",
        "tiktok.com/@NAME",
        "tiktok.com/discover/lamps",
        "threads.com/@otter/post/C8a1",
        "bsky.app/profile/otter.bsky.social/post/3kz8lm2x",
        "pinterest.com/otterlamps/bathrooms-wet",
        "pinterest.com/pin/7718204417",
        "facebook.com/photo.php?fbid=100012345",
        "facebook.com/profile.php",
        "facebook.com/people",
        "instagram.com/__",
    ],
)
def test_a_work_that_is_shown_is_no_account(address: str) -> None:
    assert found(f"see https://{address} there") == []


@pytest.mark.parametrize(
    "value",
    [
        "signal.me/#p/+14155552671",
        "matrix.to/#/@otter:matrix.org",
        "web.whatsapp.com/send?phone=14155552671",
        "cash.app/$otterlamps",
        "privat24.ua/send/kq7mz",
        "betaalverzoek.rabobank.nl/betaalverzoek?id=kQ7mZ2xx",
    ],
)
def test_the_way_in_may_stand_behind_a_sign(value: str) -> None:
    assert found(f"write or pay https://{value} now")[0][1] == value


@pytest.mark.parametrize(
    "text", ["t.me/#features", "line.me/#about/us", "cash.app/$", "cash.app/${tag}", "signal.me/#"]
)
def test_a_sign_alone_leads_nowhere(text: str) -> None:
    assert found(f"see {text} there") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tg_t.me/otterlamps", ["t.me/otterlamps"]),
        ("[t.me/otterlamps](http://tansyvine.com)", ["t.me/otterlamps"]),
        ("t.me/otterlamps(telegram)", ["t.me/otterlamps"]),
        ("t.me/otterlamps+wa.me/14155552671", ["t.me/otterlamps", "wa.me/14155552671"]),
        ("t.me/otterlamps,t.me/otto2", ["t.me/otterlamps", "t.me/otto2"]),
        ("https://t.me/otterlampshttps://t.me/otto2", ["t.me/otterlamps", "t.me/otto2"]),
        ("zoom.us / j / 123456789", ["zoom.us/j/123456789"]),
        ("[zoom.us]/[j]/[123456789]", ["zoom.us/j/123456789"]),
        ("instagram . com / otterlamps", ["otterlamps"]),
        ("linkedin . com / in / otto-lamp", ["otto-lamp"]),
        ("instagram.com / facebook.com / tiktok.com", []),
        ("we compare `t.me` / `wa.me`, and t.me/wa.me", []),
        ('we compare "calendly.com"/"cal.com" here', []),
        ("we post on facebook.com / Google and Instagram.com / TikTok", []),
    ],
)
def test_glued_and_spaced_links_are_told_from_lists(text: str, told: list[str]) -> None:
    assert [value for _, value in found(text)] == told
