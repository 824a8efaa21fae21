"""Raw text and the findings in it become stretches that a page can mark and number. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scanner.verdict import Excuse, Finding, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A finding under the number that it has on the page, counted from 1.

    ``position`` is its place, from 0, among the verdict's findings. ``weight`` is what is left of
    its confidence after its excuses.
    """

    number: int
    position: int
    finding: Finding
    excuses: tuple[Excuse, ...] = ()

    @property
    def weight(self) -> float:
        """The confidence times the weights of all excuses."""
        weight = self.finding.confidence
        for excuse in self.excuses:
            weight *= excuse.weight
        return weight

    @property
    def is_dropped(self) -> bool:
        """An excuse took all its weight."""
        return self.weight == 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open range of one raw text, and the finding that it belongs to."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of raw text that the same marks cover from end to end; none where it is plain.

    ``opens`` are the numbers whose mark begins here, the longest mark first.
    """

    text: str
    numbers: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()


def number(findings: Iterable[Finding], excuses: Iterable[Excuse] = ()) -> tuple[Numbered, ...]:
    """The findings in the order in which a reader meets them, earlier messages first."""
    excused: defaultdict[Finding, list[Excuse]] = defaultdict(list)
    for excuse in excuses:
        excused[excuse.finding].append(excuse)
    ordered = sorted(enumerate(findings), key=lambda pair: _place(pair[1]))
    return tuple(
        Numbered(
            number=place,
            position=position,
            finding=finding,
            excuses=tuple(excused.get(finding, ())),
        )
        for place, (position, finding) in enumerate(ordered, start=1)
    )


def marks_in(message: int, numbered: Iterable[Numbered]) -> tuple[Mark, ...]:
    """The marks that stand in one message of the room: 0 the judged one, -1 the one before it."""
    return tuple(
        Mark(entry.number, span.start, span.end)
        for entry in numbered
        for span in entry.finding.spans
        if span.message == message
    )


def mark(text: str, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """The text cut wherever a mark begins or ends; joined again, the segments are the text.

    Marks may overlap, nest, repeat or reach beyond the text (which was erased since): what lies
    outside is left out. Takes time linear in the text, and in the marks where they do not overlap.
    """
    begins: defaultdict[int, list[Mark]] = defaultdict(list)
    ends: defaultdict[int, list[Mark]] = defaultdict(list)
    for one in marks:
        start, end = max(0, one.start), min(one.end, len(text))
        if start < end:
            kept = Mark(one.number, start, end)
            begins[start].append(kept)
            ends[end].append(kept)
    segments: list[Segment] = []
    covering: list[Mark] = []
    cuts = sorted({0, len(text), *begins, *ends})
    for start, end in pairwise(cuts):
        for closed in ends.get(start, ()):
            covering.remove(closed)
        opened = sorted(begins.get(start, ()), key=lambda one: (-one.end, one.number))
        covering.extend(opened)
        segments.append(
            Segment(
                text[start:end],
                _unique(one.number for one in covering),
                _unique(one.number for one in opened),
            )
        )
    return tuple(segments)


def excerpt(segments: Sequence[Segment], *, length: int) -> tuple[Segment, ...]:
    """At most ``length`` characters of the segments, from a little before the first marked one.

    Where text was left out at either end, a segment of one ellipsis says so.
    """
    text = "".join(segment.text for segment in segments)
    if len(text) <= length:
        return tuple(segments)
    first, position = 0, 0
    for segment in segments:
        if segment.numbers:
            first = position
            break
        position += len(segment.text)
    start = max(0, min(first - length // 4, len(text) - length))
    cut = _cut(segments, start, start + length)
    lead = (Segment("…"),) if start else ()
    tail = (Segment("…"),) if start + length < len(text) else ()
    return (*lead, *cut, *tail)


def _cut(segments: Sequence[Segment], start: int, end: int) -> list[Segment]:
    kept: list[Segment] = []
    position = 0
    for segment in segments:
        low, high = max(start - position, 0), min(end - position, len(segment.text))
        if low < high:
            kept.append(Segment(segment.text[low:high], segment.numbers, segment.opens))
        position += len(segment.text)
    return kept


def _place(finding: Finding) -> tuple[Span, str, str]:
    first = min(finding.spans, default=Span(0, 0, 0))
    return first, finding.category, finding.source


def _unique(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers))
