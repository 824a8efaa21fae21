"""The moderators' queue, for those who bring their own screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

from fastapi import Path, Query
from sqlalchemy import Connection

from api.answers import CaseOut, CasesOut, Json, case_answer
from api.case_answers import CaseViewOut, case_view_answer
from api.door import BODY_REFUSALS, Caller, new_router, opened_by
from api.errors import refusals
from api.parts import Inside, Parts
from api.schemas import CaseQuery, ClaimIn, DecisionIn
from store import cases, decisions, desk, reviews
from store.errors import (
    AlreadyDecided,
    ClaimedByOther,
    DecidedFirst,
    NotFound,
    NothingToUndo,
    Unanswered,
    UndoTooLate,
)
from store.keys import ApiKey
from store.looks import look_at_case
from store.narrowing import Cursor, Filter

LARGEST_ID = 2**63 - 1  # what both databases count to

RowId = Annotated[int, Path(ge=1, le=LARGEST_ID)]

router = new_router(tag="cases")


@router.get(
    "/v1/cases",
    dependencies=[opened_by("read", "moderate")],
    summary="Cases, the most urgent first",
    response_model=CasesOut,
)
async def list_cases(query: Annotated[CaseQuery, Query()], inside: Inside) -> Json:
    """A page of the queue. Hand `next` back as `after` for the page behind it."""
    narrowed = Filter(
        states=tuple(query.state),
        decision=query.decision,
        category=query.category,
        language=query.language,
        surface=query.surface,
        contract=query.contract,
        sender=query.sender,
        claimed_by=query.claimed_by,
        appealed=query.appealed,
    )

    def look_up() -> list[desk.CaseRow]:
        with inside.database.read() as connection:
            return desk.list_cases(
                connection,
                now=inside.now(),
                narrowed=narrowed,
                after=Cursor.read(query.after) if query.after else None,
                limit=query.limit,
            )

    rows = await inside.reading(look_up)
    last = rows[-1] if len(rows) == query.limit else None
    return Json(
        {
            "cases": [case_answer(row) for row in rows],
            "next": None if last is None else str(Cursor(last.counts_from, last.id)),
        }
    )


@router.get(
    "/v1/cases/{case_id}",
    dependencies=[opened_by("read", "moderate")],
    summary="A case with all that is known of it",
    response_model=CaseViewOut,
    responses=refusals(NotFound),
)
async def find_case(case_id: RowId, inside: Inside, caller: Caller) -> Json:
    """The message with its text and the talk before it, the verdict, the decisions, the reports.

    The log says that it was read, and with which key.
    """

    def look_up() -> desk.CaseView:
        now = inside.now()
        with inside.database.begin() as connection:
            view = desk.find_case(connection, case_id, now=now)
            look_at_case(connection, case_id, by=caller.actor, now=now)
            return view

    return Json(case_view_answer(await inside.writing(look_up)))


@router.post(
    "/v1/cases/{case_id}/claim",
    dependencies=[opened_by("moderate")],
    summary="Take a case",
    response_model=CaseOut,
    responses=refusals(*BODY_REFUSALS, NotFound, ClaimedByOther, AlreadyDecided, DecidedFirst),
)
async def claim(case_id: RowId, claim: ClaimIn, inside: Inside, caller: Caller) -> Json:
    """The case is the moderator's for a while. Claiming again renews it.

    An appeal is not for the one who decided what it is against.
    """

    def act(connection: Connection, now: datetime) -> None:
        lease = inside.settings.claim_lease
        cases.claim(connection, case_id, by=claim.moderator, lease=lease, now=now)

    return await _change(inside, caller, case_id, act)


@router.post(
    "/v1/cases/{case_id}/decision",
    dependencies=[opened_by("moderate")],
    summary="Decide a case",
    response_model=CaseOut,
    responses=refusals(
        *BODY_REFUSALS, NotFound, ClaimedByOther, AlreadyDecided, DecidedFirst, Unanswered
    ),
)
async def decide(case_id: RowId, decision: DecisionIn, inside: Inside, caller: Caller) -> Json:
    """The case has to be open, or claimed by this moderator. An appeal is answered by it."""

    def act(connection: Connection, now: datetime) -> None:
        decisions.decide(
            connection,
            case_id,
            action=decision.action,
            by=decision.moderator,
            reason=decision.reason,
            note=decision.note,
            now=now,
        )
        reviews.draw(
            connection,
            [case_id],
            share=inside.settings.second_look_share,
            seed=inside.settings.second_look_seed,
            now=now,
        )

    return await _change(inside, caller, case_id, act)


@router.post(
    "/v1/cases/{case_id}/undo",
    dependencies=[opened_by("moderate")],
    summary="Take a decision back",
    response_model=CaseOut,
    responses=refusals(*BODY_REFUSALS, NotFound, NothingToUndo, UndoTooLate),
)
async def undo(case_id: RowId, undo: ClaimIn, inside: Inside, caller: Caller) -> Json:
    """By the one who decided, within five minutes; the case is theirs again."""

    def act(connection: Connection, now: datetime) -> None:
        lease = inside.settings.claim_lease
        decisions.undo(connection, case_id, by=undo.moderator, lease=lease, now=now)

    return await _change(inside, caller, case_id, act)


async def _change(
    inside: Parts, caller: ApiKey, case_id: int, act: Callable[[Connection, datetime], Any]
) -> Json:
    """The case as it stands after the change, read in the same transaction.

    The moderator is whom the caller names, so the log says through which key they acted.
    """

    def change() -> desk.CaseRow:
        now = inside.now()
        with inside.database.begin(via=caller.actor) as connection:
            act(connection, now)
            return desk.find_case(connection, case_id, now=now).row

    return Json(case_answer(await inside.writing(change)))
