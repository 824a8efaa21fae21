"""The spans of judging: what is told of a message, in the trace of the request that brought it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Protocol

from opentelemetry import trace
from opentelemetry.trace import Span, SpanKind

from config.tracing import Attribute, Tracing, note_error
from scanner.laps import OnStep
from scanner.message import Message
from scanner.verdict import Verdict
from store.messages import Leased

DECISION = "inbounds.decision"
CATEGORIES = "inbounds.categories"
POLICY = "inbounds.policy"
MODELS = "inbounds.models"
ATTEMPTS = "inbounds.attempts"
MESSAGES = "inbounds.messages"  # how many were done together
EVENT = "inbounds.event"


class Scans(Protocol):
    """What of an ``Engine`` is needed here."""

    def scan(self, message: Message) -> Verdict:
        """The verdict on one message."""

    def scan_many(
        self, messages: Sequence[Message], *, on_step: OnStep | None = None
    ) -> list[Verdict]:
        """The verdicts on many, in their order."""


def facts_of(verdict: Verdict) -> dict[str, Attribute]:
    """All that a span tells of a verdict."""
    return {
        DECISION: verdict.decision,
        CATEGORIES: [reason.category for reason in verdict.reasons],
        POLICY: verdict.versions.policy,
        MODELS: verdict.versions.models,
    }


def scan_one(engine: Scans, message: Message, *, tracing: Tracing) -> Verdict:
    """The verdict; where the block that we are in is traced, with a span of the scan in it."""
    if not tracing.is_on:
        return engine.scan(message)
    return scan_many(engine, (message,), [trace.get_current_span()], tracing=tracing)[0]


def scan_many(
    engine: Scans, messages: Sequence[Message], spans: Sequence[Span], *, tracing: Tracing
) -> list[Verdict]:
    """The verdicts; every message of which a span is told has one of the scan in it, and of that
    one for each step. What several messages took together stands in the trace of each.
    """
    traced = {place: span for place, span in enumerate(spans) if span.is_recording()}
    if not traced:
        return engine.scan_many(messages)
    since_epoch = time.time_ns() - time.perf_counter_ns()  # the engine's clock tells no time of day
    scans = {
        place: tracing.begin("scan", parent=span, attributes={MESSAGES: len(messages)})
        for place, span in traced.items()
    }

    def on_step(step: str, places: Sequence[int], begun: int, ended: int) -> None:
        for place in places:
            if place in scans:
                told = tracing.begin(step, parent=scans[place], at=since_epoch + begun)
                told.end(since_epoch + ended)

    try:
        verdicts = engine.scan_many(messages, on_step=on_step)
    except BaseException as error:
        for span in scans.values():
            note_error(span, error)
        raise
    else:
        for place, span in scans.items():
            span.set_attributes(facts_of(verdicts[place]))
        return verdicts
    finally:
        for span in scans.values():
            span.end()


@contextmanager
def judging(tracing: Tracing, leased: Sequence[Leased]) -> Iterator[Mapping[int, Span]]:
    """A span for each message that was brought by a request that is traced, by its pk."""
    spans = {
        one.pk: tracing.begin(
            "judge", kind=SpanKind.CONSUMER, parent=one.trace, attributes={ATTEMPTS: one.attempts}
        )
        for one in leased
        if tracing.is_on and one.trace is not None
    }
    try:
        yield spans
    except BaseException as error:
        for span in spans.values():
            note_error(span, error)
        raise
    finally:
        for span in spans.values():
            span.end()
