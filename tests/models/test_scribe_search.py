"""The scribe's operations held to a form: the likeliest ones that write a whole detail."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dictation import ITSELF, NOTHING, OUTSIDE, TWICE, Writing, tokens
from models.scribe_search import Form, likeliest

OPERATIONS = (OUTSIDE, NOTHING, ITSELF, TWICE, "=@", "=.", "=7")
ADDRESS = Form(re.compile(r"[a-z0-9]+(?:@(?:[a-z]+(?:\.[a-z]*)?)?)?"), re.compile(r"\w+@\w+\.\w+"))
NUMBER = Form(re.compile(r"\d{0,15}"), re.compile(r"\d{3,15}"))


def held(text: str, form: Form, *likely: dict[str, float]) -> Writing | None:
    """The writing, for how likely which operations of each token are; of the rest, OUTSIDE is."""
    rows = [
        [
            shares.get(name, 1 - sum(shares.values()) if name == OUTSIDE else 0)
            for name in OPERATIONS
        ]
        for shares in likely
    ]
    return likeliest(list(tokens(text)), OPERATIONS, np.array(rows, np.float32), form)


SURE = {ITSELF: 0.95, NOTHING: 0.05}


def test_what_the_form_needs_is_written_though_it_is_less_likely() -> None:
    left_out = {NOTHING: 0.8, ITSELF: 0.15}
    dropped, dotted = {"=.": 0.1, ITSELF: 0.8}, {"=.": 0.9, NOTHING: 0.1}
    found = held("jo curl telia com", ADDRESS, SURE, {"=@": 0.9}, left_out, dropped)
    assert found is None  # no dot
    found = held("jo curl telia stop com", ADDRESS, SURE, {"=@": 0.9}, left_out, dotted, SURE)
    assert found is not None
    assert found[:3] == (0, 22, "jo@telia.com")
    assert found.probability == pytest.approx(0.15 / 0.8)


def test_it_begins_and_ends_where_that_is_likeliest() -> None:
    shares = ({}, SURE, {"=@": 0.9}, SURE, {"=.": 0.9}, SURE, {})
    found = held("to jo at gmx stop de please", ADDRESS, *shares)
    assert found is not None
    assert found[:3] == (3, 20, "jo@gmx.de")
    assert found.probability == 1


def test_a_figure_may_be_said_to_stand_twice() -> None:
    found = held("0 double seven", NUMBER, SURE, {TWICE: 0.9}, {"=7": 0.9})
    assert found is not None
    assert found.text == "077"


def test_a_detail_is_not_torn_apart() -> None:
    shares = [SURE, {"=@": 0.9}, SURE, *[{OUTSIDE: 1.0}] * 5, {"=.": 0.9}, SURE]
    text = "jo at gmx and that is all yes dot de"
    assert held(text, ADDRESS, *shares) is None
    found = held("jo at gmx so yes dot de", ADDRESS, *shares[:5], *shares[-2:])
    assert found is not None
    assert found[:3] == (0, 23, "jo@gmx.de")


def test_what_is_left_out_against_all_odds_shows() -> None:
    cut = held(" ".join("1234567890123456789"), NUMBER, *[{ITSELF: 0.998, NOTHING: 0.002}] * 19)
    assert cut is None or cut.probability < 0.01


@pytest.mark.parametrize("text", ["", "please", "jo at gmx"])
def test_nothing_is_written_that_is_no_whole_detail(text: str) -> None:
    assert held(text, ADDRESS, *[SURE] * len(text.split())) is None


@given(st.lists(st.lists(st.floats(0.001, 1), min_size=7, max_size=7), max_size=12))
def test_whatever_is_likely_the_writing_is_whole(rows: list[list[float]]) -> None:
    text = " ".join(["jo", "7", "at", "42"][place % 4] for place in range(len(rows)))
    shares = np.array(rows, np.float32).reshape(len(rows), len(OPERATIONS))
    found = likeliest(list(tokens(text)), OPERATIONS, shares, NUMBER)
    if found is not None:
        assert NUMBER.whole.fullmatch(found.text)
        assert 0 <= found.start < found.end <= len(text)
        assert 0 < found.probability <= 1
