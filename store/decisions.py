"""Decisions of moderators: appended, never changed; undoing one appends another."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, insert, select, update

from store import appeals, log, outbox, strikes
from store.cases import is_free_for, is_theirs, refuse
from store.errors import NotFound, NothingToUndo, UndoTooLate
from store.outbox import Subject
from store.schema import cases, decisions
from store.voiding import void

Action = Literal["allow", "mask", "bounce", "refuse", "escalate"]
ACTIONS: tuple[Action, ...] = get_args(Action)
UNDO = "undo"

UNDO_WINDOW = timedelta(minutes=5)  # what docs/console.md promises
LOOKED_AT_MAX = 100  # rows; of what somebody did last
NOTE_MAX_LENGTH = 2_000  # characters
REASON_MAX_LENGTH = 32  # characters


@dataclass(frozen=True, slots=True)
class Decision:
    """One row. ``undoes`` is the id of the decision that this one took back.

    ``batch`` is that of many cases that were decided at once.
    """

    id: int
    case_id: int
    action: Action | Literal["undo"]
    reason: str | None
    note: str | None
    by: str
    at: datetime
    undoes: int | None
    batch: int | None = None


def decide(
    connection: Connection,
    case_id: int,
    *,
    action: Action,
    by: str,
    now: datetime,
    reason: str | None = None,
    note: str | None = None,
) -> Decision:
    """The case is decided. It has to be open, theirs, or left by somebody whose claim ran out.

    The sender has the strike that it brings, and no other for this case; an appeal is answered.
    How long it was in their hands is kept with the case. Raises NotFound, ClaimedByOther,
    AlreadyDecided, DecidedFirst, Unanswered.
    """
    handling_ms = _handling_ms(connection, case_id, by=by, now=now)
    decided = connection.execute(
        update(cases)
        .where(cases.c.id == case_id, is_free_for(by, now))
        .values(
            state="decided",
            action=action,
            decided_at=now,
            claimed_by=by,
            claim_expires_at=None,
            handling_ms=handling_ms,
        )
        .returning(cases.c.appeal_id)
    ).one_or_none()
    if decided is None:
        refuse(connection, case_id, by=by)
    decision = _append(
        connection, case_id=case_id, action=action, reason=reason, note=note, by=by, at=now
    )
    settled = strikes.settle(connection, [decision.id], now=now)
    _tell(connection, "case.decided", decision)
    details: dict[str, log.Detail] = {"action": action, "decision": decision.id, **settled.told()}
    if decided.appeal_id is not None:
        details["appeal"] = decided.appeal_id
        details["outcome"] = appeals.answer(
            connection, decided.appeal_id, decision_id=decision.id, action=action, now=now
        )
    log.append(
        connection,
        event="case.decided",
        subject=f"case:{case_id}",
        actor=by,
        now=now,
        details=details,
    )
    return decision


def undo(
    connection: Connection, case_id: int, *, by: str, lease: timedelta, now: datetime
) -> Decision:
    """The last decision is taken back with its strike, and the case is theirs for the lease.

    Only by the one who decided, within UNDO_WINDOW. Raises NotFound, NothingToUndo, UndoTooLate.
    """
    if connection.execute(select(cases.c.id).where(cases.c.id == case_id)).first() is None:
        raise NotFound("case", case_id)
    last = connection.execute(
        select(decisions)
        .where(decisions.c.case_id == case_id)
        .order_by(decisions.c.id.desc())
        .limit(1)
    ).one_or_none()
    if last is None or last.action == UNDO or last.by != by:
        raise NothingToUndo(case_id, by)
    if now > last.at + UNDO_WINDOW:
        raise UndoTooLate(case_id, last.at + UNDO_WINDOW)
    reopened = connection.execute(
        update(cases)
        .where(cases.c.id == case_id, cases.c.state == "decided", cases.c.decided_at == last.at)
        .values(
            state="claimed",
            action=None,
            decided_at=None,
            claimed_by=by,
            claim_expires_at=now + lease,
        )
    )
    if reopened.rowcount == 0:  # undone already by the same person elsewhere
        raise NothingToUndo(case_id, by)
    undone = _append(
        connection,
        case_id=case_id,
        action=UNDO,
        reason=None,
        note=None,
        by=by,
        at=now,
        undoes=last.id,
    )
    ended = strikes.take_back(connection, [case_id], by=by, now=now)
    appeals.ask_again(connection, last.id)
    void(connection, [case_id], answered=True)
    _tell(connection, "case.undone", undone)
    log.append(
        connection,
        event="case.undone",
        subject=f"case:{case_id}",
        actor=by,
        now=now,
        details={"decision": last.id, **strikes.Settled((), ended).told()},
    )
    return undone


def last_of(connection: Connection, *, by: str, now: datetime) -> Decision | None:
    """Their newest decision that stands and can still be undone."""
    newest = (
        select(decisions)
        .where(decisions.c.by == by)
        .order_by(decisions.c.id.desc())
        .limit(LOOKED_AT_MAX)
        .subquery()
    )
    row = connection.execute(
        select(newest)
        .join(cases, (cases.c.id == newest.c.case_id) & (cases.c.decided_at == newest.c.at))
        .where(
            cases.c.state == "decided",
            newest.c.action != UNDO,
            newest.c.at > now - UNDO_WINDOW,
        )
        .order_by(newest.c.id.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else _as_decision(row)


def decisions_of(connection: Connection, case_id: int) -> list[Decision]:
    """Everything decided and undone on a case, oldest first."""
    rows = connection.execute(
        select(decisions).where(decisions.c.case_id == case_id).order_by(decisions.c.id)
    )
    return [_as_decision(row) for row in rows]


def write_note(note: str | None) -> str | None:
    """The column's value: JSON in ASCII, since people write what PostgreSQL's text refuses."""
    return None if note is None else json.dumps(note)


def read_note(stored: str | None) -> str | None:
    """The note as it was given."""
    return None if stored is None else str(json.loads(stored))


def _handling_ms(connection: Connection, case_id: int, *, by: str, now: datetime) -> int | None:
    """Since they claimed it, or since they were done with the case before where that came later.

    The next case is claimed while one is read. None where they have not claimed it.
    """
    query = select(cases.c.claimed_at).where(cases.c.id == case_id, is_theirs(by, now))
    since = connection.execute(query).scalar_one_or_none()
    if since is None:
        return None
    last = select(decisions.c.at).where(decisions.c.by == by).order_by(decisions.c.id.desc())
    before: datetime | None = connection.execute(last.limit(1)).scalar_one_or_none()
    took: timedelta = now - max(since, before or since)
    return took // timedelta(milliseconds=1)


def _tell(connection: Connection, event: outbox.Event, decision: Decision) -> None:
    """The webhooks will be told."""
    query = select(cases.c.message_pk).where(cases.c.id == decision.case_id)
    message_pk = connection.execute(query).scalar_one()
    told = Subject(message_pk, case_id=decision.case_id, decision_id=decision.id)
    outbox.put(connection, event, [told], now=decision.at)


def _append(connection: Connection, *, note: str | None, **values: Any) -> Decision:
    values["note"] = write_note(note)
    row = connection.execute(insert(decisions).values(**values).returning(decisions)).one()
    return _as_decision(row)


def _as_decision(row: Row[Any]) -> Decision:
    return Decision(
        row.id,
        row.case_id,
        row.action,
        row.reason,
        read_note(row.note),
        row.by,
        row.at,
        row.undoes,
        row.batch,
    )
