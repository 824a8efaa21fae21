"""Regressions learn on: what they know changes where it must, and hardly elsewhere."""

from __future__ import annotations

import numpy as np

from models import Reading
from models.regressions_training import fit, learn_on, lesson, scores

OLD = ("wire me the fee", "send the fee by wire", "the draft is ready", "ready when you are")
NEW = ("quorble the toll", "quorble it today", "the toll of the bridge", "a bridge of stone")
WANTED = np.array([[1.0], [1.0], [0.0], [0.0]])


def test_what_is_new_is_told_apart_and_what_is_old_still_is() -> None:
    old, new = (lesson([Reading(text) for text in texts]) for texts in (OLD, NEW))
    known = fit(old, WANTED, np.ones(4))
    learned = learn_on(known, new, WANTED, np.ones(4))
    before, after = scores(new, known)[:, 0], scores(new, learned)[:, 0]
    assert before.max() - before.min() < after[:2].min() - after[2:].max()
    assert scores(old, learned)[:2].min() > scores(old, learned)[2:].max()


def test_what_is_not_known_or_counts_nothing_changes_nothing() -> None:
    new = lesson([Reading(text) for text in NEW])
    known = fit(lesson([Reading(text) for text in OLD]), WANTED, np.ones(4))
    for wanted, counts in ((np.full((4, 1), np.nan), np.ones(4)), (WANTED, np.zeros(4))):
        learned = learn_on(known, new, wanted, counts)
        assert np.array_equal(learned.weights, known.weights)
        assert np.array_equal(learned.intercepts, known.intercepts)


def test_of_a_long_text_the_likeliest_window_counts() -> None:
    filler = "the plaster dries and the walls are even. " * 12
    texts = (filler + "Wire me the fee. " + filler, filler)
    known = fit(lesson([Reading(text) for text in OLD]), WANTED, np.ones(4))
    taught = lesson([Reading(text) for text in texts])
    learned = learn_on(known, taught, np.array([[1.0], [0.0]]), np.ones(2))
    told = taught.rows @ learned.weights[:, 0]
    of_first = told[taught.examples == 0]
    assert len(of_first) > 2
    assert np.argmax(of_first) not in (0, len(of_first) - 1)
