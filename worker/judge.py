"""Judging and storing as one act: by the queue for what waits, and at once for who waits."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

import structlog
from opentelemetry.trace import INVALID_SPAN, Span
from rq.timeouts import JobTimeoutException
from sqlalchemy import Connection
from sqlalchemy.exc import InterfaceError, OperationalError

from config.tracing import OFF, Tracing, trace_of
from scanner.laps import OnStep
from scanner.message import Message
from scanner.verdict import Failure, Verdict
from store import idempotency, messages, verdicts
from store.database import Database
from store.keys import ApiKey
from store.messages import Leased, Stored
from worker import spans
from worker.metrics import WorkerMetrics

ATTEMPTS_MAX = 3  # a message that took its worker down so often is given up and flagged, unread

_log = structlog.get_logger("worker")


def utc_now() -> datetime:
    """The clock of everything that is not told the time."""
    return datetime.now(UTC)


class Engine(Protocol):
    """What a ``Scanner`` is to us."""

    def scan(self, message: Message) -> Verdict:
        """The verdict on one message."""

    def scan_many(
        self, messages: Sequence[Message], *, on_step: OnStep | None = None
    ) -> list[Verdict]:
        """The verdicts on many, in their order."""

    def unread(self, message: Message, failure: Failure) -> Verdict:
        """The verdict on a message that could not be read."""

    def language_of(self, message: Message) -> str:
        """The language that its sender seems to write, BCP 47."""


@dataclass(frozen=True, slots=True)
class Request:
    """An HTTP request that may come twice: whose, under which key, and the hash of its body."""

    caller: ApiKey
    key: str
    fingerprint: str


class Judge:
    """Takes messages through the scanner into the store. Threads take turns."""

    def __init__(
        self,
        database: Database,
        scanner: Engine,
        *,
        name: str,
        batch_size: int = 64,
        lease: timedelta = timedelta(minutes=2),
        now: Callable[[], datetime] = utc_now,
        tracing: Tracing = OFF,
        metrics: WorkerMetrics | None = None,
    ) -> None:
        self._database = database
        self._metrics = metrics
        self._scanner = scanner
        self._tracing = tracing
        self._name = name
        self._batch_size = batch_size
        self._lease = lease
        self._now = now
        self._turn = threading.Lock()
        self._owed: list[int] = []

    def judge_waiting(self, *, is_stopping: Callable[[], bool] = lambda: False) -> int:
        """Nothing waits any more that was nobody's; the number of messages judged.

        1. A batch is leased, so that no other worker takes it. 2. It is read and scanned. 3. Its
        verdicts are committed together. What dies in between leaves a lease that runs out.
        Messages that were leased before and not judged go one by one: one of them may be what
        took the last worker down.
        """
        judged = 0
        with self._turn:
            self._give_back()
            while not is_stopping():
                with self._database.begin() as connection:
                    leased = messages.lease_waiting(
                        connection,
                        by=self._name,
                        limit=self._batch_size,
                        lease=self._lease,
                        now=self._now(),
                    )
                if not leased:
                    break
                try:
                    fresh = [message for message in leased if message.attempts == 1]
                    judged += self._judge(fresh) if fresh else 0
                    judged += sum(self._judge([again]) for again in leased if again.attempts > 1)
                except (OperationalError, InterfaceError):
                    self._owed = [message.pk for message in leased]
                    raise
        return judged

    def _give_back(self) -> None:
        """What a database that was lost left in our hands is free, and counts as never taken.

        Only a message that takes its worker down is given up in the end.
        """
        if self._owed:
            with self._database.begin() as connection:
                messages.give_back(connection, self._owed, by=self._name)
            self._owed = []

    def judge_now(self, message: Message, *, request: Request | None = None) -> Stored:
        """The message is judged and stored, with a case when it was flagged or held.

        The same message again, or the same request, is answered with what was stored the first
        time. Raises InvalidId, MessageConflict, IdempotencyConflict.
        """
        message = named(message)
        found = self.look(message, request=request)
        if isinstance(found, Stored):
            return found
        return self.keep(message, self.scan(found), in_room=found, request=request)

    def look(self, message: Message, *, request: Request | None = None) -> Stored | Message:
        """What the request was answered with before; else the message with its room around it.

        Raises IdempotencyConflict.
        """
        with self._database.read() as connection:
            return _recall(connection, request) or messages.with_room(connection, message)

    def scan(self, message: Message) -> Verdict:
        """The verdict on a message as it was looked up."""
        with self._turn:
            return spans.scan_one(self._scanner, message, tracing=self._tracing)

    def keep(
        self,
        message: Message,
        verdict: Verdict,
        *,
        in_room: Message,
        request: Request | None = None,
    ) -> Stored:
        """The message is stored with the verdict, unless it was before. Raises as ``judge_now``.

        ``in_room`` is the message as it was looked up, for its language.
        """
        language = None if verdict.decision == "allow" else self._scanner.language_of(in_room)
        try:
            with self._database.begin() as connection:
                return self._keep(connection, message, verdict, in_room, request, language)
        except _AnsweredMeanwhile as other:
            with self._database.read() as connection:
                return messages.find_by_pk(connection, other.pk)

    def _keep(
        self,
        connection: Connection,
        message: Message,
        verdict: Verdict,
        in_room: Message,
        request: Request | None,
        language: str | None,
    ) -> Stored:
        now = self._now()
        (receipt,) = messages.receive(connection, [message], now=now)
        if request is not None:
            bound = idempotency.remember(
                connection,
                caller=request.caller,
                key=request.key,
                fingerprint=request.fingerprint,
                message_pk=receipt.pk,
                now=now,
            )
            if bound is not None and bound != receipt.pk:
                raise _AnsweredMeanwhile(bound)
        verdicts.record(connection, receipt.pk, verdict, now=now, language=language)
        if not receipt.is_new:  # the room may have been another at first
            return messages.find_by_pk(connection, receipt.pk)
        return replace(messages.find_by_pk(connection, receipt.pk, in_room=False), message=in_room)

    def _judge(self, leased: Sequence[Leased]) -> int:
        with spans.judging(self._tracing, leased) as traced:
            return self._judge_traced(leased, traced)

    def _judge_traced(self, leased: Sequence[Leased], traced: Mapping[int, Span]) -> int:
        with self._database.read() as connection:
            loaded = messages.load(connection, [message.pk for message in leased])
        given_up = {message.pk for message in leased if message.attempts > ATTEMPTS_MAX}
        judged = self._scan({pk: loaded[pk] for pk in loaded if pk not in given_up}, traced)
        for pk in given_up & loaded.keys():
            judged[pk] = self._scanner.unread(loaded[pk], Failure("judge", "WorkerLost"))
            _log.error("message.given_up", message=pk)
        languages = {
            pk: self._scanner.language_of(loaded[pk])
            for pk, verdict in judged.items()
            if verdict.decision != "allow" and pk not in given_up  # what kills is not read again
        }
        traces = {pk: trace for pk, span in traced.items() if (trace := trace_of(span))}
        with self._database.begin() as connection:
            recorded = verdicts.record_all(
                connection, judged, now=self._now(), languages=languages, traces=traces
            )
        for pk in traced.keys() & judged.keys():
            traced[pk].set_attributes(spans.facts_of(judged[pk]))
        if self._metrics is not None:
            since = {one.pk: one.received_at for one in leased}
            for pk in recorded:
                waited = (self._now() - since[pk]).total_seconds()
                self._metrics.note_judged(judged[pk], waited_seconds=waited)
        return len(recorded)

    def _scan(
        self, loaded: Mapping[int, Message], traced: Mapping[int, Span]
    ) -> dict[int, Verdict]:
        """The verdicts by pk. A message that breaks the scanner is flagged, and harms no other."""
        given = list(loaded.values())
        parents = [traced.get(pk, INVALID_SPAN) for pk in loaded]
        try:
            found = spans.scan_many(self._scanner, given, parents, tracing=self._tracing)
            return dict(zip(loaded, found, strict=True))
        except JobTimeoutException:  # RQ's, and an ordinary exception: it is meant for RQ
            raise
        except Exception as error:  # noqa: BLE001 – the queue must go on; the failure flags the message
            if len(loaded) == 1:
                ((pk, message),) = loaded.items()
                _log.error("message.unread", message=pk, error=type(error).__name__)
                failure = Failure("judge", type(error).__name__)
                return {pk: self._scanner.unread(message, failure)}
        judged: dict[int, Verdict] = {}
        for pk, message in loaded.items():
            judged |= self._scan({pk: message}, traced)
        return judged


def named(message: Message) -> Message:
    """The message with an id: its own, else one of chance."""
    if message.id is not None:
        return message
    return replace(message, id=f"scan-{uuid.uuid4().hex}")


class _AnsweredMeanwhile(Exception):
    """The same request was answered while this one was judged; what this one did is undone."""

    def __init__(self, pk: int) -> None:
        super().__init__(pk)
        self.pk = pk


def _recall(connection: Connection, request: Request | None) -> Stored | None:
    if request is None:
        return None
    pk = idempotency.recall(
        connection, caller=request.caller, key=request.key, fingerprint=request.fingerprint
    )
    return None if pk is None else messages.find_by_pk(connection, pk)
