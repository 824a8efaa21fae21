"""A message that is judged to lead away shows where it wants one to go."""

from __future__ import annotations

import pytest

from scanner.detectors.links.lead import LINKS_MAX, LeadDetector
from scanner.message import Message
from scanner.road import Scanner
from scanner.verdict import Category
from scanner.views.view import Source, plain


def leads(text: str, judged: dict[str, float]) -> list[tuple[Category, str | None]]:
    view = plain(Source(text))
    return [(hit.category, hit.value) for hit in LeadDetector().find(view, (), judged)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Your tax is due: zahl-amt.digital", "zahl-amt.digital"),
        ("pay at https://Toll-Due.top/p?id=7, today", "toll-due.top/p?id=7"),
        ("下さい。parcel-fuzai.cyou をご確認", "parcel-fuzai.cyou"),
        ("hxxps://fee.shop.", "fee.shop"),
        ("vote here: niece-contest.example/41", "niece-contest.example/41"),
    ],
)
def test_the_link_of_a_scam_is_shown(text: str, address: str) -> None:
    assert leads(text, {"scam": 0.9}) == [("scam", address)]
    assert leads(text, {"scam": 0.5, "spam": 0.8}) == [("spam", address)]


@pytest.mark.parametrize("category", ["contact.link", "contact.pointer"])
def test_the_page_that_one_is_led_to_is_shown(category: Category) -> None:
    text = "all my stamps are on stempelmeisterin.de/reach-me"
    assert leads(text, {category: 0.9}) == [(category, "stempelmeisterin.de/reach-me")]


@pytest.mark.parametrize("judged", [{}, {"scam": 0.4, "spam": 0.3}, {"contact.request": 0.9}])
def test_nothing_is_shown_of_what_leads_nowhere(judged: dict[str, float]) -> None:
    assert leads("see zahl-amt.digital", judged) == []


@pytest.mark.parametrize(
    "text",
    ["write jo@kiln.shop", "run setup.py and read notes.md", "v1.2.3 costs 4.50", "end.Then go"],
)
def test_addresses_files_and_numbers_are_no_links(text: str) -> None:
    assert leads(text, {"scam": 0.9}) == []


def test_a_hundred_links_are_not_all_shown() -> None:
    assert len(leads(" ".join(f"a{n}.shop" for n in range(100)), {"spam": 0.9})) == LINKS_MAX


def test_the_verdict_on_a_scam_names_its_link_and_where_it_stands(scanner: Scanner) -> None:
    text = (
        "PostNord: your parcel is on hold, customs of 2,99 unpaid. Enter your card number and the "
        "code from the SMS within 24 hours: nord-tull-pakke.bond/se"
    )
    verdict = scanner.scan(Message(text=text))
    assert verdict.decision == "hold"
    (found,) = (finding for finding in verdict.findings if finding.type == "url")
    (span,) = found.spans
    assert (found.category, found.value) == ("scam", "nord-tull-pakke.bond/se")
    assert text[span.start : span.end] == "nord-tull-pakke.bond/se"
