"""Who is shown the contact details of a case in the clear, and until when."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, tuple_

from store import log
from store.errors import NotFound
from store.schema import cases, reveals

SHOWN_FOR = timedelta(minutes=15)  # three leases of a case; docs/console.md


def reveal(connection: Connection, case_id: int, *, by: str, now: datetime) -> None:
    """They are shown the details of the case for SHOWN_FOR; the log says so. Raises NotFound."""
    if connection.execute(select(cases.c.id).where(cases.c.id == case_id)).first() is None:
        raise NotFound("case", case_id)
    hide(connection, case_id, by=by)
    connection.execute(insert(reveals).values(case_id=case_id, by=by, at=now))
    log.append(connection, event=log.REVEALED, subject=f"case:{case_id}", actor=by, now=now)


def hide(connection: Connection, case_id: int, *, by: str) -> None:
    """They are shown them no more."""
    connection.execute(delete(reveals).where(reveals.c.case_id == case_id, reveals.c.by == by))


def remove_over(connection: Connection, *, limit: int, now: datetime) -> int:
    """Of those whose time is over nothing is kept but the log; how many rows went."""
    over = (
        select(reveals.c.case_id, reveals.c.by)
        .where(reveals.c.at <= now - SHOWN_FOR)
        .order_by(reveals.c.at)
        .limit(limit)
    )
    rows = [tuple(row) for row in connection.execute(over)]
    if rows:
        key = tuple_(reveals.c.case_id, reveals.c.by)
        connection.execute(delete(reveals).where(key.in_(rows)))
    return len(rows)


def shown_until(connection: Connection, case_id: int, *, by: str, now: datetime) -> datetime | None:
    """Until when they are shown the details; None when they are not."""
    query = select(reveals.c.at).where(reveals.c.case_id == case_id, reveals.c.by == by)
    at: datetime | None = connection.execute(query).scalar_one_or_none()
    return at + SHOWN_FOR if at is not None and now < at + SHOWN_FOR else None
