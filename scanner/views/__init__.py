"""Step 1 of the road: the text under every reading that a person would give it.

``read`` is the front door. A reading is a ``View``: the text with a disguise lifted, and for every
character the way back to the raw text. Detectors look at ``Views.readings``, plainest first.
"""

from __future__ import annotations

from dataclasses import dataclass

from scanner.message import Message
from scanner.views.view import Source, View, plain

__all__ = ["VERSION", "Source", "View", "Views", "read"]

VERSION = "0"


@dataclass(frozen=True, slots=True)
class Views:
    """The readings of one message. ``readings`` holds ``plain`` first, then whatever differs.

    ``room`` holds the readings of the sender's last messages joined with the judged one; empty
    without earlier messages by the same side. A hit there counts only when its spans include
    message 0; the merge step enforces that.
    """

    plain: View
    folded: View
    readings: tuple[View, ...]
    room: tuple[View, ...]


def read(message: Message) -> Views:
    """Every reading of the message that is worth looking at."""
    typed = plain(Source(message.text))
    return Views(typed, typed, (typed,), ())
