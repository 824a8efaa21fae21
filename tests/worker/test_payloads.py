"""What webhooks say of a decision: enough for the marketplace to act on it without asking."""

from __future__ import annotations

from datetime import timedelta

from store import decisions
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
