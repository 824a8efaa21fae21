"""Cases: what waits for a moderator, and whose it is for the moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Literal, NoReturn

from sqlalchemy import Connection, and_, case, insert, or_, select, update

from scanner.message import Context
from scanner.verdict import Verdict
from store import likeness, log, outbox
from store.content import read_content
from store.errors import AlreadyDecided, ClaimedByOther, DecidedFirst, NotClaimed, NotFound
from store.log import SYSTEM
from store.outbox import Subject
from store.schema import cases, contents, messages
from store.urgency import counts_from, due_at, priority

CaseState = Literal["open", "claimed", "decided"]
OpenedBy = Literal["verdict", "report"]


def open_case(
    connection: Connection,
    message_pk: int,
    *,
    verdict: Verdict | None,
    opened_by: OpenedBy,
    now: datetime,
    language: str | None = None,
    trace: str | None = None,
) -> int:
    """The message has a case that says why; the case's id.

    A case that a report opened before the message was judged takes the verdict on. It joins the
    first case whose message says nearly the same.
    """
    row = connection.execute(
        select(
            messages.c.contract,
            messages.c.surface,
            messages.c.sender,
            contents.c.content,
            cases.c.id,
            cases.c.opened_at,
        )
        .join(contents, contents.c.message_pk == messages.c.pk)
        .outerjoin(cases, cases.c.message_pk == messages.c.pk)
        .where(messages.c.pk == message_pk)
    ).one()
    opened_at = row.opened_at or now
    weight = priority(verdict, Context(contract=row.contract))
    decision = None if verdict is None else verdict.decision
    told: dict[str, Any] = {
        "decision": decision,
        "category": verdict.reasons[0].category if verdict and verdict.reasons else None,
        "score": verdict.reasons[0].score if verdict and verdict.reasons else None,
        "priority": weight,
        "counts_from": counts_from(weight, opened_at),
        "due_at": due_at(decision, opened_at),
        "language": language,
    }
    if row.id is not None:
        connection.execute(update(cases).where(cases.c.id == row.id).values(**told))
        return int(row.id)
    lanes = likeness.sketch(read_content(row.content).text)
    alike = likeness.find_alike(connection, lanes)
    opened = connection.execute(
        insert(cases)
        .values(
            message_pk=message_pk,
            state="open",
            opened_by=opened_by,
            opened_at=now,
            contract=row.contract,
            surface=row.surface,
            sender=row.sender,
            alike=alike,
            **told,
        )
        .returning(cases.c.id)
    ).scalar_one()
    if alike is None:
        connection.execute(update(cases).where(cases.c.id == opened).values(alike=opened))
        likeness.remember(connection, opened, lanes)
    outbox.put(
        connection, "case.opened", [Subject(message_pk, case_id=opened, trace=trace)], now=now
    )
    log.append(
        connection,
        event="case.opened",
        subject=f"case:{opened}",
        actor=SYSTEM,
        now=now,
        details={"by": opened_by, "decision": told["decision"]},
    )
    return int(opened)


def claim(
    connection: Connection, case_id: int, *, by: str, lease: timedelta, now: datetime
) -> datetime:
    """The case is theirs until the returned moment. Claiming again renews.

    One conditional UPDATE; when no row changed, somebody else was first. Raises NotFound,
    ClaimedByOther, AlreadyDecided, DecidedFirst.
    """
    until = now + lease
    claimed = connection.execute(
        update(cases)
        .where(cases.c.id == case_id, is_free_for(by, now))
        .values(
            state="claimed",
            claimed_by=by,
            claim_expires_at=until,
            claimed_at=case((is_theirs(by, now), cases.c.claimed_at), else_=now),
        )
    )
    if claimed.rowcount == 0:
        refuse(connection, case_id, by=by)
    log.append(connection, event="case.claimed", subject=f"case:{case_id}", actor=by, now=now)
    return until


def renew(
    connection: Connection, case_id: int, *, by: str, lease: timedelta, now: datetime
) -> datetime:
    """The case stays theirs until the returned moment; it has to be theirs still.

    No row in the log: nobody's claim changed. Raises NotFound, ClaimedByOther, AlreadyDecided,
    NotClaimed.
    """
    until = now + lease
    renewed = connection.execute(
        update(cases)
        .where(
            cases.c.id == case_id,
            cases.c.state == "claimed",
            cases.c.claimed_by == by,
            cases.c.claim_expires_at > now,
        )
        .values(claim_expires_at=until)
    )
    if renewed.rowcount == 0:
        refuse(connection, case_id, by=by)
    return until


def release(connection: Connection, case_id: int, *, by: str, now: datetime) -> None:
    """The case is open to all again.

    Raises NotFound, ClaimedByOther, AlreadyDecided, NotClaimed.
    """
    released = connection.execute(
        update(cases)
        .where(cases.c.id == case_id, cases.c.state == "claimed", cases.c.claimed_by == by)
        .values(state="open", claimed_by=None, claim_expires_at=None)
    )
    if released.rowcount == 0:
        refuse(connection, case_id, by=by)
    log.append(connection, event="case.released", subject=f"case:{case_id}", actor=by, now=now)


def is_theirs(by: str, now: datetime) -> Any:
    """The condition under which this moderator has the case already."""
    return and_(
        cases.c.state == "claimed", cases.c.claimed_by == by, cases.c.claim_expires_at > now
    )


def is_free_for(by: str, now: datetime) -> Any:
    """The condition under which this moderator may take the case, or has it."""
    return and_(
        is_open_to(by),
        or_(
            cases.c.state == "open",
            and_(
                cases.c.state == "claimed",
                or_(cases.c.claimed_by == by, cases.c.claim_expires_at <= now),
            ),
        ),
    )


def is_open_to(by: str) -> Any:
    """The condition under which the case is no appeal against a decision of theirs."""
    return or_(cases.c.barred.is_(None), cases.c.barred != by)


def refuse(connection: Connection, case_id: int, *, by: str) -> NoReturn:
    """Raises what stands in the way of a change to the case that found no row."""
    row = connection.execute(
        select(cases.c.state, cases.c.claimed_by, cases.c.claim_expires_at, cases.c.barred).where(
            cases.c.id == case_id
        )
    ).one_or_none()
    if row is None:
        raise NotFound("case", case_id)
    if row.state == "decided":
        raise AlreadyDecided(case_id)
    if row.state == "claimed" and row.claimed_by != by:
        raise ClaimedByOther(case_id, row.claimed_by, row.claim_expires_at)
    if row.barred == by:
        raise DecidedFirst(case_id, by)
    raise NotClaimed(case_id, by)
