"""The server, and how it ends: first it tells that it will, then it does, and no request fails."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import FrameType

import uvicorn

CLOSE = (b"connection", b"close")


class Server(uvicorn.Server):
    """Told to stop, it goes on for ``drain_seconds``, during which it wants no more work.

    1. ``leave`` is called: ``/readyz`` refuses from then on, so that a load balancer asks others.
    2. Every answer ends its connection, so that no caller keeps one that we are about to close.
    3. After the time nothing new is taken, and what is being answered is answered. Told a second
    time, it goes there at once.
    """

    def __init__(
        self, config: uvicorn.Config, *, drain_seconds: float, leave: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._drain_seconds = drain_seconds
        self._leave = leave
        self._ends_at: float | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """It was told to stop."""
        if self._ends_at is not None or not self._drain_seconds:
            super().handle_exit(sig, frame)
            return
        self._ends_at = time.monotonic() + self._drain_seconds
        self._leave()
        self.config.encoded_headers.append(CLOSE)
        self.server_state.default_headers = [*self.server_state.default_headers, CLOSE]

    async def on_tick(self, counter: int) -> bool:
        """Whether it ends now."""
        if self._ends_at is not None and time.monotonic() >= self._ends_at:
            self.should_exit = True
        return await super().on_tick(counter)
