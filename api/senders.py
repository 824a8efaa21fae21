"""Senders who ask what is kept on them, or ask to be forgotten."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from api.answers import Json, Score, Shape, VerdictOut
from api.cases import LARGEST_ID
from api.door import Caller, new_router, opened_by
from api.parts import Inside
from api.schemas import Id
from scanner.ladders import LadderName
from scanner.message import Contract, Relationship, Role, Surface
from scanner.verdict import Category, DecisionName
from store.appeals import AppealState
from store.cases import CaseState, OpenedBy
from store.content import Removal
from store.decisions import Action
from store.dossier import PAGE_MAX_LENGTH, Page, page_of, reports_made, strikes_of
from store.erasure import Erased
from store.looks import look_at_sender
from store.messages import State
from store.outbox import Event
from store.reports import ReportReason
from worker import erasure

EventState = Literal["pending", "delivered", "dead"]

router = new_router(tag="senders")


class ErasedOut(Shape):
    """What was erased. `subject` is what the log calls it by; null when nothing was kept.

    `copies`: places where their words stood as the talk before another's message. `reports`: those
    that they made; they stay, and are nobody's. `views`: filters of moderators that named them.
    """

    subject: str | None
    messages: int
    copies: int
    reports: int
    views: int


class KeptContextOut(Shape):
    """What the marketplace told of the pair and the place."""

    contract: Contract
    surface: Surface
    sender_role: Role | None
    relationship: Relationship
    conversion_fee_paid: bool


class KeptLabelOut(Shape):
    """What a moderator said of a finding."""

    finding: int
    is_right: bool
    at: datetime


class KeptReportOut(Shape):
    """What a receiver said of the message."""

    reason: ReportReason
    at: datetime


class KeptDecisionOut(Shape):
    """What a moderator decided, and noted."""

    action: Action | Literal["undo"]
    reason: str | None
    note: str | None
    at: datetime


class KeptAppealOut(Shape):
    """What the sender appealed against, in their words."""

    state: AppealState
    at: datetime
    text: str | None


class KeptStrikeOut(Shape):
    """What a violation brought; `step` is its place on the ladder, from 1."""

    ladder: LadderName
    step: int
    at: datetime
    expires_at: datetime
    ended_at: datetime | None


class KeptCaseOut(Shape):
    """The case that a message had."""

    id: int
    state: CaseState
    opened_by: OpenedBy
    opened_at: datetime
    decision: DecisionName | None
    category: Category | None
    score: Score | None
    priority: float
    language: str | None
    due_at: datetime | None
    action: Action | None
    decided_at: datetime | None
    decisions: list[KeptDecisionOut]
    appeals: list[KeptAppealOut]
    second_looks: list[KeptDecisionOut]


class KeptEventOut(Shape):
    """What a webhook is told of the message."""

    event: Event
    state: EventState
    at: datetime


class LookOut(Shape):
    """When somebody looked at the message; `details`: its contact details were shown to them."""

    at: datetime
    details: bool


class KeptMessageOut(Shape):
    """A message with all that was made of it.

    `earlier`: what they had said before it. `fingerprinted`: findings of which a keyed fingerprint
    is kept, by their places.
    """

    id: str
    room: str | None
    state: State
    sent_at: datetime | None
    sender_since: datetime | None
    received_at: datetime
    judged_at: datetime | None
    context: KeptContextOut
    text: str
    text_removed: Removal | None
    earlier: list[str]
    verdict: VerdictOut | None
    labels: list[KeptLabelOut]
    fingerprinted: list[int]
    reports: list[KeptReportOut]
    case: KeptCaseOut | None
    events: list[KeptEventOut]
    looked_at: list[LookOut]


class ReportMadeOut(Shape):
    """What they reported of another's message."""

    message_id: str
    reason: ReportReason
    at: datetime


class SenderOut(Shape):
    """A page of all that is kept on a sender; `next` is null on the last one.

    `strikes` and `reports_made` stand on the first page.
    """

    sender: str
    messages: list[KeptMessageOut]
    strikes: list[KeptStrikeOut]
    reports_made: list[ReportMadeOut]
    next: int | None


class SenderQuery(BaseModel):
    """Which page."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    limit: int = Field(default=50, ge=1, le=PAGE_MAX_LENGTH)
    after: int = Field(default=0, ge=0, le=LARGEST_ID, description="The last page's `next`.")


@router.get(
    "/v1/senders/{id}",
    dependencies=[opened_by("admin")],
    summary="All that is kept on a sender",
    response_model=SenderOut,
)
async def export(
    id: Id, query: Annotated[SenderQuery, Query()], inside: Inside, caller: Caller
) -> Json:
    """For the one who asks after it; of others it says nothing. The log says that it was asked."""

    def look_up() -> tuple[Page, list[dict[str, Any]], list[dict[str, Any]]]:
        with inside.database.begin() as connection:
            page = page_of(connection, id, after=query.after, limit=query.limit)
            made = [] if query.after else reports_made(connection, id)
            struck = [] if query.after else strikes_of(connection, id)
            if page.messages or made:
                look_at_sender(
                    connection,
                    id,
                    by=caller.actor,
                    now=inside.now(),
                    messages=len(page.messages),
                )
            return page, made, struck

    page, made, struck = await inside.writing(look_up)
    return Json(
        {
            "sender": id,
            "messages": page.messages,
            "strikes": struck,
            "reports_made": made,
            "next": page.last,
        }
    )


@router.delete(
    "/v1/senders/{id}",
    dependencies=[opened_by("admin")],
    summary="Erase a sender",
    response_model=ErasedOut,
)
async def erase(id: Id, inside: Inside, caller: Caller) -> Json:
    """What they wrote, and what names them, is kept nowhere when the answer comes.

    Again it does nothing. A call that was given up half-way is done to its end by the next one.
    """

    def act() -> Erased:
        return erasure.erase(inside.database, id, by=caller.actor, now=inside.now)

    erased = await inside.writing(act)
    return Json({name: getattr(erased, name) for name in ErasedOut.model_fields})
