"""What a detector yields: a place in one view, before it is brought back to the raw text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from scanner.message import Message
from scanner.verdict import Category, EntityType
from scanner.views.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A half-open, non-empty range of a view's text that a detector takes for something.

    ``confidence`` is in (0, 1]: how often such a hit is what it is taken for. ``source`` is
    what the finding carries in place of the detector's id: the rule's, for the rulebook.
    """

    category: Category
    start: int
    end: int
    confidence: float
    type: EntityType | None = None
    value: str | None = None
    source: str | None = None


class Detector(Protocol):
    """Finds one kind of thing in whatever view it is shown. Detectors do not know each other.

    ``find`` is pure, takes time linear in the length of the view, and knows no allow-list: what
    is found and innocent is the business of the excuses.
    """

    @property
    def id(self) -> str:
        """The name findings carry as their ``source``."""

    def find(self, view: View, message: Message) -> Iterable[Hit]:
        """Every hit in the view. The message gives context and history, not the text to search."""


class LateDetector(Protocol):
    """Reads after the classifier, in the folded view: adds a place and a value, and no score."""

    @property
    def id(self) -> str:
        """The name findings carry as their ``source``."""

    def find(
        self, view: View, known: Collection[Hit], probabilities: Mapping[str, float]
    ) -> Iterable[Hit]:
        """What the message gives by its ``probabilities``, and none of the ``known`` hits shows.

        They are the classifier's; empty when it broke, and then nothing is likely.
        """
