"""Calls that are answered with a verdict: scans, which are stored, and previews, which are not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import anyio

from api.answers import Json, PreviewOut, ScanOut, verdict_answer
from api.door import BODY_REFUSALS, new_router, opened_by
from api.errors import UNAVAILABLE, refusals
from api.parts import Answer, Inside, Parts
from api.repeats import Repeatable
from api.schemas import MessageIn
from config.timeouts import SCAN_STORE_SECONDS
from scanner.message import Message
from scanner.verdict import Failure, Verdict
from store import messages
from store.errors import IdempotencyConflict, MessageConflict
from store.messages import Stored
from worker.judge import named
from worker.spans import scan_one

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

    While the database is away or too slow, it is judged and not stored: `stored` is false then, and
    the message has to be sent again later. Without the talk before it, it is never allowed.

    The same message again is answered with its first verdict; the same `id` with anything else
    changed is refused.
    """
    given = named(message.to_message())
    stored = await _in_time(inside, partial(inside.judge.look, given, request=repeatable))
    if not isinstance(stored, Stored):
        in_room, stored = stored, None
        verdict = await _judge(inside, given, in_room=in_room)
        if in_room is not None:
            keep = partial(inside.judge.keep, given, verdict, in_room=in_room, request=repeatable)
            stored = await _in_time(inside, keep, is_change=True)
        if stored is None:
            return _unstored(inside, given, verdict)
    assert stored.verdict is not None
    inside.metrics.note_verdict(stored.verdict, call="scan")
    inside.modes.steps.note(stored.verdict)
    answer = verdict_answer(stored.verdict, stored.message, id=stored.id, scanner=inside.scanner)
    return Json({**answer, "case_id": stored.case_id, "stored": True})


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
    scan = partial(scan_one, inside.scanner, tracing=inside.tracing)
    if _length(given) <= QUICK_LENGTH:
        verdict = scan(given)
    else:
        verdict = await anyio.to_thread.run_sync(scan, given)
    inside.metrics.note_verdict(verdict, call="preview")
    inside.modes.steps.note(verdict)
    return Json(verdict_answer(verdict, given, id=message.id, scanner=inside.scanner))


async def _in_time(
    inside: Parts, act: Callable[[], Answer], *, is_change: bool = False
) -> Answer | None:
    """What the store answers; None when it is away, too slow, or was so a moment ago.

    Left behind, it may still be done: the same message again gets the first verdict.
    """
    if inside.modes.slow_store.is_left_alone:
        return None
    run = inside.writing if is_change else inside.reading
    try:
        with anyio.fail_after(SCAN_STORE_SECONDS):
            return await run(act, is_left_behind=True)
    except UNAVAILABLE:
        inside.modes.slow_store.note()
        return None


async def _judge(inside: Parts, given: Message, *, in_room: Message | None) -> Verdict:
    """The verdict on the message as it was looked up; when it could not be, without its room."""
    if in_room is None and given.room is not None and not given.history:
        unread = Failure("room", "Unavailable")
        return await anyio.to_thread.run_sync(inside.scanner.scan_after, given, unread)
    return await anyio.to_thread.run_sync(inside.judge.scan, in_room or given)


def _unstored(inside: Parts, given: Message, verdict: Verdict) -> Json:
    inside.metrics.note_verdict(verdict, call="scan")
    inside.metrics.note_unstored()
    answer = verdict_answer(verdict, given, id=given.id, scanner=inside.scanner)
    return Json({**answer, "case_id": None, "stored": False})


def _length(message: Message) -> int:
    return len(message.text) + sum(len(earlier.text) for earlier in message.history)
