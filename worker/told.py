"""What the sender is told of a moderator's decision, and where they stand by it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from scanner.notice import FALLBACK, notices_after
from scanner.verdict import Verdict
from scanner.wire import notice_record
from store.decisions import Decision
from store.strikes import Standing

TOLD = ("mask", "bounce", "refuse")  # the actions that a sender has to be given a reason for


def notice_of(
    decision: Decision, verdict: Verdict | None, *, language: str | None
) -> dict[str, Any] | None:
    """The notice for the sender as plain JSON values; None where they have nothing to be told."""
    if decision.action not in TOLD:
        return None
    told = notices_after(verdict, decision.reason, language=language or FALLBACK)
    return notice_record(told)


def instant(at: datetime) -> str:
    """A moment in UTC as webhooks tell it."""
    return at.isoformat().replace("+00:00", "Z")


def standing_record(standings: Sequence[Standing]) -> list[dict[str, Any]]:
    """Where a sender stands on each ladder, as plain JSON values."""
    return [
        {
            "ladder": one.ladder.name,
            "strikes": one.strikes,
            "step": one.place,
            "current": one.current,
            "next": one.following,
            "next_expiry": None if one.next_expiry is None else instant(one.next_expiry),
        }
        for one in standings
    ]
