"""A message's whole way is one trace, through real processes, and nothing private stands in it."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from config.settings import Settings
from config.tracing import OFF, Tracing
from scanner.verdict import CATEGORIES, DECISIONS
from store import messages
from store.database import Database
from store.schema import deliveries
from store.schema import messages as messages_table
from tests.api.conftest import OFFER, Market, Open
from tests.collector import Collector, Told, collecting
from tests.installation import PATIENCE_SECONDS, installed
from tests.verdicts import message
from tests.worker.judging import BREAKS, ByTheFirstLetter
from tests.worker.posting import receiving
from worker.judge import Judge

WORD = "quokkazanzibar"
STEPS = {"hear", "view", "detect", "excuse", "read", "classify", "find entities", "decide"}
CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"  # W3C's own example
CALLERS_TRACE = CALLER.split("-")[1]
ALLOWED = {  # all that spans may say, with what it may be
    "http.request.method": r"GET|POST|DELETE|_OTHER",
    "http.route": r"(/[a-z0-9{}_-]*)+|unknown",
    "http.response.status_code": r"\d{3}",
    "error.type": r"[A-Za-z]+|\d{3}",
    "inbounds.messages": r"\d+",
    "inbounds.attempts": r"\d+",
    "inbounds.event": r"(message|case|appeal)\.[a-z]+",
    "inbounds.decision": "|".join(DECISIONS),
    "inbounds.categories": "|".join(map(re.escape, CATEGORIES)),
    "inbounds.policy": r"[0-9a-z.-]+",
    "inbounds.models": r"[0-9a-z.-]+",
}


@pytest.fixture
def collector() -> Iterator[Collector]:
    with collecting() as opened:
        yield opened


def until(collector: Collector, *names: str) -> None:
    """Spans of all these names were told."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not set(names) <= {span.name for span in collector.spans}:
        assert time.monotonic() < deadline, sorted({span.name for span in collector.spans})
        time.sleep(0.05)


def parent_of(span: Told, spans: list[Told]) -> Told | None:
    return next((one for one in spans if one.id == span.parent), None)


def traced(market_settings: Collector, **more: Any) -> dict[str, Any]:
    return {"settings": {"traces_url": market_settings.url, **more}}


def test_way_of_a_message_from_the_request_to_the_webhook_is_one_trace(
    database_url: str, redis_url: str, tmp_path: Path, collector: Collector
) -> None:
    with (
        receiving() as receiver,
        installed(
            database_url,
            redis_url,
            tmp_path,
            webhook=receiver.url,
            INBOUNDS_TRACES_URL=collector.url,
        ) as installation,
    ):
        server, worker = installation.start("serve"), installation.start("work")
        installation.until(installation.is_ready)
        body = {
            "id": f"m-{WORD}",
            "room": f"r-{WORD}",
            "sender": f"s-{WORD}",
            "text": f"write me at {WORD}@posteo.de",
        }
        headers = {
            "traceparent": CALLER,
            "tracestate": f"shop={WORD}",
            "baggage": f"sender={WORD}",
        }
        installation.client.headers.update(headers)
        assert installation.ask("POST", "/v1/messages", body).status_code == 202
        installation.until(lambda: len(receiver.heard) >= 2)
        for name in headers:
            del installation.client.headers[name]
        until(collector, "POST /v1/messages", "enqueue", "judge", "scan", *STEPS, "webhook")
        for process in (server, worker):
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE_SECONDS)

    spans = [span for span in collector.spans if span.trace == CALLERS_TRACE]
    by_name = {span.name: span for span in spans}
    request, judged = by_name["POST /v1/messages"], by_name["judge"]
    assert request.parent == CALLER.split("-")[2]
    assert request.attributes["http.route"] == "/v1/messages"
    assert request.attributes["http.response.status_code"] == 202
    assert parent_of(by_name["enqueue"], spans) == request
    assert parent_of(judged, spans) == by_name["enqueue"]
    assert parent_of(by_name["scan"], spans) == judged
    assert {span.name for span in spans if parent_of(span, spans) == by_name["scan"]} == STEPS
    webhooks = [span for span in spans if span.name == "webhook"]
    assert {span.attributes["inbounds.event"] for span in webhooks} == {
        "message.judged",
        "case.opened",
    }
    assert [parent_of(span, spans) for span in webhooks] == [judged, judged]
    assert (request.service, judged.service) == ("inbounds-server", "inbounds-worker")

    assert judged.attributes["inbounds.decision"] == "hold"
    assert judged.attributes["inbounds.categories"] == ["contact.email"]
    assert judged.attributes["inbounds.attempts"] == 1
    assert {"inbounds.policy", "inbounds.models"} <= judged.attributes.keys()
    for span in spans:
        around = parent_of(span, spans)
        assert span.begun <= span.ended
        if around is not None and span.name in STEPS:
            assert around.begun - 1e6 <= span.begun <= span.ended <= around.ended + 1e6

    told = {headers["traceparent"] for headers, _ in receiver.heard}
    assert told == {f"00-{CALLERS_TRACE}-{span.id}-01" for span in webhooks}
    for headers, _ in receiver.heard:
        assert {"tracestate", "baggage"}.isdisjoint(headers)
    assert WORD.encode() not in b"".join(collector.raw)
    for span in collector.spans:
        assert_says_only_what_it_may(span)


