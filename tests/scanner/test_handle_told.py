"""Names that are told twice, begun with a short word, handed over or shown."""

from __future__ import annotations

import pytest

from scanner.detectors.handles.detector import HandleDetector
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
