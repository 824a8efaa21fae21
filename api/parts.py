"""The parts that every call is answered with, opened once for an app."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, TypeVar

import anyio
from fastapi import Depends
from starlette.requests import Request

from api.callers import Callers
from api.metrics import Metrics
from config.settings import Settings
from scanner.road import Scanner
from store.database import Database
from worker.doorbell import Doorbell
from worker.judge import Judge

THREADS = 16  # that use the database at once; it keeps 20 connections, and the console needs some

Answer = TypeVar("Answer")


def utc_now() -> datetime:
    """The clock of the calls."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Safe to use from threads."""

    settings: Settings
    database: Database
    scanner: Scanner
    judge: Judge
    doorbell: Doorbell
    callers: Callers
    metrics: Metrics
    now: Callable[[], datetime] = utc_now
    _threads: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(THREADS))

    async def in_thread(self, act: Callable[[], Answer]) -> Answer:
        """What the function answers; meanwhile others are served. Raises what it raises."""
        return await anyio.to_thread.run_sync(act, limiter=self._threads)


async def parts_of(request: Request) -> Parts:
    """The parts of the app that was called."""
    parts: Parts = request.app.state.parts
    return parts


Inside = Annotated[Parts, Depends(parts_of)]
