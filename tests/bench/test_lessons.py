"""What counts how much of what the classifier learns from."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from bench.cases import Case, parse_case
from bench.lessons import TALK_MAX_WEIGHT, TALK_SHARE, Material, lessons
from bench.real_talk import Talk
from scanner.road import Scanner


def _case(number: int) -> Case:
    """Every other one a violation: cases are shown after both kinds."""
    is_wrong = number % 2 == 1
    line = {
        "id": f"t-{number}",
        "lang": "en",
        "family": "x",
        "context": {"contract": "none", "surface": "message", "sender_role": "client"},
        "history": [],
        "text": f"Chapter {number}: " + ("pay me in cash" if is_wrong else "with the copy editor"),
        "violation": is_wrong,
        "entities": [],
        "why": "money" if is_wrong else "work",
    }
    labels = (
        {"category": "payment.offplatform", "accept": ["hold"], "ideal": "hold"}
        if is_wrong
        else {"excuse": "ordinary", "accept": ["allow"], "ideal": "allow"}
    )
    return parse_case({**line, **labels}, "here")


@pytest.mark.parametrize(("talks", "expected"), [(60, None), (2, TALK_MAX_WEIGHT), (0, None)])
def test_real_talk_has_its_share_unless_there_is_too_little(
    talks: int, expected: float | None
) -> None:
    cases = [_case(number) for number in range(80)]
    said = [
        Talk(source="x", text=f"the build is red, {at}", category=None, may_give_contact=False)
        for at in range(talks)
    ]
    given = Material(cases=cases, again=cases[:20], talks=said)
    weights = lessons(given, Scanner.load, seed=1).weights
    assert len(weights) == 100 + talks
    of_talks = weights[100:]
    if expected is None:
        assert of_talks.sum() == pytest.approx(weights.sum() * TALK_SHARE * (talks > 0))
    else:
        assert of_talks == pytest.approx(expected)


def test_what_was_read_is_kept_until_something_else_reads(tmp_path: Path) -> None:
    given = Material(cases=[_case(number) for number in range(20)], again=[])
    first = lessons(given, Scanner.load, seed=1, kept=tmp_path)
    (path,) = tmp_path.iterdir()
    made = path.stat().st_mtime_ns
    again = lessons(given, Scanner.load, seed=1, kept=tmp_path)
    assert again.readings == first.readings
    assert [it.stat().st_mtime_ns for it in tmp_path.iterdir()] == [made]
    lessons(given, partial(Scanner.load, budget_ms=60_000), seed=1, kept=tmp_path)
    assert len([*tmp_path.iterdir()]) == 2
