"""How many cases wait, of which kinds, and which of them belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, and_, case, func, select

from store.narrowing import Filter, GroupName, conditions, is_waiting
from store.schema import cases

DUE_SOON = timedelta(minutes=5)
FACETS: Final = ("decision", "category", "language", "contract", "surface")
GROUPS_MAX = 50  # on one page


@dataclass(frozen=True, slots=True)
class Tally:
    """``oldest`` is when the longest waiting case was opened; None when nothing waits.

    ``due_soon`` counts what is due within DUE_SOON, ``late`` what should have been decided already.
    ``facets`` count the cases by each value of FACETS, the most frequent first.
    """

    open: int
    claimed: int
    oldest: datetime | None
    due_soon: int
    late: int
    facets: Mapping[str, Mapping[str, int]]

    @property
    def all(self) -> int:
        """Open and claimed."""
        return self.open + self.claimed


@dataclass(frozen=True, slots=True)
class Group:
    """Cases that belong together. ``first`` is the most urgent one's id; ``senders`` how many."""

    value: str
    size: int
    senders: int
    first: int
    opened_first: datetime
    opened_last: datetime


def tally(connection: Connection, *, now: datetime, narrowed: Filter | None = None) -> Tally:
    """The counts of all that the filter lets through, in one pass over it."""
    facets = [cases.c[name] for name in FACETS]
    claimed = and_(cases.c.state == "claimed", cases.c.claim_expires_at > now)
    rows = connection.execute(
        select(
            *facets,
            func.count().label("size"),
            func.sum(case((claimed, 1), else_=0)).label("claimed"),
            func.min(cases.c.opened_at).label("oldest"),
            func.sum(case((cases.c.due_at <= now, 1), else_=0)).label("late"),
            func.sum(case((cases.c.due_at <= now + DUE_SOON, 1), else_=0)).label("due"),
        )
        .where(*conditions(narrowed or Filter(), now))
        .group_by(*facets)
    ).all()
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for row in rows:
        for name in FACETS:
            value = getattr(row, name)
            if value is not None:
                counts[name][value] += row.size
    size = sum(row.size for row in rows)
    in_hand = sum(row.claimed for row in rows)
    late = sum(row.late for row in rows)
    return Tally(
        open=size - in_hand,
        claimed=in_hand,
        oldest=min((row.oldest for row in rows), default=None),
        due_soon=sum(row.due for row in rows) - late,
        late=late,
        facets={name: dict(counter.most_common()) for name, counter in counts.items()},
    )


def groups(
    connection: Connection,
    *,
    by: GroupName,
    now: datetime,
    narrowed: Filter | None = None,
    limit: int = GROUPS_MAX,
) -> list[Group]:
    """The largest groups of what the filter lets through, of equal ones the more urgent first."""
    column = cases.c[by]
    size = func.count()
    rows = connection.execute(
        select(
            column.label("value"),
            size.label("size"),
            func.count(cases.c.sender.distinct()).label("senders"),
            func.min(cases.c.opened_at).label("opened_first"),
            func.max(cases.c.opened_at).label("opened_last"),
        )
        .where(*conditions(narrowed or Filter(), now), column.is_not(None))
        .group_by(column)
        .order_by(size.desc(), func.min(cases.c.counts_from), column)
        .limit(limit)
    ).all()
    firsts = _most_urgent(connection, by, [row.value for row in rows], narrowed or Filter(), now)
    return [
        Group(
            str(row.value),
            row.size,
            row.senders,
            firsts[row.value],
            row.opened_first,
            row.opened_last,
        )
        for row in rows
    ]


def sizes(
    connection: Connection, *, by: GroupName, values: Collection[str | int]
) -> dict[str | int, int]:
    """How many cases wait in each of these groups; those in which none does are left out."""
    column = cases.c[by]
    rows = connection.execute(
        select(column, func.count()).where(column.in_(values), is_waiting()).group_by(column)
    )
    return {row[0]: row[1] for row in rows}


def holders(connection: Connection, *, now: datetime) -> list[str]:
    """Who has cases at this moment."""
    rows = connection.execute(
        select(cases.c.claimed_by)
        .where(cases.c.state == "claimed", cases.c.claim_expires_at > now)
        .distinct()
        .order_by(cases.c.claimed_by)
    )
    return [name for (name,) in rows]


def _most_urgent(
    connection: Connection,
    by: GroupName,
    values: Collection[str | int],
    narrowed: Filter,
    now: datetime,
) -> dict[str | int, int]:
    """The most urgent case of each group."""
    column = cases.c[by]
    ranked = (
        select(
            column.label("value"),
            cases.c.id,
            func.row_number()
            .over(partition_by=column, order_by=(cases.c.counts_from, cases.c.id))
            .label("place"),
        )
        .where(*conditions(narrowed, now), column.in_(values))
        .subquery()
    )
    rows = connection.execute(select(ranked).where(ranked.c.place == 1))
    return {row.value: row.id for row in rows}
