"""Runs rules over a text; the rulebook, its excuses and its self-check all match through here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scanner.rulebook.pattern import Pattern
from scanner.rulebook.rule import Defence, Reach, Rule, joined
from scanner.rulebook.search import Search
from scanner.rulebook.stretches import Stretches

Range = tuple[int, int]


class Match(NamedTuple):
    """What a rule found in a text, and for an excuse how far it speaks."""

    rule: Rule
    found: Range
    reach: Range


class Matcher:
    """Finds what many rules find, at little more than the cost of those that find something."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        patterns: list[Pattern] = []
        self._parts: list[tuple[int, str]] = []
        for number, rule in enumerate(self._rules):
            named = {"patterns": rule.patterns}
            if isinstance(rule.does, Defence):
                named |= {"also": rule.does.also, "unless": rule.does.unless}
            for part, those in named.items():
                patterns.extend(those)
                self._parts.extend((number, part) for _ in those)
        self._search = Search(patterns)

    def find(self, text: str) -> Iterator[Match]:
        """What each rule finds, rule by rule; finds of one rule do not overlap."""
        ranges: dict[tuple[int, str], list[Range]] = {}
        for number, start, end in self._search.find(text):
            ranges.setdefault(self._parts[number], []).append((start, end))
        stretches: Stretches | None = None
        for (number, part), found in ranges.items():
            if part != "patterns":
                continue
            rule = self._rules[number]
            if not isinstance(rule.does, Defence):
                yield from (Match(rule, range_, range_) for range_ in joined(found))
                continue
            stretches = stretches or Stretches(text)
            also = sorted(ranges.get((number, "also"), ()))
            unless = sorted(ranges.get((number, "unless"), ()))
            for range_ in joined([range_ for range_ in found if stretches.is_whole(*range_)]):
                reach = _reach(range_, rule.does.reach, stretches)
                if rule.does.also and not _has_one(also, reach):
                    continue
                if not _has_one(unless, reach):
                    yield Match(rule, range_, reach)


def _reach(found: Range, reach: Reach, stretches: Stretches) -> Range:
    """The stretch that an excuse at the range speaks about."""
    if reach == "after":
        return found[0], stretches.around(*found, "sentence")[1]
    return stretches.around(*found, "sentence" if reach == "sentence" else "clause")


def _has_one(ranges: Sequence[Range], reach: Range) -> bool:
    """Whether one of the sorted ranges begins within the reach."""
    first = bisect_left(ranges, (reach[0], 0))
    return first < len(ranges) and ranges[first][0] < reach[1]
