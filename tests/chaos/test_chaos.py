"""The small version of ``make chaos``: everything dies once or more, and every promise holds."""

from __future__ import annotations

import pytest

from tests.chaos.findings import out_of_order
from tests.chaos.run import Plan, run

SMALL = Plan(messages=300, seed=7, rate=15.0, least=0.5, most=2.0, program="tests.chaos.hasty")


def test_event_that_comes_after_a_later_one_is_noticed() -> None:
    again = [(1, "a", "m"), (1, "a", "m"), (2, "b", "n"), (3, "c", "m")]
    assert out_of_order(again) == set()
    assert out_of_order([*again, (1, "a", "m")]) == {"m"}


@pytest.mark.timeout(1500)  # everything is started again and again, also on a busy machine
def test_whatever_dies_nothing_is_lost_or_done_twice() -> None:
    said: list[str] = []
    result = run(SMALL, tell=said.append)
    assert [finding for finding in result.findings if not finding.holds] == [], "\n".join(said)
    assert min(result.events.values()) > 0
