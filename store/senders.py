"""What is known of a sender: how much they wrote, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from store.appeals import AppealState, appeals_by
from store.schema import cases, messages, reports
from store.strikes import Standing, standing_of

PAST_MAX = 5  # decisions that are named one by one


@dataclass(frozen=True, slots=True)
class Past:
    """A decision that stands on one of their messages."""

    case_id: int
    action: str
    category: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class SenderRecord:
    """``first_seen`` is when their first message came here; ``account_since`` is when their account
    was made, as the marketplace said last, None where it never did.

    ``decided`` counts the decisions that stand by action, ``past`` names the newest of them;
    ``standing`` is on which step of each ladder they are now; ``appeals`` counts theirs by outcome.
    """

    messages: int
    first_seen: datetime
    account_since: datetime | None
    waiting: int
    reports: int
    decided: Mapping[str, int]
    past: tuple[Past, ...]
    standing: tuple[Standing, ...]
    appeals: Mapping[AppealState, int]

    @property
    def passed(self) -> int:
        """Messages that nothing was held against: no case, or allowed."""
        stopped = sum(self.decided.values()) - self.decided.get("allow", 0)
        return self.messages - self.waiting - stopped


def record_of(connection: Connection, sender: str, *, now: datetime) -> SenderRecord | None:
    """The record of a sender; None for one who never wrote."""
    row = connection.execute(
        select(func.count(), func.min(messages.c.received_at)).where(messages.c.sender == sender)
    ).one()
    if row[0] == 0:
        return None
    rows = connection.execute(
        select(cases.c.state, cases.c.action, func.count())
        .where(cases.c.sender == sender)
        .group_by(cases.c.state, cases.c.action)
    ).all()
    past = connection.execute(
        select(cases.c.id, cases.c.action, cases.c.category, cases.c.decided_at)
        .where(cases.c.sender == sender, cases.c.state == "decided")
        .order_by(cases.c.decided_at.desc(), cases.c.id.desc())
        .limit(PAST_MAX)
    )
    reported = connection.execute(
        select(func.count())
        .select_from(reports.join(messages, messages.c.pk == reports.c.message_pk))
        .where(messages.c.sender == sender)
    ).scalar_one()
    since = connection.execute(
        select(messages.c.sender_since)
        .where(messages.c.sender == sender, messages.c.sender_since.is_not(None))
        .order_by(messages.c.pk.desc())
        .limit(1)
    ).scalar_one_or_none()
    return SenderRecord(
        messages=row[0],
        first_seen=row[1],
        account_since=since,
        waiting=sum(size for state, _, size in rows if state != "decided"),
        reports=reported,
        decided={action: size for state, action, size in rows if state == "decided"},
        past=tuple(Past(*one) for one in past),
        standing=standing_of(connection, sender, now=now),
        appeals=appeals_by(connection, sender),
    )
