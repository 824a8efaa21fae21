"""What Prometheus reads: counts and durations by route. No ids, no text, no address of anybody."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import broken
from console.pages.live import EVENT_STREAM
from worker.metrics import QUICK, Judged

METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"})
CLOSED_BY_CALLER = 0  # the status of a request that nobody waited for

log = structlog.get_logger("api")

GAUGES = {
    "inbounds_messages_waiting": "Messages accepted and not judged yet.",
    "inbounds_messages_oldest_waiting_seconds": "How long the oldest of them has waited.",
    "inbounds_queue_limit": "Waiting messages at which no more are accepted.",
    "inbounds_cases_open": "Cases that nobody works on.",
    "inbounds_cases_claimed": "Cases in a moderator's hands.",
    "inbounds_cases_late": "Cases that should have been decided already.",
    "inbounds_cases_oldest_waiting_seconds": "How long the oldest undecided case has waited.",
    "inbounds_webhooks_waiting": "Events that are still to be delivered.",
    "inbounds_webhooks_oldest_waiting_seconds": "How long the oldest of them has waited.",
    "inbounds_webhooks_dead": "Events that were given up.",
    "inbounds_database_connections_in_use": "Connections that this process uses.",
    "inbounds_retention_done_timestamp_seconds": "When retention last ran to its end.",
}


class Metrics(Judged):
    """The metrics of one app. What the database holds is told by every server alike."""

    def __init__(self) -> None:
        super().__init__(CollectorRegistry())
        self._requests = Counter(
            "inbounds_http_requests",
            "Requests answered.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "inbounds_http_request_seconds",
            "Time until the answer was sent, or a stream began.",
            ("method", "route"),
            buckets=QUICK,
            registry=self.registry,
        )
        self._unstored = Counter(
            "inbounds_scans_unstored",
            "Scans answered without being stored, since the database was away or too slow.",
            registry=self.registry,
        )

    def note_unstored(self) -> None:
        """One more scan was answered and not stored."""
        self._unstored.inc()

    def note_request(self, *, method: str, route: str, status: int, seconds: float) -> None:
        """One more request was answered."""
        method = method if method in METHODS else "other"
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)


class LookedUp(Collector):
    """What is looked up whenever somebody asks."""

    def __init__(self, look_up: Callable[[], Iterable[Metric]]) -> None:
        self._look_up = look_up

    def describe(self) -> Iterable[Metric]:
        """Nothing is looked up before somebody asks."""
        return ()

    def collect(self) -> Iterable[Metric]:
        """All as it is now."""
        return self._look_up()


def gauges(numbers: Mapping[str, float]) -> Iterator[Metric]:
    """Numbers, by names of ``GAUGES``."""
    for name, value in numbers.items():
        yield GaugeMetricFamily(name, GAUGES[name], value=value)


def degraded(parts: Mapping[str, str]) -> Iterator[Metric]:
    """1 for each part that is not as it should be."""
    gauge = GaugeMetricFamily(
        "inbounds_degraded", "1 for a part that is done without.", labels=("part",)
    )
    for part, state in parts.items():
        gauge.add_metric((part,), float(state != "ok"))
    yield gauge


def removed(counts: Mapping[str, int]) -> Iterator[Metric]:
    """What was removed since the beginning, by kind."""
    counter = CounterMetricFamily(
        "inbounds_removed", "Removed since its time was over, or with a sender.", labels=("kind",)
    )
    for kind, count in counts.items():
        counter.add_metric((kind,), count)
    yield counter


class Watch:
    """The outermost layer: everything is counted, and what broke is logged and answered."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = CLOSED_BY_CALLER
        begun = time.perf_counter()
        streams_since: float | None = None

        async def send_and_note(message: Message) -> None:
            nonlocal status, streams_since
            if message["type"] == "http.response.start":
                status = message["status"]
                if MutableHeaders(scope=message).get("content-type", "").startswith(EVENT_STREAM):
                    streams_since = time.perf_counter()
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        except Exception:  # the server would log its text, which may quote a message
            log.exception("request.broke", method=scope["method"], route=route_of(scope))
            if status == CLOSED_BY_CALLER:
                await broken()(scope, receive, send_and_note)
        finally:
            self._metrics.note_request(
                method=scope["method"],
                route=route_of(scope),
                status=status,
                seconds=(streams_since or time.perf_counter()) - begun,
            )


def route_of(scope: Scope) -> str:
    """The route's template, never the path: ids stand in paths."""
    mount: str = scope.get("root_path", "").removeprefix(scope.get("app_root_path", ""))
    path = getattr(scope.get("route"), "path", None)
    return f"{mount}{path}" if isinstance(path, str) else mount or "unknown"
