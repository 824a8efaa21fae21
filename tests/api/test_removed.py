"""Answers say that a text was removed; what was decided is still told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from config.settings import Settings
from tests.api.conftest import ADDRESS, INNOCENT, OFFER, Market
from worker.retention import Retention, keep_of


def grow_old(market: Market, by: timedelta) -> None:
    """A worker looks, so much later."""
    keep = keep_of(Settings())
    now = datetime.now(UTC) + by
    Retention(market.parts.database, keep, now=lambda: now).run_once()


def test_message_and_case_say_that_the_text_was_removed(market: Market) -> None:
    case_id = market.tell("/v1/scans", {"id": "m-1", "room": "r", "text": OFFER}).json()["case_id"]
    market.tell("/v1/scans", {"id": "m-2", "room": "r", "text": INNOCENT})
    assert market.get("/v1/messages/m-1").json()["text_removed"] is None
    assert market.get(f"/v1/cases/{case_id}").json()["text_removed"] is None
    grow_old(market, timedelta(days=31))
    told = market.get("/v1/messages/m-2").json()
    assert (told["text_removed"], told["verdict"]["decision"]) == ("retention", "allow")
    assert market.get(f"/v1/cases/{case_id}").json()["text"] == OFFER
    grow_old(market, timedelta(days=191))
    case = market.get(f"/v1/cases/{case_id}").json()
    assert (case["text"], case["text_removed"]) == ("", "retention")
    assert case["verdict"]["decision"] == "hold"
    assert ADDRESS not in str(case)
    assert market.get("/v1/cases").json()["cases"][0]["text_removed"] == "retention"
    metrics = market.get("/metrics").text
    assert 'inbounds_removed_total{kind="allowed"} 1.0' in metrics
    assert 'inbounds_removed_total{kind="cases"} 1.0' in metrics
    assert "inbounds_retention_done_timestamp_seconds" in metrics


def test_message_sent_again_after_its_time_gets_its_first_verdict(market: Market) -> None:
    body = {"id": "m-1", "text": OFFER}
    first = market.tell("/v1/scans", body).json()
    grow_old(market, timedelta(days=191))
    again = market.tell("/v1/scans", body).json()
    assert (again["decision"], again["case_id"]) == (first["decision"], first["case_id"])
    assert again["notice"]["reasons"]


def test_talk_goes_on_where_the_talk_before_was_removed(market: Market) -> None:
    market.tell("/v1/scans", {"id": "m-1", "room": "r", "sender": "f", "text": INNOCENT})
    grow_old(market, timedelta(days=31))
    later = market.tell("/v1/scans", {"id": "m-2", "room": "r", "sender": "f", "text": OFFER})
    assert later.json()["decision"] == "hold"
    assert later.json()["failures"] == []
