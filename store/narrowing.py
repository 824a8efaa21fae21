"""What a list of cases is narrowed to, and where one page of it ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, and_, literal_column, or_

from scanner.message import Contract, Surface
from scanner.verdict import Category, DecisionName
from store.cases import CaseState, is_open_to
from store.schema import cases

GroupName = Literal["alike", "sender"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_CURSOR = re.compile(r"(\d{1,17})_(\d{1,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended: the next one begins behind it."""

    counts_from: datetime
    id: int

    @classmethod
    def read(cls, text: str) -> Cursor | None:
        """The cursor of its text; None for what is none."""
        place = _CURSOR.fullmatch(text)
        if place is None:
            return None
        return cls(_EPOCH + int(place[1]) * _MICROSECOND, int(place[2]))

    def __str__(self) -> str:
        return f"{(self.counts_from - _EPOCH) // _MICROSECOND}_{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a list is narrowed to. None narrows nothing. Without states: open and claimed.

    ``appealed`` lets only appeals through that wait, or none; ``open_to`` only what this moderator
    may decide. ``opened_by_then`` and ``due_by_then`` are the latest moments that count, and
    ``last_id`` the newest case that does.
    """

    states: Sequence[CaseState] = ("open", "claimed")
    decision: DecisionName | None = None
    category: Category | None = None
    language: str | None = None
    surface: Surface | None = None
    contract: Contract | None = None
    sender: str | None = None
    claimed_by: str | None = None
    alike: int | None = None
    opened_by_then: datetime | None = None
    due_by_then: datetime | None = None
    last_id: int | None = None
    appealed: bool | None = None
    open_to: str | None = None


def conditions(narrowed: Filter, now: datetime) -> list[ColumnElement[bool]]:
    """The same for the database; of ``cases`` alone. A claim that ran out counts as open."""
    ran_out = and_(cases.c.state == "claimed", cases.c.claim_expires_at <= now)
    states = {
        "open": or_(cases.c.state == "open", ran_out),
        "claimed": and_(cases.c.state == "claimed", cases.c.claim_expires_at > now),
        "decided": cases.c.state == "decided",
    }
    given: list[ColumnElement[bool]] = []
    if set(narrowed.states) == {"open", "claimed"}:
        given.append(is_waiting())
    else:
        # The plain list first: it is what the index knows.
        plain = {*narrowed.states, *(["claimed"] if "open" in narrowed.states else [])}
        given += [
            cases.c.state.in_(plain),
            or_(*(states[state] for state in narrowed.states)),
        ]
    wanted = {
        cases.c.decision: narrowed.decision,
        cases.c.category: narrowed.category,
        cases.c.language: narrowed.language,
        cases.c.claimed_by: narrowed.claimed_by,
        cases.c.surface: narrowed.surface,
        cases.c.contract: narrowed.contract,
        cases.c.sender: narrowed.sender,
        cases.c.alike: narrowed.alike,
    }
    given += [column == value for column, value in wanted.items() if value is not None]
    if narrowed.claimed_by is not None:
        given.append(or_(cases.c.state != "claimed", cases.c.claim_expires_at > now))
    if narrowed.opened_by_then is not None:
        given.append(cases.c.opened_at <= narrowed.opened_by_then)
    if narrowed.due_by_then is not None:
        given.append(cases.c.due_at <= narrowed.due_by_then)
    if narrowed.last_id is not None:
        given.append(cases.c.id <= narrowed.last_id)
    if narrowed.appealed is not None:
        waits = cases.c.appeal_id.is_not(None)
        given.append(waits if narrowed.appealed else ~waits)
    if narrowed.open_to is not None:
        given.append(is_open_to(narrowed.open_to))
    return given


def is_waiting() -> ColumnElement[bool]:
    """Open or claimed, written out as the partial index says it, so that it is used."""
    return cases.c.state != literal_column("'decided'")


def behind(after: Cursor) -> ColumnElement[bool]:
    """Only what comes after the cursor; the first half is a range of the index."""
    return and_(
        cases.c.counts_from >= after.counts_from,
        or_(cases.c.counts_from > after.counts_from, cases.c.id > after.id),
    )
