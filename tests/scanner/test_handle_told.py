"""Names that are told twice, begun with a short word, handed over or shown."""

from __future__ import annotations

import pytest

from scanner.detectors.handles.detector import HandleDetector
from scanner.detectors.handles.likeliest import LikeliestNameDetector
from scanner.detectors.hit import Hit
from scanner.message import Context, Earlier, Message, Role
from scanner.views.view import Source, plain
from tests.scanner.detecting import likely, values

HANDLE = HandleDetector()


@pytest.mark.parametrize(
    "text",
    [
        "Instagram content and Facebook content for May",
        "Instagram stories, Facebook stories, all in the same style",
        "photo app mockups, plane app mockups, nothing else",
        "ig posts, fb posts, tt posts: 12 each",
        "v 2.0 of the logo, then v 3",
        "disc golf course map, ten holes",
        "sk: Slovak translation of the menu",
        "find the Instagram Reels Template folder",
        "search Facebook Ads Manager for the pixel",
        "add Instagram storytemplates to the pack",
        "I'm good with Discord as moderator, with Slack as integrations lead",
        "wir sind auf Instagram als Marke, auf Discord als Gruppe",
        "in the table, line item_total is wrong",
        "line drawing of a fox, snap fit lid",
    ],
)
def test_talk_of_networks_gives_no_name(text: str) -> None:
    assert likely(HANDLE, text) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("camera app: sol.y.salt, paper plane: solysalt", {"sol.y.salt", "solysalt"}),
        ("insta @bark_and_bloom or line barkbloom", {"bark_and_bloom", "barkbloom"}),
        ("fotolu olan: deniz nokta ahsap, kuşlu olan: denizahsap", {"deniz.ahsap", "denizahsap"}),
        ("KakaoTalk mori.subs, and Line morisubs", {"mori.subs", "morisubs"}),
    ],
)
def test_name_on_two_networks_is_found_on_both(text: str, names: set[str]) -> None:
    assert names <= likely(HANDLE, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bin auf discord als fensterkittel, alles klein", "fensterkittel"),
        ("estoy en telegram como lunamontera, escribe", "lunamontera"),
        ("mail kiln@fernmill.org, LINE mori_subs, whatever suits", "mori_subs"),
        ("Insta kerze punkt und punkt docht", "kerze.und.docht"),
        ("en insta soy sauce guion bajo y guion bajo ámbar", "sauce_y_ambar"),
        ("insta saya toko strip bawah benang", "toko_benang"),
        ("op instagram heet ik molen, streepje laag, wiek", "molen_wiek"),
        ("me segue no insta trama.traco.fio", "trama.traco.fio"),
        ("write me in viber by name Larisa Sewing Room, red door", "larisa sewing room"),
        ("fb, look for 'Copperfold Yurts Builth', message the page", "copperfold yurts builth"),
        ('add me on viber, search "CraftyLane Prints"', "craftylane prints"),
        ("Threema-ID ist 7HK2WQ9P, dort schicke ich alles", "7hk2wq9p"),
        ("Telegram gaat het snelst. Voeg me toe: fietsbelmuts", "fietsbelmuts"),
        ("on Discord people call me quarrywren", "quarrywren"),
        ("LINEのIDは kamomekoubou です", "kamomekoubou"),
        ("дискорд держу: тихая_мельница", "тихая_мельница"),
        ("I use nothing but Threema, and there my ID is P4RT9K2Z", "p4rt9k2z"),
        ("sk: azra.cad", "azra.cad"),
        ("(tele) nurpatterns, the video is there", "nurpatterns"),
        ("v lanhua_cut", "lanhua_cut"),
        ("disc emberfox.gg pls", "emberfox.gg"),
        ("add me on the yellow ghost 👻 jorokebuilds ok", "jorokebuilds"),
        ("message our fb page LuntingTindahanQC for orders", "luntingtindahanqc"),
        ("in ms teams search Wanjiru Kamau Drafting", "wanjiru kamau drafting"),
        ("find on Viber community Orla Stitch Circle", "orla stitch circle"),
        ('búscame en insta: "radio" "guiso", pegado todo', "radioguiso"),
        ("insta: fern + underscore + by + underscore + oda", "fern_by_oda"),
        ("on Signal my name is lena dot sixty six, then you see no phone", "lena.66"),
        ("on signal I am p3rl.44 (only the 3 is e)", "perl.44"),
        ("телеграм: нитки_и_лён латиницей", "nitki_i_len"),
    ],
)
def test_names_told_in_such_ways_are_found(text: str, name: str) -> None:
    assert name in likely(HANDLE, text, least=0.45)


def test_short_question_for_an_app_is_answered_by_a_name() -> None:
    assert values(HANDLE, "bei_lin_edits 👌", asked="u got tele") == ["bei_lin_edits"]


def test_domain_of_a_mail_house_is_no_name_on_a_network() -> None:
    assert "yahoo.ro" not in likely(HANDLE, "insta or mihai at yahoo (punct) ro", least=0.1)


