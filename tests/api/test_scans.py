"""A scan is judged at once and kept, a preview is judged and forgotten."""

from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from scanner.message import Message
from scanner.verdict import DecisionName, Failure, Verdict, Versions
from scanner.wire import verdict_record
from tests.api.conftest import ADDRESS, INNOCENT, OFFER, Market, Open, stored_messages

FOURFOLD = 4


class Unread:
    """An engine of which a step broke. It has read nothing, and says so."""

    versions = Versions(rulebook="r", policy="p", models="m", views="v")

    def scan(self, message: Message) -> Verdict:
        return Verdict(
            decision="flag",
            reasons=(),
            findings=(),
            excuses=(),
            scores={},
            failures=(Failure("detect email", "ZeroDivisionError"),),
            versions=self.versions,
        )

    def language_of(self, message: Message) -> str:
        return "en"

    def influences(self, message: Message, categories: object) -> dict[str, object]:
        return {}


def without_time(answer: Any) -> dict[str, Any]:
    return {name: value for name, value in answer.json().items() if name != "elapsed_ms"}


def test_innocent_message_is_allowed_without_case_or_notice(market: Market) -> None:
    answer = market.tell("/v1/scans", {"id": "m-1", "text": INNOCENT}).json()
    assert (answer["id"], answer["decision"]) == ("m-1", "allow")
    assert (answer["case_id"], answer["notice"]) == (None, None)
    assert market.get("/v1/cases").json() == {"cases": [], "next": None}


def test_offer_of_an_address_is_held_with_proof_case_and_notice(market: Market) -> None:
    answer = market.tell("/v1/scans", {"id": "m-1", "text": OFFER}).json()
    assert answer["decision"] == "hold"
    place = {"message": 0, "start": OFFER.index(ADDRESS), "end": len(OFFER)}
    (finding,) = answer["findings"]
    assert (finding["value"], finding["spans"]) == (ADDRESS, [place])
    assert answer["reasons"][0]["category"] == "contact.email"
    told = answer["notice"]["reasons"][0]
    assert told["category"] == "contact.email"
    assert told["where"] == [place]
    assert all(told[part] for part in ("what", "why", "instead"))
    case = market.get(f"/v1/cases/{answer['case_id']}").json()
    assert (case["message_id"], case["state"], case["decision"]) == ("m-1", "open", "hold")
    assert case["text"] == OFFER


def test_the_contract_stage_decides(market: Market) -> None:
    active = {"text": OFFER, "context": {"contract": "active"}}
    assert market.tell("/v1/scans", active).json()["decision"] == "allow"


def test_answer_is_the_verdict_of_the_one_road(market: Market) -> None:
    body = {"id": "m-1", "text": OFFER, "history": [{"sender_role": "client", "text": "Hi!"}]}
    answer = without_time(market.tell("/v1/scans", body))
    verdict = replace(market.parts.scanner.scan(Message(id="m-1", text=OFFER)), elapsed_ms=None)
    record = verdict_record(verdict, id="m-1")
    assert answer["findings"] == record["findings"]
    assert answer["versions"] == record["versions"]
    assert set(answer) == set(record) - {"elapsed_ms"} | {"case_id", "notice", "stored"}


def test_message_without_an_id_is_given_one_to_ask_with(market: Market) -> None:
    answer = market.tell("/v1/scans", {"text": OFFER}).json()
    kept = market.get(f"/v1/messages/{answer['id']}").json()
    assert kept["state"] == "judged"
    assert kept["verdict"]["decision"] == "hold"
    assert kept["case_id"] == answer["case_id"]


def test_same_message_again_gets_its_first_verdict(market: Market) -> None:
    body = {"id": "m-1", "text": OFFER}
    first, again = (market.tell("/v1/scans", body) for _ in range(2))
    assert again.json() == first.json()
    assert len(market.get("/v1/cases").json()["cases"]) == 1


def test_same_id_with_another_text_is_a_conflict_and_changes_nothing(market: Market) -> None:
    market.tell("/v1/scans", {"id": "m-1", "room": "r-1", "text": INNOCENT})
    answer = market.tell("/v1/scans", {"id": "m-1", "room": "r-1", "text": OFFER})
    assert answer.status_code == 409
    assert answer.json()["type"] == "urn:inbounds:problem:message-conflict"
    assert "m-1" in answer.json()["detail"]
    assert market.get("/v1/messages/m-1").json()["verdict"]["decision"] == "allow"
    assert market.get("/v1/cases").json()["cases"] == []


