"""The span of a request: the beginning of a trace, or the going on of the caller's."""

from __future__ import annotations

import time

from opentelemetry.trace import SpanKind, use_span
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.metrics import METHODS, route_of
from config.tracing import TRACEPARENT, Tracing, note_error
from console.pages.live import EVENT_STREAM

UNTOLD = ("/livez", "/readyz", "/metrics")  # asked every few seconds by those who watch
OTHER = "_OTHER"  # OpenTelemetry's name for a method that nobody knows
BROKEN = 500  # from here on a status is our fault


class Traced:
    """Every request has a span with its method, its route's template and its status."""

    def __init__(self, app: ASGIApp, tracing: Tracing) -> None:
        self._app = app
        self._tracing = tracing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in UNTOLD:
            await self._app(scope, receive, send)
            return
        method = scope["method"] if scope["method"] in METHODS else OTHER
        span = self._tracing.begin(
            method,
            kind=SpanKind.SERVER,
            parent=Headers(scope=scope).get(TRACEPARENT),
            attributes={"http.request.method": method},
        )
        streams_since: int | None = None

        async def send_and_note(message: Message) -> None:
            nonlocal streams_since
            if message["type"] == "http.response.start":
                span.set_attribute("http.response.status_code", message["status"])
                if message["status"] >= BROKEN:
                    note_error(span, str(message["status"]))
                if MutableHeaders(scope=message).get("content-type", "").startswith(EVENT_STREAM):
                    streams_since = time.time_ns()
            await send(message)

        try:
            with use_span(span, record_exception=False, set_status_on_exception=False):
                await self._app(scope, receive, send_and_note)
        finally:
            route = route_of(scope)
            span.update_name(f"{method} {route}")
            span.set_attribute("http.route", route)
            span.end(streams_since)
