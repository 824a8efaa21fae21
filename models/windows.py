"""Long texts are read through windows: a short violation is not lost, and the cost stays linear."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from models.reading import Reading, Sign

WINDOW_LENGTH = 300  # code points; four of five cases in data/ fit into one
HEADS_MAX = 12  # of one text; a list of addresses is read in its windows
_SENTENCE_END = re.compile(r"[.!?…。！？؟।\n]+\s*")


def windows(reading: Reading) -> Iterator[Reading]:
    """The reading itself when it is short; else one reading for each window of its text.

    Then one from each sentence that holds one of its heads.

    A window holds whole sentences, as many as fit, and the next one begins half a window later or
    sooner. A sentence that is longer than a window is cut, at a space if there is one.
    """
    if len(reading.text) <= WINDOW_LENGTH:
        yield reading
    marks = sorted(reading.marks, key=_PLACE)
    for start, end in _places(reading):
        yield replace(
            reading,
            text=reading.text[start:end],
            concepts=_within(reading.concepts, start, end),
            marks=_within(marks, start, end),
        )


def count_windows(reading: Reading) -> int:
    """How many there are."""
    is_short = len(reading.text) <= WINDOW_LENGTH
    return is_short + sum(1 for _ in _places(reading))


def _places(reading: Reading) -> Iterator[tuple[int, int]]:
    if len(reading.text) > WINDOW_LENGTH:
        yield from _ranges(reading.text)
    yield from _from_heads(reading)


def _from_heads(reading: Reading) -> Iterator[tuple[int, int]]:
    if not reading.heads:
        return
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(reading.text))]
    sentences = {starts[bisect_right(starts, head) - 1] for head in reading.heads[:HEADS_MAX]}
    for start in sorted(sentences - {0}):
        yield start, min(len(reading.text), start + WINDOW_LENGTH)


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    cuts = list(_cuts(text))
    first = 0
    while True:
        last = bisect_right(cuts, cuts[first] + WINDOW_LENGTH) - 1
        yield cuts[first], cuts[last]
        if last + 1 == len(cuts):
            return
        first = max(first + 1, bisect_right(cuts, cuts[first] + WINDOW_LENGTH // 2) - 1)


def _cuts(text: str) -> Iterator[int]:
    """Where the text may be cut, from 0 to its end; never further apart than a window."""
    at = 0
    yield 0
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    for end in (*ends, len(text)):
        while end - at > WINDOW_LENGTH:
            space = text.rfind(" ", at + WINDOW_LENGTH // 2, at + WINDOW_LENGTH)
            at = at + WINDOW_LENGTH if space < 0 else space + 1
            yield at
        if end > at:
            at = end
            yield at


_PLACE = attrgetter("place")


def _within(signs: Sequence[Sign], start: int, end: int) -> tuple[Sign, ...]:
    """Of signs in the order of their places, those in the range: a long text has thousands."""
    first = bisect_left(signs, start, key=_PLACE)
    found = signs[first : bisect_left(signs, end, first, key=_PLACE)]
    return tuple(Sign(sign.place - start, sign.name) for sign in found)
