"""Days that are over, counted once: so that the numbers of a month are no work.

A day is counted when nothing in it can be undone any more. What an appeal or a report opens again
later stays counted where it was decided: it was decided then, and somebody's work.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, Literal, get_args

from sqlalchemy import Connection, Row, case, delete, func, select

from store.decisions import ACTIONS
from store.inserting import insert_into
from store.schema import cases
from store.schema_after import days

DAY = timedelta(days=1)
SETTLED = timedelta(hours=1)  # after its end; decisions can be taken back for 5 minutes
KEPT = 31  # days; the longest period, and today

Kind = Literal["all", "category", "language", "people"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_COLUMN: Final[Mapping[Kind, str]] = {
    "category": "category",
    "language": "language",
    "people": "claimed_by",
}


@dataclass(slots=True)
class Count:
    """What was decided of one kind, and how many of it before they were due."""

    decided: int = 0
    in_time: int = 0
    actions: Counter[str] = field(default_factory=Counter)

    def add(self, other: Count) -> None:
        """Both together."""
        self.decided += other.decided
        self.in_time += other.in_time
        self.actions += other.actions


Counts = Mapping[tuple[Kind, str | None], Count]


@dataclass(frozen=True, slots=True)
class Day:
    """What came and was decided from its ``start``, midnight of UTC, to the next; by kinds.

    The name of a kind is None where it is not known, as that of all together.
    """

    start: datetime
    opened: int
    counts: Counts

    @property
    def decided(self) -> int:
        """Of all kinds."""
        return self.counts[("all", None)].decided if self.counts else 0


def midnight(now: datetime) -> datetime:
    """The beginning of the day, of UTC."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def count(
    connection: Connection, start: datetime, end: datetime, *, by: str | None = None
) -> Counts:
    """What was decided from ``start`` to before ``end`` and stands, by whomever or by one person.

    In one pass over an index.
    """
    columns = [cases.c.category, cases.c.language, cases.c.claimed_by, cases.c.action]
    wanted = [
        cases.c.state == "decided",
        cases.c.decided_at >= start,
        cases.c.decided_at < end,
        *([] if by is None else [cases.c.claimed_by == by]),
    ]
    rows = connection.execute(
        select(
            *columns,
            func.count().label("size"),
            func.sum(case((cases.c.decided_at <= cases.c.due_at, 1), else_=0)).label("in_time"),
        )
        .where(*wanted)
        .group_by(*columns)
    )
    found: defaultdict[tuple[Kind, str | None], Count] = defaultdict(Count)
    for row in rows:
        one = Count(row.size, row.in_time, Counter({row.action: row.size}))
        for kind in KINDS:
            found[kind, getattr(row, _COLUMN[kind]) if kind in _COLUMN else None].add(one)
    return dict(found)


def opened_in(connection: Connection, start: datetime, end: datetime) -> int:
    """How many cases came."""
    query = select(func.count()).where(cases.c.opened_at >= start, cases.c.opened_at < end)
    return connection.execute(query).scalar_one()


def days_since(connection: Connection, start: datetime, *, now: datetime) -> list[Day]:
    """Each day from ``start`` on, today among them: as it was written, else counted now."""
    written: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(select(days).where(days.c.day >= _name(start))):
        written[row.day].append(row)
    return [
        _read(day, written[_name(day)])
        if _name(day) in written
        else Day(day, opened_in(connection, day, day + DAY), count(connection, day, day + DAY))
        for day in _days(start, now)
    ]


def unwritten(connection: Connection, *, now: datetime) -> list[datetime]:
    """The days that are over and not written yet, as far back as anybody asks."""
    first = midnight(now) - DAY * (KEPT - 1)
    query = select(days.c.day).where(days.c.day >= _name(first), days.c.kind == "all")
    there = set(connection.execute(query).scalars())
    over = [day for day in _days(first, now) if day + DAY + SETTLED <= now]
    return [day for day in over if _name(day) not in there]


def write(connection: Connection, day: datetime, *, now: datetime) -> None:
    """The day is counted and kept, once; days that nobody asks for any more are gone."""
    counts = count(connection, day, day + DAY) or {("all", None): Count()}
    opened = opened_in(connection, day, day + DAY)
    rows = [
        {
            "day": _name(day),
            "kind": kind,
            "name": name or "",
            "opened": opened if kind == "all" else None,
            "decided": one.decided,
            "in_time": one.in_time,
            **{action: one.actions[action] for action in ACTIONS},
        }
        for (kind, name), one in counts.items()
    ]
    connection.execute(insert_into(connection, days).on_conflict_do_nothing(), rows)
    connection.execute(delete(days).where(days.c.day < _name(midnight(now) - DAY * KEPT)))


def together(counted: Iterable[Counts]) -> Counts:
    """The sums of several."""
    sums: defaultdict[tuple[Kind, str | None], Count] = defaultdict(Count)
    for counts in counted:
        for key, one in counts.items():
            sums[key].add(one)
    return sums


def _read(start: datetime, rows: Sequence[Row[Any]]) -> Day:
    counts: dict[tuple[Kind, str | None], Count] = {
        (row.kind, row.name or None): Count(
            row.decided,
            row.in_time,
            Counter({action: row._mapping[action] for action in ACTIONS if row._mapping[action]}),
        )
        for row in rows
    }
    return Day(start, sum(row.opened or 0 for row in rows), counts)


def _days(start: datetime, now: datetime) -> list[datetime]:
    return [start + DAY * count for count in range((now - start) // DAY + 1)]


def _name(day: datetime) -> str:
    return f"{day:%Y-%m-%d}"
