"""What a decision brings its sender, as the marketplace is told: notice, strike and standing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import OFFER, Market

MONA = {"moderator": "Mona"}
FRENCH = "Bonjour, écrivez-moi plutôt directement à jane.roe@gmail.com, merci beaucoup !"


def send(market: Market, id: str, text: str = OFFER) -> int:
    body = {"id": id, "room": "r-1", "sender": "frank", "text": text}
    market.tell("/v1/messages", body)
    market.judge_waiting()
    return int(market.get(f"/v1/messages/{id}").json()["case_id"])


def decide(market: Market, case_id: int, action: str, reason: str | None) -> dict[str, Any]:
    body = MONA | {"action": action, "reason": reason}
    assert market.tell(f"/v1/cases/{case_id}/decision", body).status_code == 200
    last: dict[str, Any] = market.get(f"/v1/cases/{case_id}").json()["decisions"][-1]
    return last


def standing(market: Market, sender: str = "frank") -> dict[str, Any]:
    answer = market.get(f"/v1/senders/{sender}/strikes").json()
    assert answer["sender"] == sender
    return {one["ladder"]: one for one in answer["ladders"]}


@pytest.mark.parametrize("action", ["allow", "escalate"])
def test_sender_is_told_nothing_where_nothing_was_done_to_them(market: Market, action: str) -> None:
    decided = decide(market, send(market, "m-1"), action, "contact.email")
    assert (decided["notice"], decided["strike"]) == (None, None)
    assert standing(market)["circumvention"]["step"] == 0


def test_somebody_who_never_wrote_stands_on_no_step(door: Market) -> None:
    for ladder in standing(door, "nobody").values():
        assert (ladder["strikes"], ladder["current"], ladder["violations"]) == (0, None, [])


def test_id_that_nobody_can_have_is_refused(door: Market) -> None:
    assert door.get("/v1/senders/a%00b/strikes").status_code == 422


def test_first_circumvention_teaches_and_the_second_is_a_strike(market: Market) -> None:
    first = decide(market, send(market, "m-1"), "refuse", "contact.email")
    assert (first["strike"]["step"], first["strike"]["brings"]) == (1, "teach")
    second = decide(market, send(market, "m-2"), "bounce", None)
    assert (second["strike"]["step"], second["strike"]["brings"]) == (2, "warn")
    ladder = standing(market)["circumvention"]
    assert (ladder["strikes"], ladder["step"], ladder["current"]) == (1, 2, "warn")
    assert (ladder["next"], len(ladder["violations"])) == ("limit", 2)
    assert ladder["next_expiry"] == first["strike"]["expires_at"]


def test_undo_takes_the_strike_back_and_says_when(market: Market) -> None:
    case_id = send(market, "m-1")
    decide(market, case_id, "refuse", "scam")
    assert standing(market)["scam"]["current"] == "suspend"
    market.tell(f"/v1/cases/{case_id}/undo", MONA)
    assert standing(market)["scam"]["step"] == 0
    refused, undone = market.get(f"/v1/cases/{case_id}").json()["decisions"]
    assert refused["strike"]["ended_at"] is not None
    assert (undone["strike"], undone["notice"]) == (None, None)


def test_notice_is_in_the_language_of_the_message_and_about_the_reason(market: Market) -> None:
    notice = decide(market, send(market, "m-1", FRENCH), "mask", "contact.email")["notice"]
    assert notice["language"] == "fr"
    (reason,) = notice["reasons"]
    assert (reason["category"], len(reason["where"])) == ("contact.email", 1)
    other = decide(market, send(market, "m-2", FRENCH), "refuse", "scam")["notice"]
    (reason,) = other["reasons"]
    assert (reason["category"], reason["where"]) == ("scam", [])
