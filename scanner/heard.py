"""What the other side said last, judged as it stood: an answer means what that makes it mean.

"Tonight then" is an evasion after "nobody has to know, 90 on Payoneer", and none after "the report
is due". What was asked or offered there is judged like any message, and the reader is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from scanner.message import Message, Role
from scanner.model_input import last_turn
from scanner.verdict import CATEGORIES, Category

LIKELY = 0.5  # probability from which the other side is taken to have done something
PERHAPS = 0.1  # and from which it may have: most offers that are softly put stay below the half
_OTHER: dict[Role | None, Role] = {"client": "freelancer", "freelancer": "client"}
_HARM: tuple[Category, ...] = ("spam", "scam")  # done to the one who answers, and not with them


def turn_before(message: Message) -> Message | None:
    """The other side's last turn as a message of its own; None where they have said nothing.

    Several messages in a row are one turn, and its end counts.
    """
    text = last_turn(message, of_sender=False)
    if not text:
        return None
    role = _OTHER.get(message.context.sender_role)
    context = replace(message.context, sender_role=role, surface="message")
    return Message(text=text, context=context)


def heard_of(probabilities: Mapping[str, float]) -> frozenset[str]:
    """What a turn of such probabilities does that an answer may go along with, by category; and
    what it may do, as "perhaps" such.
    """
    chances = {name: probabilities.get(name, 0.0) for name in CATEGORIES if name not in _HARM}
    return frozenset(
        name if chance >= LIKELY else f"perhaps {name}"
        for name, chance in chances.items()
        if chance >= PERHAPS
    )
