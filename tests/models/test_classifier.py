"""The classifier: readers that are sure that nothing is wrong are not followed by others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from models import Classifier, Reading, network_training
from models.classifier import RATHER_SURE, SURE
from models.network import Network
from models.sequence import keys_of, rows

READING = Reading("ten pages please")
HALF = 0.5


def saying(log_odds: float) -> Network:
    """A network that says the same of every text."""
    spoken, beside = rows(READING)
    one = network_training.fit(
        [(keys_of(spoken), keys_of(beside))], np.array([[0.0, 1.0]]), np.ones(1), seed=1, passes=1
    )
    weights, bias = one.last
    return replace(one, last=(np.zeros_like(weights), np.full_like(bias, log_odds)))


@pytest.mark.parametrize(
    ("regressions", "first", "expected"),
    [
        (SURE - HALF, 9.0, SURE - HALF),
        (SURE + HALF, RATHER_SURE - HALF, RATHER_SURE - HALF),
        (SURE + HALF, RATHER_SURE + HALF, (RATHER_SURE + HALF + 9.0) / 2),
    ],
    ids=["regressions", "first network", "nobody"],
)
def test_who_is_sure_asks_nobody_else(regressions: float, first: float, expected: float) -> None:
    untaught = Classifier.untaught(["a", "b"])
    classifier = replace(
        untaught,
        regressions=replace(untaught.regressions, intercepts=np.array([-9.0, regressions])),
        networks=(saying(first), saying(9.0)),
    )
    assert classifier.scores(READING)[1].max() == pytest.approx(expected, abs=1e-6)
