"""The learned finder reads only what is open, and is believed only as far as its finds hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from scanner.detectors.entity_finder import UNVERIFIED, VERIFIED, EntityFinderDetector
from scanner.detectors.hit import Hit
from scanner.message import Message
from scanner.views.view import Source, plain


@dataclass(frozen=True)
class Found:
    """What a finder proposes."""

    label: str
    start: int
    end: int


class Marker:
    """A finder that takes what stands between guillemets for ``label``, and remembers the texts."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.read: list[str] = []

    def entities(self, texts: Sequence[str]) -> list[list[Found]]:
        self.read.extend(texts)
        return [
            [Found(self.label, text.index("«") + 1, text.index("»"))] if "«" in text else []
            for text in texts
        ]


def only(label: str, text: str) -> Hit | None:
    found = EntityFinderDetector(Marker(label)).find(plain(Source(text)), Message(text=text))
    return found[0] if found else None


@pytest.mark.parametrize(
    "text", ["", "Thanks, I will look at the brief tonight.", "Row 7: k2 p5 k6", "3 days, 2 rounds"]
)
def test_talk_without_signs_is_not_worth_reading(text: str) -> None:
    assert not EntityFinderDetector(Marker("EMAIL")).is_worth_reading(plain(Source(text)), ())


@pytest.mark.parametrize(
    "text",
    [
        "jane (at) lotus",
        "gmail as lenaortiz",
        "собака яндекс",
        "my telegram is easy to guess",
        "o16O 9724 8351",
        "nora_k on the gram",
    ],
)
def test_signs_of_a_detail_are_worth_reading(text: str) -> None:
    assert EntityFinderDetector(Marker("EMAIL")).is_worth_reading(plain(Source(text)), ())


def test_what_the_patterns_surely_found_leaves_nothing_open() -> None:
    view = plain(Source("jane@lotus.pk"))
    sure = Hit(
        category="contact.email",
        start=0,
        end=13,
        confidence=0.97,
        type="email",
        value="jane@lotus.pk",
    )
    doubtful = Hit(category="contact.email", start=0, end=13, confidence=0.4, type="email")
    detector = EntityFinderDetector(Marker("EMAIL"))
    assert not detector.is_worth_reading(view, [(view, "email", sure)])
    assert detector.is_worth_reading(view, [(view, "email", doubtful)])


@pytest.mark.parametrize(
    ("label", "text", "value"),
    [
        ("EMAIL", "it is «jane @ lotus.pk»", "jane@lotus.pk"),
        ("EMAIL", "it is «jane, then lotus»", None),
        ("PHONE", "it is «415 555 26 71»", None),
        ("HANDLE", "it is «@Jo_Dev»", "jo_dev"),
        ("HANDLE", "it is «jo then dev»", None),
        ("URL", "it is «https://lotus.pk/me»", "lotus.pk/me"),
        ("URL", "it is «lotus slash me»", None),
        ("PAYMENT_ACCOUNT", "it is «DE28 9991 0347»", "DE2899910347"),
    ],
)
def test_a_find_has_a_value_only_when_it_is_beyond_doubt(
    label: str, text: str, value: str | None
) -> None:
    found = only(label, text)
    assert found is not None
    assert found.value == value
    assert found.confidence == (UNVERIFIED if value is None else VERIFIED)


@pytest.mark.parametrize(
    ("label", "text"), [("PHONE", "it is «Tuesday 5»"), ("APP", "it is «telegram»")]
)
def test_a_find_that_cannot_be_true_is_dropped(label: str, text: str) -> None:
    assert only(label, text) is None


def test_of_a_long_text_only_the_part_with_signs_is_read() -> None:
    text = "word " * 2_000 + "mailbox «jane@lotus.pk» " + "word " * 2_000
    marker = Marker("EMAIL")
    (found,) = EntityFinderDetector(marker).find(plain(Source(text)), Message(text=text))
    assert text[found.start : found.end] == "jane@lotus.pk"
    assert len(marker.read[0]) <= 1_000
