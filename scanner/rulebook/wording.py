"""The rules of kind "excuse" as one excuser: what the words around a finding say for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from scanner.message import Message
from scanner.rulebook.matcher import Matcher
from scanner.rulebook.rule import Defence, ExcuseReason, Rule
from scanner.verdict import Excuse, Finding
from scanner.views import Views


class Near:
    """Findings of the judged message alone, in the order of their places."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        places = sorted(
            (min(span.start for span in spans), max(span.end for span in spans), number)
            for number, finding in enumerate(findings)
            if (spans := finding.spans) and all(span.message == 0 for span in spans)
        )
        self._starts = [start for start, _, _ in places]
        self._ends = [end for _, end, _ in places]
        self._numbers = [number for _, _, number in places]
        self._longest = max((end - start for start, end, _ in places), default=0)

    def inside(self, low: int, high: int) -> Iterator[int]:
        """The numbers of the findings that lie wholly in the half-open range."""
        for place in range(bisect_left(self._starts, low), bisect_left(self._starts, high)):
            if self._ends[place] <= high:
                yield self._numbers[place]

    def touching(self, low: int, high: int, *, inside: tuple[int, int]) -> Iterator[int]:
        """The numbers of the findings that overlap one range and lie wholly in the other."""
        first = bisect_left(self._starts, max(inside[0], low - self._longest))
        for place in range(first, bisect_left(self._starts, high)):
            if low < self._ends[place] <= inside[1]:
                yield self._numbers[place]


class Wording:
    """Excuses the findings within the reach of what an excuse rule finds."""

    id = "wording"

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._matcher = Matcher(rules)

    def excuse(
        self, findings: Sequence[Finding], views: Views, message: Message
    ) -> Iterator[Excuse]:
        """For each finding and reason the excuse that weighs most.

        Findings over several messages are never excused by words: the words are in one of them.
        """
        if not findings:
            return
        near = Near(findings)
        view = views.folded
        best: dict[tuple[int, ExcuseReason], Excuse] = {}
        heard: set[tuple[str, tuple[int, int]]] = set()
        for rule, found, reach in self._matcher.find(view.text):
            does = rule.does
            assert isinstance(does, Defence)
            key = (rule.id, found if does.reach == "find" else reach)
            if key in heard or not rule.where.holds(message):
                continue
            heard.add(key)
            stretch = view.to_source(*reach)
            if does.reach == "find":
                numbers = near.touching(*view.to_source(*found), inside=stretch)
            else:
                numbers = near.inside(*stretch)
            for number in numbers:
                finding = findings[number]
                known = best.get((number, does.reason))
                if finding.category not in does.excuses or (known and known.weight <= does.weight):
                    continue
                best[number, does.reason] = Excuse(
                    finding=finding,
                    reason=does.reason,
                    source=rule.id,
                    weight=does.weight,
                    spans=view.spans(*found),
                )
        yield from best.values()
