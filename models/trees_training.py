"""Teaching the trees: readings, and what the other readers said of them unseen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from models.reading import Reading
from models.regressions_training import Targets
from models.trees import Trees, named, row_of

NAMED_FROM = 40  # readings that a name stands in; rarer ones are not counted
SETTINGS = {
    "max_iter": 200,
    "learning_rate": 0.06,
    "max_leaf_nodes": 15,
    "max_depth": 6,
    "min_samples_leaf": 30,
    "l2_regularization": 5.0,
    "max_features": 0.3,  # of the columns at each node; all of them are 0.4 points worse on dev
    "early_stopping": False,
}


def fit(
    readings: Sequence[Reading], heard: NDArray[np.float64], targets: Targets, *, seed: int
) -> Trees:
    """Trees that have learned from the readings.

    heard: (n_readings, 2, n_labels), the log odds that regressions and network gave without having
    seen the reading. targets: (n_readings, n_labels), 1 yes, 0 no, NaN not known, which teaches
    nothing. The same input and seed make the same trees.
    """
    frequencies: Counter[str] = Counter()
    for reading in readings:
        frequencies.update(named(reading).keys())
    names = sorted(name for name, count in frequencies.items() if count >= NAMED_FROM)
    places = {name: at for at, name in enumerate(names)}
    rows = np.array(
        [
            row_of(reading, of_others, places)
            for reading, of_others in zip(readings, heard, strict=True)
        ]
    )
    learned = Parallel(n_jobs=-1)(
        delayed(_ensemble)(rows, target, seed=seed) for target in targets.T
    )
    return _side_by_side(names, learned)


def _ensemble(
    rows: NDArray[np.float32], target: NDArray[np.float64], *, seed: int
) -> HistGradientBoostingClassifier:
    is_known = ~np.isnan(target)
    ensemble = HistGradientBoostingClassifier(random_state=seed, **SETTINGS)
    return ensemble.fit(rows[is_known], target[is_known])


def _side_by_side(names: Sequence[str], learned: Sequence[HistGradientBoostingClassifier]) -> Trees:
    """The ensembles as arrays. scikit-learn has no public way to the nodes of these trees."""
    trees = [tree.nodes for ensemble in learned for (tree,) in ensemble._predictors]
    size = max(map(len, trees))
    columns = np.zeros((len(trees), size), np.int32)
    thresholds, values = (np.zeros((len(trees), size), np.float32) for _ in range(2))
    itself = np.arange(len(trees) * size, dtype=np.int32).reshape(len(trees), size)
    below = np.stack([itself, itself], axis=-1)
    for at, nodes in enumerate(trees):
        is_leaf = nodes["is_leaf"].astype(bool)
        inner, leaves = np.flatnonzero(~is_leaf), np.flatnonzero(is_leaf)
        columns[at, inner] = nodes["feature_idx"][inner]
        thresholds[at, inner] = nodes["num_threshold"][inner]
        below[at, inner, 0] = itself[at, nodes["left"][inner]]
        below[at, inner, 1] = itself[at, nodes["right"][inner]]
        values[at, leaves] = nodes["value"][leaves]
    sizes = [len(ensemble._predictors) for ensemble in learned]
    return Trees(
        names=tuple(names),
        columns=columns.ravel(),
        thresholds=thresholds.ravel(),
        below=below.ravel(),
        values=values.ravel(),
        labels=np.repeat(np.arange(len(learned), dtype=np.int32), sizes),
        baselines=np.array([ensemble._baseline_prediction.item() for ensemble in learned]),
        depth=max(int(nodes["depth"].max()) for nodes in trees),
    )
