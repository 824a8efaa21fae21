"""Sends what stands in the outbox: signed, in order for each message, again until it arrived."""

from __future__ import annotations

import asyncio
import random
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import datetime, timedelta

import httpx
import orjson
import structlog
from opentelemetry.trace import INVALID_SPAN, Span, SpanKind
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
        each is written by itself; what dies before that is sent again, with the same id.
        """
        now = self._now()
        with self._database.read() as connection:
            targets = {webhook.id: webhook for webhook in list_webhooks(connection, now=now)}
        if not targets:
            return 0
        with self._database.begin() as connection:
            due = outbox.lease_due(connection, limit=BATCH_SIZE, lease=LEASE, now=now)
        if due:
            asyncio.run(self._send_all(due, targets))
        return len(due)

    async def _send_all(self, due: Iterable[Delivery], targets: dict[int, Webhook]) -> None:
        async with httpx.AsyncClient(
            timeout=httpx.Timeout(WEBHOOK_CALL_SECONDS, connect=WEBHOOK_CONNECT_SECONDS),
            follow_redirects=False,
            trust_env=False,  # a proxy would look names up by itself
            verify=self._tls,
        ) as client:
            sends = [
                self._send(client, delivery, targets[delivery.webhook_id])
                for delivery in due
                if delivery.webhook_id in targets
            ]
            await asyncio.gather(*sends)

    async def _send(self, client: httpx.AsyncClient, delivery: Delivery, webhook: Webhook) -> None:
        begun = time.perf_counter()
        with self._span(delivery) as span:
            failure = await self._try(client, delivery, webhook)
            if failure is not None:
                note_error(span, failure)
        seconds, is_dead = time.perf_counter() - begun, False
        with suppress(SQLAlchemyError):  # then the lease runs out, and it is sent again
            is_dead = await asyncio.to_thread(self._note, delivery, failure)
        if self._metrics is not None:
            outcome = "dead" if is_dead else _outcome(failure)
            self._metrics.note_webhook(delivery.event, outcome=outcome, seconds=seconds)

    def _span(self, delivery: Delivery) -> AbstractContextManager[Span]:
        if delivery.trace is None:  # what brought it is not traced
            return nullcontext(INVALID_SPAN)
        return self._tracing.span(
            "webhook",
            kind=SpanKind.CLIENT,
            parent=delivery.trace,
            attributes={EVENT: delivery.event, ATTEMPTS: delivery.attempts},
        )

    async def _try(
        self, client: httpx.AsyncClient, delivery: Delivery, webhook: Webhook
    ) -> str | None:
        """None when it arrived; else a status, or the name of what broke."""
        try:
            async with asyncio.timeout(WEBHOOK_CALL_SECONDS):
                return await self._call(client, delivery, webhook)
        except NotFound:
            return ERASED
        except TargetError as error:
            _log.warning("webhook.refused", delivery=delivery.id, error=type(error).__name__)
            return "TargetError"
        except (httpx.HTTPError, OSError, TimeoutError) as error:
            return type(error).__name__

    async def _call(
        self, client: httpx.AsyncClient, delivery: Delivery, webhook: Webhook
    ) -> str | None:
        """None when it arrived; else what was answered."""
        body = orjson.dumps(await asyncio.to_thread(self._payload, delivery))
        target = await resolve(webhook.url, allowed=self._allowed)
        headers = signature_headers(
            webhook.secrets,
            id=f"evt_{delivery.id}",
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

    def _payload(self, delivery: Delivery) -> object:
        with self._database.read() as connection:
            return payload(connection, delivery, now=self._now())

    def _note(self, delivery: Delivery, failure: str | None) -> bool:
        """What came of it is written; whether it is dead now."""
        now = self._now()
        with self._database.begin() as connection:
            if failure is None:
                outbox.note_delivered(connection, delivery, now=now)
                return False
            is_dead = outbox.note_failed(
                connection, delivery, failure=failure, wait=self._wait(delivery.attempts), now=now
            )
        if is_dead:
            _log.error("webhook.dead", delivery=delivery.id, attempts=delivery.attempts)
        return is_dead

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