def assert_says_only_what_it_may(span: Told) -> None:
    for name, value in span.attributes.items():
        for one in value if isinstance(value, list) else [value]:
            assert re.fullmatch(ALLOWED[name], str(one)), (span.name, name, one)


def test_scan_is_one_trace_and_nothing_of_what_was_asked_stands_in_it(
    open_market: Open, sqlite_url: str, redis_url: str, collector: Collector
) -> None:
    market = open_market(sqlite_url, redis_url, **traced(collector))
    body = {"id": f"m-{WORD}", "sender": WORD, "room": WORD, "text": f"{OFFER} {WORD}"}
    assert market.tell("/v1/scans", body).status_code == 200
    assert market.tell("/v1/previews", {"text": f"{WORD} hello"}).status_code == 200
    assert market.tell("/v1/scans", {"text": [WORD]}).status_code == 422
    assert market.get(f"/v1/messages/{WORD}-unknown").status_code == 404
    assert market.get(f"/{WORD}?{WORD}={WORD}").status_code == 404
    assert market.request(WORD.upper(), "/v1/scans").status_code == 405
    for path in ("/livez", "/readyz", "/metrics"):
        assert market.get(path).status_code == 200
    market.parts.tracing.close()
    roots = [span for span in collector.spans if not span.parent]
    assert [root.name for root in roots] == [
        "POST /v1/scans",
        "POST /v1/previews",
        "POST /v1/scans",
        "GET /v1/messages/{id}",
        "GET unknown",
        "_OTHER /v1/scans",
    ]
    for root in roots[:2]:
        (scan,) = [span for span in collector.named("scan") if span.trace == root.trace]
        assert scan.parent == root.id
        assert {span.name for span in collector.spans if span.parent == scan.id} == STEPS
    assert collector.named("scan")[0].attributes["inbounds.decision"] == "hold"
    assert WORD.encode() not in b"".join(collector.raw).lower()
    for span in collector.spans:
        assert_says_only_what_it_may(span)


def test_what_breaks_is_told_by_its_class_alone(
    open_market: Open, sqlite_url: str, redis_url: str, collector: Collector
) -> None:
    market = open_market(sqlite_url, redis_url, **traced(collector))
    with market.parts.database.begin() as connection:
        connection.execute(text("ALTER TABLE contents RENAME TO hidden"))
    assert market.tell("/v1/messages", {"id": "m-1", "text": WORD}).status_code >= 500
    market.parts.tracing.close()
    (request,), (enqueue,) = collector.named("POST /v1/messages"), collector.named("enqueue")
    assert request.is_error
    assert request.attributes["error.type"] == str(request.attributes["http.response.status_code"])
    assert enqueue.is_error
    assert enqueue.attributes["error.type"] == "OperationalError"
    assert WORD.encode() not in b"".join(collector.raw)


