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
    columns = {name: at for at, name in enumerate(names)}
    rows = np.array(
        [
            row_of(reading, of_others, columns)
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
    labels = [
        label for label, ensemble in enumerate(learned) for _ in range(len(ensemble._predictors))
    ]
    trees = [tree.nodes for ensemble in learned for (tree,) in ensemble._predictors]
    shape = len(trees), max(map(len, trees))
    features, lower = (
        np.zeros(shape, np.int16),
        np.tile(np.arange(shape[1], dtype=np.int16), (shape[0], 1)),
    )
    upper, thresholds, values = (
        lower.copy(),
        np.zeros(shape, np.float32),
        np.zeros(shape, np.float32),
    )
    for at, nodes in enumerate(trees):
        is_leaf = nodes["is_leaf"].astype(bool)
        size = len(nodes)
        features[at, :size] = np.where(is_leaf, 0, nodes["feature_idx"])
        lower[at, :size] = np.where(is_leaf, lower[at, :size], nodes["left"])
        upper[at, :size] = np.where(is_leaf, upper[at, :size], nodes["right"])
        thresholds[at, :size] = nodes["num_threshold"]
        values[at, :size] = np.where(is_leaf, nodes["value"], 0.0)
    return Trees(
        names=tuple(names),
        features=features,
        thresholds=thresholds,
        lower=lower,
        upper=upper,
        values=values,
        labels=np.array(labels, np.int16),
        baselines=np.array([ensemble._baseline_prediction.item() for ensemble in learned]),
        depth=max(int(nodes["depth"].max()) for nodes in trees),
    )
