"""Keys are held to their rate, tell when they were used, and can be ended."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from api.callers import BURST, Rates
from store import log
from store.keys import SCOPES, ApiKey, create_key
from tests.api.conftest import Market


def make_key(market: Market, **given: Any) -> dict[str, str]:
    with market.parts.database.begin() as connection:
        given = {"name": "other", "scopes": ["scan"], "now": datetime.now(UTC), **given}
        return {"authorization": f"Bearer {create_key(connection, **given)}"}


def test_key_that_asks_too_fast_is_told_when_to_come_back(door: Market) -> None:
    slow = make_key(door, rate_per_minute=12)
    answers = [door.tell("/v1/previews", {"text": "hello"}, **slow) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 429, 429]
    assert answers[-1].json()["type"] == "urn:inbounds:problem:rate-limited"
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 5
    assert door.tell("/v1/previews", {"text": "hello"}).status_code == 200


def test_rate_comes_back_with_time_and_no_more_than_a_burst_of_it() -> None:
    clock = [0.0]
    rates = Rates(per_minute=60, clock=lambda: clock[0])
    caller = ApiKey(1, "shop", frozenset({"scan"}))

    def heard() -> int:
        count = 0
        while rates.wait(caller) is None:
            count += 1
        return count

    assert heard() == BURST.total_seconds()
    assert rates.wait(caller) == pytest.approx(1.0)
    clock[0] += 3
    assert heard() == 3
    clock[0] += 1_000
    assert heard() == BURST.total_seconds()
    assert rates.wait(ApiKey(2, "other", frozenset({"scan"}))) is None
    assert rates.wait(ApiKey(3, "rare", frozenset({"scan"}), rate_per_minute=1)) is None
    assert rates.wait(ApiKey(3, "rare", frozenset({"scan"}), rate_per_minute=1)) == 60


def test_last_use_is_kept_without_a_request_that_waits_for_it(market: Market) -> None:
    def last_used() -> dict[str, str | None]:
        told = market.get("/v1/keys").json()["keys"]
        return {key["name"]: key["last_used_at"] for key in told}

    make_key(market)
    assert last_used() == {"marketplace": None, "other": None}
    market.parts.callers.keep_uses()
    used = last_used()
    assert used["marketplace"] is not None
    assert used["other"] is None


def test_last_use_that_cannot_be_written_is_written_later(door: Market) -> None:
    callers, database = door.parts.callers, door.parts.database
    door.get("/v1/keys")
    with database.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE api_keys RENAME TO hidden")
    with pytest.raises(OperationalError):
        callers.keep_uses()
    with database.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE hidden RENAME TO api_keys")
    callers.keep_uses()
    assert door.get("/v1/keys").json()["keys"][0]["last_used_at"] is not None


def test_key_is_revoked_over_http_and_the_log_says_by_which(market: Market) -> None:
    make_key(market)
    told = market.get("/v1/keys").json()["keys"]
    assert {tuple(key["scopes"]) for key in told} == {SCOPES, ("scan",)}
    (id,) = (key["id"] for key in told if key["name"] == "other")
    assert market.delete(f"/v1/keys/{id}").json()["revoked_at"] is not None
    assert market.delete(f"/v1/keys/{id}").status_code == 404
    assert market.delete("/v1/keys/999").status_code == 404
    with market.parts.database.read() as connection:
        last = log.read(connection, subject="key:other")[-1]
    assert (last.event, last.actor) == ("key.revoked", "key:marketplace")


def test_log_says_through_which_key_a_moderator_acted(market: Market) -> None:
    case_id = market.tell("/v1/scans", {"text": "mail me: jane.roe@gmail.com"}).json()["case_id"]
    market.tell(f"/v1/cases/{case_id}/claim", {"moderator": "Mona"})
    with market.parts.database.read() as connection:
        entries = log.read(connection, subject=f"case:{case_id}")
    (claimed,) = (entry for entry in entries if entry.event == "case.claimed")
    assert claimed.actor == "Mona"
    assert json.loads(claimed.details)["via"] == "key:marketplace"


def test_who_reads_a_case_or_a_verdict_stands_in_the_log_unless_they_sent_it(
    market: Market,
) -> None:
    offer = {"id": "m-1", "text": "mail me: jane.roe@gmail.com"}
    case_id = market.tell("/v1/scans", offer).json()["case_id"]
    desk = make_key(market, name="desk", scopes=["read"])

    def reads() -> list[tuple[str, str, str]]:
        with market.parts.database.read() as connection:
            entries = log.read(connection)
        return [(e.actor, e.event, e.subject) for e in entries if e.event.endswith(".read")]

    assert market.get("/v1/messages/m-1").status_code == 200
    assert market.get("/v1/cases", headers=desk).status_code == 200
    assert reads() == []
    market.get(f"/v1/cases/{case_id}")
    market.get("/v1/messages/m-1", headers=desk)
    assert reads() == [
        ("key:marketplace", "case.read", f"case:{case_id}"),
        ("key:desk", "message.read", "message:1"),
    ]
