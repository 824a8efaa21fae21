"""What the service does without: which parts are away, and what that means, as they are now.

The modes are chosen in docs/degraded.md; here they are seen.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy.exc import SQLAlchemyError

from config.timeouts import PROBE_SECONDS, STORE_PAUSE_SECONDS
from scanner.verdict import Verdict
from store.database import Database
from store.errors import Outdated
from worker.doorbell import Doorbell

Status = Literal["ready", "degraded", "not ready"]

OK = "ok"
AWAY = "does not answer"
READ_ONLY = "takes no changes: scans are judged and not stored, nothing is accepted"
LEAVING = "is about to stop"
SLOW = "is too slow: scans are judged and not stored"
STEPS_KEPT_SECONDS = 300.0  # how long a step that broke is told of
LOOK_EVERY_SECONDS = 2.0  # how old the modes may be that a page of the console shows


@dataclass(slots=True)
class SlowStore:
    """A database that was too slow for a scan is left alone by scans for a moment."""

    clock: Callable[[], float] = time.monotonic
    _until: float = float("-inf")

    @property
    def is_left_alone(self) -> bool:
        """Whether scans do without it now."""
        return self.clock() < self._until

    def note(self) -> None:
        """It was too slow, or away."""
        self._until = self.clock() + STORE_PAUSE_SECONDS


@dataclass(slots=True)
class BrokenSteps:
    """Steps of the engine that broke or ran out of time in this process, and when they last did."""

    clock: Callable[[], float] = time.monotonic
    _at: dict[str, float] = field(default_factory=dict)

    def note(self, verdict: Verdict) -> None:
        """What broke in it is told of for a while."""
        for failure in verdict.failures:
            self._at[failure.step] = self.clock()

    def recent(self) -> list[str]:
        """Their names."""
        since = self.clock() - STEPS_KEPT_SECONDS
        return sorted(step for step, at in self._at.copy().items() if at > since)


@dataclass(slots=True)
class Modes:
    """How each part is: ``ok``, else what is wrong and what it means."""

    database: Database
    doorbell: Doorbell
    slow_store: SlowStore = field(default_factory=SlowStore)
    steps: BrokenSteps = field(default_factory=BrokenSteps)
    _seen: Mapping[str, str] = field(default_factory=dict)
    _seen_at: float = float("-inf")
    _asked: threading.Event | None = None
    _state: str = OK
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _is_leaving: bool = False

    def leave(self) -> None:
        """The server was told to stop, and wants no more work."""
        self._is_leaving = True

    def look(self) -> Mapping[str, str]:
        """Every part, as it is now; asks the database and Redis."""
        found = {
            "database": self._database(),
            "redis": OK if self.doorbell.is_answering() else AWAY,
            "models": OK,  # without its models the process would not have started
            "engine": self._engine(),
            "server": LEAVING if self._is_leaving else OK,
        }
        with self._lock:
            self._seen, self._seen_at = found, time.monotonic()
        return found

    def wrong(self) -> list[str]:
        """A line for each part that is not as it should be, a moment old at the most."""
        with self._lock:
            found, at = self._seen, self._seen_at
        if time.monotonic() > at + LOOK_EVERY_SECONDS:
            found = self.look()
        return [f"{part}: {state}" for part, state in found.items() if state != OK]

    def _database(self) -> str:
        """How it is; one that does not say so in time is slow, and is not asked twice at once."""
        with self._lock:
            if self._asked is None or self._asked.is_set():
                self._asked, self._state = threading.Event(), SLOW
                threading.Thread(target=self._ask, args=(self._asked,), daemon=True).start()
            asked = self._asked
        if not asked.wait(PROBE_SECONDS):
            return SLOW
        return SLOW if self._state == OK and self.slow_store.is_left_alone else self._state

    def _ask(self, asked: threading.Event) -> None:
        try:
            self.database.check_revision()
            self._state = OK if self.database.is_writable() else READ_ONLY
        except Outdated as error:
            self._state = str(error)
        except SQLAlchemyError:
            self._state = AWAY
        finally:
            asked.set()

    def _engine(self) -> str:
        broken = self.steps.recent()
        if not broken:
            return OK
        return f"broke in {', '.join(broken)}: what could not be read is flagged"


def status_of(parts: Mapping[str, str]) -> Status:
    """``not ready`` when the database cannot be used at all, or the server is about to stop."""
    if parts["database"] not in (OK, READ_ONLY, SLOW) or parts["server"] != OK:
        return "not ready"
    return "ready" if set(parts.values()) == {OK} else "degraded"
