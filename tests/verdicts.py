"""Messages and verdicts for the tests of what keeps and moves them."""

from __future__ import annotations

from datetime import UTC, datetime

from scanner.message import Context, Message
from scanner.verdict import (
    CATEGORIES,
    DecisionName,
    Excuse,
    Failure,
    Finding,
    Otherwise,
    Reason,
    Span,
    Verdict,
    Versions,
)

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SECRET = "frank.secret@example.org"


def message(id: str = "m-1", text: str = "the logo is ready", **fields: object) -> Message:
    """A message of Frank's before a contract."""
    told = {"room": "room-1", "sender": "frank", "context": Context(sender_role="freelancer")}
    return Message(id=id, text=text, **{**told, **fields})  # type: ignore[arg-type]


def verdict(decision: DecisionName = "hold", *, value: str | None = SECRET) -> Verdict:
    """A verdict with one of everything, unless it allows."""
    versions = Versions(rulebook="r", policy="p", models="m", views="v")
    scores = dict.fromkeys(CATEGORIES, 0.0)
    if decision == "allow":
        return Verdict(
            decision="allow",
            reasons=(),
            findings=(),
            excuses=(),
            scores=scores,
            failures=(),
            versions=versions,
        )
    finding = Finding(
        category="contact.email",
        source="email",
        spans=(Span(-1, 0, 4), Span(0, 3, 9)),
        confidence=0.97,
        type="email",
        value=value,
        read_as=("words-for-symbols",),
    )
    dropped = Finding(
        category="contact.phone", source="phone", spans=(Span(0, 0, 2),), confidence=0.5, value="+1"
    )
    return Verdict(
        decision=decision,
        reasons=(
            Reason(
                category="contact.email", score=0.97, decision=decision, threshold=0.8, text="why"
            ),
        ),
        findings=(finding,),
        excuses=(
            Excuse(
                finding=dropped, reason="test data", source="t", weight=0.0, spans=(Span(0, 0, 2),)
            ),
        ),
        scores={**scores, "contact.email": 0.97},
        failures=(Failure("classify", "ValueError"),),
        versions=versions,
        otherwise=(
            Otherwise(decision="allow", category="contact.email", score=0.97, threshold=0.5),
        ),
        elapsed_ms=1.5,
    )
