"""Snoozes: a row of the policy keeps silent between two people for a while.

A room is a pair's talk, so a snooze belongs to a room and counts for both sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from scanner.verdict import CATEGORIES, Category, Excuse, Verdict
from store import log
from store.errors import NotFound
from store.schema import messages, snoozes

# Who scams one person does it again to the same: there a pair is no reason to look away.
SNOOZABLE: tuple[Category, ...] = tuple(name for name in CATEGORIES if name != "scam")
SNOOZE_MAX = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Snooze:
    """One row. It counts for messages that are judged before ``until``."""

    id: int
    room: str
    category: Category
    until: datetime
    by: str
    at: datetime


def snooze(
    connection: Connection,
    room: str,
    *,
    category: Category,
    length: timedelta,
    by: str,
    now: datetime,
) -> Snooze:
    """Messages of the room that are judged from now on are not stopped for the category.

    Raises ValueError for a category that is not SNOOZABLE, or longer than SNOOZE_MAX.
    """
    if category not in SNOOZABLE or not timedelta() < length <= SNOOZE_MAX:
        raise ValueError(f"{category} for {length} cannot be snoozed")
    row = connection.execute(
        insert(snoozes)
        .values(room=room, category=category, until=now + length, by=by, at=now)
        .returning(snoozes)
    ).one()
    log.append(
        connection,
        event="snooze.begun",
        subject=f"snooze:{row.id}",
        actor=by,
        now=now,
        details={"category": category, "seconds": int(length.total_seconds())},
    )
    return _as_snooze(row)


def end_snooze(connection: Connection, snooze_id: int, *, by: str, now: datetime) -> Snooze:
    """It counts no more. Raises NotFound when it is over already, or never was."""
    row = connection.execute(
        update(snoozes)
        .where(snoozes.c.id == snooze_id, snoozes.c.until > now)
        .values(until=now)
        .returning(snoozes)
    ).one_or_none()
    if row is None:
        raise NotFound("snooze", snooze_id)
    log.append(connection, event="snooze.ended", subject=f"snooze:{snooze_id}", actor=by, now=now)
    return _as_snooze(row)


def active_snoozes(
    connection: Connection, *, now: datetime, rooms: Collection[str] | None = None
) -> list[Snooze]:
    """Those that count now, the first to end first; of all rooms where none are named."""
    query = select(snoozes).where(snoozes.c.until > now).order_by(snoozes.c.until, snoozes.c.id)
    if rooms is not None:
        query = query.where(snoozes.c.room.in_(rooms))
    return [_as_snooze(row) for row in connection.execute(query)]


def lifted(
    connection: Connection, given: Mapping[int, Verdict], *, now: datetime
) -> dict[int, Verdict]:
    """The verdicts, by the pks of their messages, without what is snoozed in their rooms."""
    stopped = [pk for pk, verdict in given.items() if verdict.reasons]
    if not stopped or not active_snoozes(connection, now=now):
        return dict(given)
    rows = connection.execute(
        select(messages.c.pk, messages.c.room).where(
            messages.c.pk.in_(stopped), messages.c.room.is_not(None)
        )
    )
    rooms = {row.pk: row.room for row in rows}
    silent: defaultdict[str, dict[Category, Snooze]] = defaultdict(dict)
    for one in active_snoozes(connection, now=now, rooms=set(rooms.values())):
        silent[one.room][one.category] = one
    return {**given, **{pk: without(given[pk], silent[rooms[pk]]) for pk in rooms}}


def without(verdict: Verdict, silent: Mapping[Category, Snooze]) -> Verdict:
    """The verdict as it is when these categories say nothing.

    The strictest reason left decides. A message that was not read whole stays as it is, and so does
    one that was stopped for more than its reasons say.
    """
    reasons = tuple(reason for reason in verdict.reasons if reason.category not in silent)
    is_whole = not verdict.failures and (
        bool(verdict.reasons) and verdict.decision == verdict.reasons[0].decision
    )
    if len(reasons) == len(verdict.reasons) or not is_whole:
        return verdict
    excuses = tuple(
        Excuse(
            finding=finding,
            reason="snoozed between these two",
            source=f"snooze:{silent[finding.category].id}",
            weight=0.0,
        )
        for finding in verdict.findings
        if finding.category in silent
    )
    return replace(
        verdict,
        decision=reasons[0].decision if reasons else "allow",
        reasons=reasons,
        excuses=(*verdict.excuses, *excuses),
        otherwise=tuple(one for one in verdict.otherwise if one.category not in silent),
    )


def _as_snooze(row: Row[Any]) -> Snooze:
    return Snooze(row.id, row.room, row.category, row.until, row.by, row.at)
