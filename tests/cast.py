"""The fixed cast: Frank freelances, Clara is the client, Sam spams, Mona and Nils moderate."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from scanner.message import Context, Message
from scanner.verdict import (
    CATEGORIES,
    Category,
    DecisionName,
    Excuse,
    Finding,
    Otherwise,
    Reason,
    Span,
    Verdict,
    Versions,
)

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ADDRESS = "frank.lance@posteo.de"


def franks_message(id: str = "m-1", text: str = f"mail me: {ADDRESS}", **rest: object) -> Message:
    """Frank gives Clara his address before a contract."""
    given: dict[str, object] = {
        "room": "room-7",
        "sender": "frank",
        "context": Context(sender_role="freelancer"),
    }
    return Message(id=id, text=text, **{**given, **rest})  # type: ignore[arg-type]


def verdict_on(
    text: str, decision: DecisionName = "hold", category: Category = "contact.email"
) -> Verdict:
    """A verdict as the scanner gives it, with one finding that covers the address in the text.

    Where it is not in the text, the finding covers its beginning, and gives no detail.
    """
    is_there = ADDRESS in text
    start = max(0, text.find(ADDRESS))
    finding = Finding(
        category=category,
        source="email",
        spans=(Span(0, start, start + len(ADDRESS)),),
        confidence=0.97,
        type="email" if is_there else None,
        value=ADDRESS if is_there else None,
        read_as=("words for symbols",),
    )
    reason = Reason(
        category=category,
        score=0.97,
        decision=decision,
        threshold=0.8,
        text="gives an email address before a contract",
    )
    return Verdict(
        decision=decision,
        reasons=() if decision == "allow" else (reason,),
        findings=(finding,),
        excuses=(Excuse(finding=finding, reason="test_data", source="test", weight=0.9),),
        scores=dict.fromkeys(CATEGORIES, 0.01) | {category: 0.97},
        failures=(),
        versions=Versions(rulebook="r", policy="p", models="m", views="v"),
        otherwise=(Otherwise(decision="flag", category=category, score=0.97, threshold=0.8),),
        elapsed_ms=1.5,
    )
