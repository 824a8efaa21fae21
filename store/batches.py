"""Many cases decided at once, and taken back at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select, update

from scanner.verdict import Category
from store import log, outbox, strikes
from store.cases import is_free_for
from store.decisions import UNDO, UNDO_WINDOW, Action, write_note
from store.errors import NotFound, NothingToUndo, PreviewOld, UndoTooLate
from store.narrowing import Filter, conditions
from store.outbox import Subject
from store.schema import batches, cases, decisions
from store.voiding import void

BATCH_MAX = 10_000  # cases; a second or two of a writer that all others wait for


@dataclass(frozen=True, slots=True)
class Batch:
    """``size`` cases got the same decision by one person at one moment."""

    id: int
    action: Action
    size: int
    by: str
    at: datetime


def count_free(
    connection: Connection, *, narrowed: Filter, as_of: datetime, by: str, now: datetime
) -> int:
    """How many of these cases they may decide together: no colleague's, and no appeals."""
    query = select(func.count()).select_from(cases)
    free = query.where(*conditions(narrowed, as_of), *_is_free(by, now))
    return connection.execute(free).scalar_one()


def decide_all(
    connection: Connection,
    *,
    narrowed: Filter,
    as_of: datetime,
    previewed: int,
    action: Action,
    reasons: Mapping[Category | None, str],
    by: str,
    now: datetime,
    note: str | None = None,
) -> Batch:
    """The cases that the filter let through at ``as_of`` are decided, the most urgent BATCH_MAX.

    Those that colleagues have in hand stay as they are, and so do appeals, which each have a person
    who wants to be heard. ``reasons`` gives the reason for each
    category. Raises PreviewOld when they are more than were ``previewed``, NotFound for none.

    1. The cases are taken, in one conditional UPDATE. 2. Each has its decision, and each sender at
    most one strike. 3. Webhooks will be told of each. 4. One row of the log names them all.
    """
    found = count_free(connection, narrowed=narrowed, as_of=as_of, by=by, now=now)
    if found > previewed:
        raise PreviewOld(previewed, found)
    chosen = (
        select(cases.c.id)
        .where(*conditions(narrowed, as_of), *_is_free(by, now))
        .order_by(cases.c.counts_from, cases.c.id)
        .limit(BATCH_MAX)
    )
    taken = connection.execute(
        update(cases)
        .where(cases.c.id.in_(chosen), *_is_free(by, now))
        .values(
            state="decided",
            action=action,
            decided_at=now,
            claimed_by=by,
            claim_expires_at=None,
            handling_ms=None,
        )
        .returning(cases.c.id, cases.c.category, cases.c.message_pk)
    ).all()
    if not taken:
        raise NotFound("batch", 0)
    batch_id = connection.execute(
        insert(batches)
        .values(action=action, size=len(taken), by=by, at=now)
        .returning(batches.c.id)
    ).scalar_one()
    written = write_note(note)
    made = connection.execute(
        insert(decisions).returning(decisions.c.id, decisions.c.case_id),
        [
            {
                "case_id": row.id,
                "action": action,
                "reason": reasons[row.category],
                "note": written,
                "by": by,
                "at": now,
                "batch": batch_id,
            }
            for row in sorted(taken)
        ],
    ).all()
    settled = strikes.settle(connection, [row.id for row in made], now=now)
    message_of = {row.id: row.message_pk for row in taken}
    _tell(connection, "case.decided", made, message_of, now=now)
    log.append(
        connection,
        event="batch.decided",
        subject=f"batch:{batch_id}",
        actor=by,
        now=now,
        details={
            "action": action,
            "cases": sorted(row.id for row in taken),
            **settled.told(),
        },
    )
    return Batch(batch_id, action, len(taken), by, now)


def undo_all(connection: Connection, batch_id: int, *, by: str, now: datetime) -> int:
    """The batch's decisions are taken back, and the cases open to all; how many they were.

    Those that were undone or opened again since stay as they are. Raises NotFound, NothingToUndo,
    UndoTooLate.
    """
    batch = find_batch(connection, batch_id)
    if batch.by != by:
        raise NothingToUndo(batch_id, by)
    if now > batch.at + UNDO_WINDOW:
        raise UndoTooLate(batch_id, batch.at + UNDO_WINDOW)
    members = select(decisions.c.case_id).where(decisions.c.batch == batch_id)
    reopened = connection.execute(
        update(cases)
        .where(
            cases.c.id.in_(members),
            cases.c.state == "decided",
            cases.c.decided_at == batch.at,
            cases.c.claimed_by == by,
        )
        .values(state="open", action=None, decided_at=None, claimed_by=None)
        .returning(cases.c.id, cases.c.message_pk)
    )
    message_of = {row.id: row.message_pk for row in reopened}
    if not message_of:
        raise NothingToUndo(batch_id, by)
    made = connection.execute(
        select(decisions.c.id, decisions.c.case_id).where(decisions.c.batch == batch_id)
    ).all()
    undone = connection.execute(
        insert(decisions).returning(decisions.c.id, decisions.c.case_id),
        [
            {"case_id": row.case_id, "action": UNDO, "by": by, "at": now, "undoes": row.id}
            for row in made
            if row.case_id in message_of
        ],
    ).all()
    ended = strikes.take_back(connection, message_of, by=by, now=now)
    void(connection, message_of, answered=True)
    _tell(connection, "case.undone", undone, message_of, now=now)
    log.append(
        connection,
        event="batch.undone",
        subject=f"batch:{batch_id}",
        actor=by,
        now=now,
        details={"cases": sorted(message_of), **strikes.Settled((), ended).told()},
    )
    return len(message_of)


def members(connection: Connection, batch_id: int) -> list[int]:
    """The ids of its cases."""
    query = select(decisions.c.case_id).where(decisions.c.batch == batch_id)
    return list(connection.execute(query).scalars())


def find_batch(connection: Connection, batch_id: int) -> Batch:
    """The batch as it was decided. Raises NotFound."""
    row = connection.execute(select(batches).where(batches.c.id == batch_id)).one_or_none()
    if row is None:
        raise NotFound("batch", batch_id)
    return Batch(row.id, row.action, row.size, row.by, row.at)


def _is_free(by: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return is_free_for(by, now), cases.c.appeal_id.is_(None)


def _tell(
    connection: Connection,
    event: outbox.Event,
    made: Sequence[Row[Any]],
    message_of: Mapping[int, int],
    *,
    now: datetime,
) -> None:
    """The webhooks will be told of each decision that was made."""
    told = [
        Subject(message_of[row.case_id], case_id=row.case_id, decision_id=row.id) for row in made
    ]
    outbox.put(connection, event, told, now=now)
