"""Calibration and thresholds: what they measure, on scores that are known to be right or wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.cases import Case, read_all
from bench.curves import BINS, calibration, calibrations, operating_curve
from bench.scoring import Judged
from bench.training import target
from config.settings import ROOT
from scanner.policy import Policy
from scanner.verdict import CATEGORIES
from tests.cast import verdict_on

CASES = [
    case
    for name in ("en_contact", "en_fine")
    for case in read_all([ROOT / "data" / "cases" / f"{name}.jsonl"])[:100]
]
POLICY = Policy.load(ROOT / "rules" / "policy.toml")


def judged(case: Case, score: float) -> Judged:
    verdict = verdict_on(case.message.text, "allow")
    return Judged(case, replace(verdict, scores=dict.fromkeys(CATEGORIES, score)))


def knowing() -> list[Judged]:
    """Judged by somebody who knows the labels."""
    return [judged(case, float(case.is_violation)) for case in CASES]


def test_scores_that_are_the_shares_are_calibrated() -> None:
    of_email = [target(case, "contact.email") for case in CASES]
    share = sum(it == 1 for it in of_email) / sum(it == it for it in of_email)
    measured = calibration([judged(case, share) for case in CASES], "contact.email")
    assert measured.error == pytest.approx(0.0, abs=1e-9)
    assert len(measured.bins) == 1


def test_boasting_scores_are_not() -> None:
    measured = calibration([judged(case, 1.0) for case in CASES], "contact.meeting")
    assert measured.error > 0.9
    assert measured.bins[-1].mean_score == 1.0


def test_every_category_is_measured_and_all_together() -> None:
    measured = calibrations(knowing())
    assert set(measured) == {"all categories", *CATEGORIES}
    assert all(len(it.bins) <= BINS for it in measured.values())


def test_who_knows_the_labels_stops_the_guilty_alone_at_any_threshold() -> None:
    for point in operating_curve(knowing(), POLICY):
        assert point.stopped_innocent.hits == 0
        assert point.caught.hits > 0.95 * point.caught.total


def test_a_higher_threshold_stops_no_more() -> None:
    mixed = [judged(case, place / len(CASES)) for place, case in enumerate(CASES)]
    stopped = [point.caught.hits for point in operating_curve(mixed, POLICY)]
    assert stopped == sorted(stopped, reverse=True)
