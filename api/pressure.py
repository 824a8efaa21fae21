"""Back-pressure: while too many messages wait, no more are accepted, and callers come back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from sqlalchemy import Connection

from api.refusals import QueueFullError
from store.messages import count_waiting

LOOK_EVERY_SECONDS = 0.5  # how old the count may be; a caller cannot send many batches meanwhile


class Pressure:
    """How deep the queue is, counted now and then, and no further than its limit."""

    def __init__(self, limit: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit = limit
        self._clock = clock
        self._is_full = False
        self._counted_at = float("-inf")
        self._lock = threading.Lock()

    def refuse_when_full(self, connection: Connection) -> None:
        """Raises QueueFullError while as many messages wait as may."""
        with self._lock:
            if self._clock() >= self._counted_at + LOOK_EVERY_SECONDS:
                self._counted_at = self._clock()
                self._is_full = count_waiting(connection, at_most=self._limit) >= self._limit
            is_full = self._is_full
        if is_full:
            raise QueueFullError
