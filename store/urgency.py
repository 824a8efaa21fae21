"""How urgent a case is: harm × waiting time × stage, as a moment that an index can sort. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from math import log2
from typing import Final

from scanner.message import Context
from scanner.verdict import Category, DecisionName, Verdict

HARM: dict[Category, float] = {  # how bad it is to get through, beside an email address
    "scam": 4.0,
    "payment.account": 2.0,
    "payment.offplatform": 2.0,
    "spam": 1.5,
    "contact.email": 1.0,
    "contact.phone": 1.0,
    "contact.handle": 1.0,
    "contact.link": 1.0,
    "contact.request": 0.6,
    "contact.pointer": 0.6,
    "contact.meeting": 0.4,
}
REPORT_HARM = 1.5  # somebody minded enough to say so
WAITING_SENDER = 2.0  # a held message keeps two people waiting, a flagged one nobody
BEFORE_CONTRACT = 1.5  # newcomers to each other have the most to lose

DOUBLING = timedelta(minutes=30)  # of waiting make a case twice as urgent; docs/decisions/0019
PRIORITY_MIN = 2.0**-10  # a score near zero puts a case last, not before the beginning of time

DUE_WITHIN: Final[Mapping[DecisionName | None, timedelta]] = {
    "hold": timedelta(minutes=15),  # somebody waits to be heard
    "flag": timedelta(hours=4),  # it was delivered; half a shift
    "allow": timedelta(hours=1),  # reported after it was allowed: we may have been wrong
    None: timedelta(hours=1),  # reported and not judged yet
}


def priority(verdict: Verdict | None, context: Context) -> float:
    """Harm × who is kept waiting × stage; the harm is that of the worst reason, by its score."""
    harm = REPORT_HARM
    if verdict is not None and verdict.reasons:
        harm = max(HARM[reason.category] * reason.score for reason in verdict.reasons)
    kept_waiting = WAITING_SENDER if verdict and verdict.decision == "hold" else 1.0
    return harm * kept_waiting * (BEFORE_CONTRACT if context.is_before_contract else 1.0)


def counts_from(priority: float, opened_at: datetime) -> datetime:
    """The moment that the queue is sorted by: the earlier, the more urgent, now and at any time.

    Urgency is priority × 2 ** (waiting / DOUBLING). Its logarithm falls by the same amount for all
    cases while time goes by, so that the order never changes by itself: a case counts as if it had
    been opened earlier, by DOUBLING for each time that its priority doubles.
    """
    return opened_at - DOUBLING * log2(max(priority, PRIORITY_MIN))


def due_at(decision: DecisionName | None, opened_at: datetime) -> datetime:
    """Until when somebody should have decided."""
    return opened_at + DUE_WITHIN[decision]
