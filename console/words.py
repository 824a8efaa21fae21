"""How the pages name things to the people who work with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from babel.dates import format_date, format_skeleton, format_time, get_datetime_format
from babel.lists import format_list
from babel.numbers import format_decimal

from config.roles import Role
from console.tongues import N_, Words, gettext, spoken
from scanner.ladders import LadderName, Step
from scanner.message import Contract, Surface
from scanner.message import Role as Person
from scanner.verdict import Category, DecisionName
from store.appeals import AppealState
from store.cases import CaseState
from store.content import Removal
from store.replay import Outcome

CATEGORY: Mapping[Category, str] = Words(
    {
        "contact.email": N_("Email address"),
        "contact.phone": N_("Phone number"),
        "contact.handle": N_("Messenger or social handle"),
        "contact.link": N_("Contact link"),
        "contact.meeting": N_("Meeting link"),
        "contact.request": N_("Asks to meet elsewhere"),
        "contact.pointer": N_("Points to a contact detail"),
        "payment.offplatform": N_("Payment outside"),
        "payment.account": N_("Payment account"),
        "spam": N_("Spam"),
        "scam": N_("Scam"),
    }
)

DECISION: Mapping[DecisionName, str] = Words(
    {"allow": N_("Allowed"), "flag": N_("Flagged"), "hold": N_("Held")}
)

DECISION_MEANS: Mapping[DecisionName, str] = Words(
    {
        "allow": N_("delivered"),
        "flag": N_("delivered, and somebody looks"),
        "hold": N_("waits for a moderator"),
    }
)

REMOVED: Mapping[Removal, str] = Words(
    {
        "retention": N_("The text was removed: the time for which it is kept is over."),
        "erasure": N_("The text was removed: its sender's data were erased."),
    }
)

STAGE: Mapping[Contract, str] = Words(
    {
        "none": N_("Before a contract"),
        "offered": N_("Offer not accepted yet"),
        "active": N_("In a contract"),
        "ended": N_("After a contract"),
    }
)

SURFACE: Mapping[Surface, str] = Words(
    {
        "message": N_("Message"),
        "proposal": N_("Proposal"),
        "job_post": N_("Job post"),
        "direct_message": N_("First contact"),
        "invitation": N_("Invitation"),
        "attachment": N_("Attachment"),
    }
)

ACTION: Mapping[str, str] = Words(
    {  # what was done, as a line of the record says it
        "allow": N_("Allowed"),
        "mask": N_("Masked and delivered"),
        "bounce": N_("Sent back to the sender"),
        "refuse": N_("Refused"),
        "escalate": N_("Escalated"),
        "undo": N_("Undone"),
    }
)

CHOICE: Mapping[str, str] = Words(  # what can be done, as the button says it
    {
        "allow": N_("Allow"),
        "mask": N_("Mask and deliver"),
        "bounce": N_("Bounce"),
        "refuse": N_("Refuse"),
        "escalate": N_("Escalate"),
    }
)

CHOICE_MEANS: Mapping[str, str] = Words(
    {
        "allow": N_("It is delivered as it was written."),
        "mask": N_("What is marked is covered, the rest is delivered."),
        "bounce": N_("It goes back to the sender, who may write it anew."),
        "refuse": N_("It is not delivered."),
        "escalate": N_("Somebody with more say decides."),
    }
)

CHOICE_MEANS_DELIVERED: Mapping[str, str] = Words(
    {  # of a message that the receiver has already
        "allow": N_("It stays as it was written."),
        "mask": N_("What is marked is covered from now on."),
        "bounce": N_("It is taken back, and the sender may write it anew."),
        "refuse": N_("It is taken back."),
        "escalate": N_("Somebody with more say decides."),
    }
)

SHORT_ACTION: Mapping[str, str] = Words(
    {  # at the head of a narrow column
        "allow": N_("Allowed"),
        "mask": N_("Masked"),
        "bounce": N_("Bounced"),
        "refuse": N_("Refused"),
        "escalate": N_("Escalated"),
    }
)

REASON: Mapping[str, str] = Words(
    {
        "contact": N_("Contact detail"),
        "payment": N_("Payment outside"),
        "spam": N_("Spam"),
        "scam": N_("Scam"),
        "inappropriate": N_("Inappropriate"),
        "innocent": N_("Nothing wrong with it"),
        "access": N_("Needed for access to the work"),
        "unclear": N_("Not clear, for somebody else"),
    }
)

REPORT_REASON: Mapping[str, str] = Words(
    {
        "spam": N_("spam"),
        "scam": N_("scam"),
        "inappropriate": N_("inappropriate"),
        "circumvention": N_("moving away from here"),
    }
)

LADDER: Mapping[LadderName, str] = Words({"circumvention": N_("Circumvention"), "scam": N_("Scam")})

STEP: Mapping[Step, str] = Words(
    {  # what a violation brings, as a consequence of "Refuse" reads
        "teach": N_("is taught, without a strike"),
        "warn": N_("is warned"),
        "limit": N_("is read before delivery"),
        "suspend": N_("is suspended"),
        "close": N_("has the account closed"),
    }
)

APPEAL: Mapping[AppealState, str] = Words(
    {
        "open": N_("Appeal"),
        "upheld": N_("Appeal, upheld"),
        "overturned": N_("Appeal, won by the sender"),
    }
)

LABELLED: Mapping[bool | None, str] = Words(
    {  # what was said of a finding
        True: N_("said to be right"),
        False: N_("said to be wrong"),
        None: N_("nothing said of it any more"),
    }
)

ROLE: Mapping[Role, str] = Words(
    {
        "moderator": N_("Moderator"),
        "lead": N_("Lead"),
        "ts": N_("Trust and safety"),
        "admin": N_("Admin"),
    }
)

AGE: Mapping[str, str] = Words(
    {"15m": N_("15 min"), "1h": N_("1 hour"), "4h": N_("4 hours"), "1d": N_("1 day")}
)

PERIOD: Mapping[str, str] = Words({"1d": N_("24 hours"), "7d": N_("7 days"), "30d": N_("30 days")})

OUTCOME: Mapping[Outcome, str] = Words(
    {
        "violation": N_("refused, bounced or masked"),
        "innocent": N_("allowed by a moderator"),
        "undecided": N_("decided by nobody"),
    }
)

DUE: Mapping[str, str] = Words({"soon": N_("within 5 min, or late"), "late": N_("late")})

GROUP: Mapping[str, str] = Words(
    {"alike": N_("nearly the same text"), "sender": N_("the same sender")}
)


STATE: Mapping[CaseState, str] = Words(
    {"open": N_("open"), "claimed": N_("claimed"), "decided": N_("decided")}
)

PERSON: Mapping[Person, str] = Words({"client": N_("Client"), "freelancer": N_("Freelancer")})

FIELD: Mapping[str, str] = Words(  # the filters, as a preview tells of them
    {
        "decision": N_("Decision"),
        "category": N_("Category"),
        "language": N_("Language"),
        "surface": N_("Place"),
        "contract": N_("Stage"),
        "age": N_("Older than"),
        "due": N_("Due"),
        "state": N_("State"),
        "sender": N_("Sender"),
        "holder": N_("With"),
        "mine": N_("Mine"),
        "appeal": N_("Appeals"),
        "alike": N_("Nearly the same as case"),
    }
)

HEADING: Mapping[int, str] = Words(  # of the page in place of one that cannot be shown
    {
        400: N_("Bad request"),
        403: N_("Forbidden"),
        404: N_("Not found"),
        405: N_("Method not allowed"),
        409: N_("Conflict"),
        411: N_("Length required"),
        413: N_("Too long"),
        415: N_("Not a form"),
        422: N_("Not understood"),
        503: N_("Not available"),
    }
)

KEEPS_CAPITALS = ("de", "lb")  # whose nouns keep their capital within a sentence


def usual_reason(action: str, category: Category | None) -> str:
    """The reason that fits when the moderator gives none."""
    if action == "allow":
        return "innocent"
    if action == "escalate" or category is None:
        return "unclear"
    return category.partition(".")[0]


def language(code: str | None) -> str:
    """A language by its code, as the filters name it."""
    if code is None:
        return gettext("not known")
    names = spoken().locale
    first, *finer = code.split("-")
    told = [names.scripts.get(one) or names.territories.get(one, one) for one in finer]
    name = names.languages.get(first, first)
    return f"{name} ({', '.join(told)})" if told else name


def reason(name: str | None) -> str:
    """Why something was decided."""
    return REASON.get(name, name) if name else gettext("no reason given")


def category(name: Category | None) -> str:
    """A category as it is told; None is a case that only a report opened."""
    return gettext("Reported by a receiver") if name is None else CATEGORY[name]


def same(name: str) -> str:
    """The name itself."""
    return name


def within(name: str) -> str:
    """A name as it stands within a sentence."""
    return name if spoken().locale.language in KEEPS_CAPITALS else name.lower()


def person(role: Person | None) -> str:
    """Who wrote a message, by what they are in the room."""
    return gettext("Not known") if role is None else PERSON[role]


def asked(field: str, value: str) -> str:
    """The value of a filter as it is told."""
    match field:
        case "mine" | "appeal":
            return gettext("yes")
        case "language":
            return language(value)
        case "sender" | "holder" | "alike":
            return value
    names: Mapping[str, Mapping[Any, str]] = {
        "decision": DECISION,
        "category": CATEGORY,
        "surface": SURFACE,
        "contract": STAGE,
        "age": AGE,
        "due": DUE,
        "state": STATE,
    }
    return names[field][value]


def number(size: float) -> str:
    """A whole number, its thousands apart."""
    return format_decimal(size, "#,##0", locale=spoken().locale)


def decimal(value: float, digits: int = 2) -> str:
    """A number with so many digits behind the comma."""
    return format_decimal(value, f"0.{'0' * digits}".rstrip("."), locale=spoken().locale)


def rounded(value: float) -> str:
    """A number with as many digits as it needs, three at the most behind the comma."""
    return format_decimal(value, "0.###", locale=spoken().locale)


def duration(length: timedelta) -> str:
    """How long, to the nearest minute, from a day on hour: ``3 h 20 min``. Never below zero."""
    seconds = max(0, round(length.total_seconds()))
    minutes = _nearest(seconds, 60)
    hours = _nearest(seconds, 3600)
    if hours >= 24 and hours % 24:
        return gettext("%(days)d d %(hours)d h", days=hours // 24, hours=hours % 24)
    if hours >= 24:
        return gettext("%(days)d d", days=hours // 24)
    if minutes >= 60 and minutes % 60:
        return gettext("%(hours)d h %(minutes)d min", hours=minutes // 60, minutes=minutes % 60)
    if minutes >= 60:
        return gettext("%(hours)d h", hours=minutes // 60)
    if seconds >= 60:
        return gettext("%(minutes)d min", minutes=minutes)
    return gettext("%(seconds)d s", seconds=seconds)


def _nearest(seconds: int, unit: int) -> int:
    """So many units of so many seconds, a half upwards."""
    return (seconds + unit // 2) // unit


def moment(at: datetime) -> str:
    """Day and time to the minute, in UTC as everywhere."""
    day = format_date(at, "medium", spoken().locale)
    return f"{_joined(day, _clock(at))} UTC"


def clock(at: datetime) -> str:
    """The time of a moment of today, in UTC."""
    return f"{_clock(at)} UTC"


def day(at: datetime) -> str:
    """A day of the last weeks."""
    return format_skeleton("MMMEd", at, locale=spoken().locale)


def hour(at: datetime) -> str:
    """An hour of the last days."""
    return _joined(format_skeleton("MMMd", at, locale=spoken().locale), _clock(at))


def _clock(at: datetime) -> str:
    return format_time(at, "short", locale=spoken().locale)


def _joined(day: str, time: str) -> str:
    joined = str(get_datetime_format("medium", spoken().locale))
    return joined.replace("'", "").replace("{1}", day).replace("{0}", time)


def percent(score: float) -> str:
    """A score in [0, 1] with two digits, never rounded up to a certainty that it is not."""
    return decimal(min(score, 0.99) if score < 1 else score)


def any_of(actions: Sequence[str]) -> str:
    """What may be done, in a sentence: "refused or sent back to the sender"."""
    named = [within(ACTION[action]) for action in actions]
    return format_list(named, style="or", locale=spoken().locale)
