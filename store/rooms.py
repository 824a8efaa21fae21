"""What was said before a message in its room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, func, select

from scanner.message import HISTORY_MAX_LENGTH, Earlier, Message
from store.content import read_content
from store.schema import contents, messages


def histories_of(connection: Connection, kept: Mapping[int, Message]) -> dict[int, Message]:
    """These messages, by their pk, with the latest of their rooms that came before them.

    At most ``HISTORY_MAX_LENGTH``, oldest first. What has no room, or nothing before it, is left
    out. Two queries, however many messages and however long their rooms.
    """
    pks = [pk for pk, message in kept.items() if message.room is not None]
    if not pks:
        return {}
    judged, near, earlier = (messages.alias(name) for name in ("judged", "near", "earlier"))
    # The oldest one wanted, found by walking the index of room and pk backwards, so that the work
    # does not grow with the age of the room; NULL where the room has fewer.
    oldest = (
        select(near.c.pk)
        .where(near.c.room == judged.c.room, near.c.pk < judged.c.pk)
        .order_by(near.c.pk.desc())
        .offset(HISTORY_MAX_LENGTH - 1)
        .limit(1)
        .scalar_subquery()
        .correlate(judged)
    )
    pairs = connection.execute(
        select(judged.c.pk, earlier.c.pk)
        .join_from(
            judged,
            earlier,
            (earlier.c.room == judged.c.room)
            & (earlier.c.pk < judged.c.pk)
            & (earlier.c.pk >= func.coalesce(oldest, 0)),
        )
        .where(judged.c.pk.in_(pks))
        .order_by(judged.c.pk, earlier.c.pk)
    ).all()
    wanted = {earlier_pk for _, earlier_pk in pairs}
    said = {row.pk: row for row in connection.execute(_said().where(messages.c.pk.in_(wanted)))}
    rooms: dict[int, list[Row[Any]]] = defaultdict(list)
    for pk, earlier_pk in pairs:
        rooms[pk].append(said[earlier_pk])
    return {pk: _with_history(kept[pk], room) for pk, room in rooms.items()}


def history_for(connection: Connection, message: Message) -> Message:
    """A message that is not kept yet, with the latest that its room says so far."""
    if message.room is None:
        return message
    newest_first = _said().where(messages.c.room == message.room).order_by(messages.c.pk.desc())
    rows = connection.execute(newest_first.limit(HISTORY_MAX_LENGTH)).all()
    return _with_history(message, rows[::-1])


def _said() -> Any:
    return select(
        messages.c.pk, messages.c.sender, messages.c.sender_role, contents.c.content
    ).join(contents, contents.c.message_pk == messages.c.pk)


def _with_history(message: Message, rows: Sequence[Row[Any]]) -> Message:
    """Where a row does not say which side spoke, the same sender is the same side."""
    side = message.context.sender_role
    history = (
        Earlier(
            text=read_content(row.content).text,
            sender_role=row.sender_role
            or (side if row.sender is not None and row.sender == message.sender else None),
        )
        for row in rows
    )
    return replace(message, history=tuple(history))
