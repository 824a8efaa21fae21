"""What somebody said, where it was handed over again as the talk before another's message."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, or_, select, update

from scanner.message import Earlier
from store.content import Content, read_content, write_content
from store.schema import contents, messages, verdicts
from store.verdict_json import spans_of


@dataclass(frozen=True, slots=True)
class Theirs:
    """How to tell their words in a talk that names no senders.

    ``roles`` are the sides on which they spoke in the room; with None among them, or an entry
    without one, nobody can tell, and then it counts as theirs. ``texts`` are hashes of what they
    wrote. Outside of rooms ``roles`` is empty, and only the same text tells.
    """

    roles: frozenset[str | None]
    texts: frozenset[bytes]

    def said(self, entry: Earlier) -> bool:
        """Whether the entry is, or may be, theirs."""
        if not entry.text:
            return False
        if text_hash(entry.text) in self.texts:
            return True
        unclear = entry.sender_role is None or None in self.roles
        return bool(self.roles) and (unclear or entry.sender_role in self.roles)


def text_hash(text: str) -> bytes:
    """By which the same text is known again while somebody is erased; kept nowhere."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def remove_copies_in_room(connection: Connection, room: str, theirs: Theirs, *, sender: str) -> int:
    """Their words are gone from the talk that others' messages of the room brought; how many."""
    query = _kept(sender).where(messages.c.room == room)
    rows = connection.execute(query.with_for_update(of=messages)).all()
    return _remove(connection, rows, theirs)


def remove_copies_without_room(
    connection: Connection, theirs: Theirs, *, sender: str, after: int, limit: int
) -> tuple[int, int | None]:
    """The same for a page of messages that have no room, where only the same text tells.

    How many were gone, and the pk after which the next page begins; None at the end.
    """
    query = _kept(sender).where(messages.c.room.is_(None), messages.c.pk > after)
    rows = connection.execute(query.limit(limit).with_for_update(of=messages)).all()
    removed = _remove(connection, rows, theirs)
    return removed, rows[-1].message_pk if len(rows) == limit else None


def _kept(sender: str) -> Any:
    """What others wrote and is kept still."""
    return (
        select(contents.c.message_pk, contents.c.content, verdicts.c.body)
        .join(messages, messages.c.pk == contents.c.message_pk)
        .outerjoin(verdicts, verdicts.c.message_pk == contents.c.message_pk)
        .where(
            contents.c.removed_at.is_(None),
            or_(messages.c.sender.is_(None), messages.c.sender != sender),
        )
        .order_by(messages.c.pk)
    )


def _remove(connection: Connection, rows: Sequence[Row[Any]], theirs: Theirs) -> int:
    removed = 0
    for row in rows:
        content = read_content(row.content)
        places = {place for place, entry in enumerate(content.history) if theirs.said(entry)}
        if not places:
            continue
        emptied = _without(content, places, row.body)
        connection.execute(
            update(contents)
            .where(contents.c.message_pk == row.message_pk)
            .values(
                content=write_content(
                    emptied.text, emptied.history, emptied.values, emptied.appeals
                )
            )
        )
        connection.execute(
            update(messages).where(messages.c.pk == row.message_pk).values(fingerprint="")
        )
        removed += len(places)
    return removed


def _without(content: Content, places: Collection[int], body: str | None) -> Content:
    """The content with these entries empty, and without the values that were found in them.

    The entries stay in their places, because findings count by them.
    """
    length = len(content.history)
    history = tuple(
        replace(entry, text="") if place in places else entry
        for place, entry in enumerate(content.history)
    )
    reaches = [] if body is None else spans_of(body)
    values = tuple(
        None
        if place < len(reaches) and any(length + span.message in places for span in reaches[place])
        else value
        for place, value in enumerate(content.values)
    )
    return replace(content, history=history, values=values)
