"""The scribe: taught by operations, served as it was taught, and refused when it is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from models import ModelError, Scribe, network_training, scribe_training
from models.dictation import (
    FIRST,
    ITSELF,
    NOTHING,
    OUTSIDE,
    TWICE,
    Dictation,
    Writing,
    keys_of,
    tokens,
    written,
)
from models.scribe_training import Lesson

NAMES = ("jo", "mira", "kasper", "lena", "otto", "ruth", "sven", "tara")
HOUSES = ("gmx", "posteo", "lotus", "web")


def dictation(text: str) -> Dictation:
    read = tuple(tokens(text))
    return Dictation(text, read, ("",) * len(read), ("email",))


def lesson(name: str, house: str) -> Lesson:
    text = f"write to {name} curl {house} stop de please"
    done = (OUTSIDE, OUTSIDE, ITSELF, "=@", ITSELF, "=.", ITSELF, OUTSIDE)
    return Lesson(dictation(text), done)


LESSONS = [lesson(name, house) for name in NAMES for house in HOUSES]


def taught(passes: int = 30) -> Scribe:
    return scribe_training.fit(LESSONS, passes=passes, seed=1)


@pytest.fixture(scope="module")
def scribe() -> Scribe:
    return taught()


def test_it_writes_what_it_has_never_heard(scribe: Scribe) -> None:
    text = "please write to wilma curl zeder stop de please"
    (found,) = scribe.write(dictation(text))[0]
    assert found.text == "wilma@zeder.de"
    assert text[found.start : found.end] == "wilma curl zeder stop de"
    assert 0.5 < found.probability <= 1


def test_it_writes_nothing_where_nothing_is_dictated(scribe: Scribe) -> None:
    assert scribe.write(dictation("please please please"))[0] == []
    assert scribe.write(dictation(""))[0] == []
    assert Scribe.untaught().write(dictation("jo curl gmx stop de"))[0] == []


def test_it_is_served_as_it_was_taught() -> None:
    parts = scribe_training._parts(4)
    shown = [keys_of(dictation(text)) for text in ("jo curl gmx stop de", "a b", "")]
    parts.model.initialize(shown, None)
    chance = np.random.default_rng(3)
    parts.last.set_param("W", chance.normal(size=parts.last.get_param("W").shape).astype("f"))
    served = scribe_training._scribe(parts, (OUTSIDE, NOTHING, ITSELF, "=@"))
    for node, table in zip(parts.tables, served.tables, strict=True):  # in whole steps, too
        network_training.node_of(node, "hashembed").set_param("E", table.vectors())
    for keys, expected in zip(shown, parts.model.predict(shown), strict=True):
        assert served._read(keys) == pytest.approx(expected, abs=1e-4)


def test_it_is_the_same_after_a_file_and_for_the_same_seed(tmp_path: Path, scribe: Scribe) -> None:
    one, two = taught(passes=2), taught(passes=2)
    one.save(tmp_path / "one.npz")
    two.save(tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    scribe.save(tmp_path / "scribe.npz")
    again = Scribe.load(tmp_path / "scribe.npz")
    heard = dictation("write to jo curl gmx stop de")
    assert again.probabilities(heard) == pytest.approx(scribe.probabilities(heard), abs=0.02)
    assert [it.text for it in again.write(heard)[0]] == [it.text for it in scribe.write(heard)[0]]


@pytest.mark.parametrize(
    "crime",
    [
        {"operations": np.array("itself")},
        {"operations": np.array(["itself"] * 9)},
        {"last weights": np.zeros((2, 128), np.float16)},
        {"last bias": np.array([np.nan] * 9, np.float16)},
        {"table 0 sizes": np.zeros(3, np.float16)},
        {"layer 3 gain": None},
        {"table 7 steps": None},
        {"more": np.zeros(1)},
    ],
)
def test_a_file_whose_parts_do_not_go_together_is_refused(
    tmp_path: Path, scribe: Scribe, crime: dict[str, NDArray[Any] | None]
) -> None:
    path = tmp_path / "scribe.npz"
    scribe.save(path)
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files} | crime
    np.savez(path, **{name: array for name, array in arrays.items() if array is not None})  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"scribe\.npz: cannot be read as a scribe"):
        Scribe.load(path)


def test_nothing_is_learned_of_nothing() -> None:
    with pytest.raises(ValueError, match="nothing is dictated"):
        scribe_training.fit([], seed=1)


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut", b"\x93NUMPY\x01\x00"])
def test_a_file_that_is_no_scribe_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "scribe.npz"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=r"scribe\.npz: cannot be read as a scribe"):
        Scribe.load(path)


@pytest.mark.parametrize(
    ("text", "operations", "expected"),
    [
        ("double seven one", (TWICE, "=7", "=1"), [("double seven one", "771")]),
        ("Kilo é Ösel", (FIRST, ITSELF, FIRST), [("Kilo é Ösel", "keo")]),
        (
            "so jo then 7 ok",
            (OUTSIDE, ITSELF, NOTHING, ITSELF, OUTSIDE),
            [("jo then 7", "jo7")],
        ),
        ("jo and call two", (ITSELF, OUTSIDE, OUTSIDE, "=2"), [("jo and call two", "jo2")]),
        (
            "jo and then call two",
            (ITSELF, OUTSIDE, OUTSIDE, OUTSIDE, "=2"),
            [("jo", "jo"), ("two", "2")],
        ),
        ("double it or not 7", (TWICE, OUTSIDE, OUTSIDE, OUTSIDE, "=7"), [("7", "7")]),
        ("so jo so", (NOTHING, ITSELF, NOTHING), [("jo", "jo")]),
        ("a b", (NOTHING, NOTHING), []),
        ("алексей 공일 straße", (ITSELF,) * 4, [("алексей 공일 straße", "алексей공일strasse")]),
    ],
)
def test_operations_write(
    text: str, operations: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    read = list(tokens(text))
    found = list(written(read, operations, [1.0] * len(read)))
    assert [(text[it.start : it.end], it.text) for it in found] == expected


def test_a_writing_is_as_sure_as_its_least_sure_word() -> None:
    operations, sure = (ITSELF, "=@", ITSELF, NOTHING), (0.9, 0.4, 0.8, 0.1)
    found = list(written(list(tokens("jo at me ok")), operations, sure))
    assert found == [Writing(0, 8, "jo@me", 0.4)]


@given(st.text())
def test_tokens_are_apart_and_hold_all_but_blanks(text: str) -> None:
    read = list(tokens(text))
    ends = [0, *(token.end for token in read)]
    assert all(end <= token.start < token.end for end, token in zip(ends, read, strict=False))
    between = [text[end : token.start] for end, token in zip(ends, read, strict=False)]
    assert "".join([*between, text[ends[-1] :]]).strip() == ""
    assert keys_of(dictation(text)).shape == (len(read), 8)
