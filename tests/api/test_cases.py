"""The moderators' queue for those who bring their own screen: Mona and Nils work on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from store.decisions import UNDO_WINDOW
from tests.api.conftest import INNOCENT, OFFER, Market

MONA = {"moderator": "Mona"}
NILS = {"moderator": "Nils"}


@pytest.fixture
def case_id(market: Market) -> int:
    body = {"id": "m-1", "room": "r-1", "sender": "frank", "text": OFFER}
    return int(market.tell("/v1/scans", body).json()["case_id"])


def act(market: Market, case_id: int, verb: str, **body: Any) -> Any:
    return market.tell(f"/v1/cases/{case_id}/{verb}", body)


def later(market: Market, by: timedelta) -> None:
    """The calls that follow come that much later."""
    moment = datetime.now(UTC) + by
    market.app.state.parts = replace(market.parts, now=lambda: moment)


def listed(market: Market, **query: Any) -> list[str]:
    answer = market.get("/v1/cases", params=query)
    assert answer.status_code == 200, answer.text
    return [case["message_id"] for case in answer.json()["cases"]]


# What is refused


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("state=shut", "state.0"),
        ("decision=maybe", "decision"),
        ("category=contact", "category"),
        ("surface=letter", "surface"),
        ("contract=", "contract"),
        ("sender=a%00b", "sender"),
        ("claimed_by=a%0ab", "claimed_by"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=many", "limit"),
        ("after=2.5", "after"),
        ("after=nan_1", "after"),
        ("after=1_" + "9" * 19, "after"),
        ("order=oldest", "order"),
    ],
)
def test_unknown_filters_and_values_are_refused(door: Market, query: str, place: str) -> None:
    answer = door.get(f"/v1/cases?{query}")
    assert answer.status_code == 422
    (fault,) = answer.json()["errors"]
    assert (fault["in"], fault["place"]) == ("query", place)


@pytest.mark.parametrize("id", ["0", "-1", "x", "1.5", str(2**63), "9" * 400])
def test_case_number_that_cannot_be_is_refused(door: Market, id: str) -> None:
    assert door.get(f"/v1/cases/{id}").status_code == 422
    assert door.tell(f"/v1/cases/{id}/claim", MONA).status_code == 422


@pytest.mark.parametrize("verb", ["claim", "decision", "undo"])
def test_unknown_case_is_not_found(market: Market, verb: str) -> None:
    body = MONA | ({"action": "allow"} if verb == "decision" else {})
    assert act(market, 2**62, verb, **body).status_code == 404


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"action": "allow"}, "/moderator"),
        ({"moderator": "", "action": "allow"}, "/moderator"),
        ({"moderator": "Mo\nna", "action": "allow"}, "/moderator"),
        ({"moderator": "M" * 101, "action": "allow"}, "/moderator"),
        (MONA, "/action"),
        (MONA | {"action": "undo"}, "/action"),
        (MONA | {"action": "allow", "reason": "r" * 33}, "/reason"),
        (MONA | {"action": "allow", "note": "n" * 2_001}, "/note"),
        (MONA | {"action": "allow", "note": "a\x00b"}, "/note"),
        (MONA | {"action": "allow", "id": 2}, "/id"),
    ],
)
def test_unfit_decision_names_the_place(door: Market, body: dict[str, Any], place: str) -> None:
    case_id = door.tell("/v1/scans", {"text": OFFER}).json()["case_id"]
    answer = act(door, case_id, "decision", **body)
    assert answer.status_code == 422
    assert [fault["place"] for fault in answer.json()["errors"]] == [place]
    assert door.get(f"/v1/cases/{case_id}").json()["state"] == "open"


def test_case_in_other_hands_can_be_neither_claimed_nor_decided(
    market: Market, case_id: int
) -> None:
    act(market, case_id, "claim", **MONA)
    for verb, body in (("claim", NILS), ("decision", NILS | {"action": "allow"})):
        answer = act(market, case_id, verb, **body)
        assert answer.status_code == 409
        assert answer.json()["type"] == "urn:inbounds:problem:claimed-by-other"
        assert "Mona" in answer.json()["detail"]


def test_decided_case_is_not_decided_again(market: Market, case_id: int) -> None:
    act(market, case_id, "decision", **MONA, action="refuse")
    for verb, body in (("claim", MONA), ("decision", NILS | {"action": "allow"})):
        answer = act(market, case_id, verb, **body)
        assert answer.status_code == 409
        assert answer.json()["type"] == "urn:inbounds:problem:already-decided"


def test_only_who_decided_may_undo_and_not_for_long(market: Market, case_id: int) -> None:
    assert act(market, case_id, "undo", **MONA).status_code == 409
    act(market, case_id, "decision", **MONA, action="refuse")
    assert act(market, case_id, "undo", **NILS).status_code == 409
    later(market, UNDO_WINDOW + timedelta(seconds=10))
    answer = act(market, case_id, "undo", **MONA)
    assert answer.status_code == 409
    assert answer.json()["type"] == "urn:inbounds:problem:undo-too-late"


# What is done


def test_case_is_claimed_decided_and_undone(market: Market, case_id: int) -> None:
    claimed = act(market, case_id, "claim", **MONA).json()
    assert (claimed["state"], claimed["claimed_by"]) == ("claimed", "Mona")
    decided = act(
        market, case_id, "decision", **MONA, action="refuse", reason="contact.email", note="Nope."
    ).json()
    assert (decided["state"], decided["action"]) == ("decided", "refuse")
    assert decided["decided_at"] is not None
    undone = act(market, case_id, "undo", **MONA).json()
    assert (undone["state"], undone["claimed_by"], undone["action"]) == ("claimed", "Mona", None)
    history = market.get(f"/v1/cases/{case_id}").json()["decisions"]
    assert [(one["action"], one["by"]) for one in history] == [("refuse", "Mona"), ("undo", "Mona")]
    assert (history[0]["reason"], history[0]["note"]) == ("contact.email", "Nope.")
    assert history[1]["undoes"] == history[0]["id"]


def test_claim_runs_out(market: Market, case_id: int) -> None:
    act(market, case_id, "claim", **MONA)
    later(market, market.parts.settings.claim_lease + timedelta(seconds=10))
    assert market.get(f"/v1/cases/{case_id}").json()["state"] == "open"
    assert act(market, case_id, "claim", **NILS).json()["claimed_by"] == "Nils"


def test_case_shows_the_text_the_room_and_the_proof(market: Market) -> None:
    here = {"room": "r-1", "sender": "frank"}
    market.tell("/v1/scans", here | {"id": "m-1", "text": "When do we start?"})
    case_id = market.tell("/v1/scans", here | {"id": "m-2", "text": OFFER}).json()["case_id"]
    case = market.get(f"/v1/cases/{case_id}").json()
    assert (case["text"], case["room"], case["sender"]) == (OFFER, "r-1", "frank")
    assert [earlier["text"] for earlier in case["history"]] == ["When do we start?"]
    (span,) = case["verdict"]["findings"][0]["spans"]
    assert case["text"][span["start"] : span["end"]] == case["verdict"]["findings"][0]["value"]


def test_list_is_narrowed_by_every_filter(market: Market) -> None:
    market.tell("/v1/scans", {"id": "m-0", "text": INNOCENT})
    market.tell("/v1/scans", {"id": "m-1", "sender": "frank", "text": OFFER})
    proposal = {"surface": "proposal", "contract": "offered"}
    market.tell("/v1/scans", {"id": "m-2", "text": "+49 30 901820, call me", "context": proposal})
    ids = {case["message_id"]: case["id"] for case in market.get("/v1/cases").json()["cases"]}
    assert set(ids) == {"m-1", "m-2"}
    assert listed(market, sender="frank") == ["m-1"]
    assert listed(market, category="contact.phone") == ["m-2"]
    assert listed(market, surface="proposal", contract="offered") == ["m-2"]
    assert listed(market, decision="allow") == []
    act(market, ids["m-1"], "claim", **MONA)
    assert listed(market, claimed_by="Mona") == ["m-1"]
    assert listed(market, state="open") == ["m-2"]
    act(market, ids["m-2"], "decision", **MONA, action="allow")
    assert listed(market, state="decided") == ["m-2"]
    assert set(listed(market, state=["decided", "claimed"])) == {"m-1", "m-2"}


def test_pages_follow_each_other_and_show_every_case_once(market: Market) -> None:
    for number in range(5):
        market.tell("/v1/scans", {"id": f"m-{number}", "text": OFFER})
    market.tell("/v1/messages/m-4/reports", {"reporter": "clara", "reason": "scam"})
    whole = listed(market)
    paged: list[str] = []
    after: dict[str, str] = {}
    for _ in range(4):
        page = market.get("/v1/cases", params={"limit": 2, **after}).json()
        paged += [case["message_id"] for case in page["cases"]]
        if page["next"] is None:
            break
        after = {"after": page["next"]}
    assert paged == whole
    assert sorted(whole) == [f"m-{number}" for number in range(5)]
