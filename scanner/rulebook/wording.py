"""The rules of kind "excuse" as one excuser: what the words around a finding say for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from scanner.message import Message
from scanner.rulebook.matcher import Matcher
from scanner.rulebook.rule import Defence, ExcuseReason, Rule
from scanner.verdict import Excuse, Finding
from scanner.views import Views


class Wording:
    """Excuses findings that lie wholly within the reach of an excuse rule's find."""

    id = "wording"

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._matcher = Matcher(rules)

    def excuse(
        self, findings: Sequence[Finding], views: Views, message: Message
    ) -> Iterator[Excuse]:
        """For each finding and reason the excuse that weighs most.

        Findings over several messages are never excused by words: the words are in one of them.
        """
        near = sorted(
            (
                (min(span.start for span in finding.spans), number, finding)
                for number, finding in enumerate(findings)
                if finding.spans and all(span.message == 0 for span in finding.spans)
            ),
            key=lambda place: place[:2],
        )
        if not near:
            return
        starts = [start for start, _, _ in near]
        view = views.folded
        best: dict[tuple[int, ExcuseReason], Excuse] = {}
        heard: set[tuple[str, tuple[int, int]]] = set()
        for rule, found, reach in self._matcher.find(view.text):
            does = rule.does
            if (rule.id, reach) in heard or not rule.where.holds(message):
                continue
            heard.add((rule.id, reach))
            assert isinstance(does, Defence)
            low, high = view.to_source(*reach)
            for place in range(bisect_left(starts, low), bisect_left(starts, high)):
                _, number, finding = near[place]
                if finding.category not in does.excuses:
                    continue
                if max(span.end for span in finding.spans) > high:
                    continue
                known = best.get((number, does.reason))
                if known is None or does.weight < known.weight:
                    best[number, does.reason] = Excuse(
                        finding=finding,
                        reason=does.reason,
                        source=rule.id,
                        weight=does.weight,
                        spans=view.spans(*found),
                    )
        yield from best.values()
