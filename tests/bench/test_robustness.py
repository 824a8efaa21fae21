"""The other ways of writing keep what a person reads."""

from __future__ import annotations

import pytest

from bench.robustness import WAYS


@pytest.mark.parametrize("name", WAYS)
def test_every_way_writes_otherwise_and_loses_no_letter(name: str) -> None:
    text = "could you pay the other account instead"
    written = WAYS[name](text)
    assert written != text
    assert sum(map(str.isalnum, written)) >= sum(map(str.isalnum, text)) - len(text.split())


def test_ways_can_write_nothing() -> None:
    assert all(not way("").strip() for way in WAYS.values())
