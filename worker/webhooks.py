"""Sends what stands in the outbox: signed, in order for each message, again until it arrived."""

from __future__ import annotations

import asyncio
import random
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta

import httpx
import orjson
import structlog
from opentelemetry.trace import INVALID_SPAN, Span, SpanKind
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from config.timeouts import WEBHOOK_CALL_SECONDS, WEBHOOK_CONNECT_SECONDS
from config.tracing import OFF, TRACEPARENT, Tracing, current_trace, note_error
from store import outbox
from store.database import Database
from store.errors import NotFound
from store.outbox import Delivery
from store.webhooks import Webhook, list_webhooks
from worker.judge import utc_now
from worker.metrics import WorkerMetrics
from worker.payloads import payload
from worker.signing import signature_headers
from worker.spans import ATTEMPTS, EVENT
from worker.targets import Network, TargetError, resolve

BATCH_SIZE = 32  # deliveries leased and sent at once
LOOK_EVERY_SECONDS = 1.0  # how late an event may be sent that nobody rang for
FIRST_WAIT = timedelta(seconds=5)  # after the first try; three times as long after each further
LONGEST_WAIT = timedelta(hours=2)
JITTER = 0.2  # of a wait, up or down, so that what failed together does not come back together
LEASE = timedelta(seconds=4 * WEBHOOK_CALL_SECONDS)  # of a delivery whose worker died
USER_AGENT = "inbounds"
ERASED = "erased"  # what came of an event whose sender is

_log = structlog.get_logger("webhooks")


@dataclass(slots=True)
class Call:
    """A delivery on its way, and how it went. ``body`` is None when nothing can be told."""

    delivery: Delivery
    webhook: Webhook
    body: bytes | None = None
    failure: str | None = None
    seconds: float = 0.0
    is_dead: bool = False


