"""Reports by receivers: whatever its score, a reported message reaches a moderator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import Connection, select, update

from store import log
from store.cases import open_case
from store.errors import InvalidId, NotFound
from store.inserting import insert_into
from store.log import SYSTEM
from store.schema import ID_MAX_LENGTH, cases, is_id, messages, reports
from store.voiding import void

ReportReason = Literal["spam", "scam", "inappropriate", "circumvention"]
REPORT_REASONS: tuple[ReportReason, ...] = get_args(ReportReason)


@dataclass(frozen=True, slots=True)
class Report:
    """One receiver's word on a message."""

    reporter: str
    reason: ReportReason
    at: datetime


def report(
    connection: Connection, message_id: str, *, reporter: str, reason: ReportReason, now: datetime
) -> int:
    """The message has an open case; its id. The same reporter counts once.

    Raises NotFound and InvalidId.

    A case that was decided is opened again by a new reporter: they may know what we did not.
    """
    if not is_id(reporter):
        raise InvalidId(0, "reporter", ID_MAX_LENGTH)
    if not is_id(message_id):
        raise NotFound("message", ascii(message_id[:ID_MAX_LENGTH]))
    row = connection.execute(
        select(messages.c.pk, cases.c.id, cases.c.state)
        .outerjoin(cases, cases.c.message_pk == messages.c.pk)
        .where(messages.c.id == message_id)
    ).one_or_none()
    if row is None:
        raise NotFound("message", message_id)
    added = connection.execute(
        insert_into(connection, reports)
        .values(message_pk=row.pk, reporter=reporter, reason=reason, at=now)
        .on_conflict_do_nothing(index_elements=[reports.c.message_pk, reports.c.reporter])
        .returning(reports.c.id)
    ).one_or_none()
    case_id = row.id
    if case_id is None:
        case_id = open_case(connection, row.pk, verdict=None, opened_by="report", now=now)
    if added is None:
        return int(case_id)
    if row.state == "decided":
        connection.execute(
            update(cases)
            .where(cases.c.id == case_id, cases.c.state == "decided")
            .values(state="open", claimed_by=None, action=None, decided_at=None)
        )
        void(connection, [case_id])
    log.append(
        connection,
        event="message.reported",
        subject=f"case:{case_id}",
        actor=SYSTEM,
        now=now,
        details={"report": added.id, "reason": reason},
    )
    return int(case_id)


def reports_on(connection: Connection, message_pk: int) -> list[Report]:
    """Who reported a message and why, oldest first."""
    rows = connection.execute(
        select(reports).where(reports.c.message_pk == message_pk).order_by(reports.c.id)
    )
    return [Report(row.reporter, row.reason, row.at) for row in rows]
