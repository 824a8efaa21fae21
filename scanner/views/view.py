"""A view: one way of reading a text, with the way back to the raw characters.

Everything that folds, decodes, joins or reverses is built from three moves, ``rewrite``,
``respell`` and ``reverse``. All keep, for every character of the new text, the range of raw
characters that it stands for, so that what is found in any view can be marked in what was typed.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scanner.verdict import Span

SEPARATOR = "\n"  # between the messages of a source that joins several


@dataclass(frozen=True, slots=True)
class Source:
    """The raw text that views are made of: the judged message, or several of a room joined.

    ``messages`` are their numbers as in ``Span.message``; ``offsets`` say where each begins.
    """

    text: str
    messages: tuple[int, ...] = (0,)
    offsets: tuple[int, ...] = (0,)

    @classmethod
    def join(cls, parts: Sequence[tuple[int, str]]) -> Source:
        """One source of several messages, given as (number, raw text), oldest first."""
        offsets, position = [], 0
        for _, text in parts:
            offsets.append(position)
            position += len(text) + len(SEPARATOR)
        return cls(
            SEPARATOR.join(text for _, text in parts),
            tuple(number for number, _ in parts),
            tuple(offsets),
        )

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The range as spans, cut where messages meet; separators belong to no message."""
        spans = []
        first = bisect_right(self.offsets, start) - 1
        for index in range(first, len(self.offsets)):
            offset = self.offsets[index]
            if offset >= end:
                break
            is_last = index + 1 == len(self.offsets)
            stop = len(self.text) if is_last else self.offsets[index + 1] - len(SEPARATOR)
            if max(start, offset) < min(end, stop):
                low, high = max(start, offset) - offset, min(end, stop) - offset
                spans.append(Span(self.messages[index], low, high))
        return tuple(spans)


class Edit(NamedTuple):
    """Put ``text`` where the half-open range stood in the text of a view."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """Where one disguise was lifted: sorted ranges of the source, apart from each other."""

    disguise: str
    starts: array[int]
    ends: array[int]

    def touches(self, start: int, end: int) -> bool:
        """Whether any of the ranges meets the half-open range of the source."""
        return bisect_right(self.ends, start) < bisect_left(self.starts, end)


@dataclass(frozen=True, slots=True)
class View:
    """``text`` as read; ``starts[i]`` and ``ends[i]`` bound the source range of its character i.

    None in their place means that character i stands for character i of the source.
    """

    source: Source
    text: str
    starts: array[int] | None = None
    ends: array[int] | None = None
    changes: tuple[Change, ...] = ()

    @property
    def disguises(self) -> tuple[str, ...]:
        """The disguises lifted anywhere in this view; empty for the plain one."""
        return tuple(dict.fromkeys(change.disguise for change in self.changes))

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The smallest source range that holds all that the range of this view stands for."""
        if self.starts is None or self.ends is None:
            return start, end
        return min(self.starts[start:end]), max(self.ends[start:end])

    def from_source(self, start: int, end: int) -> tuple[int, int]:
        """The range of this view that stands for a range of its source, in a view in its order."""
        if self.starts is None or self.ends is None:
            return start, end
        low = bisect_right(self.ends, start)
        return low, max(low, bisect_left(self.starts, end))

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where a non-empty range of this view stands in the raw messages."""
        return self.source.spans(*self.to_source(start, end))

    def read_as(self, start: int, end: int) -> tuple[str, ...]:
        """The disguises lifted within a non-empty range; empty when it stands there plain."""
        low, high = self.to_source(start, end)
        touching = (change.disguise for change in self.changes if change.touches(low, high))
        return tuple(dict.fromkeys(touching))


def plain(source: Source) -> View:
    """The text as it was typed."""
    return View(source, source.text)


def rewrite(view: View, edits: Iterable[Edit], *, disguise: str) -> View:
    """The view with the edits made; itself when there are none.

    Edits are in ascending order and apart from each other. Every character of a replacement stands
    for the whole source range that was replaced. Takes time linear in the length of the text.
    Raises ValueError for edits out of order.
    """
    pieces: list[str] = []
    starts: array[int] = array("i")
    ends: array[int] = array("i")
    lows: array[int] = array("i")
    highs: array[int] = array("i")
    at = 0
    for edit in edits:
        if edit.start < at or edit.end < edit.start or edit.end > len(view.text):
            raise ValueError(f"edit {edit.start}..{edit.end} is out of order or outside the text")
        _keep(view, at, edit.start, pieces, starts, ends)
        at = edit.end
        if edit.start == edit.end and not edit.text:
            continue
        low, high = _anchor(view, edit.start, edit.end)
        pieces.append(edit.text)
        starts.extend([low] * len(edit.text))
        ends.extend([high] * len(edit.text))
        lows.append(low)
        highs.append(high)
    if not lows:
        return view
    _keep(view, at, len(view.text), pieces, starts, ends)
    change = _change(disguise, lows, highs)
    return View(view.source, "".join(pieces), starts, ends, (*view.changes, change))


def apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits in order, without those that begin before the end of one that came first."""
    end = 0
    for edit in sorted(edits):
        if edit.start >= end:
            yield edit
            end = edit.end


def respell(
    view: View, pattern: re.Pattern[str], table: Mapping[int, str | int], *, disguise: str
) -> View:
    """The view with every run that the pattern matches spelt by the table, one character for one.

    The view itself when nothing matches. The table maps code points to single characters, so that
    positions stay as they are; it may not touch characters that the pattern leaves out.
    """
    lows, highs = array("i"), array("i")
    for match in pattern.finditer(view.text):
        low, high = view.to_source(*match.span())
        lows.append(low)
        highs.append(high)
    if not lows:
        return view
    change = _change(disguise, lows, highs)
    text = view.text.translate(table)
    return View(view.source, text, view.starts, view.ends, (*view.changes, change))


def reverse(view: View, *, disguise: str) -> View:
    """The view read from its end to its beginning."""
    length = len(view.text)
    starts = view.starts if view.starts is not None else array("i", range(length))
    ends = view.ends if view.ends is not None else array("i", range(1, length + 1))
    change = Change(disguise, array("i", [0]), array("i", [len(view.source.text)]))
    return View(view.source, view.text[::-1], starts[::-1], ends[::-1], (*view.changes, change))


def _keep(
    view: View, start: int, end: int, pieces: list[str], starts: array[int], ends: array[int]
) -> None:
    if start == end:
        return
    pieces.append(view.text[start:end])
    if view.starts is None or view.ends is None:
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))
    else:
        starts.extend(view.starts[start:end])
        ends.extend(view.ends[start:end])


def _anchor(view: View, start: int, end: int) -> tuple[int, int]:
    """The source range of an edit; one that only inserts takes the place between its neighbours."""
    if start < end:
        return view.to_source(start, end)
    if start < len(view.text):
        low, _ = view.to_source(start, start + 1)
        return low, low
    _, high = view.to_source(start - 1, start) if start else (0, 0)
    return high, high


def _change(disguise: str, lows: array[int], highs: array[int]) -> Change:
    """Ranges sorted and joined where they meet: edits of a reversed view come in falling order."""
    ranges = sorted(zip(lows, highs, strict=True))
    starts, ends = array("i", [ranges[0][0]]), array("i", [ranges[0][1]])
    for low, high in ranges[1:]:
        if low <= ends[-1]:
            ends[-1] = max(ends[-1], high)
        else:
            starts.append(low)
            ends.append(high)
    return Change(disguise, starts, ends)
