"""What was said before and after a message in its room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, Row, func, select

from scanner.message import HISTORY_MAX_LENGTH, Earlier, Message, Role
from store import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A message of a room as people read it. ``pk`` and ``id`` are None when a caller told of it."""

    text: str
    sender_role: Role | None
    sender: str | None = None
    sent_at: datetime | None = None
    pk: int | None = None
    id: str | None = None


def before(connection: Connection, pks: Sequence[int]) -> dict[int, tuple[Line, ...]]:
    """For each of these messages the latest of its room that came earlier, oldest first.

    At most ``HISTORY_MAX_LENGTH`` each. Messages without a room, or first in it, are left out.
    """
    if not pks:
        return {}
    judged = tables.messages.alias("judged")
    near = tables.messages.alias("near")
    earlier = tables.messages.alias("earlier")
    # The oldest one wanted, found by walking the index of (room, pk) backwards; so the work does
    # not grow with the age of the room. NULL when the room has fewer.
    floor = (
        select(near.c.pk)
        .where(near.c.room == judged.c.room, near.c.pk < judged.c.pk)
        .order_by(near.c.pk.desc())
        .offset(HISTORY_MAX_LENGTH - 1)
        .limit(1)
        .correlate(judged)
        .scalar_subquery()
    )
    pairs = connection.execute(
        select(judged.c.pk, earlier.c.pk)
        .join_from(
            judged,
            earlier,
            (earlier.c.room == judged.c.room)
            & (earlier.c.pk < judged.c.pk)
            & (earlier.c.pk >= func.coalesce(floor, 0)),
        )
        .where(judged.c.pk.in_(pks))
        .order_by(judged.c.pk, earlier.c.pk)
    ).all()
    lines = lines_of(connection, sorted({earlier_pk for _, earlier_pk in pairs}))
    rooms: dict[int, list[Line]] = defaultdict(list)
    for pk, earlier_pk in pairs:
        rooms[pk].append(lines[earlier_pk])
    return {pk: tuple(room) for pk, room in rooms.items()}


def latest(connection: Connection, room: str) -> tuple[Line, ...]:
    """The latest messages of a room, oldest first, at most ``HISTORY_MAX_LENGTH``."""
    query = _LINES.where(tables.messages.c.room == room)
    rows = connection.execute(
        query.order_by(tables.messages.c.pk.desc()).limit(HISTORY_MAX_LENGTH)
    ).all()
    return tuple(_line(row) for row in reversed(rows))


def after(connection: Connection, *, room: str, pk: int, limit: int) -> tuple[Line, ...]:
    """The next messages of a room after the one with this pk, oldest first."""
    query = _LINES.where(tables.messages.c.room == room, tables.messages.c.pk > pk)
    rows = connection.execute(query.order_by(tables.messages.c.pk).limit(limit))
    return tuple(_line(row) for row in rows)


def lines_of(connection: Connection, pks: Sequence[int]) -> Mapping[int, Line]:
    """The messages by their pk; what is not there (any more) is left out."""
    rows = connection.execute(_LINES.where(tables.messages.c.pk.in_(pks)))
    return {row.pk: _line(row) for row in rows}


def with_history(message: Message, room: Sequence[Line]) -> Message:
    """The message with the room as its history.

    Where a line does not say which side spoke, it is this message's side if the sender is the same.
    """
    own = message.context.sender_role
    history = (
        Earlier(
            text=line.text,
            sender_role=line.sender_role
            or (own if line.sender is not None and line.sender == message.sender else None),
        )
        for line in room
    )
    return replace(message, history=tuple(history))


_LINES = select(
    tables.messages.c.pk,
    tables.messages.c.id,
    tables.messages.c.sender,
    tables.messages.c.sender_role,
    tables.messages.c.sent_at,
    tables.contents.c.content,
).join_from(tables.messages, tables.contents)


def _line(row: Row[tuple[int, str, str | None, Role | None, datetime | None, dict[str, str]]]) -> Line:
    return Line(
        text=row.content["text"],
        sender_role=row.sender_role,
        sender=row.sender,
        sent_at=row.sent_at,
        pk=row.pk,
        id=row.id,
    )
