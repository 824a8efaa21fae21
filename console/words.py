"""How the pages name things to the people who work with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from scanner.ladders import LadderName, Step
from scanner.message import Contract, Surface
from scanner.verdict import Category, DecisionName
from store.appeals import AppealState
from store.content import Removal
from store.users import Role

CATEGORY: dict[Category, str] = {
    "contact.email": "Email address",
    "contact.phone": "Phone number",
    "contact.handle": "Messenger or social handle",
    "contact.link": "Contact link",
    "contact.meeting": "Meeting link",
    "contact.request": "Asks to meet elsewhere",
    "contact.pointer": "Points to a contact detail",
    "payment.offplatform": "Payment outside",
    "payment.account": "Payment account",
    "spam": "Spam",
    "scam": "Scam",
}

DECISION: dict[DecisionName, str] = {"allow": "Allowed", "flag": "Flagged", "hold": "Held"}

DECISION_MEANS: dict[DecisionName, str] = {
    "allow": "delivered",
    "flag": "delivered, and somebody looks",
    "hold": "waits for a moderator",
}

REMOVED: dict[Removal, str] = {
    "retention": "The text was removed: the time for which it is kept is over.",
    "erasure": "The text was removed: its sender's data were erased.",
}

STAGE: dict[Contract, str] = {
    "none": "Before a contract",
    "offered": "Offer not accepted yet",
    "active": "In a contract",
    "ended": "After a contract",
}

SURFACE: dict[Surface, str] = {
    "message": "Message",
    "proposal": "Proposal",
    "job_post": "Job post",
    "direct_message": "First contact",
    "invitation": "Invitation",
    "attachment": "Attachment",
}

ACTION = {  # what was done, as a line of the record says it
    "allow": "Allowed",
    "mask": "Masked and delivered",
    "bounce": "Sent back to the sender",
    "refuse": "Refused",
    "escalate": "Escalated",
    "undo": "Undone",
}

SHORT_ACTION = {  # at the head of a narrow column
    "allow": "Allowed",
    "mask": "Masked",
    "bounce": "Bounced",
    "refuse": "Refused",
    "escalate": "Escalated",
}

REASON = {
    "contact": "Contact detail",
    "payment": "Payment outside",
    "spam": "Spam",
    "scam": "Scam",
    "inappropriate": "Inappropriate",
    "innocent": "Nothing wrong with it",
    "access": "Needed for access to the work",
    "unclear": "Not clear, somebody else should look",
}

REPORT_REASON = {
    "spam": "spam",
    "scam": "scam",
    "inappropriate": "inappropriate",
    "circumvention": "moving away from here",
}

LADDER: dict[LadderName, str] = {"circumvention": "Circumvention", "scam": "Scam"}

STEP: dict[Step, str] = {  # what a violation brings, as a consequence of "Refuse" reads
    "teach": "is taught, without a strike",
    "warn": "is warned",
    "limit": "is read before delivery",
    "suspend": "is suspended",
    "close": "has the account closed",
}

APPEAL: dict[AppealState, str] = {
    "open": "Appeal",
    "upheld": "Appeal, upheld",
    "overturned": "Appeal, won by the sender",
}

ROLE: dict[Role, str] = {
    "moderator": "Moderator",
    "lead": "Lead",
    "ts": "Trust and safety",
    "admin": "Admin",
}

AGE = {"15m": "15 min", "1h": "1 hour", "4h": "4 hours", "1d": "1 day"}

PERIOD = {"1d": "24 hours", "7d": "7 days", "30d": "30 days"}

DUE = {"soon": "within 5 min, or late", "late": "late"}

GROUP = {"alike": "nearly the same text", "sender": "the same sender"}


def usual_reason(action: str, category: Category | None) -> str:
    """The reason that fits when the moderator gives none."""
    if action == "allow":
        return "innocent"
    if action == "escalate" or category is None:
        return "unclear"
    return category.partition(".")[0]


def language(code: str | None) -> str:
    """A language by its code, as the filters name it."""
    return "not known" if code is None else code


def category(name: Category | None) -> str:
    """A category as it is told; None is a case that only a report opened."""
    return "Reported by a receiver" if name is None else CATEGORY[name]


def same(name: str) -> str:
    """The name itself."""
    return name


def disguise(name: str) -> str:
    """The name of a disguise in plain words."""
    return name.replace("-", " ").replace("_", " ")


def duration(length: timedelta) -> str:
    """How long, in the two largest units that matter: ``3 h 20 min``. Never below zero."""
    seconds = max(0, int(length.total_seconds()))
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86_400
    if days:
        return f"{days} d {hours % 24} h" if hours % 24 else f"{days} d"
    if hours:
        return f"{hours} h {minutes % 60} min" if minutes % 60 else f"{hours} h"
    return f"{minutes} min" if minutes else f"{seconds} s"


def moment(at: datetime) -> str:
    """Day and time to the minute, in UTC as everywhere."""
    return f"{at:%Y-%m-%d %H:%M} UTC"


def percent(score: float) -> str:
    """A score in [0, 1] with two digits, never rounded up to a certainty that it is not."""
    return f"{min(score, 0.99) if score < 1 else score:.2f}"


def any_of(actions: Sequence[str]) -> str:
    """What may be done, in a sentence: "refused or sent back to the sender"."""
    return " or ".join(ACTION[action].lower() for action in actions)
