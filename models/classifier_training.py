"""Teaching the classifier: texts and targets in, a calibrated classifier out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from models.classifier import Classifier
from models.features import COLUMNS, features

REGULARISATION_C = 30.0  # inverse strength; flat on dev between 10 and 100
ITERATIONS = 500
FOLDS = 5  # of the out-of-fold scores that the calibration learns from
CALIBRATION_C = 1e6  # next to none: Platt's two numbers are fitted as they are


def fit(
    texts: Sequence[str], targets: NDArray[np.float64], *, labels: Sequence[str], seed: int
) -> Classifier:
    """A classifier that has learned from the texts.

    targets: (n_texts, n_labels), 1 yes, 0 no, NaN not known, which teaches nothing. The same
    texts, targets and seed make the same classifier. Raises ValueError for a label with fewer
    than ``FOLDS`` texts on either side.

    1. One logistic regression a label. – 2. Its out-of-fold scores. – 3. Platt's sigmoid on those.
    """
    matrix = as_matrix(texts)
    weights = np.zeros((COLUMNS, len(labels)), np.float32)
    intercepts, slopes, offsets = (np.zeros(len(labels)) for _ in range(3))
    for index, label in enumerate(labels):
        is_known = ~np.isnan(targets[:, index])
        rows, target = matrix[is_known], targets[is_known, index].astype(np.int64)
        if min(target.sum(), len(target) - target.sum()) < FOLDS:
            raise ValueError(
                f"label {label}: {int(target.sum())} of {len(target)} texts have it; "
                f"it takes {FOLDS} with and {FOLDS} without to learn and calibrate"
            )
        # 1. regression
        regression = _regression().fit(rows, target)
        weights[:, index] = regression.coef_[0]
        intercepts[index] = regression.intercept_[0]
        # 2. out of fold
        folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
        scores = cross_val_predict(
            _regression(), rows, target, cv=folds, method="decision_function"
        )
        # 3. sigmoid
        slopes[index], offsets[index] = _platt(scores, target)
    return Classifier(tuple(labels), weights, intercepts, slopes, offsets)


def as_matrix(texts: Sequence[str]) -> csr_matrix:
    """The features of the texts as a sparse matrix, (n_texts, COLUMNS)."""
    entries = features(texts)
    shape = (len(texts), COLUMNS)
    return csr_matrix((entries.values, (entries.texts, entries.columns)), shape=shape)


def _regression() -> LogisticRegression:
    return LogisticRegression(C=REGULARISATION_C, max_iter=ITERATIONS)


def _platt(scores: NDArray[np.float64], target: NDArray[np.int64]) -> tuple[float, float]:
    """Slope and offset of the sigmoid, fitted to targets drawn in from 0 and 1 as Platt does."""
    yes, no = int(target.sum()), int(len(target) - target.sum())
    high, low = (yes + 1) / (yes + 2), 1 / (no + 2)
    weight = np.where(target == 1, high, low)
    doubled = np.concatenate([scores, scores]).reshape(-1, 1)
    sides = np.concatenate([np.ones_like(target), np.zeros_like(target)])
    sigmoid = LogisticRegression(C=CALIBRATION_C).fit(
        doubled, sides, sample_weight=np.concatenate([weight, 1 - weight])
    )
    return float(sigmoid.coef_[0, 0]), float(sigmoid.intercept_[0])
