"""A scanner without models, and a worker process that judges with it.

Which verdict a message gets is not asked here; that it gets one, once, whatever dies, is.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from config.settings import Settings
from scanner.message import Message
from scanner.verdict import Failure, Verdict
from tests.verdicts import verdict
from worker.loop import Worker

POISON = "kills whoever reads it"
BREAKS = "breaks whoever reads it"


class ByTheFirstLetter:
    """Holds what begins with h, allows the rest; takes its time, and tells what it was given."""

    def __init__(self, *, seconds: float = 0.0, calls: Path | None = None) -> None:
        self.seen: list[tuple[str | None, ...]] = []
        self._seconds = seconds
        self._calls = calls

    def scan(self, message: Message) -> Verdict:
        """The verdict on one message."""
        return self.scan_many([message])[0]

    def scan_many(self, messages: Sequence[Message]) -> list[Verdict]:
        """The verdicts on many, in their order."""
        ids = tuple(message.id for message in messages)
        self.seen.append(ids)
        if self._calls is not None:
            with self._calls.open("a") as calls:
                calls.write(f"{os.getpid()} {len(ids)}\n")
        for message in messages:
            if message.text == POISON:
                os.kill(os.getpid(), 9)
            if message.text == BREAKS:
                raise MemoryError(message.text)
            time.sleep(self._seconds)
        return [verdict("hold" if one.text.startswith("h") else "allow") for one in messages]

    def unread(self, message: Message, failure: Failure) -> Verdict:
        """The verdict on a message that could not be read."""
        return replace(verdict("flag"), failures=(failure,))

    def language_of(self, message: Message) -> str:
        """The language that its sender seems to write."""
        return "en"


if __name__ == "__main__":
    scanner = ByTheFirstLetter(seconds=float(sys.argv[2]), calls=Path(sys.argv[3]))
    Worker(Settings.read(), redis_url=sys.argv[1], scanner=scanner).run()
