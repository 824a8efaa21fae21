"""The sender of a decided message appeals, and somebody else than who decided looks again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from config.settings import Settings
from store.appeals import APPEAL_MAX_LENGTH, APPEAL_WINDOW
from tests.api.conftest import OFFER, Market
from worker.retention import Retention, keep_of

MONA = {"moderator": "Mona"}
NILS = {"moderator": "Nils"}
WHY = "It is the address of the client's shop \ud800, not mine."
TALK = "Shall we begin with the wallabies on the front page?"
FRANK = {"sender": "frank", "text": WHY}


@pytest.fixture
def case_id(market: Market) -> int:
    return send(market)


def send(market: Market, id: str = "m-1") -> int:
    body = {"id": id, "room": "r-1", "sender": "frank", "text": OFFER}
    market.tell("/v1/messages", body)
    market.judge_waiting()
    return int(market.get(f"/v1/messages/{id}").json()["case_id"])


def decide(market: Market, case_id: int, action: str, who: dict[str, str] = MONA) -> Any:
    body = {**who, "action": action, "reason": "contact"}
    return market.tell(f"/v1/cases/{case_id}/decision", body)


def appeal(market: Market, id: str = "m-1", **body: Any) -> Any:
    return market.tell(f"/v1/messages/{id}/appeals", FRANK | body)


def step(market: Market) -> int:
    ladders = market.get("/v1/senders/frank/strikes").json()["ladders"]
    return int(ladders[0]["step"])


def problem(answer: Any) -> str:
    return str(answer.json()["type"].rpartition(":")[2])


# What is refused


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"sender": ""}, "/sender"),
        ({"sender": None}, "/sender"),
        ({"text": ""}, "/text"),
        ({"text": "x" * (APPEAL_MAX_LENGTH + 1)}, "/text"),
        ({"reason": "unfair"}, "/reason"),
    ],
)
def test_unfit_appeal_names_the_place(door: Market, body: dict[str, Any], place: str) -> None:
    answer = appeal(door, **body)
    assert answer.status_code == 422
    assert [fault["place"] for fault in answer.json()["errors"]] == [place]


def test_message_that_is_not_there_cannot_be_appealed(door: Market) -> None:
    assert appeal(door, "nobodys").status_code == 404


def test_only_the_sender_appeals(market: Market, case_id: int) -> None:
    decide(market, case_id, "refuse")
    answer = appeal(market, sender="clara")
    assert (answer.status_code, problem(answer)) == (409, "not-theirs")


def test_nothing_is_appealed_that_was_not_decided_against_the_sender(market: Market) -> None:
    market.tell("/v1/messages", {"id": "fine", "sender": "frank", "text": "Thank you very much!"})
    assert problem(appeal(market, "fine")) == "nothing-to-appeal"
    case_id = send(market)
    assert problem(appeal(market)) == "nothing-to-appeal"
    decide(market, case_id, "escalate")
    assert problem(appeal(market)) == "nothing-to-appeal"
    decide(market, send(market, "m-2"), "allow")
    assert problem(appeal(market, "m-2")) == "nothing-to-appeal"


def test_appeal_comes_too_late_after_half_a_year(market: Market, case_id: int) -> None:
    decide(market, case_id, "refuse")
    moment = datetime.now(UTC) + APPEAL_WINDOW + timedelta(minutes=1)
    market.app.state.parts = replace(market.parts, now=lambda: moment)
    answer = appeal(market)
    assert (answer.status_code, problem(answer)) == (409, "appeal-too-late")


def test_who_decided_first_can_neither_claim_nor_decide_the_appeal(
    market: Market, case_id: int
) -> None:
    decide(market, case_id, "refuse")
    appeal(market)
    claimed = market.tell(f"/v1/cases/{case_id}/claim", MONA)
    assert (claimed.status_code, problem(claimed)) == (409, "decided-first")
    assert problem(decide(market, case_id, "allow")) == "decided-first"
    assert market.tell(f"/v1/cases/{case_id}/undo", MONA).status_code == 409
    assert market.get(f"/v1/cases/{case_id}").json()["state"] == "open"
    assert market.tell(f"/v1/cases/{case_id}/claim", NILS).status_code == 200


def test_appeal_is_not_passed_on_without_an_answer(market: Market, case_id: int) -> None:
    decide(market, case_id, "refuse")
    appeal(market)
    answer = decide(market, case_id, "escalate", NILS)
    assert (answer.status_code, problem(answer)) == (409, "unanswered")
    assert market.get("/v1/messages/m-1").json()["appeal"]["state"] == "open"


# What is done


def test_appeal_opens_the_case_and_shows_the_first_decision(market: Market, case_id: int) -> None:
    decide(market, case_id, "refuse")
    made = appeal(market).json()
    assert (made["case_id"], made["state"], made["outcome_id"]) == (case_id, "open", None)
    case = market.get(f"/v1/cases/{case_id}").json()
    assert (case["state"], case["appeal_id"], case["barred"]) == ("open", made["id"], "Mona")
    assert (case["appeals"][0]["text"], case["decisions"][0]["action"]) == (WHY, "refuse")
    listed = market.get("/v1/cases", params={"appealed": True}).json()["cases"]
    assert [one["id"] for one in listed] == [case_id]
    assert market.get("/v1/cases", params={"appealed": False}).json()["cases"] == []


def test_same_appeal_again_is_the_first_one(market: Market, case_id: int) -> None:
    decide(market, case_id, "bounce")
    first = appeal(market).json()
    assert appeal(market, text="and another thing").json() == first
    decide(market, case_id, "bounce", NILS)
    answered = appeal(market).json()
    assert (answered["id"], answered["state"]) == (first["id"], "upheld")
    assert market.get(f"/v1/cases/{case_id}").json()["state"] == "decided"


@pytest.mark.parametrize(
    ("first", "then", "outcome", "steps"),
    [
        ("refuse", "refuse", "upheld", 1),
        ("refuse", "bounce", "upheld", 1),
        ("refuse", "mask", "overturned", 0),
        ("bounce", "allow", "overturned", 0),
        ("mask", "mask", "upheld", 0),
        ("mask", "allow", "overturned", 0),
    ],
)
def test_answer_overturns_what_it_lets_through_and_takes_the_strike_back(
    market: Market, case_id: int, first: str, then: str, outcome: str, steps: int
) -> None:
    decide(market, case_id, first)
    appeal(market)
    assert decide(market, case_id, then, NILS).status_code == 200
    told = market.get("/v1/messages/m-1").json()["appeal"]
    assert (told["state"], told["outcome_id"] is not None) == (outcome, True)
    assert step(market) == steps
    case = market.get(f"/v1/cases/{case_id}").json()
    assert (case["action"], case["appeal_id"], case["barred"]) == (then, None, None)


def test_answer_that_is_undone_leaves_the_appeal_waiting_for_the_same_people(
    market: Market, case_id: int
) -> None:
    decide(market, case_id, "refuse")
    appeal(market)
    decide(market, case_id, "allow", NILS)
    assert market.tell(f"/v1/cases/{case_id}/undo", NILS).status_code == 200
    case = market.get(f"/v1/cases/{case_id}").json()
    assert (case["appeals"][0]["state"], case["barred"]) == ("open", "Mona")
    decide(market, case_id, "refuse", NILS)
    assert market.get("/v1/messages/m-1").json()["appeal"]["state"] == "upheld"
    assert step(market) == 1


def test_another_decision_after_a_report_can_be_appealed_anew(market: Market, case_id: int) -> None:
    decide(market, case_id, "refuse")
    first = appeal(market).json()
    decide(market, case_id, "allow", NILS)
    market.tell("/v1/messages/m-1/reports", {"reporter": "clara", "reason": "scam"})
    decide(market, case_id, "refuse", NILS)
    second = appeal(market).json()
    assert (second["id"] > first["id"], second["state"]) == (True, "open")
    assert market.get(f"/v1/cases/{case_id}").json()["barred"] == "Nils"


# When its time is over


def later(market: Market, days: int, **keep: timedelta) -> None:
    """A worker takes out what was kept for its time, so many days later, and the clock stays."""
    moment = datetime.now(UTC) + timedelta(days=days)
    Retention(market.parts.database, keep_of(Settings(**keep)), now=lambda: moment).run_once()
    market.app.state.parts = replace(market.parts, now=lambda: moment)


def test_appeal_to_a_message_whose_text_is_gone_is_refused_and_says_why(
    market: Market, case_id: int
) -> None:
    decide(market, case_id, "refuse")
    later(market, 31, keep_cases=timedelta(days=30))
    answer = appeal(market)
    assert (answer.status_code, problem(answer)) == (409, "text-gone")
    assert "its text was removed" in answer.json()["detail"]
    assert WHY not in answer.text
    assert market.get("/v1/messages/m-1").json()["appeal"] is None
    assert market.get(f"/v1/cases/{case_id}").json()["state"] == "decided"


def test_appeal_that_came_in_time_is_answered_after_the_text_is_gone(
    market: Market, case_id: int
) -> None:
    decide(market, case_id, "refuse")
    made = appeal(market).json()
    later(market, 191)
    told = market.get("/v1/messages/m-1").json()
    assert (told["text_removed"], told["appeal"]["state"]) == ("retention", "open")
    case = market.get(f"/v1/cases/{case_id}").json()
    assert (case["appeal_id"], case["barred"], case["text"]) == (made["id"], "Mona", "")
    assert case["appeals"][0]["text"] is None
    assert appeal(market).json()["id"] == made["id"]
    assert problem(decide(market, case_id, "allow")) == "decided-first"
    assert decide(market, case_id, "allow", NILS).status_code == 200
    assert market.get("/v1/messages/m-1").json()["appeal"]["state"] == "overturned"


def test_appeal_stays_open_with_its_words_when_the_other_side_is_erased(market: Market) -> None:
    market.tell("/v1/messages", {"id": "c-1", "room": "r-1", "sender": "clara", "text": TALK})
    market.tell(
        "/v1/scans",
        {
            "id": "m-1",
            "room": "r-1",
            "sender": "frank",
            "text": OFFER,
            "history": [{"sender_role": "client", "text": TALK}],
        },
    )
    case_id = market.get("/v1/messages/m-1").json()["case_id"]
    decide(market, case_id, "refuse")
    made = appeal(market).json()
    assert market.delete("/v1/senders/clara").json()["copies"] == 1
    case = market.get(f"/v1/cases/{case_id}")
    assert TALK not in case.text
    assert (case.json()["text"], case.json()["appeals"][0]["text"]) == (OFFER, WHY)
    assert (case.json()["appeal_id"], case.json()["state"]) == (made["id"], "open")
    assert decide(market, case_id, "refuse", NILS).status_code == 200
    assert market.get("/v1/messages/m-1").json()["appeal"]["state"] == "upheld"
