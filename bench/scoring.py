"""How right verdicts are on labelled cases: shares with intervals, whole and by part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from bench.cases import Case
from scanner.road import Scanner
from scanner.verdict import Span, Verdict

Z_95 = 1.959964  # two-sided 95 % of the normal distribution


@dataclass(frozen=True, slots=True)
class Share:
    """``hits`` of ``total``, with the interval that holds the true share 95 times in 100."""

    hits: int
    total: int

    @property
    def value(self) -> float | None:
        """None where there was nothing to count."""
        return self.hits / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's score interval (1927), which holds for small numbers and near 0 and 1."""
        if not self.total:
            return None
        share, n = self.hits / self.total, self.total
        middle = share + Z_95**2 / (2 * n)
        reach = Z_95 * sqrt(share * (1 - share) / n + Z_95**2 / (4 * n**2))
        scale = 1 + Z_95**2 / n
        return (middle - reach) / scale, (middle + reach) / scale


@dataclass(frozen=True, slots=True)
class Judged:
    """A case and the verdict on it."""

    case: Case
    verdict: Verdict

    @property
    def is_right(self) -> bool:
        """The decision is one of those that count as right."""
        return self.verdict.decision in self.case.accept


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The measures of one set of cases. ``span_iou`` is None where no detail was found."""

    caught: Share
    stopped_innocent: Share
    held_innocent: Share
    accepted: Share
    ideal: Share
    entities_found: Share
    entities_right: Share
    span_iou: float | None


def judge(scanner: Scanner, cases: Sequence[Case]) -> list[Judged]:
    """The verdicts of the scanner on the cases."""
    verdicts = scanner.scan_many([case.message for case in cases])
    return [Judged(*both) for both in zip(cases, verdicts, strict=True)]


def score(judged: Iterable[Judged]) -> Score:
    """The measures over all of these.

    caught: violations with a decision in ``accept``. stopped, held: of the innocent. accepted,
    ideal: of all. entities_found: labelled values that were found. entities_right: values found
    that are labelled; both over violations, for an innocent case labels only what matters to it.
    span_iou: mean overlap of found spans with the labelled text, intersection over union.
    """
    every = list(judged)
    guilty = [it for it in every if it.case.is_violation]
    innocent = [it for it in every if not it.case.is_violation]
    labelled = found = right = proposed = 0
    overlaps: list[float] = []
    for it in guilty:
        values = {entity.value.casefold(): entity.text for entity in it.case.entities}
        kept = {(f.value or "").casefold(): f.spans for f in it.verdict.findings if f.value}
        labelled += len(values)
        found += len(values.keys() & kept.keys())
        proposed += len(kept)
        right += len(values.keys() & kept.keys())
        for value in values.keys() & kept.keys():
            text = values[value]
            if text is not None:
                overlaps.append(_iou(it.case.message.text, text, kept[value]))
    return Score(
        caught=Share(sum(it.is_right for it in guilty), len(guilty)),
        stopped_innocent=Share(
            sum(it.verdict.decision != "allow" for it in innocent), len(innocent)
        ),
        held_innocent=Share(sum(it.verdict.decision == "hold" for it in innocent), len(innocent)),
        accepted=Share(sum(it.is_right for it in every), len(every)),
        ideal=Share(sum(it.verdict.decision == it.case.ideal for it in every), len(every)),
        entities_found=Share(found, labelled),
        entities_right=Share(right, proposed),
        span_iou=sum(overlaps) / len(overlaps) if overlaps else None,
    )


def score_by(judged: Sequence[Judged], key: Callable[[Case], str]) -> dict[str, Score]:
    """The measures of each part, by the name that the key gives it, in order of name."""
    parts: defaultdict[str, list[Judged]] = defaultdict(list)
    for it in judged:
        parts[key(it.case)].append(it)
    return {name: score(parts[name]) for name in sorted(parts)}


def _iou(text: str, labelled: str, spans: Sequence[Span]) -> float:
    """Of character positions. The label stands where it overlaps best: it may occur twice."""
    marked = {at for span in spans if span.message == 0 for at in range(span.start, span.end)}
    best, start = 0.0, text.find(labelled)
    while start >= 0:
        wanted = set(range(start, start + len(labelled)))
        best = max(best, len(marked & wanted) / len(marked | wanted))
        start = text.find(labelled, start + 1)
    return best
