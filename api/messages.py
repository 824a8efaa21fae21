"""Messages that are judged in their turn: accepted, asked after, reported, appealed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import quote

from fastapi import Body
from opentelemetry.trace import SpanKind
from sqlalchemy import Connection

from api.answers import (
    AppealOut,
    CaseIdOut,
    Json,
    MessageOut,
    ReceiptsOut,
    appeal_answer,
    notice_answer,
)
from api.door import BODY_REFUSALS, Caller, new_router, opened_by
from api.errors import ACCEPTED, refusals
from api.parts import Inside, Parts
from api.refusals import QueueFullError, RateLimitedError
from api.repeats import Repeatable
from api.schemas import AppealIn, BatchIn, Delivery, Id, QueuedIn, ReportIn
from config.tracing import current_trace
from scanner.message import Message
from scanner.wire import verdict_record
from store import appeals, idempotency, messages, reports
from store.appeals import Appeal
from store.errors import (
    AppealTooLate,
    IdempotencyConflict,
    MessageConflict,
    NotFound,
    NothingToAppeal,
    NotTheirs,
    TextGone,
)
from store.looks import look_at_message
from store.messages import Receipt, Stored
from worker import judge
from worker.spans import MESSAGES

router = new_router(tag="messages")


@router.post(
    "/v1/messages",
    dependencies=[opened_by("scan")],
    summary="Accept messages to be judged in their turn",
    status_code=ACCEPTED,
    response_model=ReceiptsOut,
    responses=refusals(
        *BODY_REFUSALS, MessageConflict, IdempotencyConflict, QueueFullError, RateLimitedError
    ),
)
async def accept(
    delivery: Annotated[Delivery, Body()], inside: Inside, repeatable: Repeatable
) -> Json:
    """All of them are on disk when the answer comes; one that cannot be accepted refuses all.

    The same message again is accepted again and judged once.
    """
    given = [message.to_message() for message in _several(delivery)]
    receipts = await inside.writing(lambda: _receive(inside, given, repeatable))
    return Json(
        {"receipts": [{"id": receipt.id, "url": _url(receipt.id)} for receipt in receipts]},
        status_code=ACCEPTED,
    )


@router.get(
    "/v1/messages/{id}",
    dependencies=[opened_by("scan", "read", "moderate")],
    summary="A message's state and verdict",
    response_model=MessageOut,
    responses=refusals(NotFound),
)
async def find(id: Id, inside: Inside, caller: Caller) -> Json:
    """`waiting` until it is judged, then `judged` with its verdict.

    What was found is private: the log says who asked, unless they may send messages themselves.
    """

    def look_up() -> tuple[Stored, Appeal | None]:
        with inside.database.read() as connection:
            return _with_appeal(connection, id)

    def look_up_and_note() -> tuple[Stored, Appeal | None]:
        with inside.database.begin() as connection:
            found = _with_appeal(connection, id)
            look_at_message(connection, found[0].pk, by=caller.actor, now=inside.now())
            return found

    if "scan" in caller.scopes:
        stored, appealed = await inside.reading(look_up)
    else:
        stored, appealed = await inside.writing(look_up_and_note)
    verdict = stored.verdict
    return Json(
        {
            "id": stored.id,
            "state": stored.state,
            "received_at": stored.received_at,
            "judged_at": stored.judged_at,
            "case_id": stored.case_id,
            "verdict": None if verdict is None else verdict_record(verdict, id=stored.id),
            "notice": None
            if verdict is None
            else notice_answer(verdict, stored.message, scanner=inside.scanner),
            "appeal": None if appealed is None else appeal_answer(appealed),
            "text_removed": stored.removed,
        }
    )


@router.post(
    "/v1/messages/{id}/reports",
    dependencies=[opened_by("scan")],
    summary="Report a message that was received",
    response_model=CaseIdOut,
    responses=refusals(*BODY_REFUSALS, NotFound),
)
async def report(id: Id, report: ReportIn, inside: Inside) -> Json:
    """The message comes before the moderators, whatever its verdict. A reporter counts once."""

    def note() -> int:
        with inside.database.begin() as connection:
            return reports.report(
                connection,
                id,
                reporter=report.reporter,
                reason=report.reason,
                now=inside.now(),
            )

    return Json({"case_id": await inside.writing(note)})


@router.post(
    "/v1/messages/{id}/appeals",
    dependencies=[opened_by("scan")],
    summary="Appeal against what was decided",
    response_model=AppealOut,
    responses=refusals(
        *BODY_REFUSALS, NotFound, NotTheirs, NothingToAppeal, AppealTooLate, TextGone
    ),
)
async def appeal(id: Id, appeal: AppealIn, inside: Inside) -> Json:
    """Somebody else than who decided looks again. One appeal for each decision: the same again, and
    one against the answer, gives the first back as it stands.
    """

    def note() -> Appeal:
        with inside.database.begin() as connection:
            return appeals.appeal(
                connection, id, sender=appeal.sender, text=appeal.text, now=inside.now()
            )

    return Json(appeal_answer(await inside.writing(note)))


def _with_appeal(connection: Connection, id: str) -> tuple[Stored, Appeal | None]:
    stored = messages.find(connection, id)
    found = () if stored.case_id is None else appeals.appeals_on(connection, stored.case_id)
    return stored, found[-1] if found else None


def _several(delivery: Delivery) -> Sequence[QueuedIn]:
    if isinstance(delivery, BatchIn):
        return delivery.messages
    return [delivery] if isinstance(delivery, QueuedIn) else delivery


def _receive(
    inside: Parts, given: Sequence[Message], repeatable: judge.Request | None
) -> list[Receipt]:
    """The messages are kept, and then the bell is rung; it need not be heard."""
    facts = {MESSAGES: len(given)}
    with inside.tracing.span("enqueue", kind=SpanKind.PRODUCER, attributes=facts):
        return _keep(inside, given, repeatable)


def _keep(
    inside: Parts, given: Sequence[Message], repeatable: judge.Request | None
) -> list[Receipt]:
    with inside.database.read() as connection:
        inside.pressure.refuse_when_full(connection)
    now = inside.now()  # one moment for both: erasing finds the key by it
    with inside.database.begin() as connection:
        receipts = messages.receive(connection, given, now=now, trace=current_trace())
        if repeatable is not None:
            idempotency.remember(
                connection,
                caller=repeatable.caller,
                key=repeatable.key,
                fingerprint=repeatable.fingerprint,
                message_pk=receipts[0].pk,
                now=now,
            )
    inside.doorbell.ring([receipt.pk for receipt in receipts if receipt.is_new])
    return receipts


def _url(id: str) -> str:
    return f"/v1/messages/{quote(id, safe=':@=+')}"
