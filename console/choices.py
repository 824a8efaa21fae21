"""The decisions that the forms offer, and what each makes of a message."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from console import words
from store.decisions import Action
from store.desk import CaseRow


@dataclass(frozen=True, slots=True)
class Choice:
    """One decision as the form offers it."""

    name: Action
    key: str
    is_delivered: bool = False

    @property
    def label(self) -> str:
        """What the button says."""
        return words.CHOICE[self.name]

    @property
    def means(self) -> str:
        """What becomes of the message, which the receiver may have already."""
        means = words.CHOICE_MEANS_DELIVERED if self.is_delivered else words.CHOICE_MEANS
        return means[self.name]


CHOICES: Final = (
    Choice("allow", "a"),
    Choice("mask", "m"),
    Choice("bounce", "b"),
    Choice("refuse", "r"),
    Choice("escalate", "e"),
)


def choices_for(row: CaseRow) -> list[Choice]:
    """The decisions that can be made; a message that was not held was delivered."""
    is_delivered = row.decision != "hold" and row.appeal_id is None
    offered = [one for one in CHOICES if row.appeal_id is None or one.name != "escalate"]
    return [replace(one, is_delivered=is_delivered) for one in offered]
