"""Scores: what more evidence may do, and what it may not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.score import score
from scanner.verdict import CATEGORIES, Category, Excuse, Finding, Span

CONFIDENCES = st.floats(min_value=0.01, max_value=1.0)


def finding(
    category: Category = "contact.phone",
    confidence: float = 0.5,
    *,
    source: str = "phone",
    start: int = 0,
) -> Finding:
    spans = (Span(0, start, start + 5),)
    return Finding(category=category, source=source, spans=spans, confidence=confidence)


def excuse(for_finding: Finding, weight: float) -> Excuse:
    return Excuse(finding=for_finding, reason="refusal", source="en.refusal.no", weight=weight)


def test_nothing_found_scores_nothing_in_every_category() -> None:
    assert score((), (), {}) == dict.fromkeys(CATEGORIES, 0.0)


def test_labels_that_are_no_category_are_not_read() -> None:
    assert score((), (), {"innocent": 0.99}) == dict.fromkeys(CATEGORIES, 0.0)


def test_what_the_classifier_made_of_all_findings_is_the_score() -> None:
    probabilities = dict.fromkeys(CATEGORIES, 0.25)
    assert score((finding(confidence=0.9),), (), probabilities) == pytest.approx(probabilities)


def test_a_finding_that_is_new_to_the_classifier_speaks_beside_it() -> None:
    probabilities = dict.fromkeys(CATEGORIES, 0.5)
    new, known = finding(confidence=0.5, source="new"), finding(confidence=0.9, source="known")
    scores = score((new, known), (), probabilities, is_new=lambda one: one is new)
    assert scores["contact.phone"] == pytest.approx(0.75)


def test_a_detail_that_was_found_explains_itself() -> None:
    probabilities = dict.fromkeys(CATEGORIES, 0.7) | {"contact.meeting": 0.9}
    meeting = replace(finding("contact.meeting", 0.95), type="url")
    scores = score((meeting,), (), probabilities)
    assert scores["contact.meeting"] == pytest.approx(0.9)
    assert scores["contact.phone"] == pytest.approx(0.1)
    assert scores["contact.request"] == pytest.approx(0.7)


def test_without_a_detail_found_the_classifier_alone_counts() -> None:
    probabilities = dict.fromkeys(CATEGORIES, 0.7)
    assert score((finding("contact.request", 0.9),), (), probabilities) == pytest.approx(
        probabilities
    )


def test_findings_speak_for_themselves_where_the_classifier_is_silent() -> None:
    scores = score((finding(confidence=0.9),), (), {"spam": 0.3})
    assert scores["contact.phone"] == pytest.approx(0.9)
    assert scores["spam"] == 0.0


def test_a_finding_of_one_category_does_not_touch_another() -> None:
    scores = score((finding("contact.email", 0.9),), (), {})
    assert {category for category, value in scores.items() if value > 0} == {"contact.email"}


def test_ten_doubtful_numbers_of_one_detector_are_one_doubt() -> None:
    doubtful = [finding(confidence=0.4, start=i * 10) for i in range(10)]
    assert score(doubtful, (), {})["contact.phone"] == pytest.approx(0.4)


def test_two_sources_are_surer_than_each() -> None:
    both = (finding(confidence=0.5), finding(confidence=0.5, source="entity-finder"))
    assert score(both, (), {})["contact.phone"] == pytest.approx(0.75)


def test_an_excuse_of_weight_zero_drops_its_finding_and_no_other() -> None:
    one, other = finding(confidence=0.9), finding(confidence=0.7, source="other")
    assert score((one, other), (excuse(one, 0.0),), {})["contact.phone"] == pytest.approx(0.7)


def test_two_excuses_weaken_more_than_one() -> None:
    found = finding(confidence=0.8)
    excuses = (excuse(found, 0.5), excuse(found, 0.5))
    assert score((found,), excuses, {})["contact.phone"] == pytest.approx(0.2)


def test_an_excuse_for_something_else_changes_nothing() -> None:
    found = finding(confidence=0.8)
    elsewhere = excuse(finding(confidence=0.8, start=50), 0.0)
    assert score((found,), (elsewhere,), {})["contact.phone"] == pytest.approx(0.8)


@given(st.lists(st.tuples(st.sampled_from(CATEGORIES), CONFIDENCES, st.integers(0, 3))))
def test_scores_stay_between_zero_and_one(found: list[tuple[Category, float, int]]) -> None:
    findings = [finding(category, sure, source=str(source)) for category, sure, source in found]
    scores = score(findings, (), {})
    assert set(scores) == set(CATEGORIES)
    assert all(0.0 <= value <= 1.0 for value in scores.values())


@given(st.lists(CONFIDENCES, max_size=5), CONFIDENCES, st.integers(0, 3))
def test_one_finding_more_never_lowers_a_score(
    known: list[float], more: float, source: int
) -> None:
    before = [finding(confidence=sure, source=str(i % 3)) for i, sure in enumerate(known)]
    after = [*before, finding(confidence=more, source=str(source), start=99)]
    less, now = score(before, (), {}), score(after, (), {})
    assert now["contact.phone"] >= less["contact.phone"] - 1e-12
