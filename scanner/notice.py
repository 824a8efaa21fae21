"""What the sender is told: what was wrong, where, why, and what they may do instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from scanner.verdict import Category, Span, Verdict

LANGUAGE = "en"  # BCP 47


class Wording(NamedTuple):
    """The sentences of one category, in this order."""

    what: str
    why: str
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing that the sender is told. ``where`` is empty when the whole message is meant."""

    category: Category
    what: str
    where: tuple[Span, ...]
    why: str
    instead: str


_PROTECTED = "Until a contract starts, we can only protect the two of you while you talk here."
_TALK_HERE = "Send messages, files and calls through the platform."
_PAID = "Payments outside are not protected: the money, the work and the dispute are yours alone."
_PAY_HERE = "Agree on a contract or a milestone here, and you are paid through it."

WORDINGS: dict[Category, Wording] = {
    "contact.email": Wording("Your message gives an email address.", _PROTECTED, _TALK_HERE),
    "contact.phone": Wording("Your message gives a phone number.", _PROTECTED, _TALK_HERE),
    "contact.handle": Wording(
        "Your message gives a name on another messenger or network.", _PROTECTED, _TALK_HERE
    ),
    "contact.link": Wording(
        "Your message has a link that leads to a talk elsewhere.",
        _PROTECTED,
        "Links to your portfolio and to samples of your work are welcome.",
    ),
    "contact.meeting": Wording(
        "Your message has a link to a meeting on an outside service.",
        _PROTECTED,
        "Start the meeting from this conversation.",
    ),
    "contact.request": Wording(
        "Your message asks for a contact detail, or to talk elsewhere.",
        _PROTECTED,
        "Ask everything you need to know right here.",
    ),
    "contact.pointer": Wording(
        "Your message tells where to find a contact detail.", _PROTECTED, _TALK_HERE
    ),
    "payment.offplatform": Wording(
        "Your message is about paying or hiring outside the platform.", _PAID, _PAY_HERE
    ),
    "payment.account": Wording("Your message gives an account to be paid on.", _PAID, _PAY_HERE),
    "spam": Wording(
        "Your message looks like advertising that is not about a job here.",
        "People come here to find work and to have work done.",
        "Write about the job: what you would do, and what you need to know.",
    ),
    "scam": Wording(
        "Your message looks like ones that are used to defraud people.",
        "We stop such messages to protect the people who would receive them.",
        "Never ask for deposits, passwords, codes or identity papers.",
    ),
}


def notices(verdict: Verdict) -> tuple[Notice, ...]:
    """One for each reason of the verdict, strictest first; none where nothing speaks against it."""
    return tuple(_notice(verdict, reason.category) for reason in verdict.reasons)


def _notice(verdict: Verdict, category: Category) -> Notice:
    what, why, instead = WORDINGS[category]
    where = _where(verdict, category)
    return Notice(category=category, what=what, where=where, why=why, instead=instead)


def _where(verdict: Verdict, category: Category) -> tuple[Span, ...]:
    """Where the category's findings stand, oldest message first, each place once."""
    dropped = [excuse.finding for excuse in verdict.excuses if excuse.weight == 0.0]
    spans = {
        span
        for finding in verdict.findings
        if finding.category == category and finding not in dropped
        for span in finding.spans
    }
    return tuple(sorted(spans))
