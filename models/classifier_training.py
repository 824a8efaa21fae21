"""Teaching the classifier: readings and targets in, a calibrated classifier out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from models.classifier import Classifier
from models.features import COLUMNS, Columns, Stream, other_streams, word_columns, words
from models.reading import Reading
from models.windows import windows

REGULARISATION_C = 10.0  # inverse strength; flat on dev between 5 and 30
TOLERANCE = 1e-2  # a tenth of it gives the same on dev
FOLDS = 4  # of the out-of-fold scores that the calibration learns from
CALIBRATION_C = 1e6  # next to none: Platt's two numbers are fitted as they are

Targets = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Windows as rows, and which example each is of."""

    rows: csr_matrix
    examples: NDArray[np.int64]


def fit(
    readings: Sequence[Reading],
    targets: Targets,
    *,
    labels: Sequence[str],
    folds: NDArray[np.int64],
    weights: NDArray[np.float64] | None = None,
) -> Classifier:
    """A classifier that has learned from the readings.

    targets: (n_readings, n_labels), 1 yes, 0 no, NaN not known, which teaches nothing. folds:
    (n_readings,), in [0, FOLDS), or -1 for what teaches and is never calibrated on; what is alike
    belongs into the same one. weights: (n_readings,), how much each counts; all 1 when None.
    The same input makes the same classifier. Raises ValueError for a label that no example of
    some fold has, or that all have.

    1. Regressions. – 2. Out-of-fold scores. – 3. Platt's sigmoid on those.
    """
    lesson = _lesson(readings)
    counts = np.ones(len(readings)) if weights is None else weights
    _check(targets, labels, folds)
    # 1. regressions
    learned, intercepts = _regress(lesson, targets, counts)
    # 2. out of fold
    scores = np.zeros(targets.shape)
    for fold in range(FOLDS):
        of_fold, at = _regress(lesson, targets, np.where(folds == fold, 0.0, counts))
        found = _best(lesson, of_fold, at, len(readings))
        scores[folds == fold] = found[folds == fold]
    # 3. sigmoids
    slopes, offsets = np.zeros(len(labels)), np.zeros(len(labels))
    for index in range(len(labels)):
        is_known = ~np.isnan(targets[:, index]) & (folds >= 0)
        slopes[index], offsets[index] = _platt(scores[is_known, index], targets[is_known, index])
    marks = frozenset(mark.name for reading in readings for mark in reading.marks)
    return Classifier(tuple(labels), learned.astype(np.float32), intercepts, slopes, offsets, marks)


def _check(targets: Targets, labels: Sequence[str], folds: NDArray[np.int64]) -> None:
    for index, label in enumerate(labels):
        for fold in range(FOLDS):
            known = targets[(folds == fold) & ~np.isnan(targets[:, index]), index]
            if not 0 < known.sum() < len(known):
                raise ValueError(
                    f"label {label}: {int(known.sum())} of {len(known)} examples of fold {fold} "
                    "have it; it takes some with and some without to learn and calibrate"
                )


def _lesson(readings: Sequence[Reading]) -> Lesson:
    """The windows of all readings as a sparse matrix, (n_windows, COLUMNS)."""
    known: dict[str, Columns] = {}
    columns: list[Columns] = []
    values: list[NDArray[np.float32]] = []
    examples: list[int] = []
    for example, reading in enumerate(readings):
        for window in windows(reading):
            streams = list(_streams(window, known))
            columns.append(np.concatenate([stream.columns for stream in streams]))
            sizes = [len(stream.columns) for stream in streams]
            values.append(np.repeat([stream.value for stream in streams], sizes))
            examples.append(example)
    ends = np.cumsum([0, *map(len, columns)])
    entries = (np.concatenate(values), np.concatenate(columns), ends)
    rows = csr_matrix(entries, shape=(len(examples), COLUMNS))
    rows.sum_duplicates()
    return Lesson(rows, np.array(examples))


def _streams(window: Reading, known: dict[str, Columns]) -> Iterator[Stream]:
    found = words(window.text)
    for word in found:
        if word not in known:
            known[word] = word_columns(word)
    grams = [known[word] for word in found]
    if grams:
        together = np.concatenate(grams)
        yield Stream(together, len(together) ** -0.5)
    yield from other_streams(window, found)


def _regress(
    lesson: Lesson, targets: Targets, counts: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights (COLUMNS, n_labels) and intercepts (n_labels,) of one regression a label.

    Learns twice: of a long text that has a label, nobody said which window has it. The first time
    all of them count; the second time only the one that the first regression holds most likely.
    """
    wanted = targets[lesson.examples]
    shares = counts[lesson.examples]
    weights, intercepts = np.zeros((COLUMNS, wanted.shape[1])), np.zeros(wanted.shape[1])
    is_part = np.bincount(lesson.examples)[lesson.examples] > 1
    for index in range(wanted.shape[1]):
        is_taught = ~np.isnan(wanted[:, index]) & (shares > 0)
        first = _regression(lesson.rows, wanted[:, index], shares, is_taught)
        scores = first.decision_function(lesson.rows)
        best = np.full(len(targets), -np.inf)
        np.maximum.at(best, lesson.examples, scores)
        is_aside = is_part & (wanted[:, index] == 1) & (scores < best[lesson.examples])
        second = _regression(lesson.rows, wanted[:, index], shares, is_taught & ~is_aside)
        weights[:, index], intercepts[index] = second.coef_[0], second.intercept_[0]
    return weights, intercepts


def _regression(
    rows: csr_matrix,
    wanted: NDArray[np.float64],
    shares: NDArray[np.float64],
    is_taught: NDArray[np.bool_],
) -> LogisticRegression:
    # The dual takes half a second where L-BFGS takes minutes: many columns, few rows.
    regression = LogisticRegression(
        C=REGULARISATION_C, solver="liblinear", dual=True, tol=TOLERANCE, random_state=0
    )
    return regression.fit(rows[is_taught], wanted[is_taught], sample_weight=shares[is_taught])


def _best(
    lesson: Lesson, weights: NDArray[np.float64], intercepts: NDArray[np.float64], examples: int
) -> NDArray[np.float64]:
    """The highest score of each example's windows, (n_examples, n_labels)."""
    best = np.full((examples, weights.shape[1]), -np.inf)
    np.maximum.at(best, lesson.examples, lesson.rows @ weights + intercepts)
    return best


def _platt(scores: NDArray[np.float64], target: NDArray[np.float64]) -> tuple[float, float]:
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
