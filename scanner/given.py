"""What the sender gave before was judged where it stood; it does not speak against what follows.

The talk before a message tells what a short answer means, and a detail that stood there makes all
that comes after look like part of it. So the sender's earlier messages can be judged by themselves,
and what was wrong without the others can be taken out of the talk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace

from scanner.message import Message

LAST = 4  # messages of the sender's that are judged again; more is seldom near enough to matter
MAX_LENGTH = 3_000  # code points; a longer one stays where it stands, for it would take too long


def without_given(
    messages: Mapping[int, Message], give: Callable[[Sequence[Message]], Sequence[bool]]
) -> dict[int, Message]:
    """Those before which the sender gave a detail, as if that had not been said, by the same keys.

    ``give`` tells of each message whether it gives one.
    """
    before = [
        (key, place, alone)
        for key, message in messages.items()
        for place, alone in by_themselves(message).items()
    ]
    answers = give([alone for _, _, alone in before])
    gone: dict[int, set[int]] = {}
    for (key, place, _), gives in zip(before, answers, strict=True):
        if gives:
            gone.setdefault(key, set()).add(place)
    return {key: unsaid(messages[key], places) for key, places in gone.items()}


def by_themselves(message: Message) -> dict[int, Message]:
    """The sender's last messages, each as if nothing had been said before; by place in the history.

    Where it is not known who wrote, the sender may have.
    """
    role = message.context.sender_role
    own = [
        place
        for place, it in enumerate(message.history)
        if it.sender_role in (role, None) and 0 < len(it.text) <= MAX_LENGTH
    ]
    return {
        place: Message(text=message.history[place].text, context=message.context)
        for place in own[-LAST:]
    }


def unsaid(message: Message, places: Set[int]) -> Message:
    """The message where what stood at these places of the history is gone; nothing else moves."""
    history = tuple(
        replace(it, text="") if place in places else it for place, it in enumerate(message.history)
    )
    return replace(message, history=history)