@pytest.mark.parametrize(("caller", "told"), [(CALLER, True), (f"{CALLER[:-1]}0", False)])
def test_caller_decides_for_their_trace_and_the_share_for_others(
    open_market: Open,
    sqlite_url: str,
    redis_url: str,
    collector: Collector,
    caller: str,
    told: bool,
) -> None:
    share = 0.0 if told else 1.0
    market = open_market(sqlite_url, redis_url, **traced(collector, traces_share=share))
    market.tell("/v1/messages", {"id": "m-1", "text": OFFER}, traceparent=caller)
    market.tell("/v1/messages", {"id": "m-2", "text": OFFER})
    with market.parts.database.read() as connection:
        query = select(messages_table.c.trace).order_by(messages_table.c.pk)
        kept = list(connection.execute(query).scalars())
    assert [trace is not None for trace in kept] == [told, not told]
    market.parts.tracing.close()
    assert len(collector.named("POST /v1/messages")) == 1
    assert (collector.spans[0].trace == CALLERS_TRACE) is told


def test_message_that_breaks_the_scanner_harms_no_other_trace(
    database: Database, collector: Collector
) -> None:
    tracing = Tracing.of(Settings(traces_url=collector.url), process="worker")
    given = [message("m-1"), replace(message("m-2"), text=BREAKS), message("m-3")]
    traces = [CALLER.replace("0af7", f"0af{number}") for number in range(2)]
    with database.begin() as connection:
        for one, trace in zip(given, [*traces, None], strict=True):
            messages.receive(connection, [one], now=datetime.now(UTC), trace=trace)
    judge = Judge(database, TellsSteps(), name="worker", tracing=tracing)
    assert judge.judge_waiting() == 3
    tracing.close()
    judged = {span.trace: span for span in collector.named("judge")}
    assert judged.keys() == {trace.split("-")[1] for trace in traces}
    assert {span.attributes["inbounds.decision"] for span in judged.values()} == {"allow", "flag"}
    scans = collector.named("scan")
    assert sorted((one.is_error, one.attributes["inbounds.messages"]) for one in scans) == [
        (False, 1),
        (True, 1),
        (True, 3),
        (True, 3),
    ]
    with database.read() as connection:
        assert connection.execute(select(messages_table.c.trace)).scalars().all() == [None] * 3


class TellsSteps(ByTheFirstLetter):
    """Takes one step, and tells so."""

    def scan_many(self, messages: Any, *, on_step: Any = None) -> Any:
        verdicts = super().scan_many(messages)
        if on_step is not None:
            on_step("view", range(len(verdicts)), 0, 1)
        return verdicts


def test_without_an_address_nothing_is_made_and_nothing_kept(market: Market) -> None:
    assert market.parts.tracing is OFF
    market.tell("/v1/messages", {"id": "m-1", "text": OFFER}, traceparent=CALLER)
    market.tell("/v1/scans", {"id": "m-2", "text": OFFER}, traceparent=CALLER)
    market.judge_waiting()
    with market.parts.database.read() as connection:
        for table in (messages_table, deliveries):
            assert set(connection.execute(select(table.c.trace)).scalars()) <= {None}


def test_collector_that_is_away_keeps_nobody_from_ending(
    open_market: Open, sqlite_url: str, redis_url: str
) -> None:
    away = {"traces_url": "http://127.0.0.1:9/v1/traces"}
    market = open_market(sqlite_url, redis_url, settings=away)
    for number in range(20):
        answer = market.tell("/v1/scans", {"id": f"m-{number}", "text": OFFER})
        assert answer.status_code == 200
    begun = datetime.now(UTC)
    market.parts.tracing.close()
    assert datetime.now(UTC) - begun < timedelta(seconds=10)