@pytest.mark.parametrize(
    ("talk", "text", "name"),
    [
        (("c:heb je telegram?", "f:ja", "c:nou?"), "@baksteenkunst, lach niet", "baksteenkunst"),
        (("c:t'as snap pour la vidéo", "f:oui", "c:c koi"), "lou.vitraux", "lou.vitraux"),
        (("c:are you on twitch?", "f:each night"), "ratio_vt, whisper me there", "ratio_vt"),
        (("c:insta var mı",), "tezgahustasi, dm açık", "tezgahustasi"),
        # The sender asked, or the other side for something else, or it is but a word.
        (("f:are you on telegram?", "c:yes"), "kornblume, please", None),
        (("c:is it forbidden to give my skype?", "f:I fear so", "c:why"), "it is forbidden", None),
        (("c:got telegram?", "f:ja", "c:soll ich?"), "gern", None),
    ],
)
def test_a_question_lasts_while_little_is_said(
    talk: tuple[str, ...], text: str, name: str | None
) -> None:
    roles: dict[str, Role] = {"c": "client", "f": "freelancer"}
    history = tuple(Earlier(text=said[2:], sender_role=roles[said[0]]) for said in talk)
    message = Message(text=text, context=Context(sender_role="freelancer"), history=history)
    found = {hit.value for hit in HANDLE.find(plain(Source(text)), message)}
    assert found == ({name} if name else set())


@pytest.mark.parametrize(
    "text",
    [
        "Telegram: [enabled], Discord: {disabled}",
        "<li>Instagram</li><li>Facebook</li><li>thumbnail</li>",
        "**Telegram:** moderation, **Discord:** storyboards",
        "WhatsApp > settings > notifications",
        "Telegram ... tomorrow then",
        "Telegram: <username>",
        "Telegram user name and bio, 150 signs",
        "Telegram bot token env var: TELEGRAM_TOKEN",
        "set DISCORD_BOT_TOKEN before the start",
        "chatbots (telegram), storyboards (instagram)",
        "@app.route(telegram) and @register(discord)",
        "Here is my telegram channel list, below is my telegram bot",
        "텔레그램 typescript",
        "Instagram posts with a mood like @kilnmill",
        "WhatsApp:+923004192836Email",
    ],
)
def test_work_written_like_a_name_beside_an_app_is_none(text: str) -> None:
    assert values(HANDLE, text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("my telegram is quarrywrens and my skype jo.b77", {"quarrywrens", "jo.b77"}),
        ("tg: quarrywren, ig: jo.b77, dc: jobb#4821", {"quarrywren", "jo.b77", "jobb#4821"}),
        ("Telegram user name quarrywren", {"quarrywren"}),
        ("a@b.ie|@quarrywren(tg)", {"quarrywren"}),
        ("quarrywren is my telegram", {"quarrywren"}),
        ("quarrywren es mi skype", {"quarrywren"}),
        ("liwei_88是我微信", {"liwei_88"}),
        ("kenji_w がLINEです", {"kenji_w"}),
        ("kornblume#7733 дс", {"kornblume#7733"}),
        ('my imo and whatsapp, same name "Selim Tailor Sylhet"', {"selim tailor sylhet"}),
    ],
)
def test_each_app_has_its_own_name_on_either_side(text: str, names: set[str]) -> None:
    assert likely(HANDLE, text) >= names


@pytest.mark.parametrize(
    "text",
    [
        "Telegram: _quarrywren_",
        "Telegram: *quarrywren*",
        "Telegram: ||quarrywren||",
        "Telegram: {quarrywren}",
        "Telegram: \U0001f525quarrywren\U0001f525",
        "Telegram: #quarrywren",
        "Telegram: /quarrywren/",
        "Telegram: <quarrywren>",
        "<td>Telegram</td><td>quarrywren</td>",
        "quarrywren (tg)",
        "quarrywren [telegram]",
        "quarrywren — Telegram",
        "텔레그램 quarrywren",
        "微信 quarrywren",
        "テレグラムは quarrywren",
    ],
)
def test_a_name_between_signs_or_apart_is_doubtful(text: str) -> None:
    assert likely(HANDLE, text, least=0.4) == {"quarrywren"}
    assert likely(HANDLE, text) == set()


def shown(text: str, known: tuple[Hit, ...] = (), **judged: float) -> list[str | None]:
    words = frozenset({"meeting", "design", "button", "tomorrow", "channel"})
    probabilities = {name.replace("_", "."): value for name, value in judged.items()}
    detector = LikeliestNameDetector(words.__contains__)
    return [hit.value for hit in detector.find(plain(Source(text)), known, probabilities)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("telegram tomorrow", []),
        ("skype meeting, instagram design", []),
        ("whatsapp button (telegram)", []),
        ("telegram is spoofed", []),
        ("telegram Jorobuildz writes bots", []),
        ("messengeren megvagy? ott", []),
        ("our channel (telegram)", []),
        ("telegram jorobuildz", ["jorobuildz"]),
        ("jo@kilnmill.org, my skype jorobuildz and more", ["jorobuildz"]),
        ("skype jorobuildz, tg: wrenbolts", ["jorobuildz", "wrenbolts"]),
        ("my telegram is Jorobuildz", ["jorobuildz"]),
        ("telegram'ım jorobuildz", ["jorobuildz"]),
        ("mera telegram jorobuildz hai", ["jorobuildz"]),
        ("reach me jorobuildz at skype", ["jorobuildz"]),
        ("jorobuildz di telegram kak", ["jorobuildz"]),
        ("jorobuildz (telegram)", ["jorobuildz"]),
    ],
)
def test_a_word_that_nobody_knows_beside_an_app_is_shown(text: str, names: list[str]) -> None:
    """Whatever else is given with it, but only where something is."""
    assert shown(text, contact_email=0.9) == names
    assert shown(text, contact_email=0.2) == []


def test_a_word_that_is_part_of_what_is_known_is_not_shown_again() -> None:
    mail = Hit(category="contact.email", start=0, end=3, confidence=0.9, value="jorobuildz@kiln.ie")
    assert shown("skype jorobuildz", (mail,), contact_email=0.9) == []
