"""What callers get: the shapes as the OpenAPI document tells them, and the way they are written.

The models describe; they check nothing on the way out, since that would cost as much as judging.
The tests hold every answer against them.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from scanner.message import Contract, Message, Surface
from scanner.notice import notices
from scanner.road import Scanner
from scanner.verdict import Category, DecisionName, EntityType, Verdict
from scanner.wire import notice_record, verdict_record
from store.appeals import Appeal, AppealState
from store.cases import CaseState, OpenedBy
from store.content import Removal
from store.decisions import Action
from store.desk import CaseRow
from store.keys import KeyRow, Scope
from store.messages import State
from store.outbox import Event

Score = Annotated[float, Field(ge=0, le=1)]


class Json(Response):
    """Plain values as JSON."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """Lone surrogates, which only escapes can carry, are sent as they came."""
        try:
            return orjson.dumps(content, option=orjson.OPT_UTC_Z)
        except orjson.JSONEncodeError:
            return json.dumps(content, default=datetime.isoformat).encode("ascii")


class Shape(BaseModel):
    """Part of an answer. Nothing else is in it."""

    model_config = ConfigDict(extra="forbid")


class SpanOut(Shape):
    """A half-open range in code points of a raw message: 0 the judged one, -1 the one before it."""

    message: int = Field(le=0)
    start: int = Field(ge=0)
    end: int = Field(ge=1)


class ReasonOut(Shape):
    """One cell of the policy that speaks against the message."""

    category: Category
    score: Score
    decision: DecisionName
    threshold: Score
    text: str


class FindingOut(Shape):
    """Something that the policy speaks about, and where it stands."""

    category: Category
    type: EntityType | None
    value: str | None
    confidence: Score
    spans: list[SpanOut]
    read_as: list[str]
    source: str


class ExcuseOut(Shape):
    """Why a finding counts less; weight 0 drops it."""

    finding: FindingOut
    reason: str
    source: str
    weight: Score
    spans: list[SpanOut]


class OtherwiseOut(Shape):
    """The least change of one score that would have brought another decision."""

    decision: DecisionName
    category: Category
    score: Score
    threshold: Score


class FailureOut(Shape):
    """A step of the engine that broke; the message counts as unread."""

    step: str
    error: str


class VersionsOut(Shape):
    """Enough to reproduce a verdict."""

    rulebook: str
    policy: str
    models: str
    views: str


class NoticeReasonOut(Shape):
    """One thing to tell the sender."""

    category: Category
    what: str
    where: list[SpanOut]
    why: str
    instead: str


class NoticeOut(Shape):
    """What to tell the sender in their `language` (BCP 47), strictest reason first.

    `appeal` tells how to have the message looked at again.
    """

    language: str
    reasons: list[NoticeReasonOut]
    appeal: str


class VerdictOut(Shape):
    """What was decided, why, and on what proof."""

    id: str | None
    decision: DecisionName
    reasons: list[ReasonOut]
    findings: list[FindingOut]
    excuses: list[ExcuseOut]
    scores: dict[Category, Score]
    otherwise: list[OtherwiseOut]
    failures: list[FailureOut]
    versions: VersionsOut
    elapsed_ms: float | None


class PreviewOut(VerdictOut):
    """A verdict of which nothing was kept."""

    notice: NoticeOut | None


class ScanOut(PreviewOut):
    """A verdict; `case_id` when a moderator will look at the message.

    `stored` false: the database could not keep it in time. Send it again later.
    """

    case_id: int | None
    stored: bool


class ReceiptOut(Shape):
    """The message is kept, and will be judged; its verdict will be at `url`."""

    id: str
    url: str


class ReceiptsOut(Shape):
    """One receipt for each message, in the order in which they came."""

    receipts: list[ReceiptOut]


class AppealOut(Shape):
    """An appeal by the message's sender: `open` until somebody else has decided.

    `decision_id` is what it is against, `outcome_id` what answered it.
    """

    id: int
    case_id: int
    decision_id: int
    state: AppealState
    at: datetime
    outcome_id: int | None


class MessageOut(Shape):
    """A message as it stands. `verdict` and `notice` are null while it waits.

    `appeal` is the last one. `text_removed` tells why the text, and the values of findings, are not
    kept any more.
    """

    id: str
    state: State
    received_at: datetime
    judged_at: datetime | None
    case_id: int | None
    verdict: VerdictOut | None
    notice: NoticeOut | None
    appeal: AppealOut | None
    text_removed: Removal | None


class CaseIdOut(Shape):
    """The case that the message has now."""

    case_id: int


class CaseOut(Shape):
    """A case as a list shows it. A claim that ran out reads as open.

    `decision` is the verdict's, null when the message was reported before it was judged; `action`
    is the moderator's. `appeal_id` is of an appeal that waits, which `barred` may not answer.
    `text_removed` tells why its text is not kept any more.
    """

    id: int
    message_id: str
    room: str | None
    sender: str | None
    surface: Surface
    contract: Contract
    state: CaseState
    opened_by: OpenedBy
    decision: DecisionName | None
    category: Category | None
    score: Score | None
    language: str | None
    priority: float
    opened_at: datetime
    due_at: datetime
    claimed_by: str | None
    claim_expires_at: datetime | None
    action: Action | None
    decided_at: datetime | None
    appeal_id: int | None
    barred: str | None
    text_removed: Removal | None


class CasesOut(Shape):
    """A page of cases; `next` is null on the last one."""

    cases: list[CaseOut]
    next: str | None


class KeyOut(Shape):
    """An API key. `rate_per_minute` null is what the settings say; `last_used_at` may be a minute
    late."""

    id: int
    name: str
    scopes: list[Scope]
    rate_per_minute: int | None
    created_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


class KeysOut(Shape):
    """All keys that were ever made."""

    keys: list[KeyOut]


class DeadOut(Shape):
    """A delivery that was given up. `failure` is what came of its last try."""

    id: int
    webhook: str
    event: Event
    message_id: str
    case_id: int | None
    attempts: int
    created_at: datetime
    failure: str | None


class DeadsOut(Shape):
    """A page of them; `next` is null on the last one."""

    deliveries: list[DeadOut]
    next: int | None


class ResentOut(Shape):
    """The delivery is tried again."""

    id: int
    state: Literal["pending"]


def verdict_answer(
    verdict: Verdict, message: Message, *, id: str | None, scanner: Scanner
) -> dict[str, Any]:
    """PreviewOut."""
    notice = notice_answer(verdict, message, scanner=scanner)
    return {**verdict_record(verdict, id=id), "notice": notice}


def notice_answer(verdict: Verdict, message: Message, *, scanner: Scanner) -> dict[str, Any] | None:
    """NoticeOut, in the language of the message; None when nothing speaks against it."""
    if not verdict.reasons:
        return None
    return notice_record(notices(verdict, language=scanner.language_of(message)))


def case_answer(row: CaseRow) -> dict[str, Any]:
    """CaseOut."""
    return {name: getattr(row, name) for name in CaseOut.model_fields}


def key_answer(row: KeyRow) -> dict[str, Any]:
    """KeyOut."""
    return {name: getattr(row, name) for name in KeyOut.model_fields}


def appeal_answer(appeal: Appeal, shape: type[AppealOut] = AppealOut) -> dict[str, Any]:
    """AppealOut, or the shape that has the text as well."""
    return {name: getattr(appeal, name) for name in shape.model_fields}
