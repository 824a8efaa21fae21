"""Where one is judged to give a name and nothing says which, what looks like a name is shown."""

from __future__ import annotations

import pytest

from scanner.detectors.handles.likeliest import LikeliestNameDetector
from scanner.detectors.hit import Hit
from scanner.detectors.mail.likeliest import LikeliestAddressDetector
from scanner.detectors.payments.likeliest import LikeliestAccountDetector
from scanner.views.view import Source, plain

KNOWN = frozenset({"looking", "forward", "happy", "colours", "availability", "name"})
SHOWS = 'On the site with the square pictures, ask for "hob_lantern"'


def likeliest(text: str, known: tuple[Hit, ...] = (), **judged: float) -> list[str | None]:
    view = plain(Source(text))
    probabilities = {name.replace("_", "."): value for name, value in judged.items()}
    detector = LikeliestNameDetector(KNOWN.__contains__)
    return [hit.value for hit in detector.find(view, known, probabilities)]


def account(text: str, **judged: float) -> list[str | None]:
    probabilities = {name.replace("_", "."): value for name, value in judged.items()}
    detector = LikeliestAccountDetector(KNOWN.__contains__)
    return [hit.value for hit in detector.find(plain(Source(text)), (), probabilities)]


def handle(value: str | None) -> Hit:
    return Hit(
        category="contact.handle", start=0, end=2, confidence=0.9, type="handle", value=value
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SHOWS, "hob_lantern"),
        ("la app del avioncito: forja.del.norte, allí hablamos del portón v2", "forja.del.norte"),
        ("there I am tinwhistle77, for the 3 tunes", "tinwhistle77"),
        ("see the shop fern.shop; my name over there: fern_and_oak", "fern_and_oak"),
    ],
)
def test_the_name_that_stands_out_is_shown(text: str, name: str) -> None:
    assert likeliest(text, contact_handle=0.4) == [name]


def test_who_is_asked_for_or_pointed_to_is_shown_as_well() -> None:
    assert likeliest(SHOWS, contact_pointer=0.6) == ["hob_lantern"]
    assert likeliest("ask on the bird, tinwhistle77", contact_request=0.9) == []
    assert likeliest("write to our manager @hob_lantern", scam=0.9) == ["hob_lantern"]
    assert likeliest("open brief_lantern, then pay", scam=0.9) == []


@pytest.mark.parametrize("judged", [{}, {"contact_handle": 0.2}, {"payment_offplatform": 0.9}])
def test_nothing_is_shown_where_no_name_is_likely(judged: dict[str, float]) -> None:
    assert likeliest(SHOWS, **judged) == []


def test_a_name_that_was_found_is_enough() -> None:
    assert likeliest(SHOWS, (handle("quarry_owl"),), contact_handle=0.9) == []
    assert likeliest(SHOWS, (handle(None),), contact_handle=0.9) == ["hob_lantern"]


@pytest.mark.parametrize(
    "text", ["the file is brief_final.docm", "version v2.3 of the plan", "wonderful lanterns"]
)
def test_files_versions_and_words_are_no_names(text: str) -> None:
    assert likeliest(text, contact_handle=0.9) == []


def address(text: str, known: tuple[Hit, ...] = (), *, judged: float = 0.9) -> list[str | None]:
    view = plain(Source(text))
    found = LikeliestAddressDetector().find(view, known, {"contact.email": judged})
    return [hit.value for hit in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("If interested write to Marko at fernmill.com, thanks", "marko@fernmill.com"),
        ("mail the plan, oona.b @ fernmill.co.uk", "oona.b@fernmill.co.uk"),
        ("look at fernmill.com and write to oona at fernmill.com", "oona@fernmill.com"),
        ("claim it from Mr Bell, Claims.Bell@fizzpromo.example", "claims.bell@fizzpromo.example"),
    ],
)
def test_a_name_and_a_domain_about_a_word_for_at_are_the_address(text: str, value: str) -> None:
    assert address(text) == [value]


def test_no_address_is_shown_where_none_is_likely_or_one_is_known() -> None:
    text = "write to oona at fernmill.com"
    found = Hit(
        category="contact.email", start=0, end=2, confidence=0.9, type="email", value="a@b.ie"
    )
    assert address(text, judged=0.4) == address(text, (found,)) == []
    assert address("have a look at fernmill.com, it works at example.invalid") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("на вайбері я «Пані Гарбузова», шукайте", "пані гарбузова"),
        ("On Viber I'm Willow Tarrant, the photos are there", "willow tarrant"),
        ("Telegram is faster. They know me as quiltedheron", "quiltedheron"),
        ("I paint live as MarshWren, come to Twitch", "marshwren"),
        ("ディスコードで「かもめ工房」に送ってください", "かもめ工房"),
        ("nick turşuluçay, discord'da", "turşuluçay"),
    ],
)
def test_words_that_are_pointed_at_like_a_name_are_one(text: str, name: str) -> None:
    assert likeliest(text, contact_handle=0.6) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "I'm looking forward to it, Telegram is no option",
        "I'm happy with the colours",
        'She said "where do we go from here then?" on Telegram',
        "find me availability for June",
    ],
)
def test_words_that_are_known_or_talk_are_no_name(text: str) -> None:
    assert likeliest(text, contact_handle=0.9, contact_request=0.9) == []


def test_a_name_at_a_service_for_money_is_an_account() -> None:
    text = "su Satispay mi trova come Bottega Merlo, così facciamo prima"
    assert account(text, payment_account=0.8) == ["bottegamerlo"]
    assert account("my Venmo name is plumbline-wren", payment_offplatform=0.9) == ["plumbline-wren"]
    assert account(text, contact_handle=0.9) == []
    assert account("mi trova come Bottega Merlo", payment_account=0.8) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ombi la mwisho, lipa kwa till 5274816 halafu 3,400 baadaye", "5274816"),
        ("በንግድ ባንክ 1000284719365 900 ብር", "1000284719365"),
        ("شبا IR72 0560 0831 8000 2914 736001 لطفا", "IR720560083180002914736001"),
        ("my revtag, tarrow92, is quicker", "tarrow92"),
    ],
)
def test_the_longest_number_is_the_account_of_who_gives_one(text: str, value: str) -> None:
    assert account(text, payment_account=0.8) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "until 2026-11-30 for $120000000",
        "order 482/99120774",
        "v1.2345678",
        "pay me by 15-11-2025, or in 2024-2025",
        "Rp 120 000 000 or 3000000 IDR",
    ],
)
def test_days_amounts_and_what_is_in_a_link_are_no_account(text: str) -> None:
    assert account(text, payment_account=0.8) == []


def test_a_number_that_is_rather_a_telephone_is_no_account() -> None:
    assert account("0713 482 906", payment_account=0.4, contact_phone=0.9) == []
