"""What the desk reads: the queue of cases, one case with all around it, and the counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from scanner.message import Contract, Surface
from scanner.verdict import Category, DecisionName
from store.appeals import Appeal, appeals_on
from store.cases import CaseState, OpenedBy
from store.content import Removal, read_content
from store.decisions import Decision, decisions_of
from store.details import seen_elsewhere
from store.errors import NotFound
from store.messages import Stored, find_by_pk
from store.narrowing import Cursor, Filter, behind, conditions
from store.reports import Report, reports_on
from store.schema import cases, contents, messages, verdicts
from store.strikes import Strike, strikes_on
from store.urgency import counts_from, due_at
from store.verdict_json import details_in

PAGE_MAX_LENGTH = 200  # cases


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as a list shows it. A claim that ran out reads as open. ``text`` is private.

    ``details`` are the half-open ranges of the text in which contact details were found; None
    before it was judged. ``appeal_id`` is of an appeal that waits, ``barred`` who may not answer
    it. ``text_removed`` says why the text is not kept any more.
    """

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
    language: str | None
    priority: float
    counts_from: datetime
    due_at: datetime
    alike: int
    opened_at: datetime
    claimed_by: str | None
    claim_expires_at: datetime | None
    action: str | None
    decided_at: datetime | None
    text: str
    details: tuple[tuple[int, int], ...] | None
    appeal_id: int | None = None
    barred: str | None = None
    text_removed: Removal | None = None


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case with all that a moderator needs to decide it.

    ``seen_elsewhere`` has, by the places of findings, on how many other accounts the detail was
    found.
    """

    row: CaseRow
    stored: Stored
    decisions: tuple[Decision, ...]
    reports: tuple[Report, ...]
    strikes: tuple[Strike, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    seen_elsewhere: Mapping[int, int] = field(default_factory=dict)


def list_cases(
    connection: Connection,
    *,
    now: datetime,
    narrowed: Filter | None = None,
    after: Cursor | None = None,
    limit: int = 50,
) -> list[CaseRow]:
    """A page of cases, the most urgent first, of equal ones the older first."""
    page = select(cases.c.id).where(*conditions(narrowed or Filter(), now))
    if after is not None:
        page = page.where(behind(after))
    page = page.order_by(cases.c.counts_from, cases.c.id).limit(min(limit, PAGE_MAX_LENGTH))
    # The page first, then what it says: else the database sorts whole messages.
    query = _rows().where(cases.c.id.in_(page)).order_by(cases.c.counts_from, cases.c.id)
    return [_as_row(row, now) for row in connection.execute(query)]


def find_case(connection: Connection, case_id: int, *, now: datetime) -> CaseView:
    """The case with its message, verdict, room, decisions and reports. Raises NotFound."""
    row = find_row(connection, case_id, now=now)
    stored = find_by_pk(connection, row.message_pk)
    findings = () if stored.verdict is None else stored.verdict.findings
    return CaseView(
        row=row,
        stored=stored,
        decisions=tuple(decisions_of(connection, case_id)),
        reports=tuple(reports_on(connection, row.message_pk)),
        strikes=strikes_on(connection, case_id),
        appeals=appeals_on(connection, case_id),
        seen_elsewhere=seen_elsewhere(
            connection, row.message_pk, sender=row.sender, findings=findings
        ),
    )


def find_row(connection: Connection, case_id: int, *, now: datetime) -> CaseRow:
    """The case as a list shows it. Raises NotFound."""
    row = connection.execute(_rows().where(cases.c.id == case_id)).one_or_none()
    if row is None:
        raise NotFound("case", case_id)
    return _as_row(row, now)


def find_rows(
    connection: Connection, case_ids: Collection[int], *, now: datetime
) -> dict[int, CaseRow]:
    """These cases as a list shows them, by their ids; those that are not there are left out."""
    rows = connection.execute(_rows().where(cases.c.id.in_(case_ids)))
    return {row.id: _as_row(row, now) for row in rows}


def newest_case(connection: Connection) -> int:
    """The id of the case that was opened last; 0 when there never was one."""
    newest: int | None = connection.execute(select(func.max(cases.c.id))).scalar_one()
    return newest or 0


def _rows() -> Any:
    return (
        select(
            cases,
            messages.c.id.label("message_id"),
            messages.c.room,
            messages.c.sender.label("message_sender"),
            messages.c.surface.label("message_surface"),
            messages.c.contract.label("message_contract"),
            contents.c.content,
            contents.c.removed_by,
            verdicts.c.body,
        )
        .join(messages, messages.c.pk == cases.c.message_pk)
        .join(contents, contents.c.message_pk == cases.c.message_pk)
        .outerjoin(verdicts, verdicts.c.message_pk == cases.c.message_pk)
    )


def _as_row(row: Row[Any], now: datetime) -> CaseRow:
    """The case of a row; what a program of the version before left open is worked out."""
    ran_out = row.state == "claimed" and row.claim_expires_at <= now
    return CaseRow(
        id=row.id,
        message_pk=row.message_pk,
        message_id=row.message_id,
        room=row.room,
        sender=row.sender or row.message_sender,
        surface=row.surface or row.message_surface,
        contract=row.contract or row.message_contract,
        state="open" if ran_out else row.state,
        opened_by=row.opened_by,
        decision=row.decision,
        category=row.category,
        score=row.score,
        language=row.language,
        priority=row.priority,
        counts_from=row.counts_from or counts_from(row.priority, row.opened_at),
        due_at=row.due_at or due_at(row.decision, row.opened_at),
        alike=row.alike or row.id,
        opened_at=row.opened_at,
        claimed_by=None if ran_out else row.claimed_by,
        claim_expires_at=None if ran_out else row.claim_expires_at,
        action=row.action,
        decided_at=row.decided_at,
        text=read_content(row.content).text,
        details=None if row.body is None else details_in(row.body),
        appeal_id=row.appeal_id,
        barred=row.barred,
        text_removed=row.removed_by,
    )
