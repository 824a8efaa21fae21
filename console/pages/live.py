"""What happens to the cases, told to open pages as it happens (server-sent events)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Final

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from console.security import guarded
from console.visit import Console, Visit
from store import log

EVENTS: Final = (
    "case.opened",
    "case.claimed",
    "case.released",
    "case.decided",
    "case.undone",
    "case.appealed",
    "message.reported",
    "batch.decided",
    "batch.undone",
)
EVENT_STREAM: Final = "text/event-stream"  # what a browser's EventSource accepts, and no page is
LOOK_EVERY = 1.0  # seconds; one row is read, by its key
LIFETIME = 60.0  # seconds; then the browser asks anew, and its session is looked at again
RETRY_MS = 2_000


def routes(console: Console) -> list[Route]:
    """The stream that every page of the console listens to."""
    return [Route("/events", guarded(console, listen, opens="read"), methods=["GET"])]


def listen(console: Console, visit: Visit) -> Response:
    """A stream of which cases have changed since the event that the browser heard last."""
    heard = visit.request.headers.get("last-event-id") or visit.request.query_params.get("after")
    seq = int(heard) if heard and heard.isascii() and heard.isdigit() and len(heard) < 19 else None
    return StreamingResponse(
        _stream(console, seq),
        media_type=EVENT_STREAM,
        headers={"x-accel-buffering": "no"},  # nginx would keep events back
    )


async def _stream(console: Console, seq: int | None) -> AsyncIterator[str]:
    """The log is the truth: whatever process changed a case, its row is there.

    It ends when the database does not answer; the browser comes again.
    """
    with suppress(SQLAlchemyError):
        if seq is None:
            seq, _ = await run_in_threadpool(_news, console, None)
        yield f"retry: {RETRY_MS}\nid: {seq}\nevent: here\ndata:\n\n"
        for _ in range(int(LIFETIME / LOOK_EVERY)):
            await asyncio.sleep(LOOK_EVERY)
            seq, subjects = await run_in_threadpool(_news, console, seq)
            if subjects:
                ids = [int(one.partition(":")[2]) for one in subjects if one.startswith("case:")]
                yield f"id: {seq}\nevent: changed\ndata: {json.dumps(sorted(set(ids)))}\n\n"


def _news(console: Console, seq: int | None) -> tuple[int, list[str]]:
    with console.database.read() as connection:
        last = log.last_seq(connection)
        if seq is None or last <= seq:
            return last, []
        return last, log.subjects_after(connection, seq, events=EVENTS)
