"""Takes out what was kept for its time: now and then, one process at a time, in small batches."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from sqlalchemy import Connection

from config.settings import Settings
from store import chores, log, retention
from store.database import Database
from store.log import SYSTEM
from store.retention import Keep
from worker.judge import utc_now

CHORE = "retention"
BATCH_SIZE = 500  # rows a transaction; a few hundredths of a second for which others wait
LOOK_EVERY_SECONDS = 30.0  # whether it is due
PAUSE_SECONDS = 0.02  # between two batches, in which others get their turn

STEPS = (
    retention.remove_old_texts,
    retention.pseudonymise_labels,
    retention.remove_old_details,
    retention.remove_old_traffic,
    retention.remove_old_reveals,
)

_log = structlog.get_logger("retention")


def keep_of(settings: Settings) -> Keep:
    """How long the settings say."""
    return Keep(
        allowed=settings.keep_allowed,
        cases=settings.keep_cases,
        labels=settings.keep_labels,
        details=settings.keep_details,
        traffic=settings.keep_traffic,
    )


class Retention:
    """Safe to run in several processes: what one removed the others do not find."""

    def __init__(
        self,
        database: Database,
        keep: Keep,
        *,
        every: timedelta = timedelta(hours=1),
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._database = database
        self._keep = keep
        self._every = every
        self._now = now

    def run(self, stopping: threading.Event) -> None:
        """Done whenever it is due, until told to stop."""
        while not stopping.is_set():
            try:
                self.run_when_due(stopping)
            except Exception as error:  # noqa: BLE001 – else nothing would ever be removed again
                _log.error("retention.failed", error=type(error).__name__)
            stopping.wait(LOOK_EVERY_SECONDS)

    def run_when_due(self, stopping: threading.Event) -> Counter[str] | None:
        """What was removed; None when it was not due, or another process does it."""
        with self._database.begin() as connection:
            is_ours = chores.take(connection, CHORE, every=self._every, now=self._now())
        return self.run_once(stopping) if is_ours else None

    def run_once(self, stopping: threading.Event | None = None) -> Counter[str]:
        """All whose time is over is gone, unless told to stop before; how many, by kind.

        Every batch is a transaction of its own, so that what dies loses nothing that was done. The
        log says what a run removed; a run that removed nothing leaves no row.
        """
        stopping = stopping or threading.Event()
        removed: Counter[str] = Counter()
        try:
            for step in STEPS:
                after: int | None = 0
                while after is not None and not stopping.is_set():
                    with self._database.begin() as connection:
                        done = step(
                            connection,
                            keep=self._keep,
                            after=after,
                            limit=BATCH_SIZE,
                            now=self._now(),
                        )
                    removed += done.removed
                    after = done.after
                    stopping.wait(PAUSE_SECONDS)
        finally:
            self._tell(removed)
        if not stopping.is_set():
            with self._database.begin() as connection:
                chores.note_done(connection, CHORE, now=self._now())
        return removed

    def _tell(self, removed: Counter[str]) -> None:
        if not removed:
            return
        for kind, count in sorted(removed.items()):
            _log.info("retention.removed", step=kind, count=count)
        with self._database.begin() as connection:
            _append(connection, removed, self._now())


def _append(connection: Connection, removed: Counter[str], now: datetime) -> None:
    log.append(
        connection,
        event="retention.ran",
        subject=CHORE,
        actor=SYSTEM,
        now=now,
        details=dict(sorted(removed.items())),
    )
