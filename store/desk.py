"""What the desk reads: the queue of cases, one case with all around it, and the counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from scanner.message import Contract, Surface
from scanner.verdict import Category, DecisionName
from store.cases import CaseState, OpenedBy
from store.content import read_content
from store.decisions import Decision, decisions_of
from store.errors import NotFound
from store.messages import Stored, find_by_pk
from store.reports import Report, reports_on
from store.schema import cases, contents, messages

PAGE_MAX_LENGTH = 200  # cases


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as a list shows it. A claim that ran out reads as open. ``text`` is private."""

    id: int
    message_pk: int
    message_id: str
    room: str | None
    sender: str | None
    surface: Surface
    contract: Contract
    state: CaseState
    opened_by: OpenedBy
    decision: DecisionName | None
    category: Category | None
    score: float | None
    priority: float
    opened_at: datetime
    claimed_by: str | None
    claim_expires_at: datetime | None
    action: str | None
    decided_at: datetime | None
    text: str


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended: the next one begins behind it."""

    priority: float
    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a list is narrowed to. None narrows nothing. Without states: open and claimed."""

    states: Sequence[CaseState] = ("open", "claimed")
    decision: DecisionName | None = None
    category: Category | None = None
    surface: Surface | None = None
    contract: Contract | None = None
    sender: str | None = None
    claimed_by: str | None = None


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case with all that a moderator needs to decide it."""

    row: CaseRow
    stored: Stored
    decisions: tuple[Decision, ...]
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """``oldest`` is when the longest waiting case was opened; None when nothing waits."""

    open: int
    claimed: int
    oldest: datetime | None


def list_cases(
    connection: Connection,
    *,
    now: datetime,
    narrowed: Filter | None = None,
    after: Cursor | None = None,
    limit: int = 50,
) -> list[CaseRow]:
    """A page of cases, the most urgent first, of equal ones the older first."""
    query = _rows().where(*_conditions(narrowed or Filter(), now))
    if after is not None:
        query = query.where(
            or_(
                cases.c.priority < after.priority,
                and_(cases.c.priority == after.priority, cases.c.id > after.id),
            )
        )
    query = query.order_by(cases.c.priority.desc(), cases.c.id).limit(min(limit, PAGE_MAX_LENGTH))
    return [_as_row(row, now) for row in connection.execute(query)]


def count_cases(connection: Connection, *, now: datetime, narrowed: Filter | None = None) -> Counts:
    """How many cases wait and how many are in somebody's hands."""
    narrowed = narrowed or Filter()
    is_claimed = and_(cases.c.state == "claimed", cases.c.claim_expires_at > now)
    row = connection.execute(
        select(
            func.count().label("all"),
            func.count().filter(is_claimed).label("claimed"),
            func.min(cases.c.opened_at).label("oldest"),
        )
        .select_from(cases.join(messages, messages.c.pk == cases.c.message_pk))
        .where(*_conditions(narrowed, now))
    ).one()
    return Counts(row.all - row.claimed, row.claimed, row.oldest)


def find_case(connection: Connection, case_id: int, *, now: datetime) -> CaseView:
    """The case with its message, verdict, room, decisions and reports. Raises NotFound."""
    row = find_row(connection, case_id, now=now)
    return CaseView(
        row=row,
        stored=find_by_pk(connection, row.message_pk),
        decisions=tuple(decisions_of(connection, case_id)),
        reports=tuple(reports_on(connection, row.message_pk)),
    )


def find_row(connection: Connection, case_id: int, *, now: datetime) -> CaseRow:
    """The case as a list shows it. Raises NotFound."""
    row = connection.execute(_rows().where(cases.c.id == case_id)).one_or_none()
    if row is None:
        raise NotFound("case", case_id)
    return _as_row(row, now)


def _rows() -> Any:
    return (
        select(
            cases,
            messages.c.id.label("message_id"),
            messages.c.room,
            messages.c.sender,
            messages.c.surface,
            messages.c.contract,
            contents.c.content,
        )
        .join(messages, messages.c.pk == cases.c.message_pk)
        .join(contents, contents.c.message_pk == cases.c.message_pk)
    )


def _conditions(narrowed: Filter, now: datetime) -> list[ColumnElement[bool]]:
    ran_out = and_(cases.c.state == "claimed", cases.c.claim_expires_at <= now)
    states = {
        "open": or_(cases.c.state == "open", ran_out),
        "claimed": and_(cases.c.state == "claimed", cases.c.claim_expires_at > now),
        "decided": cases.c.state == "decided",
    }
    conditions: list[ColumnElement[bool]] = [
        # The plain list first: it is what the index knows.
        cases.c.state.in_({*narrowed.states, *(["claimed"] if "open" in narrowed.states else [])}),
        or_(*(states[state] for state in narrowed.states)),
    ]
    wanted = {
        cases.c.decision: narrowed.decision,
        cases.c.category: narrowed.category,
        cases.c.claimed_by: narrowed.claimed_by,
        messages.c.surface: narrowed.surface,
        messages.c.contract: narrowed.contract,
        messages.c.sender: narrowed.sender,
    }
    conditions += [column == value for column, value in wanted.items() if value is not None]
    return conditions


def _as_row(row: Row[Any], now: datetime) -> CaseRow:
    ran_out = row.state == "claimed" and row.claim_expires_at <= now
    return CaseRow(
        id=row.id,
        message_pk=row.message_pk,
        message_id=row.message_id,
        room=row.room,
        sender=row.sender,
        surface=row.surface,
        contract=row.contract,
        state="open" if ran_out else row.state,
        opened_by=row.opened_by,
        decision=row.decision,
        category=row.category,
        score=row.score,
        priority=row.priority,
        opened_at=row.opened_at,
        claimed_by=None if ran_out else row.claimed_by,
        claim_expires_at=None if ran_out else row.claim_expires_at,
        action=row.action,
        decided_at=row.decided_at,
        text=read_content(row.content).text,
    )
