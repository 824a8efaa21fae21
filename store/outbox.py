"""The outbox: events to be sent, written in the transaction of what they tell of.

A row holds ids and nothing that people wrote; what is sent is put together when it is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Row, and_, exists, func, insert, literal_column, select, update

from config.tracing import current_trace
from store import log
from store.errors import NotFound
from store.log import SYSTEM
from store.schema import deliveries, messages, webhooks

Event = Literal["message.judged", "case.opened", "case.decided", "case.undone", "appeal.decided"]
FAILURE_MAX_LENGTH = 64  # characters; a status, or the name of an exception
TRIED_FOR = timedelta(days=1)  # then it is dead, until somebody has it sent again


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event is about: a message, and of it the case and the decision where there is one.

    ``trace`` is the ``traceparent`` that its webhook goes on with; None is that of the block.
    """

    message_pk: int
    case_id: int | None = None
    decision_id: int | None = None
    trace: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event for one webhook. ``attempts`` counts the one that is being made."""

    id: int
    webhook_id: int
    event: Event
    message_pk: int
    case_id: int | None
    decision_id: int | None
    attempts: int
    created_at: datetime
    give_up_at: datetime
    trace: str | None = None


@dataclass(frozen=True, slots=True)
class DeadRow:
    """What could not be delivered, as a list shows it. ``failure`` is what came of the last try."""

    id: int
    webhook: str
    event: Event
    message_id: str
    case_id: int | None
    attempts: int
    created_at: datetime
    failure: str | None


def put(
    connection: Connection,
    event: Event,
    subjects: Sequence[Subject],
    *,
    now: datetime,
) -> None:
    """Every webhook in force will be told, once for each subject, in the order given."""
    query = select(webhooks.c.id).where(webhooks.c.removed_at.is_(None)).order_by(webhooks.c.id)
    here = current_trace()
    rows = [
        {
            "webhook_id": webhook_id,
            "event": event,
            "message_pk": subject.message_pk,
            "case_id": subject.case_id,
            "decision_id": subject.decision_id,
            "state": "pending",
            "attempts": 0,
            "created_at": now,
            "give_up_at": now + TRIED_FOR,
            "next_at": now,
            "trace": subject.trace or here,
        }
        for webhook_id in connection.execute(query).scalars()
        for subject in subjects
    ]
    if rows:
        connection.execute(insert(deliveries), rows)


def lease_due(
    connection: Connection, *, limit: int, lease: timedelta, now: datetime
) -> list[Delivery]:
    """The oldest that are due and the first of their message are ours until the lease runs out.

    An event waits for those of the same message and webhook before it, until they are delivered or
    dead, so that each message's come in order.
    """
    due, earlier = deliveries.alias("due"), deliveries.alias("earlier")
    is_first = ~exists().where(
        earlier.c.message_pk == due.c.message_pk,
        earlier.c.webhook_id == due.c.webhook_id,
        earlier.c.id < due.c.id,
        earlier.c.state == "pending",
    )
    free = (
        select(due.c.id)
        .join(webhooks, webhooks.c.id == due.c.webhook_id)
        .where(
            due.c.state == literal_column("'pending'"),
            due.c.next_at <= now,
            webhooks.c.removed_at.is_(None),
            is_first,
        )
        .order_by(due.c.next_at, due.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=due)
        .cte("free")
    )
    rows = connection.execute(
        update(deliveries)
        .where(deliveries.c.id.in_(select(free.c.id)), deliveries.c.state == "pending")
        .where(deliveries.c.next_at <= now)
        .values(next_at=now + lease, attempts=deliveries.c.attempts + 1)
        .returning(deliveries)
    )
    return sorted(map(_as_delivery, rows), key=lambda delivery: delivery.id)


def note_delivered(connection: Connection, ids: Sequence[int], *, now: datetime) -> None:
    """They arrived."""
    connection.execute(
        update(deliveries)
        .where(deliveries.c.id.in_(ids))
        .values(state="delivered", delivered_at=now, failure=None)
    )


def note_failed(
    connection: Connection, delivery: Delivery, *, failure: str, wait: timedelta, now: datetime
) -> bool:
    """It will be tried again after the wait, or is dead when that would be too late: True then."""
    is_dead = now + wait >= delivery.give_up_at
    connection.execute(
        update(deliveries)
        .where(deliveries.c.id == delivery.id, deliveries.c.state == "pending")
        .values(
            state="dead" if is_dead else "pending",
            next_at=now + wait,
            failure=failure[:FAILURE_MAX_LENGTH],
        )
    )
    return is_dead


def list_dead(connection: Connection, *, after: int = 0, limit: int = 200) -> list[DeadRow]:
    """What could not be delivered, oldest first."""
    rows = connection.execute(
        select(deliveries, webhooks.c.name, messages.c.id.label("message_id"))
        .join(webhooks, webhooks.c.id == deliveries.c.webhook_id)
        .join(messages, messages.c.pk == deliveries.c.message_pk)
        .where(deliveries.c.state == "dead", deliveries.c.id > after)
        .order_by(deliveries.c.id)
        .limit(limit)
    )
    return [_as_dead(row) for row in rows]


def resend(connection: Connection, delivery_id: int, *, now: datetime, by: str = SYSTEM) -> None:
    """A dead one is tried again for a day. Raises NotFound when there is none of this number."""
    again = connection.execute(
        update(deliveries)
        .where(deliveries.c.id == delivery_id, deliveries.c.state == "dead")
        .values(state="pending", next_at=now, give_up_at=now + TRIED_FOR)
    )
    if again.rowcount == 0:
        raise NotFound("dead delivery", delivery_id)
    log.append(
        connection, event="delivery.resent", subject=f"delivery:{delivery_id}", actor=by, now=now
    )


def count_deliveries(connection: Connection) -> dict[str, int]:
    """How many are pending and dead, by state; those of removed webhooks do not count."""
    rows = connection.execute(
        select(deliveries.c.state, func.count().label("number"))
        .join(
            webhooks,
            and_(webhooks.c.id == deliveries.c.webhook_id, webhooks.c.removed_at.is_(None)),
        )
        .where(deliveries.c.state.in_(("pending", "dead")))
        .group_by(deliveries.c.state)
    )
    return {"pending": 0, "dead": 0} | {row.state: row.number for row in rows}


def oldest_pending(connection: Connection) -> datetime | None:
    """When the event was made that has waited longest to be delivered; None when none waits."""
    query = (
        select(func.min(deliveries.c.created_at))
        .join(webhooks, webhooks.c.id == deliveries.c.webhook_id)
        .where(deliveries.c.state == literal_column("'pending'"), webhooks.c.removed_at.is_(None))
    )
    oldest: datetime | None = connection.execute(query).scalar_one()
    return oldest


def _as_delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        row.id,
        row.webhook_id,
        row.event,
        row.message_pk,
        row.case_id,
        row.decision_id,
        row.attempts,
        row.created_at,
        row.give_up_at,
        row.trace,
    )


def _as_dead(row: Row[Any]) -> DeadRow:
    return DeadRow(
        row.id,
        row.name,
        row.event,
        row.message_id,
        row.case_id,
        row.attempts,
        row.created_at,
        row.failure,
    )
