"""What webhooks say of a decision: enough for the marketplace to act on it without asking."""

from __future__ import annotations

from datetime import timedelta

from store import appeals, decisions
from tests.worker.posting import Post, Receiver

LEASE = timedelta(minutes=15)


def test_decision_brings_notice_strike_and_standing_and_undo_takes_them_back(
    post: Post, receiver: Receiver
) -> None:
    case_id = post.judge()
    with post.database.begin() as connection:
        decisions.decide(
            connection, case_id, action="refuse", by="mona", reason="contact", now=post.now
        )
    post.send_all()
    decided = receiver.events[-1]["data"]
    assert decided["sender"] == "frank"
    (reason,) = decided["notice"]["reasons"]
    assert (decided["notice"]["language"], reason["category"]) == ("en", "contact.email")
    assert decided["strike"] == {
        "ladder": "circumvention",
        "step": 1,
        "brings": "teach",
        "expires_at": "2026-05-30T12:00:00Z",
    }
    circumvention, scam = decided["standing"]
    assert (circumvention["step"], circumvention["next"]) == (1, "warn")
    assert (scam["step"], scam["current"], scam["next"]) == (0, None, "suspend")
    with post.database.begin() as connection:
        decisions.undo(connection, case_id, by="mona", lease=LEASE, now=post.now)
    post.send_all()
    undone = receiver.events[-1]["data"]
    assert [one["step"] for one in undone["standing"]] == [0, 0]
    assert "notice" not in undone


def test_decision_for_the_sender_brings_none(post: Post, receiver: Receiver) -> None:
    case_id = post.judge()
    with post.database.begin() as connection:
        decisions.decide(connection, case_id, action="allow", by="mona", now=post.now)
    post.send_all()
    told = receiver.events[-1]["data"]
    assert (told["notice"], told["strike"]) == (None, None)


def test_answer_to_an_appeal_is_told_after_the_decision_and_so_is_its_end(
    post: Post, receiver: Receiver
) -> None:
    case_id = post.judge()
    with post.database.begin() as connection:
        first = decisions.decide(connection, case_id, action="refuse", by="mona", now=post.now)
        made = appeals.appeal(connection, "m-1", sender="frank", text="why?", now=post.now)
        answer = decisions.decide(connection, case_id, action="allow", by="nils", now=post.now)
    post.send_all()
    assert [event["type"] for event in receiver.events[-2:]] == ["case.decided", "appeal.decided"]
    told = receiver.events[-1]["data"]
    assert (told["message_id"], told["case_id"], told["by"]) == ("m-1", case_id, "nils")
    assert (told["appeal_id"], told["outcome"]) == (made.id, "overturned")
    assert (told["against"], told["decision_id"]) == (first.id, answer.id)
    assert [one["step"] for one in told["standing"]] == [0, 0]
    assert "why?" not in str(receiver.heard)
    with post.database.begin() as connection:
        decisions.undo(connection, case_id, by="nils", lease=LEASE, now=post.now)
    post.send_all()
    undone = receiver.events[-1]
    assert (undone["type"], undone["data"]["undoes"]) == ("case.undone", answer.id)
