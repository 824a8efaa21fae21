"""The parts that every call is answered with, opened once for an app."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, TypeVar

import anyio
from fastapi import Depends
from starlette.requests import Request

from api.callers import Callers, Rates
from api.metrics import Metrics
from api.modes import Modes
from api.pressure import Pressure
from config.settings import Settings
from config.tracing import Tracing
from scanner.road import Scanner
from store.database import Database
from worker.doorbell import Doorbell
from worker.judge import Judge

THREADS = 16  # that use the database at once; it keeps 20 connections, and the console needs some
SQLITE_WRITERS = (
    1  # there can be no more; others would ask again and again, and overtake each other
)

Answer = TypeVar("Answer")


def utc_now() -> datetime:
    """The clock of the calls."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Safe to use from threads. ``readers`` and ``writers`` bound how many of them there are."""

    settings: Settings
    database: Database
    scanner: Scanner
    judge: Judge
    doorbell: Doorbell
    callers: Callers
    rates: Rates
    pressure: Pressure
    metrics: Metrics
    modes: Modes
    tracing: Tracing
    readers: anyio.CapacityLimiter
    writers: anyio.CapacityLimiter
    now: Callable[[], datetime] = utc_now

    async def reading(self, act: Callable[[], Answer], *, is_left_behind: bool = False) -> Answer:
        """What the function answers; meanwhile others are served. Raises what it raises.

        One that ``is_left_behind`` goes on by itself when the caller waits no longer; it keeps its
        place among the readers until it ends.
        """
        return await anyio.to_thread.run_sync(
            act, limiter=self.readers, abandon_on_cancel=is_left_behind
        )

    async def writing(self, act: Callable[[], Answer], *, is_left_behind: bool = False) -> Answer:
        """The same for a function that changes the database."""
        return await anyio.to_thread.run_sync(
            act, limiter=self.writers, abandon_on_cancel=is_left_behind
        )


async def parts_of(request: Request) -> Parts:
    """The parts of the app that was called."""
    parts: Parts = request.app.state.parts
    return parts


Inside = Annotated[Parts, Depends(parts_of)]
