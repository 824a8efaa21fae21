"""Vocabularies find whole words in scripts with spaces, and anything in those without."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.scripts import lowered
from scanner.detectors.words import Words

WORDS = Words([("tg", "app"), ("telef*", "phone"), ("电话", "phone"), ("on", "x"), ("on", "y")])


def found(text: str) -> list[tuple[str, str]]:
    return [(text[word.start : word.end], word.meaning) for word in WORDS.find(lowered(text))]


@pytest.mark.parametrize("text", ["", "atg", "tgs", "tg_bot", "ön", "hellotelef", "2tg"])
def test_parts_of_other_words_are_not_found(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TG: jo", [("TG", "app")]),
        ("加tg吧", [("tg", "app")]),
        ("telefonum", [("telef", "phone")]),
        ("打电话给我", [("电话", "phone")]),
        ("on", [("on", "x"), ("on", "y")]),
    ],
)
def test_words_stems_and_words_of_unspaced_scripts_are_found(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_part_of_a_text_holds_what_the_whole_holds_there(text: str, low: int, high: int) -> None:
    start, end = sorted((low, high))
    small = lowered(f"tg {text} telefon")
    inside = [word for word in WORDS.find(small) if start <= word.start and word.end <= end]
    assert list(WORDS.find(small, start, end)) == inside


@given(st.text())
def test_lower_case_keeps_every_place(text: str) -> None:
    assert len(lowered(text)) == len(text)


PIECES = st.sampled_from(
    [
        "tg",
        "telef",
        "um",
        "e-mail",
        "e mail",
        "$",
        " ",
        "-",
        "ö",
        "ा",
        "on",
        "_",
        "q",
        "on te",
        "c#",
    ]
)
STEMS = (("telef*", "phone"), ("q*", "letter"), ("on tel*", "phrase"))
MIXED = Words([*STEMS, ("tg", "app"), ("on", "x"), ("e-mail", "m"), ("$", "s"), ("c#", "tongue")])


@given(st.lists(PIECES, max_size=8).map("".join))
def test_a_word_of_an_unspaced_script_elsewhere_changes_nothing(text: str) -> None:
    assert MIXED.find(text) == MIXED.find(f"{text} 的")
