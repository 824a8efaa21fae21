"""Thresholds that are chosen keep to their limits, and are written where they stood."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from bench.cases import Case, read_all
from bench.scoring import Judged, score
from bench.thresholds import outcome_of, tune, written
from config.settings import ROOT
from scanner.policy import Policy
from scanner.verdict import CATEGORIES
from tests.cast import verdict_on

CASES = [
    case
    for name in ("en_contact", "en_fine", "en_intent")
    for case in read_all([ROOT / "data" / "cases" / f"{name}.jsonl"])
]
TEXT = (ROOT / "rules" / "policy.toml").read_text()
POLICY = Policy.parse(TEXT, name="policy.toml")


def judged(case: Case, chance: Random, policy: Policy = POLICY) -> Judged:
    """By somebody who knows the labels, and is not sure."""
    middle = 0.6 if case.is_violation else 0.3
    scores = {
        name: min(1.0, max(0.0, chance.gauss(middle if name == case.category else 0.15, 0.15)))
        for name in CATEGORIES
    }
    if not case.is_violation:
        scores["contact.email"] = min(1.0, max(0.0, chance.gauss(middle, 0.15)))
    ruling = policy.decide(scores, case.message.context, ())
    verdict = verdict_on(case.message.text, ruling.decision)
    return Judged(case, replace(verdict, scores=scores))


def some(seed: int) -> list[Judged]:
    chance = Random(seed)
    return [judged(case, chance) for case in CASES]


def test_what_a_policy_brings_is_what_its_verdicts_bring() -> None:
    measured, expected = outcome_of(some(1), POLICY), score(some(1))
    assert measured.caught == expected.caught.value
    assert measured.stopped == expected.stopped_innocent.value
    assert measured.held == expected.held_innocent.value
    assert measured.ideal == expected.ideal.value


def test_tuned_thresholds_catch_more_within_the_limits() -> None:
    rows = {name: replace(row, flag_at=0.7, hold_at=0.8) for name, row in POLICY.rows.items()}
    start = replace(POLICY, rows=rows)
    found = outcome_of(some(1), tune(some(1), start, stopped=0.1, held=0.03))
    assert found.stopped <= 0.1
    assert found.held <= 0.03
    assert found.caught > outcome_of(some(1), start).caught
    again = outcome_of(some(2), tune(some(1), start, stopped=0.1, held=0.03))
    assert again.caught == pytest.approx(found.caught, abs=0.05)


def test_stricter_limits_catch_less() -> None:
    loose, strict = (
        outcome_of(some(1), tune(some(1), POLICY, stopped=stopped, held=stopped))
        for stopped in (0.3, 0.02)
    )
    assert strict.stopped < loose.stopped
    assert strict.caught < loose.caught


def test_cells_and_order_of_thresholds_stay() -> None:
    tuned = tune(some(1), POLICY, stopped=0.05, held=0.01)
    for name, row in tuned.rows.items():
        before = POLICY.rows[name]
        assert row.flag_at <= row.hold_at
        assert replace(row, flag_at=before.flag_at, hold_at=before.hold_at) == before


def test_it_takes_both_kinds_of_cases() -> None:
    violations = [it for it in some(1) if it.case.is_violation]
    with pytest.raises(ValueError, match="violations and innocent"):
        tune(violations, POLICY, stopped=0.1, held=0.1)


def test_only_the_thresholds_are_written_anew() -> None:
    tuned = tune(some(1), POLICY, stopped=0.05, held=0.01)
    text = written(TEXT, tuned)
    assert Policy.parse(text, name="tuned.toml").rows == tuned.rows
    changed = [
        before
        for before, after in zip(TEXT.splitlines(), text.splitlines(), strict=True)
        if before != after
    ]
    assert all(line.startswith(("flag_at = ", "hold_at = ")) for line in changed)
