"""A case as a line of a list: its row, and a few marked words of its message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from console.marking import Segment, excerpt, mark
from console.words import REMOVED
from store.desk import CaseRow

EXCERPT_MAX_LENGTH = 180  # characters; two lines of the queue


@dataclass(frozen=True, slots=True)
class Listed:
    """A case of a list. ``excerpt`` begins a little before the first mark."""

    row: CaseRow
    excerpt: tuple[Segment, ...]


def listed(rows: Iterable[CaseRow]) -> list[Listed]:
    """The rows in their order, each with its excerpt."""
    return [Listed(row, _excerpt(row)) for row in rows]


def _excerpt(row: CaseRow) -> tuple[Segment, ...]:
    if row.text_removed is not None:
        return (Segment(REMOVED[row.text_removed]),)
    return excerpt(mark(row.text, ()), length=EXCERPT_MAX_LENGTH)
