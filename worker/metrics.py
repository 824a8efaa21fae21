"""What Prometheus reads of every process that judges: counts and durations, no ids and no text.

Labels have few values, all of them ours: decisions, categories, versions, steps, events. A process
has one policy and one set of models, so versions add no series while it runs.
"""

from __future__ import annotations

import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    make_wsgi_app,
)
from prometheus_client.metrics_core import InfoMetricFamily
from prometheus_client.registry import Collector

from config.timeouts import HEAD_SECONDS
from scanner.verdict import Verdict, Versions

QUICK = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)  # seconds
PATIENT = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0, 300.0, 1800.0)
CALLS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0)
NONE = "none"  # the category of a message that is allowed
PORTS_TRIED = 256  # from the one that is set; as many workers as a machine may have

# A series more for each, of when it began, that nobody asks for.
disable_created_metrics()  # type: ignore[no-untyped-call]


class Judged:
    """Verdicts, and the parts that they need: the same in servers and workers."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.registry = registry
        ProcessCollector(registry=registry)
        self._verdicts = Counter(
            "inbounds_verdicts",
            "Verdicts, by the category of the strictest reason.",
            ("call", "decision", "category", "policy", "models"),
            registry=registry,
        )
        self._scan_seconds = Histogram(
            "inbounds_scan_seconds",
            "Time in the engine for a message; in a batch, its even share.",
            ("call",),
            buckets=QUICK,
            registry=registry,
        )
        self._failures = Counter(
            "inbounds_failed_steps",
            "Steps of the engine that broke or ran out of time.",
            ("step",),
            registry=registry,
        )
        self._statements = Histogram(
            "inbounds_database_seconds",
            "Time until the database has answered a statement.",
            ("verb",),
            buckets=QUICK,
            registry=registry,
        )
        self._redis = Histogram(
            "inbounds_redis_seconds",
            "Time until Redis has answered, or failed to.",
            ("call",),
            buckets=QUICK,
            registry=registry,
        )
        self._redis_failures = Counter(
            "inbounds_redis_failures",
            "Times that Redis did not answer, or was left alone since it had not.",
            ("call",),
            registry=registry,
        )

    def tell_versions(self, versions: Versions) -> None:
        """Which rules, policy and models judge here."""
        self.registry.register(_Info(versions))

    def note_verdict(self, verdict: Verdict, *, call: str) -> None:
        """One more verdict was given."""
        category = verdict.reasons[0].category if verdict.reasons else NONE
        versions = verdict.versions
        self._verdicts.labels(
            call, verdict.decision, category, versions.policy, versions.models
        ).inc()
        if verdict.elapsed_ms is not None:
            self._scan_seconds.labels(call).observe(verdict.elapsed_ms / 1000)
        for failure in verdict.failures:
            self._failures.labels(failure.step).inc()

    def note_statement(self, verb: str, seconds: float) -> None:
        """The database has answered."""
        self._statements.labels(verb).observe(seconds)

    def note_redis(self, call: str, seconds: float | None) -> None:
        """Redis has answered; None where it has not, or was not asked."""
        if seconds is None:
            self._redis_failures.labels(call).inc()
        else:
            self._redis.labels(call).observe(seconds)


class WorkerMetrics(Judged):
    """And what workers alone do."""

    def __init__(self) -> None:
        super().__init__(CollectorRegistry())
        self._waited = Histogram(
            "inbounds_verdict_wait_seconds",
            "Time from accepting a message until its verdict was stored.",
            buckets=PATIENT,
            registry=self.registry,
        )
        self._webhooks = Counter(
            "inbounds_webhook_attempts",
            "Tries to deliver an event: delivered, refused, unreachable, or given up with the try.",
            ("event", "outcome"),
            registry=self.registry,
        )
        self._webhook_seconds = Histogram(
            "inbounds_webhook_seconds",
            "Time of a try to deliver an event.",
            ("event",),
            buckets=CALLS,
            registry=self.registry,
        )

    def note_judged(self, verdict: Verdict, *, waited_seconds: float) -> None:
        """A message of the queue has its verdict."""
        self.note_verdict(verdict, call="queue")
        self._waited.observe(waited_seconds)

    def note_webhook(self, event: str, *, outcome: str, seconds: float) -> None:
        """A delivery was tried."""
        self._webhooks.labels(event, outcome).inc()
        self._webhook_seconds.labels(event).observe(seconds)


class _Info(Collector):
    def __init__(self, versions: Versions) -> None:
        self._told = {
            name: str(getattr(versions, name)) for name in ("rulebook", "policy", "models", "views")
        }

    def collect(self) -> list[InfoMetricFamily]:
        """The versions as labels of a constant."""
        return [InfoMetricFamily("inbounds_versions", "What judges here.", value=self._told)]


class _Handler(WSGIRequestHandler):
    timeout = HEAD_SECONDS  # a caller that says nothing is not waited for

    def log_message(self, *_: object) -> None:
        """Nobody has to know that the metrics were read."""


def serve_metrics(registry: CollectorRegistry, *, host: str, port: int) -> int:
    """``/metrics`` is answered from now on, at the first port from this one that is free; which.

    Raises OSError where none is.
    """
    for number in range(port, min(port + PORTS_TRIED, 65_536)):
        try:
            server = make_server(host, number, make_wsgi_app(registry), handler_class=_Handler)
        except OSError:
            continue
        threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
        return number
    raise OSError(f"no port from {port} on is free; choose another INBOUNDS_WORKER_METRICS_PORT")