class Sender:
    """Sends due deliveries; several processes may do so at once."""

    def __init__(
        self,
        database: Database,
        *,
        allowed: Sequence[Network] = (),
        now: Callable[[], datetime] = utc_now,
        chance: Callable[[], float] = random.random,
        tls: ssl.SSLContext | None = None,
        tracing: Tracing = OFF,
        metrics: WorkerMetrics | None = None,
    ) -> None:
        self._tracing = tracing
        self._metrics = metrics
        self._database = database
        self._allowed = tuple(allowed)
        self._now = now
        self._chance = chance
        self._tls = tls or httpx.create_ssl_context()  # once: it reads every authority there is

    def run(self, stopping: threading.Event) -> None:
        """What is due is sent, until told to stop; what is being sent then is finished."""
        while not stopping.is_set():
            sent = 0
            try:
                sent = self.send_due()
            except Exception as error:  # noqa: BLE001 – without it nothing would be sent any more
                _log.error("webhooks.failed", error=type(error).__name__)
            if sent < BATCH_SIZE:
                stopping.wait(LOOK_EVERY_SECONDS)

    def send_due(self) -> int:
        """A batch of what is due was tried; how many.

        1. They are leased, so that nobody else sends them. 2. All are sent at once. 3. What came of
        them is written together; what dies before that is sent again, with the same ids.
        """
        now = self._now()
        with self._database.read() as connection:
            targets = {webhook.id: webhook for webhook in list_webhooks(connection, now=now)}
        if not targets:
            return 0
        with self._database.begin() as connection:
            due = outbox.lease_due(connection, limit=BATCH_SIZE, lease=LEASE, now=now)
        if not due:
            return 0
        with self._database.read() as connection:
            calls = [
                self._call_of(connection, delivery, targets[delivery.webhook_id])
                for delivery in due
                if delivery.webhook_id in targets
            ]
        asyncio.run(self._send_all(calls))
        self._note(calls)
        for call in calls:
            self._tell(call)
        return len(due)

    def _call_of(self, connection: Connection, delivery: Delivery, webhook: Webhook) -> Call:
        """What cannot be put together has failed, and keeps back none of the others."""
        try:
            told = payload(connection, delivery, now=self._now())
            return Call(delivery, webhook, orjson.dumps(told))
        except NotFound:
            return Call(delivery, webhook, failure=ERASED)
        except SQLAlchemyError:  # that is none of its own
            raise
        except Exception as error:  # noqa: BLE001 – the others have to go on
            _log.error("webhook.untold", delivery=delivery.id, error=type(error).__name__)
            return Call(delivery, webhook, failure=type(error).__name__)

    async def _send_all(self, calls: Iterable[Call]) -> None:
        async with httpx.AsyncClient(
            timeout=httpx.Timeout(WEBHOOK_CALL_SECONDS, connect=WEBHOOK_CONNECT_SECONDS),
            follow_redirects=False,
            trust_env=False,  # a proxy would look names up by itself
            verify=self._tls,
        ) as client:
            await asyncio.gather(*(self._send(client, call) for call in calls))

    async def _send(self, client: httpx.AsyncClient, call: Call) -> None:
        begun = time.perf_counter()
        with self._span(call.delivery) as span:
            call.failure = await self._try(client, call)
            if call.failure is not None:
                note_error(span, call.failure)
        call.seconds = time.perf_counter() - begun

    def _span(self, delivery: Delivery) -> AbstractContextManager[Span]:
        if delivery.trace is None:  # what brought it is not traced
            return nullcontext(INVALID_SPAN)
        return self._tracing.span(
            "webhook",
            kind=SpanKind.CLIENT,
            parent=delivery.trace,
            attributes={EVENT: delivery.event, ATTEMPTS: delivery.attempts},
        )

    async def _try(self, client: httpx.AsyncClient, call: Call) -> str | None:
        """None when it arrived; else a status, or the name of what broke."""
        if call.body is None:
            return call.failure
        try:
            async with asyncio.timeout(WEBHOOK_CALL_SECONDS):
                return await self._call(client, call, call.body)
        except TargetError as error:
            _log.warning("webhook.refused", delivery=call.delivery.id, error=type(error).__name__)
            return "TargetError"
        except (httpx.HTTPError, OSError, TimeoutError) as error:
            return type(error).__name__

    async def _call(self, client: httpx.AsyncClient, call: Call, body: bytes) -> str | None:
        """None when it arrived; else what was answered."""
        target = await resolve(call.webhook.url, allowed=self._allowed)
        headers = signature_headers(
            call.webhook.secrets,
            id=f"evt_{call.delivery.id}",
            timestamp=int(self._now().timestamp()),
            body=body,
        )
        if (trace := current_trace()) is not None:
            headers[TRACEPARENT] = trace
        request = client.build_request(
            "POST",
            target.url,
            content=body,
            headers={
                **headers,
                "host": target.netloc,
                "content-type": "application/json",
                "user-agent": USER_AGENT,
            },
            extensions={"sni_hostname": target.host},
        )
        answer = await client.send(request, stream=True)  # what is answered besides, nobody reads
        try:
            return None if answer.is_success else str(answer.status_code)
        finally:
            await answer.aclose()

    def _note(self, calls: Sequence[Call]) -> None:
        """What came of them is written, all or nothing."""
        now = self._now()
        arrived = [call.delivery.id for call in calls if call.failure is None]
        with self._database.begin() as connection:
            outbox.note_delivered(connection, arrived, now=now)
            for call in calls:
                if call.failure is not None:
                    wait = self._wait(call.delivery.attempts)
                    call.is_dead = outbox.note_failed(
                        connection, call.delivery, failure=call.failure, wait=wait, now=now
                    )

    def _tell(self, call: Call) -> None:
        """The log and the metrics hear how it went."""
        delivery = call.delivery
        if call.is_dead:
            _log.error("webhook.dead", delivery=delivery.id, attempts=delivery.attempts)
        if self._metrics is not None:
            outcome = "dead" if call.is_dead else _outcome(call.failure)
            self._metrics.note_webhook(delivery.event, outcome=outcome, seconds=call.seconds)

    def _wait(self, attempts: int) -> timedelta:
        """Until the next try: three times as long each time, but for chance."""
        wait = min(LONGEST_WAIT, FIRST_WAIT * int(3 ** min(attempts - 1, 10)))
        return wait * (1 + JITTER * (2 * self._chance() - 1))


def _outcome(failure: str | None) -> str:
    """What came of a try, in a word; the answers that a receiver may think of are many."""
    if failure is None:
        return "delivered"
    if failure == ERASED:
        return failure
    return "refused" if failure.isdigit() else "unreachable"
