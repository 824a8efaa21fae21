"""The measures say what their names promise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.cases import parse_case
from bench.scoring import Judged, Share, score
from tests.cast import ADDRESS, verdict_on


def judged(decision: str, *, violation: bool, text: str = f"mail me: {ADDRESS}") -> Judged:
    fields = {
        "id": "x-1",
        "lang": "en",
        "family": "email.plain",
        "context": {"contract": "none", "surface": "message", "sender_role": "freelancer"},
        "history": [],
        "text": text,
        "violation": violation,
        "accept": ["hold", "flag"] if violation else ["allow"],
        "ideal": "hold" if violation else "allow",
        "entities": [{"type": "email", "value": ADDRESS, "text": ADDRESS}] if violation else [],
        "why": "a test",
    }
    fields |= {"category": "contact.email"} if violation else {"excuse": "ordinary"}
    return Judged(parse_case(fields, "here"), verdict_on(text, decision))  # type: ignore[arg-type]


def test_a_flagged_violation_is_caught_though_not_ideal() -> None:
    measured = score([judged("flag", violation=True)])
    assert (measured.caught.value, measured.ideal.value) == (1.0, 0.0)


def test_an_allowed_violation_is_missed() -> None:
    assert score([judged("allow", violation=True)]).caught == Share(0, 1)


def test_the_innocent_count_as_stopped_and_as_held() -> None:
    measured = score([judged(it, violation=False) for it in ("allow", "flag", "hold", "allow")])
    assert measured.stopped_innocent == Share(2, 4)
    assert measured.held_innocent == Share(1, 4)
    assert measured.caught.value is None


def test_a_value_found_at_its_place_has_full_overlap() -> None:
    measured = score([judged("hold", violation=True)])
    assert measured.entities_found == Share(1, 1)
    assert measured.span_iou == pytest.approx(1.0)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_stays_in_range(
    counts: tuple[int, int],
) -> None:
    share = Share(*counts)
    assert share.value is not None
    assert share.interval is not None
    low, high = share.interval
    assert -1e-9 <= low <= share.value + 1e-9
    assert share.value - 1e-9 <= high <= 1 + 1e-9
