"""What each part of the road brings: the same cases judged without it.

Nothing is trained anew, so a part that the classifier has learnt to lean on is missed a little more
than one that it never knew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bench.cases import Case
from bench.scoring import Score, judge, score
from scanner.passage import Passage
from scanner.road import Scanner
from scanner.views import Views
from scanner.views.view import Source, plain


class WithoutViews(Scanner):
    """Reads every text as it was typed."""

    def _view(self, passage: Passage) -> None:
        typed = plain(Source(passage.message.text))
        passage.views = Views(typed, typed, (typed,), ())
        passage.worded = typed


class WithoutWording(Scanner):
    """Leaves words as they are spelt."""

    def _view(self, passage: Passage) -> None:
        super()._view(passage)
        passage.worded = passage.views.folded if passage.views else None


class WithoutFinder(Scanner):
    """Finds by patterns alone."""

    def _find_entities(self, passages: Sequence[Passage]) -> None: ...


class WithoutScribe(Scanner):
    """Reads nothing that is told word by word, but what views undo."""

    def _take_down(self, passage: Passage) -> None: ...


class WithoutClassifier(Scanner):
    """Scores what was found by its own confidence, as when the classifier is broken."""

    def _classify(self, passages: Sequence[Passage]) -> None: ...


def ablations(cases: Sequence[Case]) -> Iterator[tuple[str, Score]]:
    """The measures of the whole road, and without each of its parts."""
    alone = [replace(case, message=replace(case.message, history=())) for case in cases]
    for name, kind, shown in (
        ("everything", Scanner, cases),
        ("without views", WithoutViews, cases),
        ("without the wording", WithoutWording, cases),
        ("without the room", Scanner, alone),
        ("without the entity finder", WithoutFinder, cases),
        ("without the scribe", WithoutScribe, cases),
        ("without the classifier", WithoutClassifier, cases),
    ):
        yield name, score(judge(kind.load(), shown))
