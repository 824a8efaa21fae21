"""Calls that are answered with a verdict: scans, which are stored, and previews, which are not."""

from __future__ import annotations

from api.answers import Json, PreviewOut, ScanOut, verdict_answer
from api.door import BODY_REFUSALS, new_router, opened_by
from api.errors import refusals
from api.parts import Inside
from api.repeats import Repeatable
from api.schemas import MessageIn
from scanner.message import Message
from store import messages
from store.errors import IdempotencyConflict, MessageConflict
from store.messages import Stored

QUICK_LENGTH = 4_000  # characters that are judged without a thread, which would cost as much

router = new_router(tag="verdicts")


@router.post(
    "/v1/scans",
    dependencies=[opened_by("scan")],
    summary="Judge a message before it is delivered",
    response_model=ScanOut,
    responses=refusals(*BODY_REFUSALS, MessageConflict, IdempotencyConflict),
)
async def scan(message: MessageIn, inside: Inside, repeatable: Repeatable) -> Json:
    """Judged at once and stored, with a case for the moderators when it is flagged or held.

    The same message again is answered with its first verdict; the same `id` with anything else
    changed is refused.
    """
    given = message.to_message()

    def judge() -> Stored:
        return inside.judge.judge_now(given, request=repeatable)

    stored = await inside.writing(judge)
    assert stored.verdict is not None
    inside.metrics.note_verdict(stored.verdict, call="scan")
    answer = verdict_answer(stored.verdict, stored.message, id=stored.id, scanner=inside.scanner)
    return Json({**answer, "case_id": stored.case_id})


@router.post(
    "/v1/previews",
    dependencies=[opened_by("scan")],
    summary="Judge a message and keep nothing",
    response_model=PreviewOut,
    responses=refusals(*BODY_REFUSALS),
)
async def preview(message: MessageIn, inside: Inside) -> Json:
    """The verdict that a scan would give now, for hints while somebody types."""
    given = message.to_message()

    def read_room() -> Message:
        with inside.database.read() as connection:
            return messages.with_room(connection, given)

    if given.room is not None and not given.history:
        given = await inside.reading(read_room)
    if _length(given) <= QUICK_LENGTH:
        verdict = inside.scanner.scan(given)
    else:
        verdict = await inside.reading(lambda: inside.scanner.scan(given))
    inside.metrics.note_verdict(verdict, call="preview")
    return Json(verdict_answer(verdict, given, id=message.id, scanner=inside.scanner))


def _length(message: Message) -> int:
    return len(message.text) + sum(len(earlier.text) for earlier in message.history)
