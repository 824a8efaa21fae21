"""The classifier: who is asked, and about which parts of a text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest

from models import CLASSIFIER, Classifier, ModelError, Reading, network_training
from models.classifier import LONG, RATHER_SURE, SURE, WORST
from models.features import word_columns
from models.network import Network
from models.reading import Sign
from models.sequence import keys_of, others, words

READING = Reading("ten pages please")
HALF = 0.5


def saying(log_odds: float) -> Network:
    """A network that says the same of every text."""
    shown = keys_of(words(READING)), keys_of(others(READING))
    one = network_training.fit([shown], np.array([[0.0, 1.0]]), np.ones(1), seed=1, passes=1)
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


def test_all_are_asked_of_what_a_detector_has_found() -> None:
    untaught = Classifier.untaught(["a", "b"])
    sure = np.full(2, SURE - HALF)
    classifier = replace(
        untaught,
        regressions=replace(untaught.regressions, intercepts=sure),
        networks=(saying(9.0),),
    )
    found, low = (replace(READING, marks=(Sign(0, name),)) for name in ("b", "b low"))
    assert classifier.scores(low)[1].max() == pytest.approx(SURE - HALF)
    assert classifier.scores(found)[1].max() == pytest.approx(9.0, abs=1e-6)


def test_of_a_long_text_the_networks_read_what_the_regressions_find_worst() -> None:
    untaught = Classifier.untaught(["a", "b"])
    weights = untaught.regressions.weights.copy()
    weights[word_columns("kazoo"), 0] = 3.0
    network = saying(0.0)
    classifier = replace(
        untaught, regressions=replace(untaught.regressions, weights=weights), networks=(network,)
    )
    filler = "we mend the roof in may. " * (LONG // 10)
    with patch.object(Network, "scores", autospec=True, side_effect=Network.scores) as asked:
        classifier.scores(Reading(f"{filler}my kazoo is for you. {filler}"))
        classifier.scores(Reading(filler[: LONG - 1]))
    (_, passages, _), (_, whole, _) = (call.args for call in asked.call_args_list)
    assert len(passages) == WORST
    assert "kazoo" in {row.word for row in passages[0]}
    assert len(whole) == 1


@pytest.mark.parametrize("kept", [0, 200, None])
def test_a_file_that_is_cut_or_missing_is_refused_by_name(tmp_path: Path, kept: int | None) -> None:
    path = tmp_path / CLASSIFIER
    if kept is not None:
        Classifier.untaught(["a"]).save(path)
        path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(ModelError, match=r"classifier\.npz: cannot be read as a classifier"):
        Classifier.load(path)
