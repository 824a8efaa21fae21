"""The learned finder looks for what was judged to be there, and is believed as far as it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

import pytest

from scanner.detectors.entity_finder import (
    UNVERIFIED,
    VERIFIED,
    EntityFinderDetector,
    open_kinds,
)
from scanner.detectors.hit import Hit
from scanner.verdict import CATEGORIES, Category, EntityType
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
    found = EntityFinderDetector(Marker(label)).find_many([plain(Source(text))])[0]
    return found[0] if found else None


def hit(confidence: float) -> Hit:
    kind: Category = "contact.email"
    value = "jane@lotus.pk"
    return Hit(category=kind, start=0, end=13, confidence=confidence, type="email", value=value)


@pytest.mark.parametrize(
    ("confidence", "judged", "kinds"),
    [
        (None, {"contact.email": 0.1}, ()),
        (None, {"contact.email": 0.7}, ("email",)),
        (0.97, {"contact.email": 0.9}, ()),
        (0.4, {"contact.email": 0.9}, ("email",)),
        (0.97, {"contact.email": 0.9, "contact.handle": 0.7}, ("handle",)),
        (None, {"contact.request": 0.9}, ()),
    ],
)
def test_what_is_likely_and_not_surely_found_is_looked_for(
    confidence: float | None, judged: dict[str, float], kinds: tuple[str, ...]
) -> None:
    hits = [] if confidence is None else [hit(confidence)]
    probabilities = dict.fromkeys(CATEGORIES, 0.0) | judged
    assert open_kinds(hits, probabilities) == kinds


def test_without_a_judgement_everything_is_looked_for() -> None:
    assert set(open_kinds([], {})) == set(get_args(EntityType))


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
    ((found,),) = EntityFinderDetector(marker).find_many([plain(Source(text))])
    assert text[found.start : found.end] == "jane@lotus.pk"
    assert len(marker.read[0]) <= 1_000
