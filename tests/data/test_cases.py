"""Every labelled case is what data/README.md asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.cases import Case, read_all, read_cases
from bench.guidelines import broken_guidelines
from bench.split import SPLITS, near_duplicates, split_of
from config.settings import ROOT

FILES = sorted((ROOT / "data" / "cases").glob("*.jsonl"))


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return read_all(FILES)


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_every_case_keeps_the_guidelines(file: Path) -> None:
    broken = {
        case.id: found for case in read_cases(file) if (found := list(broken_guidelines(case)))
    }
    assert broken == {}


@pytest.mark.timeout(900)  # every case beside every other, a minute or two
def test_near_duplicates_are_in_the_same_split(cases: list[Case]) -> None:
    apart = [
        (one.id, other.id)
        for one, other, _ in near_duplicates(cases)
        if split_of(one.id) != split_of(other.id)
    ]
    assert apart == []


def test_every_split_has_both_kinds(cases: list[Case]) -> None:
    kinds = {(split_of(case.id), case.is_violation) for case in cases}
    assert kinds == {(split, kind) for split in SPLITS for kind in (True, False)}
