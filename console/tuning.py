"""What thresholds bring on the messages that were judged, counted in piles of alike ones. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from bench.scoring import Share
from scanner.policy import Row, Steps
from scanner.verdict import DecisionName, stricter
from store.replay import GRAINS, OUTCOMES, Outcome, Pile

BARS: Final = 50  # of a histogram; 0.02 each

Change = tuple[DecisionName, DecisionName]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a category's thresholds bring. Shares are of what moderators decided.

    ``stopped``: messages that this category flags or holds, ``held`` those that it holds.
    ``right``: of the stopped ones that were decided, the violations. ``caught``: of those that were
    refused in cases of the category, the ones that are stopped, by it or by another.
    """

    stopped: int
    held: int
    right: Share
    caught: Share

    @property
    def passed(self) -> Share:
        """Of those that were refused, the ones that pass."""
        return Share(self.caught.total - self.caught.hits, self.caught.total)


@dataclass(frozen=True, slots=True)
class Compared:
    """A part of the messages, by the thresholds of today and by those that are tried."""

    name: str | None
    size: int
    today: Brought
    tried: Brought


@dataclass(slots=True)
class _Tally:
    stopped: int = 0
    held: int = 0
    right: Counter[Outcome] = field(default_factory=Counter)
    refused: int = 0
    caught: int = 0

    def brought(self) -> Brought:
        decided = self.right["violation"] + self.right["innocent"]
        return Brought(
            stopped=self.stopped,
            held=self.held,
            right=Share(self.right["violation"], decided),
            caught=Share(self.caught, self.refused),
        )


class Judge:
    """Decides piles by one row; the steps of a row are worked out once for each context."""

    def __init__(self, row: Row) -> None:
        self._row = row
        self._steps: dict[tuple[str, bool], Steps] = {}

    def alone(self, pile: Pile) -> DecisionName:
        """What the row alone decides."""
        key = pile.contract, pile.is_exempt
        if key not in self._steps:
            self._steps[key] = self._row.steps(pile.context)
        for threshold, decision in self._steps[key]:
            if pile.grain >= round(threshold * GRAINS):
                return decision
        return "allow"

    def whole(self, pile: Pile) -> DecisionName:
        """What the whole policy decides with this row in it."""
        return stricter(pile.others, self.alone(pile))


def brought(piles: Iterable[Pile], row: Row) -> Brought:
    """What the row brings on these messages."""
    judge, tally = Judge(row), _Tally()
    for pile in piles:
        alone = judge.alone(pile)
        if alone != "allow":
            tally.stopped += pile.size
            tally.held += pile.size if alone == "hold" else 0
            tally.right[pile.outcome] += pile.size
        if pile.is_its_case and pile.outcome == "violation":
            tally.refused += pile.size
            tally.caught += pile.size if judge.whole(pile) != "allow" else 0
    return tally.brought()


def compared(
    piles: Iterable[Pile], today: Row, tried: Row, *, by: Callable[[Pile], str | None]
) -> list[Compared]:
    """The same by parts, those first of which most is stopped; parts without anything are left."""
    parts: defaultdict[str | None, list[Pile]] = defaultdict(list)
    for pile in piles:
        parts[by(pile)].append(pile)
    lines = [
        Compared(
            name, sum(pile.size for pile in those), brought(those, today), brought(those, tried)
        )
        for name, those in parts.items()
    ]
    kept = [
        line
        for line in lines
        if line.today.stopped or line.tried.stopped or line.today.caught.total
    ]
    return sorted(kept, key=lambda one: (-one.tried.stopped, -one.today.stopped, one.name or ""))


def changes(piles: Iterable[Pile], today: Row, tried: Row) -> Mapping[Change, Counter[Outcome]]:
    """How many messages are decided otherwise, from what to what, and what moderators did."""
    before, after = Judge(today), Judge(tried)
    found: defaultdict[Change, Counter[Outcome]] = defaultdict(Counter)
    for pile in piles:
        change = before.whole(pile), after.whole(pile)
        if change[0] != change[1]:
            found[change][pile.outcome] += pile.size
    return dict(sorted(found.items()))


def bars(piles: Iterable[Pile]) -> Sequence[Mapping[Outcome, int]]:
    """How many messages score in each of so many equal steps from 0 to 1."""
    counts: list[Counter[Outcome]] = [Counter() for _ in range(BARS)]
    for pile in piles:
        counts[min(pile.grain * BARS // GRAINS, BARS - 1)][pile.outcome] += pile.size
    return [{name: one[name] for name in OUTCOMES} for one in counts]
