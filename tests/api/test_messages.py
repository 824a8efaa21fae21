"""What was accepted is on disk, is judged once, and can be asked after."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from redis import Redis

from api.schemas import BATCH_MAX_LENGTH
from config import redis_server
from tests.api.conftest import INNOCENT, OFFER, Market, Open, stored_messages
from worker.doorbell import open_queue

PATIENCE_SECONDS = 10.0  # a bell that failed is left alone for two


def batch(*texts: str) -> list[dict[str, Any]]:
    return [{"id": f"m-{number}", "text": text} for number, text in enumerate(texts, start=1)]


def rung(redis_url: str) -> list[int]:
    """The keys of the messages that workers were told of."""
    with Redis.from_url(redis_url) as redis:
        return [pk for job in open_queue(redis).jobs for pk in job.args[0]]


# What is refused


def test_one_bad_message_is_named_and_nothing_of_the_batch_is_kept(market: Market) -> None:
    body = {"messages": [*batch(INNOCENT, OFFER), {"id": "m-3", "text": ""}, *batch("a")]}
    answer = market.tell("/v1/messages", body)
    assert answer.status_code == 422
    (fault,) = answer.json()["errors"]
    assert fault["place"] == "/messages/2/text"
    assert fault["value"] == "a text of 0 characters"
    assert stored_messages(market.parts.database) == 0


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"text": "hello"}, "/id"),
        ([{"id": "m-1", "text": "a"}, {"text": "a"}], "/1/id"),
        ([{"id": "m-1", "text": "a"}, "hello"], "/1"),
        ({"messages": []}, "/messages"),
        ({"messages": {}}, "/messages"),
        ({"messages": None}, "/messages"),
        ({"messages": [None]}, "/messages/0"),
        ({"messages": [{"id": "m-1", "text": "a"}], "more": True}, "/more"),
        ({"messages": [{"id": "m-1", "text": "a", "lang": "en"}]}, "/messages/0/lang"),
        ([], ""),
        ("hello", ""),
        (None, ""),
    ],
    ids=str,
)
def test_unfit_deliveries_name_the_place(door: Market, body: object, place: str) -> None:
    answer = door.tell("/v1/messages", body)
    assert answer.status_code == 422
    assert [fault["place"] for fault in answer.json()["errors"]] == [place]
    assert stored_messages(door.parts.database) == 0


@pytest.mark.parametrize("wrap", [list, lambda messages: {"messages": messages}])
def test_a_thousand_and_one_are_too_many(door: Market, wrap: Any) -> None:
    answer = door.tell("/v1/messages", wrap(batch(*"a" * (BATCH_MAX_LENGTH + 1))))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["fix"] == f"write at most {BATCH_MAX_LENGTH} of them"


def test_duplicate_ids_with_different_texts_are_a_conflict_and_keep_nothing(market: Market) -> None:
    twice = [{"id": "m-1", "text": INNOCENT}, {"id": "m-1", "text": OFFER}]
    assert market.tell("/v1/messages", twice).status_code == 409
    assert stored_messages(market.parts.database) == 0
    market.tell("/v1/messages", {"id": "m-1", "text": INNOCENT})
    answer = market.tell("/v1/messages", [*batch(OFFER), {"id": "m-9", "text": "new"}])
    assert answer.status_code == 409
    assert "m-1" in answer.json()["detail"]
    assert "m-9" not in answer.json()["detail"]
    assert market.get("/v1/messages/m-9").status_code == 404


@pytest.mark.parametrize("id", ["m-404", "nobody@home", "a" * 200])
def test_unknown_message_is_not_found(market: Market, id: str) -> None:
    for answer in (
        market.get(f"/v1/messages/{id}"),
        market.tell(f"/v1/messages/{id}/reports", {"reporter": "clara", "reason": "spam"}),
    ):
        assert answer.status_code == 404
        assert answer.json()["type"] == "urn:inbounds:problem:not-found"


@pytest.mark.parametrize("id", ["%00", "%ed%a0%80", "a%0ab", "%20", "a" * 201])
def test_id_that_no_message_can_have_is_refused(market: Market, id: str) -> None:
    answer = market.get(f"/v1/messages/{id}")
    assert answer.status_code == 422
    (fault,) = answer.json()["errors"]
    assert (fault["in"], fault["place"]) == ("path", "id")


# What is accepted


@pytest.mark.parametrize(
    "wrap",
    [lambda messages: messages[0], lambda messages: messages[:1], lambda m: {"messages": m[:1]}],
    ids=["one", "list", "batch"],
)
def test_three_ways_to_deliver_are_one(market: Market, wrap: Any) -> None:
    answer = market.tell("/v1/messages", wrap(batch(OFFER)))
    assert answer.status_code == 202
    assert answer.json() == {"receipts": [{"id": "m-1", "url": "/v1/messages/m-1"}]}
    assert market.get("/v1/messages/m-1").json()["state"] == "waiting"


def test_receipts_come_in_order_and_lead_to_the_verdicts(market: Market, redis_url: str) -> None:
    answer = market.tell("/v1/messages", {"messages": batch(INNOCENT, OFFER, INNOCENT)})
    urls = [receipt["url"] for receipt in answer.json()["receipts"]]
    assert urls == ["/v1/messages/m-1", "/v1/messages/m-2", "/v1/messages/m-3"]
    waiting = market.get(urls[1]).json()
    assert (waiting["verdict"], waiting["judged_at"], waiting["notice"]) == (None, None, None)
    assert len(rung(redis_url)) == 3
    assert market.judge_waiting() == 3
    judged = [market.get(url).json() for url in urls]
    assert [one["state"] for one in judged] == ["judged"] * 3
    assert [one["verdict"]["decision"] for one in judged] == ["allow", "hold", "allow"]
    assert [one["notice"] is None for one in judged] == [True, False, True]
    assert judged[1]["case_id"] == market.get("/v1/cases").json()["cases"][0]["id"]


def test_a_thousand_at_once_are_accepted(market: Market, redis_url: str) -> None:
    answer = market.tell("/v1/messages", batch(*[INNOCENT] * BATCH_MAX_LENGTH))
    assert answer.status_code == 202
    assert len(answer.json()["receipts"]) == BATCH_MAX_LENGTH
    assert len(rung(redis_url)) == BATCH_MAX_LENGTH
    assert stored_messages(market.parts.database) == BATCH_MAX_LENGTH


def test_same_message_again_is_accepted_and_judged_once(market: Market, redis_url: str) -> None:
    first, again = (market.tell("/v1/messages", batch(OFFER, OFFER)) for _ in range(2))
    assert (first.status_code, again.status_code) == (202, 202)
    assert again.json() == first.json()
    assert len(rung(redis_url)) == 2
    assert market.judge_waiting() == 2
    assert market.judge_waiting() == 0
    assert len(market.get("/v1/cases").json()["cases"]) == 2


def test_same_delivery_under_a_key_gets_the_same_answer(market: Market) -> None:
    first, again = (
        market.tell("/v1/messages", batch(OFFER, INNOCENT), idempotency_key="k-1") for _ in range(2)
    )
    assert (first.status_code, again.status_code) == (202, 202)
    assert again.json() == first.json()
    assert stored_messages(market.parts.database) == 2


def test_every_id_that_is_accepted_can_be_asked_after(market: Market) -> None:
    id = "_-aZ09.:@=+~"[:-1]
    (receipt,) = market.tell("/v1/messages", {"id": id, "text": "a"}).json()["receipts"]
    assert market.get(receipt["url"]).json()["id"] == id


# Redis


def test_without_redis_all_is_accepted_and_judged_later(
    open_market: Open, sqlite_url: str, tmp_path: Path
) -> None:
    socket = tmp_path / "redis.sock"
    market = open_market(sqlite_url, redis_server.address(socket))
    assert market.get("/readyz").json()["parts"]["redis"] == "does not answer"
    assert market.tell("/v1/messages", {"id": "m-1", "text": OFFER}).status_code == 202
    assert market.tell("/v1/scans", {"id": "m-2", "text": OFFER}).json()["decision"] == "hold"
    assert market.judge_waiting() == 1
    with redis_server.running(socket, log_path=tmp_path / "redis.log") as url:
        assert market.get("/readyz").json()["parts"]["redis"] == "ok"
        deadline = time.monotonic() + PATIENCE_SECONDS
        number = 0
        while not rung(url) and time.monotonic() < deadline:
            number += 1
            market.tell("/v1/messages", {"id": f"later-{number}", "text": INNOCENT})
            time.sleep(0.2)
        assert rung(url)
    assert market.get("/readyz").json()["parts"]["redis"] == "does not answer"
    assert market.tell("/v1/messages", {"id": "m-3", "text": OFFER}).status_code == 202


# Reports


def test_reported_message_comes_before_the_moderators_whatever_its_verdict(market: Market) -> None:
    market.tell("/v1/scans", {"id": "m-1", "text": INNOCENT})
    report = {"reporter": "clara", "reason": "circumvention"}
    first, again = (market.tell("/v1/messages/m-1/reports", report) for _ in range(2))
    assert first.status_code == 200
    assert again.json() == first.json()
    case = market.get(f"/v1/cases/{first.json()['case_id']}").json()
    assert (case["opened_by"], case["state"]) == ("report", "open")
    assert [(one["reporter"], one["reason"]) for one in case["reports"]] == [
        ("clara", "circumvention")
    ]


def test_message_may_be_reported_before_it_is_judged(market: Market) -> None:
    market.tell("/v1/messages", {"id": "m-1", "text": OFFER})
    report = {"reporter": "clara", "reason": "spam"}
    case_id = market.tell("/v1/messages/m-1/reports", report).json()["case_id"]
    assert market.get(f"/v1/cases/{case_id}").json()["verdict"] is None
    market.judge_waiting()
    case = market.get(f"/v1/cases/{case_id}").json()
    assert (case["decision"], case["verdict"]["decision"]) == ("hold", "hold")


@pytest.mark.parametrize(
    ("report", "place"),
    [
        ({"reporter": "clara"}, "/reason"),
        ({"reason": "spam"}, "/reporter"),
        ({"reporter": "clara", "reason": "boring"}, "/reason"),
        ({"reporter": "clara\x00", "reason": "spam"}, "/reporter"),
        ({"reporter": "clara", "reason": "spam", "note": "!"}, "/note"),
    ],
)
def test_unfit_report_names_the_place(door: Market, report: object, place: str) -> None:
    answer = door.tell("/v1/messages/m-1/reports", report)
    assert answer.status_code == 422
    assert [fault["place"] for fault in answer.json()["errors"]] == [place]
