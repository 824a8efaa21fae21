"""Whoever asks what is kept on them gets all of it, and nothing of others."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from store import log, reveals
from tests.api.conftest import ADDRESS, INNOCENT, OFFER, Market
from tests.cli.test_admin import inbounds

CLARAS = "a wallaby of Clara's own"


def talk(market: Market) -> int:
    """Frank and Clara talk; Frank's offer is held, reported, read and decided. Its case."""
    mine = {"sender": "frank", "room": "r-1", "context": {"sender_role": "freelancer"}}
    history = [
        {"text": "what I said before", "sender_role": "freelancer"},
        {"text": CLARAS, "sender_role": "client"},
    ]
    market.tell("/v1/scans", {"id": "m-1", "text": INNOCENT, **mine})
    market.tell("/v1/scans", {"id": "c-1", "text": CLARAS, "sender": "clara", "room": "r-1"})
    held = market.tell("/v1/scans", {"id": "m-2", "text": OFFER, "history": history, **mine})
    case_id: int = held.json()["case_id"]
    market.tell("/v1/messages/m-2/reports", {"reporter": "clara", "reason": "circumvention"})
    market.tell("/v1/messages/c-1/reports", {"reporter": "frank", "reason": "spam"})
    market.get(f"/v1/cases/{case_id}")
    with market.parts.database.begin() as connection:
        reveals.reveal(connection, case_id, by="Mona", now=datetime.now(UTC))
    decide = {"moderator": "Mona", "action": "refuse", "note": "the second time"}
    market.tell(f"/v1/cases/{case_id}/decision", decide)
    market.tell("/v1/messages/m-2/appeals", {"sender": "frank", "text": "that is unfair"})
    return case_id


def test_all_that_is_kept_is_told(market: Market) -> None:
    case_id = talk(market)
    told = market.get("/v1/senders/frank").json()
    first, second = told["messages"]
    assert (first["id"], first["text"], first["case"]) == ("m-1", INNOCENT, None)
    assert (second["text"], second["earlier"]) == (OFFER, ["what I said before"])
    assert second["verdict"]["findings"][0]["value"] == ADDRESS
    assert second["reports"][0]["reason"] == "circumvention"
    assert second["case"]["id"] == case_id
    assert [one["text"] for one in second["case"]["appeals"]] == ["that is unfair"]
    assert [one["step"] for one in told["strikes"]] == [1]
    assert second["case"]["decisions"][0]["note"] == "the second time"
    assert [one["details"] for one in second["looked_at"]] == [False, True]
    assert [made["message_id"] for made in told["reports_made"]] == ["c-1"]
    assert told["next"] is None


def test_nothing_is_told_of_others(market: Market) -> None:
    talk(market)
    told = market.get("/v1/senders/frank").text
    assert CLARAS not in told
    assert '"clara"' not in told
    assert "Mona" not in told


def test_many_messages_come_page_by_page(market: Market) -> None:
    for number in range(5):
        body = {"id": f"m-{number}", "text": INNOCENT, "sender": "frank"}
        market.tell("/v1/messages", body)
    found, after = list[str](), 0
    while after is not None:
        page = market.get(f"/v1/senders/frank?limit=2&after={after}").json()
        found += [message["id"] for message in page["messages"]]
        after = page["next"]
    assert found == [f"m-{number}" for number in range(5)]


def test_stranger_has_nothing_and_leaves_no_trace(market: Market) -> None:
    told = market.get("/v1/senders/nobody").json()
    assert told == {
        "sender": "nobody",
        "messages": [],
        "strikes": [],
        "reports_made": [],
        "next": None,
    }
    with market.parts.database.read() as connection:
        assert not [row for row in log.read(connection) if row.event == "sender.exported"]


def test_log_says_who_was_given_it(market: Market) -> None:
    talk(market)
    market.get("/v1/senders/frank")
    with market.parts.database.read() as connection:
        (row,) = (row for row in log.read(connection) if row.event == "sender.exported")
    assert (row.actor, row.details) == ("key:marketplace", '{"messages":2}')
    assert row.subject.startswith("sender:")
    assert "frank" not in row.subject


def test_by_hand_it_is_the_same(market: Market, database_url: str, tmp_path: Path) -> None:
    talk(market)
    path = tmp_path / "frank.json"
    ran = inbounds("export", "frank", "-o", str(path), url=database_url, var_dir=tmp_path)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(path.read_text())
    asked = market.get("/v1/senders/frank").json()
    assert told["schema"] == "inbounds.sender.1"
    assert [one["id"] for one in told["messages"]] == [one["id"] for one in asked["messages"]]
    assert {*told["messages"][0]} == {*asked["messages"][0]}
