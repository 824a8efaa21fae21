"""Ladders are read strictly, and say what one violation after another brings."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from scanner.ladders import KINDS, LadderError, Ladders, ladders

GOOD = """
[ladder.circumvention]
reasons = ["contact", "payment"]
expires_after = 30
steps = ["teach", "warn", "close"]

[ladder.scam]
reasons = ["scam"]
expires_after = 365
steps = ["suspend", "close"]
"""


@pytest.mark.parametrize(
    ("was", "then", "said"),
    [
        ("[ladder.scam]", "[ladder.scams]", "ladder.scam: "),
        ('"warn"', '"shout"', "shout"),
        ('["teach", "warn", "close"]', '["warn", "teach"]', "milder steps first"),
        ('["suspend", "close"]', "[]", "at least 1"),
        ("expires_after = 30", "expires_after = 0", "above 0"),
        ('["scam"]', '["scam", "payment"]', "is on circumvention already"),
        ("expires_after = 365", "expires_after = 365\nexpires = 1", "did you mean expires_after"),
        ("[ladder.scam]", "[ladder.scam", "syntax"),
    ],
)
def test_ladders_that_say_something_unknown_are_refused(was: str, then: str, said: str) -> None:
    with pytest.raises(LadderError) as refused:
        Ladders.parse(GOOD.replace(was, then), file="strikes.toml")
    assert said in str(refused.value)


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LadderError, match=r"gone\.toml: file"):
        Ladders.load(tmp_path / "gone.toml")


def test_circumvention_teaches_first_and_then_counts() -> None:
    ladder = Ladders.parse(GOOD, file="x").by_name["circumvention"]
    steps = [ladder.at(place) for place in range(5)]
    assert steps == [None, "teach", "warn", "close", "close"]
    assert [ladder.strikes(place) for place in range(5)] == [0, 0, 1, 2, 3]
    assert ladder.expires_after == timedelta(days=30)


def test_scam_acts_at_once_in_this_installation() -> None:
    ladder = ladders().by_name["scam"]
    assert ladder.at(1) not in (None, "teach", "warn")
    assert ladder.strikes(1) == 1


def test_reason_counts_on_one_ladder_at_the_most() -> None:
    found = Ladders.parse(GOOD, file="x")
    on = {kind: ladder.name for kind in KINDS if (ladder := found.of(kind))}
    assert on == {"contact": "circumvention", "payment": "circumvention", "scam": "scam"}
    assert found.of("contact.email") is found.of("contact")
    assert [found.of(other) for other in (None, "", "innocent", "unclear")] == [None] * 4
