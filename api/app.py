"""The application: the calls, the console, and the parts they are answered with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from importlib.metadata import version

import anyio
import structlog
from anyio import CapacityLimiter
from fastapi import FastAPI
from prometheus_client.core import Metric
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import RedirectResponse

from api import (
    cases,
    docs,
    errors,
    health,
    keys,
    messages,
    openapi,
    scans,
    senders,
    standing,
    webhooks,
)
from api.callers import USES_KEPT_EVERY, Callers, Rates
from api.headers import Headers
from api.metrics import LookedUp, Metrics, Watch, degraded, gauges, removed
from api.modes import Modes
from api.parts import SQLITE_WRITERS, THREADS, Parts, utc_now
from api.pressure import Pressure
from api.traced import Traced
from config.settings import Settings
from config.tracing import Tracing
from console.app import create_console
from scanner.ladders import ladders
from scanner.notice import phrasebook
from scanner.road import Scanner
from store import chores, outbox, removal, tallies
from store import messages as stored
from store.database import Database
from store.keyring import Keyring
from worker.doorbell import Doorbell
from worker.judge import Judge

RETENTION_DONE = "inbounds_retention_done_timestamp_seconds"

log = structlog.get_logger("api")

DESCRIPTION = """\
Judges the messages of a freelance marketplace: contact details and payment outside before a
contract, spam, scams. `POST /v1/scans` before you deliver a message; `POST /v1/messages` for many,
judged in their turn. Every call but those on health takes `Authorization: Bearer <key>`; every
error is `application/problem+json`.
"""


def create_app(settings: Settings, *, scanner: Scanner | None = None) -> FastAPI:
    """Everything HTTP. Without a scanner, the one of this installation is loaded.

    Neither the database nor Redis has to answer yet; ``/readyz`` tells whether they do. Raises
    RulebookError, PolicyError, ModelError, NoticeError or LadderError, each naming the file and the
    fix; KeyMissing or KeyWrong where the database was encrypted with other keys.
    """
    scanner = scanner or Scanner.load(budget_ms=settings.scan_budget_ms)
    phrasebook()  # what is wrong with the notices is said now, and not to a caller
    ladders()  # and with the ladders
    database = Database.open(settings.database_url, keyring=Keyring.of(settings))
    with suppress(SQLAlchemyError):  # it may be away or old still; then /readyz tells
        database.check_keys()
    is_sqlite = database.engine.dialect.name == "sqlite"
    metrics = Metrics()
    metrics.tell_versions(scanner.versions)
    database.time_statements(metrics.note_statement)
    doorbell = Doorbell(settings.redis_address, note=metrics.note_redis)
    tracing = Tracing.of(settings, process="server")
    modes = Modes(database, doorbell)
    metrics.registry.register(LookedUp(lambda: _kept(database, modes)))
    metrics.registry.register(LookedUp(lambda: _own(database, settings)))
    metrics.registry.register(LookedUp(lambda: degraded(modes.look())))
    parts = Parts(
        settings=settings,
        database=database,
        scanner=scanner,
        judge=Judge(database, scanner, name="api", tracing=tracing),
        doorbell=doorbell,
        callers=Callers(database),
        rates=Rates(settings.key_rate),
        pressure=Pressure(settings.queue_limit),
        metrics=metrics,
        modes=modes,
        tracing=tracing,
        readers=CapacityLimiter(THREADS),
        writers=CapacityLimiter(SQLITE_WRITERS if is_sqlite else THREADS),
    )

    @asynccontextmanager
    async def opened(_: FastAPI) -> AsyncIterator[None]:
        async with anyio.create_task_group() as beside:
            beside.start_soon(_keep_uses, parts)
            yield
            beside.cancel_scope.cancel()
        await _keep_uses_once(parts)
        parts.doorbell.close()
        parts.database.close()
        await anyio.to_thread.run_sync(tracing.close)

    app = FastAPI(
        title="inbounds",
        summary="Keeps a marketplace's messages within its terms of service.",
        description=DESCRIPTION,
        version=version("inbounds"),
        lifespan=opened,
        docs_url=None,  # they come from a CDN; ours stand in api/docs.py
        redoc_url=None,
        redirect_slashes=False,
        telemetry={"tracing": False, "metrics": False, "logs": False},  # would see bodies
    )
    app.state.parts = parts
    for calls in (scans, messages, cases, standing, senders, keys, webhooks, health, docs):
        app.include_router(calls.router)
    app.add_route("/console", _to_console, include_in_schema=False)
    console = create_console(
        database, settings=settings, explain=scanner.influences, wrong=modes.wrong
    )
    app.mount("/console", console)
    app.add_middleware(Watch, metrics=metrics)
    if tracing.is_on:
        app.add_middleware(Traced, tracing=tracing)
    app.add_middleware(Headers)  # the outermost: what broke carries them, too
    errors.install(app)
    app.openapi = lambda: openapi.document(app)  # type: ignore[method-assign]
    return app


async def _keep_uses(parts: Parts) -> None:
    """When keys were last used is written now and then, for no request has to wait for it."""
    while True:
        await anyio.sleep(USES_KEPT_EVERY.total_seconds())
        await _keep_uses_once(parts)


async def _keep_uses_once(parts: Parts) -> None:
    try:
        await parts.writing(parts.callers.keep_uses)
    except SQLAlchemyError as error:  # they are kept in memory, and written with the next ones
        log.warning("key_uses.not_kept", error=type(error).__name__)


async def _to_console(request: Request) -> RedirectResponse:
    """A mount answers below its path alone, and people type the path without the slash."""
    return RedirectResponse(f"{request.scope.get('root_path', '')}/console/")


def _own(database: Database, settings: Settings) -> Iterable[Metric]:
    """What this process knows without asking anybody."""
    return gauges(
        {
            "inbounds_queue_limit": settings.queue_limit,
            "inbounds_database_connections_in_use": database.connections_in_use,
        }
    )


def _kept(database: Database, modes: Modes) -> Iterable[Metric]:
    """How much waits and what was removed, as the database has it at the moment of asking."""
    if modes.slow_store.is_left_alone:
        return removed({})
    now = utc_now()
    try:
        with database.read() as connection:
            events = outbox.count_deliveries(connection)
            counts = tallies.tally(connection, now=now)
            done = chores.last_done(connection, "retention")
            numbers = {
                **({} if done is None else {RETENTION_DONE: done.timestamp()}),
                "inbounds_messages_waiting": stored.count_waiting(connection),
                "inbounds_cases_open": counts.open,
                "inbounds_messages_oldest_waiting_seconds": _age(
                    stored.oldest_waiting(connection), now
                ),
                "inbounds_cases_claimed": counts.claimed,
                "inbounds_cases_late": counts.late,
                "inbounds_cases_oldest_waiting_seconds": _age(counts.oldest, now),
                "inbounds_webhooks_waiting": events["pending"],
                "inbounds_webhooks_oldest_waiting_seconds": _age(
                    outbox.oldest_pending(connection), now
                ),
                "inbounds_webhooks_dead": events["dead"],
            }
            gone = removal.removed(connection)
    except SQLAlchemyError:  # then /readyz tells, and the other metrics still come
        return removed({})
    return (*gauges(numbers), *removed(gone))


def _age(since: datetime | None, now: datetime) -> float:
    """Seconds; 0 where nothing waits."""
    return 0.0 if since is None else max(0.0, (now - since).total_seconds())
