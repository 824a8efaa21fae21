"""What the classifier gets to read: a text, signs found in it, and what is around."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Sign(NamedTuple):
    """Something that stands at a place of the text, by its name; the model knows no more of it."""

    place: int
    name: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One text to be judged.

    ``concepts`` are in the order of their places, and mean something together; each of the
    ``marks`` speaks for itself. ``around`` names what is known of the whole (who speaks where, what
    was said before). ``before`` is what the other side has said lately, ``own`` what the sender
    has. From ``heads``, places in the text, it is also read on its own, so that nothing in front
    hides what begins there. Names are learnt as they are: one never seen in training says nothing.
    """

    text: str
    concepts: tuple[Sign, ...] = ()
    marks: tuple[Sign, ...] = ()
    before: str = ""
    around: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    own: str = ""
