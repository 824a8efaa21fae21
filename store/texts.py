"""Texts of messages for a list, and where in them details stand: to be covered before shown."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from store.content import Removal, read_content
from store.schema import contents, verdicts
from store.verdict_json import details_in


@dataclass(frozen=True, slots=True)
class Text:
    """``text`` is private. ``details`` are half-open ranges of it; ``removed`` says why it is gone.

    None as ``details`` is a message that was not judged yet.
    """

    text: str
    details: tuple[tuple[int, int], ...] | None
    removed: Removal | None


def texts_of(connection: Connection, pks: Collection[int]) -> dict[int, Text]:
    """The texts of these messages by their keys."""
    rows = connection.execute(
        select(contents, verdicts.c.body)
        .outerjoin(verdicts, verdicts.c.message_pk == contents.c.message_pk)
        .where(contents.c.message_pk.in_(pks))
    )
    return {
        row.message_pk: Text(
            read_content(row.content).text,
            None if row.body is None else details_in(row.body),
            row.removed_by,
        )
        for row in rows
    }
