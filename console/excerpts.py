"""A case as a line of a list: its row, and a few marked words of its message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from console.marking import Segment, excerpt, mark
from console.masking import cover, details_in
from console.words import REMOVED
from store.desk import CaseRow
from store.texts import Text

EXCERPT_MAX_LENGTH = 180  # characters; two lines of the queue


@dataclass(frozen=True, slots=True)
class Listed:
    """A case of a list. Details are covered in its ``excerpt``, whoever looks."""

    row: CaseRow
    excerpt: tuple[Segment, ...]


def listed(rows: Iterable[CaseRow]) -> list[Listed]:
    """The rows in their order, each with its excerpt."""
    return [
        Listed(row, covered_excerpt(Text(row.text, row.details, row.text_removed))) for row in rows
    ]


def covered_excerpt(one: Text) -> tuple[Segment, ...]:
    """The beginning of a text with its details covered, or why there is none any more."""
    if one.removed is not None:
        return (Segment(REMOVED[one.removed]),)
    found = details_in(one.text) if one.details is None else one.details
    return excerpt(mark(cover(one.text, found), ()), length=EXCERPT_MAX_LENGTH)
