"""How the desk does over a period: what came, what was decided, how soon, and by whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any, Final, Literal, get_args

from sqlalchemy import ColumnElement, Connection, func, select

from store.days import DAY, Count, Counts, Kind, count, days_since, midnight, together
from store.schema import cases
from store.tallies import tally

PeriodName = Literal["1d", "7d", "30d"]
PERIODS: tuple[PeriodName, ...] = get_args(PeriodName)
HOUR = timedelta(hours=1)
STEPS: Final[Mapping[PeriodName, tuple[int, timedelta]]] = {  # how many, and how long each is
    "1d": (24, HOUR),
    "7d": (7, DAY),
    "30d": (30, DAY),
}
HANDLED_MAX = 2_000  # decisions whose handling time is looked at, the newest; bounds the work

TableName = Literal["category", "language", "people"]
TABLES: tuple[TableName, ...] = get_args(TableName)


@dataclass(frozen=True, slots=True)
class Step:
    """An hour or a day from ``start`` on. ``waiting`` is what waited at its end."""

    start: datetime
    opened: int
    decided: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What was decided of one kind. ``name`` is None where the kind is not known.

    ``handling`` is the median time in hand, None where nobody claimed before deciding.
    """

    name: str | None
    decided: int
    in_time: int
    actions: Mapping[str, int]
    handling: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """``total`` is the line of all together; ``oldest`` is of what waits now."""

    steps: Sequence[Step]
    total: Line
    tables: Mapping[TableName, Sequence[Line]]
    waiting: int
    late: int
    oldest: datetime | None

    @property
    def opened(self) -> int:
        """Cases that came in the period."""
        return sum(step.opened for step in self.steps)


def numbers_of(
    connection: Connection, *, period: PeriodName, now: datetime, by: str | None = None
) -> Numbers:
    """The numbers of a period that ends now, in whole hours or days of UTC.

    With ``by`` what that person decided. A decision counts when it stands, under who made it.

    1. How many came and were decided in each step, and of which kinds: days that are over as they
    were written. 2. What waited at the end of each, counted back from now. 3. How long the newest
    took.
    """
    length, step = STEPS[period]
    last = midnight(now) if step == DAY else now.replace(minute=0, second=0, microsecond=0)
    starts = [last - step * back for back in reversed(range(length))]
    # 1. steps and kinds
    if step == DAY and by is None:
        found = days_since(connection, starts[0], now=now)
        came = {one.start: one.opened for one in found}
        went = {one.start: one.decided for one in found}
        counts = together(one.counts for one in found)
    else:
        came = _per_step(connection, cases.c.opened_at, starts) if by is None else {}
        went = _per_step(connection, cases.c.decided_at, starts, *_decided_by(by))
        counts = count(connection, starts[0], now + HOUR, by=by)
    # 2. what waited
    waits = tally(connection, now=now)
    steps, left = [], waits.all
    for start in reversed(starts):
        steps.append(Step(start, came.get(start, 0), went.get(start, 0), max(left, 0)))
        left += went.get(start, 0) - came.get(start, 0)
    # 3. handling
    times = _handling(connection, starts[0], by)
    return Numbers(
        steps=tuple(reversed(steps)),
        total=next(iter(_lines(counts, times, "all")), _NOTHING),
        tables={name: _lines(counts, times, name) for name in TABLES},
        waiting=waits.all,
        late=waits.late,
        oldest=waits.oldest,
    )


_NOTHING: Final = Line(name=None, decided=0, in_time=0, actions={}, handling=None)
_Times = Mapping[tuple[Kind, str | None], Sequence[int]]


def _lines(counts: Counts, times: _Times, kind: Kind) -> list[Line]:
    """A line for each name of the kind, the largest first."""
    lines = [
        _line(name, one, times.get((kind, name), ()))
        for (of, name), one in counts.items()
        if of == kind and one.decided
    ]
    return sorted(lines, key=lambda line: (-line.decided, line.name or ""))


def _line(name: str | None, one: Count, times: Sequence[int]) -> Line:
    return Line(
        name=name,
        decided=one.decided,
        in_time=one.in_time,
        actions=dict(one.actions),
        handling=timedelta(milliseconds=median(times)) if times else None,
    )


def _decided_by(by: str | None) -> list[ColumnElement[bool]]:
    decided = [cases.c.state == "decided"]
    return decided if by is None else [*decided, cases.c.claimed_by == by]


def _handling(connection: Connection, start: datetime, by: str | None) -> _Times:
    """How many milliseconds the newest were in hand, by kind and name."""
    rows = connection.execute(
        select(cases.c.category, cases.c.language, cases.c.claimed_by, cases.c.handling_ms)
        .where(*_decided_by(by), cases.c.decided_at >= start, cases.c.handling_ms.is_not(None))
        .order_by(cases.c.decided_at.desc())
        .limit(HANDLED_MAX)
    )
    times: defaultdict[tuple[Kind, str | None], list[int]] = defaultdict(list)
    for category, language, person, took in rows:
        times["all", None].append(took)
        times["category", category].append(took)
        times["language", language].append(took)
        times["people", person].append(took)
    return times


def _per_step(
    connection: Connection,
    column: ColumnElement[Any],
    starts: Sequence[datetime],
    *wanted: ColumnElement[bool],
) -> dict[datetime, int]:
    """How many in each hour or day that begins then."""
    is_hour = starts[1] - starts[0] == HOUR
    if connection.dialect.name == "postgresql":  # the connection's zone is UTC: store/database.py
        name = func.to_char(column, "YYYY-MM-DD HH24" if is_hour else "YYYY-MM-DD")
    else:  # stored as text, in that very order
        name = func.substr(column, 1, 13 if is_hour else 10)
    told = name.label("step")
    rows = connection.execute(
        select(told, func.count()).where(*wanted, column >= starts[0]).group_by(told)
    )
    sizes = Counter({row[0]: row[1] for row in rows})
    shape = "%Y-%m-%d %H" if is_hour else "%Y-%m-%d"
    return {start: sizes[start.strftime(shape)] for start in starts}
