"""How many cases wait, of which kinds, and which of them belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

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
    """Cases that belong together. ``first`` is the most urgent one's id."""

    value: str
    size: int
    first: int


def tally(connection: Connection, *, now: datetime, narrowed: Filter | None = None) -> Tally:
    """The counts of all that the filter lets through, in one pass over an index."""
    wanted = conditions(narrowed or Filter(), now)
    claimed = and_(cases.c.state == "claimed", cases.c.claim_expires_at > now)
    columns = [cases.c[name] for name in FACETS]
    kinds = connection.execute(
        select(
            *columns,
            func.count().label("size"),
            _sum_where(claimed).label("claimed"),
            _sum_where(cases.c.due_at <= now).label("late"),
            _sum_where(cases.c.due_at <= now + DUE_SOON).label("due"),
            func.min(cases.c.opened_at).label("oldest"),
        )
        .where(*wanted)
        .group_by(*columns)
    ).all()
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for row in kinds:
        for name, value in zip(FACETS, row, strict=False):
            if value is not None:
                counts[name][value] += row.size
    size, in_hand, late, due = (
        sum(row[place] for row in kinds) for place in range(len(FACETS), len(FACETS) + 4)
    )
    return Tally(
        open=size - in_hand,
        claimed=in_hand,
        oldest=min((row.oldest for row in kinds), default=None),
        due_soon=due - late,
        late=late,
        facets={name: dict(counter.most_common()) for name, counter in counts.items()},
    )


def _sum_where(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def groups(
    connection: Connection,
    *,
    by: GroupName,
    now: datetime,
    narrowed: Filter | None = None,
    limit: int = GROUPS_MAX,
) -> list[Group]:
    """The largest groups of what the filter lets through.

    A case that is alone in its group is none.
    """
    wanted = conditions(narrowed or Filter(), now)
    column = cases.c[by]
    size = func.count()
    largest = (
        select(column.label("value"), size.label("size"))
        .where(*wanted, column.is_not(None))
        .group_by(column)
        .having(size > 1)
        .order_by(size.desc(), column)
        .limit(limit)
        .subquery()
    )
    first = (
        select(cases.c.id)
        .where(column == largest.c.value, *wanted)
        .order_by(cases.c.counts_from, cases.c.id)
        .limit(1)
        .correlate(largest)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(largest.c.value, largest.c.size, first).order_by(
            largest.c.size.desc(), largest.c.value
        )
    )
    return [Group(str(value), size, first) for value, size, first in rows]


def count_senders(connection: Connection, *, now: datetime, narrowed: Filter) -> int:
    """How many people sent what the filter lets through."""
    query = select(func.count(cases.c.sender.distinct())).where(*conditions(narrowed, now))
    return connection.execute(query).scalar_one()


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
