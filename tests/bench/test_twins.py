"""Twins of new cases: none of the older ones moves, and what would move one is refused."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from bench.cases import read_all
from bench.split import DATA, Split, near_duplicates, split_of
from bench.twins import TornError, joined


def ids(split: Split, prefix: str, number: int) -> list[str]:
    """Ids of no case that fall into the split."""
    names = (f"{prefix}-{at}" for at in count())
    return [next(name for name in names if split_of(name) == split) for _ in range(number)]


def test_a_new_case_joins_the_group_of_the_older_ones() -> None:
    first, second = ids("test", "old", 2)
    alone, new, newer = ids("train", "new", 3)
    groups = joined([[second, first]], {alone, new, newer}, [(first, new), (new, newer)])
    assert groups == [[second, first, *sorted([new, newer])]]


def test_what_is_like_a_case_without_a_group_follows_it() -> None:
    (older,), (new,) = ids("test", "old", 1), ids("train", "new", 1)
    assert joined([], {new}, [(new, older)]) == [[older, new]]


def test_new_cases_like_each_other_go_together() -> None:
    one, other = sorted(ids("train", "new", 2))
    assert joined([], {one, other}, [(other, one)]) == [[one, other]]


def test_groups_that_nothing_joins_stay_as_they_were() -> None:
    groups = [["b", "a"], ["d", "c"]]
    assert joined(groups, {"new"}, [("a", "c")]) == groups


def test_a_case_like_those_of_two_splits_is_named() -> None:
    (one,), (other,) = ids("train", "old", 1), ids("test", "old", 1)
    with pytest.raises(TornError, match=r"two splits.*: new-x$") as raised:
        joined([], {"new-x", "new-y"}, [(one, "new-x"), ("new-x", other), ("new-x", "new-y")])
    assert raised.value.ids == ["new-x"]


def test_pairs_of_the_first_cases_are_those_of_all_that_one_of_them_is_in() -> None:
    cases = read_all([DATA / "cases" / "en_contact.jsonl"])[:30]
    cases += [replace(case, id=f"{case.id}-again") for case in cases]
    every = {(one.id, other.id) for one, other, _ in near_duplicates(cases)}
    found = {(one.id, other.id) for one, other, _ in near_duplicates(cases, of_first=10)}
    first = {case.id for case in cases[:10]}
    assert len(every) == 30
    assert found == {pair for pair in every if not first.isdisjoint(pair)}
    assert len(found) == 10
