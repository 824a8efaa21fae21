"""What moved a score: the words that it falls without, and what was said before."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from models import Classifier, Reading, Sign
from models.features import Stream, columns_of, other_streams, word_columns
from models.influence import FALL_MIN, STRETCH, TOLD_MAX, influences
from models.regressions import Regressions

LABEL = "payment.offplatform"


def listening_for(*words: str, before: str = "") -> Classifier:
    """A classifier to which these words matter, and nothing else does."""
    untaught = Classifier.untaught([LABEL])
    weights = untaught.regressions.weights.copy()
    for word in words:
        weights[word_columns(word)] = 1.0
    if before:
        *_, stream = (s for s in other_streams(Reading("", before=before), []) if s.value < 1)
        assert isinstance(stream, Stream)
        weights[columns_of(stream.pieces)] = 4.0
    return replace(untaught, regressions=Regressions(weights, np.zeros(1)))


def told(classifier: Classifier, reading: Reading) -> list[str | None]:
    places = [it.place for it in influences(classifier, reading, LABEL)]
    return [None if place is None else reading.text[slice(*place)] for place in places]


def test_the_words_that_matter_are_told_strongest_first() -> None:
    classifier = listening_for("outside", "fee")
    assert told(classifier, Reading("we pay outside of here, no fee")) == ["outside", "fee"]


def test_neighbouring_words_are_one() -> None:
    assert told(listening_for("pay", "outside"), Reading("let us pay outside then")) == [
        "pay outside"
    ]


def test_what_does_not_matter_is_not_told() -> None:
    assert told(listening_for("outside"), Reading("see you on friday")) == []


def test_what_was_said_before_is_told() -> None:
    reading = Reading("yes", before="outside")
    assert told(listening_for(before="outside"), reading) == [None]


def test_of_a_long_text_the_strongest_stretch_is_looked_at() -> None:
    padding = "fine. " * STRETCH
    reading = Reading(f"{padding}outside {padding}")
    assert told(listening_for("outside"), reading) == ["outside"]


def test_few_are_told_and_each_weighs_something() -> None:
    names = ("alpha", "bravo", "delta", "gamma", "kappa", "omega")
    text = " so ".join(names)
    found = influences(listening_for(*names), Reading(text, (Sign(0, "X"),)), LABEL)
    assert len(found) <= TOLD_MAX
    assert all(it.weight >= FALL_MIN for it in found)
