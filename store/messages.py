"""Messages come in once, are lent to one worker at a time, and are read with their room."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Row, bindparam, func, insert, or_, select, update

from scanner.message import Context, Earlier, Message
from scanner.verdict import Verdict
from store import log, tables, verdict_json
from store.columns import IDENTIFIER_MAX_LENGTH, is_identifier
from store.dialects import insert_new
from store.errors import InvalidMessageError, MessageConflictError

State = Literal["waiting", "judged"]

_messages, _contents = tables.messages.c, tables.contents.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A message is kept. ``is_new`` is False when it was here already, the very same."""

    pk: int
    id: str
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is known of a message. ``verdict`` and ``judged_at`` are None while it waits."""

    pk: int
    id: str
    state: State
    received_at: datetime
    judged_at: datetime | None
    verdict: Verdict | None
    case_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leased:
    """A message lent to be judged. ``attempts`` counts this time too; above 1, a worker was lost."""

    pk: int
    attempts: int


def receive(
    connection: Connection, messages: Sequence[Message], *, by: str, now: datetime
) -> list[Receipt]:
    """All messages are kept and wait to be judged; one receipt each, in their order.

    A message without an id is given one. The same message again, same id and same content, gets the
    receipt of the first. Raises InvalidMessageError or MessageConflictError, and keeps none then.
    """
    rows = [_to_row(index, message, now=now) for index, message in enumerate(messages)]
    given: dict[str, Message] = {}
    conflicts: set[str] = set()
    for row, message in zip(rows, messages, strict=True):
        if not _is_same(given.setdefault(row["id"], message), message):
            conflicts.add(row["id"])
    new = _insert_new(connection, {row["id"]: row for row in rows})
    old = _known(connection, [id for id in given if id not in new])
    conflicts.update(id for id, (_, known) in old.items() if not _is_same(known, given[id]))
    if conflicts:
        raise MessageConflictError(sorted(conflicts))
    if new:
        connection.execute(
            insert(tables.contents),
            [{"message_pk": pk, "content": _to_content(given[id])} for id, pk in new.items()],
        )
        details = {"messages": sorted(new.values())}
        log.append(
            connection, log.Entry(actor=by, event="messages.received", details=details), now=now
        )
    pks = new | {id: pk for id, (pk, _) in old.items()}
    receipts, seen = [], set(old)
    for row in rows:
        id = row["id"]
        receipts.append(Receipt(pk=pks[id], id=id, is_new=id not in seen))
        seen.add(id)
    return receipts


def find(connection: Connection, id: str) -> Found | None:
    """What is known of the message with this id of the marketplace; None when it never came."""
    row = connection.execute(
        select(
            tables.messages, _contents.content, tables.verdicts, tables.cases.c.id.label("case_id")
        )
        .join_from(tables.messages, tables.contents)
        .outerjoin(tables.verdicts, tables.verdicts.c.message_pk == _messages.pk)
        .outerjoin(tables.cases, tables.cases.c.message_pk == _messages.pk)
        .where(_messages.id == id)
    ).one_or_none() if is_identifier(id) else None
    if row is None:
        return None
    ...


def load(connection: Connection, pks: Collection[int]) -> list[Loaded]:
    """The messages in ascending order of pk, each with the talk before it.

    One that came without history is given what the store has of its room. What is not there (any
    more) is left out.
    """
    rows = connection.execute(_KEPT.where(_messages.pk.in_(pks)).order_by(_messages.pk)).all()
    alone = [row.pk for row in rows if row.room is not None and not row.content["history"]]
    around = rooms.before(connection, alone)
    return [
        Loaded(
            pk=row.pk,
            message=rooms.with_history(kept, around[row.pk]) if row.pk in around else kept,
            room=tuple(line.pk for line in around.get(row.pk, ())),
        )
        for row in rows
    ]
