"""Traces: which way a message took, and how long each step was, told to a collector.

OpenTelemetry by hand, at the few places where something is handed on. Off unless an address is set.
A span never holds what people wrote, nor whose it is: exceptions are told by their class, and of
what a caller sends along its ``traceparent`` is read and nothing else, for ``tracestate`` and
``baggage`` are free text.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.trace import INVALID_SPAN, Span, SpanKind, Status, StatusCode, Tracer
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from config.settings import Settings
from config.timeouts import TRACES_CALL_SECONDS, TRACES_CLOSE_SECONDS, TRACES_EVERY_SECONDS

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider

Attribute = str | int | bool | Sequence[str]

TRACEPARENT = "traceparent"  # the header's name; W3C Trace Context
QUEUE_SIZE = 8192  # spans that wait to be told; what is more is dropped, and nobody waits for it

_PROPAGATOR = TraceContextTextMapPropagator()
_NOTHING: AbstractContextManager[Span] = nullcontext(INVALID_SPAN)


@dataclass(frozen=True, slots=True)
class Tracing:
    """Makes the spans of one process. Without a provider it makes none, and costs nothing."""

    provider: TracerProvider | None = None
    tracer: Tracer | None = None

    @classmethod
    def of(cls, settings: Settings, *, process: str) -> Tracing:
        """As the settings say; ``process`` is told as the service, ``inbounds-server``."""
        if settings.traces_url is None:
            return OFF
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
        from opentelemetry.sdk.trace.sampling import ParentBasedTraceIdRatio

        provider = TracerProvider(
            sampler=ParentBasedTraceIdRatio(settings.traces_share),
            resource=Resource.create(
                {
                    "service.namespace": "inbounds",
                    "service.name": f"inbounds-{process}",
                    "service.version": version("inbounds"),
                }
            ),
            shutdown_on_exit=False,
        )
        provider.add_span_processor(
            BatchSpanProcessor(
                OTLPSpanExporter(settings.traces_url, timeout=TRACES_CALL_SECONDS),
                max_queue_size=QUEUE_SIZE,
                schedule_delay_millis=TRACES_EVERY_SECONDS * 1000,
            )
        )
        return cls(provider, provider.get_tracer("inbounds"))

    @property
    def is_on(self) -> bool:
        """Whether any span is made."""
        return self.tracer is not None

    def span(
        self,
        name: str,
        *,
        kind: SpanKind = SpanKind.INTERNAL,
        parent: str | None = None,
        attributes: Mapping[str, Attribute] | None = None,
    ) -> AbstractContextManager[Span]:
        """A span as long as the block, and the parent of those that are begun in it.

        ``parent`` is a ``traceparent``; without one, the span of the block around it.
        """
        if self.tracer is None:
            return _NOTHING
        return self._span(name, kind, parent, attributes)

    @contextmanager
    def _span(
        self,
        name: str,
        kind: SpanKind,
        parent: str | None,
        attributes: Mapping[str, Attribute] | None,
    ) -> Iterator[Span]:
        span = self.begin(name, kind=kind, parent=parent, attributes=attributes)
        with trace.use_span(span, record_exception=False, set_status_on_exception=False):
            try:
                yield span
            except BaseException as error:
                note_error(span, error)
                raise
            finally:
                span.end()

    def begin(
        self,
        name: str,
        *,
        kind: SpanKind = SpanKind.INTERNAL,
        parent: str | Span | None = None,
        attributes: Mapping[str, Attribute] | None = None,
        at: int | None = None,
    ) -> Span:
        """A span that the caller ends; ``at`` is when it began, Unix nanoseconds."""
        if self.tracer is None:
            return INVALID_SPAN
        context: Context | None = None
        if isinstance(parent, str):
            context = _PROPAGATOR.extract({TRACEPARENT: parent}, Context())
        elif parent is not None:
            context = trace.set_span_in_context(parent, Context())
        return self.tracer.start_span(
            name,
            context,
            kind,
            attributes,
            start_time=at,
            record_exception=False,
            set_status_on_exception=False,
        )

    def close(self) -> None:
        """What waits to be told is told; a collector that is away keeps nobody from ending."""
        if self.provider is not None:
            telling = threading.Thread(target=self.provider.shutdown, daemon=True)
            telling.start()
            telling.join(TRACES_CLOSE_SECONDS)


OFF = Tracing()


def note_error(span: Span, error: BaseException | str) -> None:
    """What the span is of went wrong: by the exception's class, or a word of ours."""
    name = error if isinstance(error, str) else type(error).__name__
    span.set_attribute("error.type", name)
    span.set_status(Status(StatusCode.ERROR))


def trace_of(span: Span) -> str | None:
    """The ``traceparent`` by which others go on with it; None where it is not told."""
    if not span.is_recording():
        return None
    carrier: dict[str, str] = {}
    _PROPAGATOR.inject(carrier, trace.set_span_in_context(span, Context()))
    return carrier.get(TRACEPARENT)


def current_trace() -> str | None:
    """The same of the block that we are in."""
    return trace_of(trace.get_current_span())
