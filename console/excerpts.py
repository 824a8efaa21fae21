"""A case as a line of a list: its row, and a few marked words of its message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from console.marking import Segment, excerpt, mark
from console.masking import cover, details_in
from console.words import REMOVED
from store.desk import CaseRow

EXCERPT_MAX_LENGTH = 180  # characters; two lines of the queue


@dataclass(frozen=True, slots=True)
class Listed:
    """A case of a list. Details are covered in its ``excerpt``, whoever looks."""

    row: CaseRow
    excerpt: tuple[Segment, ...]


def listed(rows: Iterable[CaseRow]) -> list[Listed]:
    """The rows in their order, each with its excerpt."""
    return [Listed(row, _excerpt(row)) for row in rows]


def _excerpt(row: CaseRow) -> tuple[Segment, ...]:
    if row.text_removed is not None:
        return (Segment(REMOVED[row.text_removed]),)
    found = details_in(row.text) if row.details is None else row.details
    return excerpt(mark(cover(row.text, found), ()), length=EXCERPT_MAX_LENGTH)
