"""A message on its way down the road."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import models
from scanner.detectors.entity_finder import open_kinds
from scanner.detectors.hit import Hit
from scanner.message import Message
from scanner.verdict import EntityType, Excuse, Failure, Finding
from scanner.views import Views
from scanner.views.view import View


@dataclass(slots=True)
class Passage:
    """One message on its way down the road, and what the steps have added to it so far.

    ``worded`` is the view that is judged by its meaning; ``heard`` what the other side's last turn
    was judged to do, or perhaps to do.
    """

    message: Message
    heard: frozenset[str] = frozenset()
    views: Views | None = None
    worded: View | None = None
    hits: list[tuple[View, str, Hit]] = field(default_factory=list)
    findings: tuple[Finding, ...] = ()
    excuses: tuple[Excuse, ...] = ()
    reading: models.Reading | None = None
    probabilities: dict[str, float] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    late_at: float = math.inf

    def keep_likely(self, before: Mapping[str, float]) -> None:
        """What was likely before something more was found is no less so now."""
        for label, probability in self.probabilities.items():
            self.probabilities[label] = max(probability, before.get(label, 0.0))

    def known(self) -> list[Hit]:
        """What was found so far, in whatever view."""
        return [hit for _, _, hit in self.hits]

    def open_kinds(self) -> tuple[EntityType, ...]:
        """The kinds of details that were judged to be there, and not surely found."""
        return open_kinds(self.known(), self.probabilities)
