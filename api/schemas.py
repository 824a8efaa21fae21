"""What callers may send: the shape of the labelled cases, checked once, at this edge."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, NoReturn

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from scanner.message import (
    HISTORY_MAX_LENGTH,
    TEXT_MAX_LENGTH,
    Context,
    Contract,
    Earlier,
    Message,
    Relationship,
    Role,
    Surface,
)
from scanner.verdict import Category, DecisionName
from store.appeals import APPEAL_MAX_LENGTH
from store.cases import CaseState
from store.decisions import NOTE_MAX_LENGTH, REASON_MAX_LENGTH, Action
from store.desk import PAGE_MAX_LENGTH
from store.reports import ReportReason
from store.schema import ID_MAX_LENGTH, NAME_MAX_LENGTH

BATCH_MAX_LENGTH = 1_000  # messages in one call; the limit stated to callers, design/INTERFACES
ID_PATTERN = rf"^[A-Za-z0-9_-][A-Za-z0-9._:@=+-]{{0,{ID_MAX_LENGTH - 1}}}$"
NAME_PATTERN = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]+$"  # no line ends: names stand in lists
NOTE_PATTERN = r"^[^\x00]*$"  # PostgreSQL keeps no NUL
CURSOR_PATTERN = r"^[0-9]{1,17}_[0-9]{1,18}$"

LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,2}$"  # BCP 47, as far as we tell

_RFC3339 = re.compile(
    r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)", re.ASCII
)


def _refuse(fix: str) -> NoReturn:
    raise PydanticCustomError("refused", "{fix}", {"fix": fix})


def _identifier(value: str) -> str:
    if re.fullmatch(ID_PATTERN, value) is None:
        _refuse(
            f"write 1 to {ID_MAX_LENGTH} of A-Z a-z 0-9 . _ : @ = + - and begin with a letter, "
            "a digit, _ or -"
        )
    return value


def _text(value: str) -> str:
    # Not pydantic's own limits: those refuse lone surrogates, which people do send and we judge.
    if len(value) > TEXT_MAX_LENGTH:
        _refuse(f"write at most {TEXT_MAX_LENGTH:,} characters, or send it in parts")
    return value


def _some_text(value: str) -> str:
    if not value:
        _refuse("write at least one character; an empty message needs no verdict")
    return _text(value)


def _appeal_text(value: str) -> str:
    if not value or len(value) > APPEAL_MAX_LENGTH:
        _refuse(f"write 1 to {APPEAL_MAX_LENGTH:,} characters, or leave it out")
    return value


def _rfc3339(value: object) -> object:
    if not isinstance(value, str) or _RFC3339.fullmatch(value) is None:
        _refuse("write a time with its zone as in RFC 3339, like 2026-03-01T09:30:00Z")
    return value


def _utc(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC)
    except OverflowError:
        _refuse("write a time between the years 1 and 9999")


Id = Annotated[
    str,
    AfterValidator(_identifier),
    WithJsonSchema({"type": "string", "pattern": ID_PATTERN, "examples": ["m-1842"]}),
]
Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN, max_length=NAME_MAX_LENGTH)]
CaseReason = Annotated[str, StringConstraints(pattern=NAME_PATTERN, max_length=REASON_MAX_LENGTH)]
Note = Annotated[str, StringConstraints(pattern=NOTE_PATTERN, max_length=NOTE_MAX_LENGTH)]
Time = Annotated[
    AwareDatetime,
    Field(strict=False),
    BeforeValidator(_rfc3339),
    AfterValidator(_utc),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
Text = Annotated[
    str,
    AfterValidator(_some_text),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": TEXT_MAX_LENGTH}),
]
AppealText = Annotated[
    str,
    AfterValidator(_appeal_text),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": APPEAL_MAX_LENGTH}),
]
EarlierText = Annotated[
    str,
    AfterValidator(_text),
    WithJsonSchema({"type": "string", "maxLength": TEXT_MAX_LENGTH}),
]


class Strict(BaseModel):
    """Nothing unknown, and nothing turned into another type by guesswork."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class ContextIn(Strict):
    """What the marketplace knows of the pair and the place. Left out counts as strictest."""

    contract: Contract = "none"
    surface: Surface = "message"
    sender_role: Role | None = None
    relationship: Relationship = "platform"
    conversion_fee_paid: bool = False


