"""A collector of traces: what OpenTelemetry's exporter tells over HTTP, kept to be looked at."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from tests.services.listener import listening_with


@dataclass(frozen=True)
class Told:
    """One span. Ids in hex digits; ``parent`` is empty for the first of a trace."""

    trace: str
    id: str
    parent: str
    name: str
    service: str
    begun: int
    ended: int
    is_error: bool
    attributes: dict[str, Any]


@dataclass
class Collector:
    """Everything that was told, as spans and as it came."""

    port: int = 0
    spans: list[Told] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1/traces"

    def named(self, name: str) -> list[Told]:
        return [span for span in self.spans if span.name == name]

    def keep(self, body: bytes) -> None:
        self.raw.append(body)
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            service = attributes_of(resource.resource.attributes)["service.name"]
            for scope in resource.scope_spans:
                self.spans.extend(
                    Told(
                        trace=span.trace_id.hex(),
                        id=span.span_id.hex(),
                        parent=span.parent_span_id.hex(),
                        name=span.name,
                        service=service,
                        begun=span.start_time_unix_nano,
                        ended=span.end_time_unix_nano,
                        is_error=span.status.code == span.status.STATUS_CODE_ERROR,
                        attributes=attributes_of(span.attributes),
                    )
                    for span in scope.spans
                )


def attributes_of(given: Any) -> dict[str, Any]:
    return {one.key: value_of(one.value) for one in given}


def value_of(value: Any) -> Any:
    kind = value.WhichOneof("value")
    if kind == "array_value":
        return [value_of(one) for one in value.array_value.values]
    return getattr(value, kind)


@contextmanager
def collecting() -> Iterator[Collector]:
    """A collector that listens."""
    kept = Collector()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            if self.headers.get("content-encoding") == "gzip":
                body = gzip.decompress(body)
            kept.keep(body)
            self.send_response(200)
            self.send_header("content-type", "application/x-protobuf")
            self.send_header("content-length", "0")
            self.end_headers()

    with listening_with(Handler) as kept.port:
        yield kept