def test_parts_sent_one_by_one_are_judged_with_their_room(market: Market) -> None:
    here = {"room": "r-1", "sender": "frank", "context": {"sender_role": "freelancer"}}
    elsewhere = here | {"room": "r-2"}
    market.tell("/v1/scans", here | {"id": "m-1", "text": "my mail is jane.roe"})
    last = {"text": "at gmail.com"}
    alone = market.tell("/v1/previews", elsewhere | last).json()
    together = market.tell("/v1/previews", here | last).json()
    assert "jane.roe@gmail.com" not in {finding["value"] for finding in alone["findings"]}
    assert together["findings"][0]["value"] == "jane.roe@gmail.com"
    assert together["decision"] == "hold"
    assert {span["message"] for span in together["findings"][0]["spans"]} == {-1, 0}
    assert market.tell("/v1/scans", here | {"id": "m-2"} | last).json()["decision"] == "hold"


def test_broken_step_flags_and_blames_nobody(
    open_market: Open, sqlite_url: str, redis_url: str
) -> None:
    market = open_market(sqlite_url, redis_url, scanner=Unread())
    answer = market.tell("/v1/scans", {"id": "m-1", "text": "hello"}).json()
    assert answer["decision"] == "flag"
    assert answer["failures"] == [{"step": "detect email", "error": "ZeroDivisionError"}]
    assert answer["notice"] is None
    assert answer["case_id"] is not None
    assert 'inbounds_failed_steps_total{step="detect email"} 1.0' in market.get("/metrics").text


# Previews


def test_preview_keeps_nothing(market: Market) -> None:
    body = {"id": "m-1", "room": "r-1", "sender": "frank", "text": OFFER}
    answer = market.tell("/v1/previews", body).json()
    assert (answer["decision"], answer["id"]) == ("hold", "m-1")
    assert answer["notice"]["reasons"]
    assert stored_messages(market.parts.database) == 0
    assert market.get("/v1/messages/m-1").status_code == 404


@pytest.mark.parametrize("length", [100, 20_000])
def test_preview_of_any_length_is_what_the_scan_says(market: Market, length: int) -> None:
    text = f"{'so ' * (length // 3 - 10)}{OFFER}"
    preview, scan = (market.tell(path, {"text": text}) for path in ("/v1/previews", "/v1/scans"))
    assert preview.json()["findings"] == scan.json()["findings"] != []


# Idempotency keys


@pytest.mark.parametrize("body", [{"text": OFFER}, {"id": "m-1", "text": INNOCENT}])
def test_same_request_again_gets_the_same_answer(market: Market, body: object) -> None:
    first, again = (market.tell("/v1/scans", body, idempotency_key="k-1") for _ in range(2))
    assert again.json() == first.json()
    assert stored_messages(market.parts.database) == 1


@pytest.mark.parametrize("path", ["/v1/scans", "/v1/messages"])
def test_key_of_another_request_is_refused_and_nothing_is_kept(market: Market, path: str) -> None:
    market.tell("/v1/scans", {"id": "m-1", "text": INNOCENT}, idempotency_key="k-1")
    answer = market.tell(path, {"id": "m-2", "text": INNOCENT}, idempotency_key="k-1")
    assert answer.status_code == 422
    assert answer.json()["type"] == "urn:inbounds:problem:idempotency-key-reused"
    assert market.get("/v1/messages/m-2").status_code == 404


def test_without_a_key_and_an_id_every_request_is_a_new_message(market: Market) -> None:
    ids = {market.tell("/v1/scans", {"text": OFFER}).json()["id"] for _ in range(2)}
    assert len(ids) == 2


@pytest.mark.parametrize("key", ["", " ", "x" * 256, "clé", "a b"])
def test_unfit_key_is_refused(door: Market, key: str) -> None:
    headers = {"idempotency-key": key.encode("latin-1"), "content-type": "application/json"}
    answer = door.post("/v1/scans", content=b'{"text": "a"}', headers=headers)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["place"] == "Idempotency-Key"


def test_requests_at_the_same_moment_are_one(market: Market) -> None:
    together = threading.Barrier(FOURFOLD)

    def ask(_: int) -> Any:
        together.wait(timeout=10)
        return market.tell("/v1/scans", {"text": OFFER}, idempotency_key="k-1")

    with ThreadPoolExecutor(FOURFOLD) as callers:
        answers = list(callers.map(ask, range(FOURFOLD)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert stored_messages(market.parts.database) == 1
    assert len(market.get("/v1/cases").json()["cases"]) == 1


@pytest.mark.parametrize("decision", ["allow", "hold"])
def test_verdicts_are_counted(door: Market, decision: DecisionName) -> None:
    text = {"allow": INNOCENT, "hold": OFFER}[decision]
    door.tell("/v1/scans", {"text": text})
    counted = rf'inbounds_verdicts_total{{call="scan",.*decision="{decision}",.*}} 1\.0'
    assert re.search(counted, door.get("/metrics").text)
