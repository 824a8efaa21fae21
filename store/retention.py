"""How long things are kept: each class for its time, taken out in small batches.

Nothing remembers where a run was: what is done is not found again, so that a run that dies is taken
up by the next one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, String, cast, delete, literal, select, tuple_, update

from store.removal import count_removed, remove_texts
from store.reveals import remove_over
from store.schema import cases, contents, deliveries, idempotency, labels, messages, webhooks
from store.schema_privacy import details


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """How long.

    ``allowed``: texts of messages without a case, since they were judged. ``cases``: those with
    one, since it was decided, or opened where nobody decided. ``labels``: the names of those who
    labelled. ``details``: keyed fingerprints of details. ``traffic``: what webhooks were
    told, and idempotency keys.
    """

    allowed: timedelta
    cases: timedelta
    labels: timedelta
    details: timedelta
    traffic: timedelta


@dataclass(frozen=True, slots=True)
class Step:
    """What a batch removed, by kind. ``after`` is where the next one begins; None at the end."""

    removed: Counter[str]
    after: int | None


def remove_old_texts(
    connection: Connection, *, keep: Keep, after: int, limit: int, now: datetime
) -> Step:
    """A batch of texts was looked at, and those whose time is over are gone.

    In the order in which they came, up to the first that is too young for any class. A message
    that still waits to be judged keeps its text.
    """
    rows = connection.execute(
        select(
            contents.c.message_pk,
            messages.c.received_at,
            messages.c.judged_at,
            cases.c.opened_at,
            cases.c.decided_at,
        )
        .join(messages, messages.c.pk == contents.c.message_pk)
        .outerjoin(cases, cases.c.message_pk == contents.c.message_pk)
        .where(contents.c.removed_at.is_(None), contents.c.message_pk > after)
        .order_by(contents.c.message_pk)
        .limit(limit)
    ).all()
    youngest = now - min(keep.allowed, keep.cases)
    old = [row for row in rows if row.received_at <= youngest]
    over = {"allowed": list[int](), "cases": list[int]()}
    for row in old:
        kind = "allowed" if row.opened_at is None else "cases"
        since = _kept_since(row.judged_at, row.opened_at, row.decided_at)
        if since is not None and since <= now - getattr(keep, kind):
            over[kind].append(row.message_pk)
    pks = sorted(pk for several in over.values() for pk in several)
    if pks:
        remove_texts(connection, pks, by="retention", now=now)
    is_last = len(rows) < limit or len(old) < len(rows)
    counts = {kind: len(several) for kind, several in over.items()}
    return _step(connection, counts, after=None if is_last else rows[-1].message_pk)


def pseudonymise_labels(
    connection: Connection, *, keep: Keep, after: int, limit: int, now: datetime
) -> Step:
    """Old labels stay, to teach with; each has a name of its own in place of the moderator's."""
    rows = connection.execute(
        select(labels.c.id)
        .where(
            labels.c.pseudonymised_at.is_(None),
            labels.c.at <= now - keep.labels,
            labels.c.id > after,
        )
        .order_by(labels.c.id)
        .limit(limit)
    ).all()
    ids = [row.id for row in rows]
    if ids:
        connection.execute(
            update(labels)
            .where(labels.c.id.in_(ids))
            .values(by=literal("label-") + cast(labels.c.id, String), pseudonymised_at=now)
        )
    last = ids[-1] if len(ids) == limit else None
    return _step(connection, {"labels": len(ids)}, after=last)


def remove_old_details(
    connection: Connection, *, keep: Keep, after: int, limit: int, now: datetime
) -> Step:
    """Old fingerprints of details link no accounts any more."""
    rows = connection.execute(
        select(details.c.message_pk, details.c.at)
        .where(details.c.message_pk > after)
        .order_by(details.c.message_pk)
        .limit(limit)
    ).all()
    old = sorted({row.message_pk for row in rows if row.at <= now - keep.details})
    gone = connection.execute(delete(details).where(details.c.message_pk.in_(old)))
    is_last = len(rows) < limit or rows[-1].message_pk not in old
    return _step(
        connection, {"details": gone.rowcount}, after=None if is_last else rows[-1].message_pk
    )


def remove_old_traffic(
    connection: Connection, *, keep: Keep, after: int, limit: int, now: datetime
) -> Step:
    """Old events of the outbox are gone, and old idempotency keys.

    An event that somebody still has to be told stays, however long nobody could.
    """
    rows = connection.execute(
        select(deliveries.c.id, deliveries.c.created_at, deliveries.c.state, webhooks.c.removed_at)
        .join(webhooks, webhooks.c.id == deliveries.c.webhook_id)
        .where(deliveries.c.id > after)
        .order_by(deliveries.c.id)
        .limit(limit)
    ).all()
    old = [row for row in rows if row.created_at <= now - keep.traffic]
    ids = [row.id for row in old if row.state != "pending" or row.removed_at is not None]
    connection.execute(delete(deliveries).where(deliveries.c.id.in_(ids)))
    keys = connection.execute(
        select(idempotency.c.api_key_id, idempotency.c.key)
        .where(idempotency.c.at <= now - keep.traffic)
        .order_by(idempotency.c.at)
        .limit(limit)
    ).all()
    if keys:
        key = tuple_(idempotency.c.api_key_id, idempotency.c.key)
        connection.execute(delete(idempotency).where(key.in_([tuple(row) for row in keys])))
    is_last = (len(rows) < limit or len(old) < len(rows)) and len(keys) < limit
    last = rows[-1].id if len(old) == len(rows) == limit else after
    counts = {"deliveries": len(ids), "idempotency": len(keys)}
    return _step(connection, counts, after=None if is_last else last)


def remove_old_reveals(
    connection: Connection,
    *,
    keep: Keep,  # noqa: ARG001 – all steps are called alike
    after: int,  # noqa: ARG001
    limit: int,
    now: datetime,
) -> Step:
    """Who was shown details stands in the log; the rows that held it open are gone."""
    gone = remove_over(connection, limit=limit, now=now)
    return Step(Counter(), 0 if gone == limit else None)


def _kept_since(
    judged_at: datetime | None, opened_at: datetime | None, decided_at: datetime | None
) -> datetime | None:
    """From when on the time counts; None while the message waits."""
    return None if judged_at is None else decided_at or opened_at or judged_at


def _step(connection: Connection, counts: dict[str, int], *, after: int | None) -> Step:
    for kind, number in sorted(counts.items()):
        count_removed(connection, kind, number)
    return Step(Counter(counts), after)
