"""The trees: served as they were taught, and the same for the same seed."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from models import Reading, Sign, trees_training
from models.trees import Trees, row_of

NAMES = ("PAY", "OUTSIDE", "FEE", "REFUSE")
SEED = 5


def examples() -> tuple[list[Reading], NDArray[np.float64], NDArray[np.float64]]:
    """Pay and outside is one label; the other is that nobody refuses, where another reader nods."""
    chance = np.random.default_rng(SEED)
    said = chance.random((600, len(NAMES))) < 0.5
    readings = [
        Reading(
            "x" * int(chance.integers(20, 400)),
            tuple(Sign(at, name) for at, name in enumerate(np.array(NAMES)[row].tolist())),
            around=("role client",),
        )
        for row in said
    ]
    heard = chance.normal(size=(600, 2, 2))
    targets = np.stack(
        [said[:, 0] & said[:, 1], ~said[:, 3] & (heard[:, 1, 1] > 0)], axis=1
    ).astype(float)
    targets[::10, 0] = np.nan
    return readings, heard, targets


@pytest.fixture(scope="module")
def taught() -> Trees:
    return trees_training.fit(*examples(), seed=SEED)


def test_they_say_what_their_teacher_says(taught: Trees) -> None:
    readings, heard, targets = examples()
    places = {name: at for at, name in enumerate(taught.names)}
    rows = np.array([row_of(*both, places) for both in zip(readings, heard, strict=True)])
    is_known = ~np.isnan(targets[:, 0])
    teacher = HistGradientBoostingClassifier(random_state=SEED, **trees_training.SETTINGS).fit(
        rows[is_known], targets[is_known, 0]
    )
    said = [taught.scores(*both)[0] for both in zip(readings, heard, strict=True)]
    assert np.allclose(said, teacher.decision_function(rows), atol=1e-4)


def test_they_learn_what_no_reader_says(taught: Trees) -> None:
    readings, heard, targets = examples()
    said = np.array([taught.scores(*both) for both in zip(readings, heard, strict=True)])
    is_known = ~np.isnan(targets)
    assert ((said > 0) == (targets > 0.5))[is_known].mean() > 0.97


def test_the_same_seed_grows_the_same_trees(taught: Trees) -> None:
    again = trees_training.fit(*examples(), seed=SEED).arrays()
    assert all(np.array_equal(array, again[name]) for name, array in taught.arrays().items())


def test_they_come_back_from_their_arrays(taught: Trees) -> None:
    back = Trees.of_arrays(taught.arrays())
    reading, heard = examples()[0][0], examples()[1][0]
    assert np.array_equal(back.scores(reading, heard), taught.scores(reading, heard))
