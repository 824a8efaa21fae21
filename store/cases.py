"""Cases: what waits for a moderator, and whose it is for the moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Literal, NoReturn

from sqlalchemy import Connection, and_, insert, or_, select, update

from scanner.message import Context
from scanner.verdict import Category, Verdict
from store import log
from store.errors import AlreadyDecided, ClaimedByOther, NotClaimed, NotFound
from store.schema import cases, messages

CaseState = Literal["open", "claimed", "decided"]
OpenedBy = Literal["verdict", "report"]

SYSTEM = "inbounds"  # the actor of what nobody in particular did

HARM: dict[Category, float] = {  # how bad it is to get through, beside an email address
    "scam": 4.0,
    "payment.account": 2.0,
    "payment.offplatform": 2.0,
    "spam": 1.5,
    "contact.email": 1.0,
    "contact.phone": 1.0,
    "contact.handle": 1.0,
    "contact.link": 1.0,
    "contact.request": 0.6,
    "contact.pointer": 0.6,
    "contact.meeting": 0.4,
}
REPORT_HARM = 1.5  # somebody minded enough to say so
WAITING_SENDER = 2.0  # a held message keeps two people waiting, a flagged one nobody
BEFORE_CONTRACT = 1.5  # newcomers to each other have the most to lose


def open_case(
    connection: Connection,
    message_pk: int,
    *,
    verdict: Verdict | None,
    opened_by: OpenedBy,
    now: datetime,
) -> int:
    """The message has a case that says why; the case's id.

    A case that a report opened before the message was judged takes the verdict on.
    """
    context = _context(connection, message_pk)
    told: dict[str, Any] = {
        "decision": None if verdict is None else verdict.decision,
        "category": verdict.reasons[0].category if verdict and verdict.reasons else None,
        "score": verdict.reasons[0].score if verdict and verdict.reasons else None,
        "priority": priority(verdict, context),
    }
    known = connection.execute(
        select(cases.c.id).where(cases.c.message_pk == message_pk)
    ).scalar_one_or_none()
    if known is not None:
        connection.execute(update(cases).where(cases.c.id == known).values(**told))
        return int(known)
    opened = connection.execute(
        insert(cases)
        .values(message_pk=message_pk, state="open", opened_by=opened_by, opened_at=now, **told)
        .returning(cases.c.id)
    ).scalar_one()
    log.append(
        connection,
        event="case.opened",
        subject=f"case:{opened}",
        actor=SYSTEM,
        now=now,
        details={"by": opened_by, "decision": told["decision"]},
    )
    return int(opened)


def priority(verdict: Verdict | None, context: Context) -> float:
    """Harm × who is kept waiting × stage; the harm is that of the worst reason, by its score."""
    harm = REPORT_HARM
    if verdict is not None and verdict.reasons:
        harm = max(HARM[reason.category] * reason.score for reason in verdict.reasons)
    kept_waiting = WAITING_SENDER if verdict and verdict.decision == "hold" else 1.0
    return harm * kept_waiting * (BEFORE_CONTRACT if context.is_before_contract else 1.0)


def claim(
    connection: Connection, case_id: int, *, by: str, lease: timedelta, now: datetime
) -> datetime:
    """The case is theirs until the returned moment. Claiming again renews.

    One conditional UPDATE; when no row changed, somebody else was first. Raises NotFound,
    ClaimedByOther, AlreadyDecided.
    """
    until = now + lease
    claimed = connection.execute(
        update(cases)
        .where(cases.c.id == case_id, is_free_for(by, now))
        .values(state="claimed", claimed_by=by, claim_expires_at=until)
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


def is_free_for(by: str, now: datetime) -> Any:
    """The condition under which this moderator may take the case, or has it."""
    return or_(
        cases.c.state == "open",
        and_(
            cases.c.state == "claimed",
            or_(cases.c.claimed_by == by, cases.c.claim_expires_at <= now),
        ),
    )


def refuse(connection: Connection, case_id: int, *, by: str) -> NoReturn:
    """Raises what stands in the way of a change to the case that found no row."""
    row = connection.execute(
        select(cases.c.state, cases.c.claimed_by, cases.c.claim_expires_at).where(
            cases.c.id == case_id
        )
    ).one_or_none()
    if row is None:
        raise NotFound("case", case_id)
    if row.state == "decided":
        raise AlreadyDecided(case_id)
    if row.state == "claimed" and row.claimed_by != by:
        raise ClaimedByOther(case_id, row.claimed_by, row.claim_expires_at)
    raise NotClaimed(case_id, by)


def _context(connection: Connection, message_pk: int) -> Context:
    row = connection.execute(select(messages.c.contract).where(messages.c.pk == message_pk)).one()
    return Context(contract=row.contract)
