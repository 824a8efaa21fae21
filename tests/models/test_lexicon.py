"""The lexicon of concepts: kept as it is looked up, and refused when it is anything else."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from models import Entries, ModelError
from scanner.concepts import Lexicon, entries_of

WORDS = {
    "en": {"PAY": "pay*, wire transfer", "THANKS": "thank you, thanks", "APP": "app"},
    "de": {"PAY": "zahl*, überwies*", "APP": "app"},
    "zh": {"PAY": "付款"},
    "hi": {"PAY": "भुगतान"},
}
TEXTS = (
    "Thank you, I am paying by wire transfer.",
    "Danke, ich habe überwiesen",
    "请付款",
    "भुगतान हो गया",
    "the application of an app",
)


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    entries = entries_of(WORDS)
    entries.save(tmp_path / "concepts.npz")
    again = Lexicon(Entries.load(tmp_path / "concepts.npz"))
    found = [[concept.name for concept in again.find(text)] for text in TEXTS]
    assert found == [["THANKS", "PAY", "PAY"], ["PAY"], ["PAY"], ["PAY"], ["APP"]]
    assert [again.find(text) for text in TEXTS] == [Lexicon(entries).find(text) for text in TEXTS]


def test_the_same_words_make_the_same_file(tmp_path: Path) -> None:
    for name in ("one.npz", "two.npz"):
        entries_of(WORDS).save(tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_no_words_are_a_lexicon_that_finds_nothing(tmp_path: Path) -> None:
    entries_of({}).save(tmp_path / "concepts.npz")
    assert Lexicon(Entries.load(tmp_path / "concepts.npz")).find("pay me") == []


@pytest.mark.parametrize(
    "crime",
    [
        {"trie": np.frombuffer(b"We love Marisa, and this is no trie.", np.uint8)},
        {"trie": np.zeros(0, np.uint8)},
        {"kinds": np.array([0], np.int32)},
        {"kinds": np.array([10**6], np.int32)},
        {"flat": np.array([10**6], np.int32)},
        {"senses": np.array(["en"])},
        {"longest": np.array("long")},
        {"ends": None},
    ],
    ids="-".join,
)
def test_anything_else_is_refused_by_name(tmp_path: Path, crime: dict[str, Any]) -> None:
    path = tmp_path / "concepts.npz"
    entries_of(WORDS).save(path)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files} | crime
    np.savez(path, **{name: array for name, array in arrays.items() if array is not None})
    with pytest.raises(ModelError, match=r"concepts\.npz: cannot be read as a lexicon"):
        Entries.load(path)


def test_a_file_that_is_no_archive_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "concepts.npz"
    path.write_bytes(b"words")
    with pytest.raises(ModelError, match=r"concepts\.npz: cannot be read as a lexicon"):
        Entries.load(path)


def test_long_words_leave_nothing_in_memory() -> None:
    lexicon = Lexicon(entries_of(WORDS))
    tracemalloc.start()
    for number in range(50):
        lexicon.find(f"{number}{'x' * 100_000}")
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 1_000_000