class EarlierIn(Strict):
    """An earlier message of the same room."""

    sender_role: Role | None = None
    text: EarlierText


class MessageIn(Strict):
    """A message to be judged.

    Without `history`, the service reads what it has of the `room`.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "m-1842",
                    "room": "r-77",
                    "sender": "u-frank",
                    "text": "Great! Write me at jane dot roe at gmail, it is quicker.",
                    "context": {"contract": "none", "sender_role": "freelancer"},
                    "history": [{"sender_role": "client", "text": "When could you start?"}],
                }
            ]
        }
    )

    id: Id | None = None
    room: Id | None = None
    sender: Id | None = None
    sent_at: Time | None = None
    sender_since: Time | None = Field(
        default=None,
        description="When the sender's account was made; moderators are shown its age.",
    )
    text: Text
    context: ContextIn = ContextIn()
    history: list[EarlierIn] = Field(
        default=[], max_length=HISTORY_MAX_LENGTH, description="Oldest first."
    )

    def to_message(self) -> Message:
        """The message as the engine takes it."""
        context = self.context
        return Message(
            id=self.id,
            room=self.room,
            sender=self.sender,
            sent_at=self.sent_at,
            sender_since=self.sender_since,
            text=self.text,
            context=Context(
                contract=context.contract,
                surface=context.surface,
                sender_role=context.sender_role,
                relationship=context.relationship,
                conversion_fee_paid=context.conversion_fee_paid,
            ),
            history=tuple(
                Earlier(text=earlier.text, sender_role=earlier.sender_role)
                for earlier in self.history
            ),
        )


class QueuedIn(MessageIn):
    """A message to be judged later; its `id` is what the verdict is asked for with."""

    id: Id


class BatchIn(Strict):
    """Messages in the order in which they were sent."""

    messages: list[QueuedIn] = Field(min_length=1, max_length=BATCH_MAX_LENGTH)


def _shape(body: object) -> str:
    if isinstance(body, list):
        return "list"
    return "batch" if isinstance(body, dict) and "messages" in body else "one"


DELIVERY_TAGS = frozenset({"one", "batch", "list"})
Delivery = Annotated[
    Annotated[QueuedIn, Tag("one")]
    | Annotated[BatchIn, Tag("batch")]
    | Annotated[list[QueuedIn], Field(min_length=1, max_length=BATCH_MAX_LENGTH), Tag("list")],
    Discriminator(_shape),
]
"""One message, or many as `{"messages": [...]}` or as a plain list."""


class ReportIn(Strict):
    """What a receiver says of a message."""

    reporter: Id = Field(examples=["u-clara"])
    reason: ReportReason


class AppealIn(Strict):
    """What the sender of a message says against what was decided about it."""

    sender: Id = Field(examples=["u-frank"])
    text: AppealText | None = Field(default=None, examples=["It was the address of the client."])


class ClaimIn(Strict):
    """Who takes the case, or takes a decision back."""

    moderator: Name = Field(examples=["Mona"])


class DecisionIn(Strict):
    """What a moderator decided, and why."""

    moderator: Name = Field(examples=["Mona"])
    action: Action
    reason: CaseReason | None = Field(default=None, examples=["contact.email"])
    note: Note | None = None


class CaseQuery(BaseModel):
    """What the list of cases is narrowed to. Without `state`: open and claimed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    state: list[CaseState] = Field(default=["open", "claimed"], min_length=1, max_length=3)
    decision: DecisionName | None = None
    category: Category | None = None
    language: str | None = Field(default=None, pattern=LANGUAGE_PATTERN, examples=["pt-BR"])
    surface: Surface | None = None
    contract: Contract | None = None
    sender: Id | None = None
    claimed_by: Name | None = None
    appealed: bool | None = None
    limit: int = Field(default=50, ge=1, le=PAGE_MAX_LENGTH)
    after: str | None = Field(
        default=None, pattern=CURSOR_PATTERN, description="`next` of the page before this one."
    )
