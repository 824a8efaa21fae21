"""A worker: one process with its models loaded, woken by the bell and by its own sweep."""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Sequence
from datetime import timedelta
from types import FrameType

import structlog
from redis import RedisError
from rq import SimpleWorker
from rq.serializers import JSONSerializer
from rq.timeouts import JobTimeoutException
from sqlalchemy.exc import SQLAlchemyError

from config.settings import Settings
from config.timeouts import DB_LOCK_SECONDS, REDIS_RETRY_SECONDS, WEBHOOK_CALL_SECONDS
from config.tracing import Tracing
from scanner.road import Scanner
from store import days, filling, messages
from store.database import Database
from store.keyring import Keyring
from worker import jobs
from worker.doorbell import connect, open_queue
from worker.judge import Engine, Judge, utc_now
from worker.metrics import WorkerMetrics, serve_metrics
from worker.retention import Retention, keep_of
from worker.webhooks import Sender

WORKER_TTL_SECONDS = 25  # how soon RQ forgets a worker that was killed

_log = structlog.get_logger("worker")


class Worker:
    """Judges until it is told to stop. ``run`` belongs in the main thread: it takes the signals."""

    def __init__(
        self, settings: Settings, *, redis_url: str, scanner: Engine | None = None
    ) -> None:
        """``scanner`` None is the one of this installation, loaded once and kept."""
        self._redis_url = redis_url
        self._sweep_every = settings.sweep_every
        self._stopping = threading.Event()
        self._database = Database.open(settings.database_url, keyring=Keyring.of(settings))
        self._database.check_revision()
        self._database.check_keys()
        self._tracing = Tracing.of(settings, process="worker")
        self._metrics = WorkerMetrics()
        self._metrics_at = (settings.host, settings.worker_metrics_port)
        self._database.time_statements(self._metrics.note_statement)
        self._sender = Sender(
            self._database,
            allowed=settings.webhook_networks,
            tracing=self._tracing,
            metrics=self._metrics,
        )
        self._retention = Retention(
            self._database, keep_of(settings), every=settings.retention_every
        )
        if scanner is None:
            scanner = loaded = Scanner.load(
                interrupts=(JobTimeoutException,), budget_ms=settings.scan_budget_ms
            )
            self._metrics.tell_versions(loaded.versions)
        self._judge = Judge(
            self._database,
            scanner,
            name=f"{socket.gethostname()}:{os.getpid()}",
            batch_size=settings.batch_size,
            lease=settings.judging_lease,
            tracing=self._tracing,
            metrics=self._metrics,
        )

    def run(self) -> None:
        """Messages are judged as they come, until SIGTERM or SIGINT.

        RQ's worker waits for the bell. Beside it the sweep looks into the database itself, so
        what was accepted while Redis was away, emptied or restarted is judged all the same.
        """
        jobs.serve_with(self._answer)
        host, port = self._metrics_at
        if port is not None:
            listening = serve_metrics(self._metrics.registry, host=host, port=port)
            _log.info("metrics.served", host=host, port=listening)
        sweep = threading.Thread(target=self._sweep, name="sweep", daemon=True)
        sweep.start()
        webhooks = threading.Thread(
            target=self._sender.run, args=(self._stopping,), name="webhooks", daemon=True
        )
        webhooks.start()
        retention = threading.Thread(
            target=self._retention.run, args=(self._stopping,), name="retention", daemon=True
        )
        retention.start()
        _log.info("worker.started", pid=os.getpid())
        while not self._stopping.is_set():
            for signal_number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(signal_number, self._stop)
            try:
                self._listen()
            except RedisError as error:
                _log.warning("worker.no_redis", error=type(error).__name__)
            self._stopping.wait(REDIS_RETRY_SECONDS)
        webhooks.join(timeout=2 * WEBHOOK_CALL_SECONDS)
        sweep.join(timeout=self._sweep_every.total_seconds())
        retention.join(timeout=DB_LOCK_SECONDS)
        self._database.close()
        self._tracing.close()
        _log.info("worker.stopped", pid=os.getpid())

    def _listen(self) -> None:
        """Answers the bell until RQ's worker is told to stop, or Redis is lost."""
        redis = connect(self._redis_url)
        try:
            worker = _Listener(
                [open_queue(redis)],
                connection=redis,
                serializer=JSONSerializer,
                worker_ttl=WORKER_TTL_SECONDS,
                log_job_description=False,
            )
            worker.on_stop = self._stopping.set
            worker.work(logging_level="WARNING")
        finally:
            redis.close()

    def _answer(self, pks: Sequence[int]) -> None:
        """Whatever waits is judged, these among it; nothing is done when they were before."""
        try:
            with self._database.read() as connection:
                is_waiting = messages.any_waiting(connection, pks)
            if is_waiting:
                self._judge.judge_waiting(is_stopping=self._stopping.is_set)
        except SQLAlchemyError as error:  # the sweep finds them; Redis shall not hear what broke
            _log.error("job.failed", error=type(error).__name__, count=len(pks))

    def _sweep(self) -> None:
        while not self._stopping.wait(self._sweep_every.total_seconds()):
            try:
                with self._database.read() as connection:
                    left = messages.count_left(
                        connection, now=utc_now(), older_than=_patience(self._sweep_every)
                    )
                if left:
                    judged = self._judge.judge_waiting(is_stopping=self._stopping.is_set)
                    _log.info("sweep.judged", count=judged)
                self._fill()
                self._write_days()
            except Exception as error:  # noqa: BLE001 – without a sweep, losing Redis would lose messages
                _log.error("sweep.failed", error=type(error).__name__)

    def _write_days(self) -> None:
        """The days that are over are counted once; what two workers count is kept once."""
        with self._database.read() as connection:
            left = days.unwritten(connection, now=utc_now())
        for day in left:
            if not self._stopping.is_set():
                with self._database.begin() as connection:
                    days.write(connection, day, now=utc_now())

    def _fill(self) -> None:
        """What a version before this one left open is filled in."""
        with self._database.read() as connection:
            is_left = filling.any_unfilled(connection)
        while is_left and not self._stopping.is_set():
            with self._database.begin() as connection:
                filled = filling.fill_cases(connection)
            is_left = filled == filling.BATCH
            _log.info("sweep.filled", cases=filled)

    def _stop(self, _signal: int, _frame: FrameType | None) -> None:
        self._stopping.set()


class _Listener(SimpleWorker):
    """RQ's worker that does its jobs in its own process, and passes on that it was told to stop."""

    on_stop = staticmethod(lambda: None)

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        self.on_stop()
        super().request_stop(signum, frame)  # type: ignore[no-untyped-call]


def _patience(sweep_every: timedelta) -> timedelta:
    """How long a message may wait before the sweep minds: the bell comes first."""
    return sweep_every / 2
