"""Teaching the regressions: windows as rows of hashed pieces, one label after another."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from models.features import COLUMNS, Columns, other_columns, word_columns, words
from models.reading import Reading
from models.regressions import Regressions
from models.windows import windows

REGULARISATION_C = 10.0  # inverse strength; flat on dev between 5 and 30
TOLERANCE = 1e-2  # a tenth of it gives the same on dev
ROUNDS_MAX = 15  # of the solver, over all rows; more are no better on dev, and slower
ROUNDS_ON = 30  # of the solver of what has learned before

Targets = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Windows as rows, and which example each is of."""

    rows: csr_matrix
    examples: NDArray[np.int64]


def lesson(readings: Sequence[Reading]) -> Lesson:
    """The windows of all readings as a sparse matrix, (n_windows, COLUMNS)."""
    known: dict[str, Columns] = {}
    columns: list[Columns] = []
    values: list[NDArray[np.float64]] = []
    examples: list[int] = []
    for example, reading in enumerate(readings):
        for window in windows(reading):
            counted, each = _counted(window, known)
            columns.append(counted)
            values.append(each)
            examples.append(example)
    ends = np.cumsum([0, *map(len, columns)])
    entries = (np.concatenate(values), np.concatenate(columns), ends)
    rows = csr_matrix(entries, shape=(len(examples), COLUMNS))
    rows.sum_duplicates()
    return Lesson(rows, np.array(examples))


def _counted(window: Reading, known: dict[str, Columns]) -> tuple[Columns, NDArray[np.float64]]:
    """Where all pieces are counted, and what each entry weighs."""
    found = words(window.text)
    for word in found:
        if word[0] not in known:
            known[word[0]] = word_columns(word[0])
    others, values = other_columns(window, found)
    if not found:
        return others, values
    grams = np.concatenate([known[word[0]] for word in found])
    of_grams = np.full(len(grams), len(grams) ** -0.5)
    return np.concatenate([grams, others]), np.concatenate([of_grams, values])


def fit(taught: Lesson, targets: Targets, counts: NDArray[np.float64]) -> Regressions:
    """The regressions of a lesson.

    targets: (n_examples, n_labels), 1 yes, 0 no, NaN not known, which teaches nothing. counts:
    (n_examples,), how much each counts; 0 for not at all.

    Learns twice: of a long text that has a label, nobody said which window has it. The first time
    all of them count; the second time only the one that the first regression holds most likely.
    """
    wanted = targets[taught.examples]
    shares = counts[taught.examples]
    weights, intercepts = (
        np.zeros((COLUMNS, wanted.shape[1]), np.float32),
        np.zeros(wanted.shape[1]),
    )
    for index in range(wanted.shape[1]):
        is_taught = ~np.isnan(wanted[:, index]) & (shares > 0)
        first = _regression(taught.rows, wanted[:, index], shares, is_taught)
        is_aside = _is_aside(taught, wanted[:, index], first.decision_function(taught.rows))
        second = _regression(taught.rows, wanted[:, index], shares, is_taught & ~is_aside)
        weights[:, index], intercepts[index] = second.coef_[0], second.intercept_[0]
    return Regressions(weights, intercepts)


def _regression(
    rows: csr_matrix,
    wanted: NDArray[np.float64],
    shares: NDArray[np.float64],
    is_taught: NDArray[np.bool_],
) -> LogisticRegression:
    # The dual takes half a second where L-BFGS takes minutes: many columns, few rows.
    regression = LogisticRegression(
        C=REGULARISATION_C,
        solver="liblinear",
        dual=True,
        tol=TOLERANCE,
        max_iter=ROUNDS_MAX,
        random_state=0,
    )
    with warnings.catch_warnings():  # it is stopped before it has converged, on purpose
        warnings.simplefilter("ignore", ConvergenceWarning)
        regression.fit(rows[is_taught], wanted[is_taught], sample_weight=shares[is_taught])
    return regression


def learn_on(
    known: Regressions, taught: Lesson, targets: Targets, counts: NDArray[np.float64]
) -> Regressions:
    """The regressions, which have learned these as well; the shapes are those of ``fit``.

    What they weigh changes as little as it can: the change is what is regularised, as the weights
    of ``fit`` are. Of a long text that has a label, the window counts that they hold most likely.
    """
    wanted = targets[taught.examples]
    shares = counts[taught.examples]
    said = _said(taught, known)
    weights, intercepts = known.weights.copy(), known.intercepts.copy()
    for index in range(targets.shape[1]):
        column, scores = wanted[:, index], said[:, index]
        is_taught = ~np.isnan(column) & (shares > 0) & ~_is_aside(taught, column, scores)
        change = _change(
            taught.rows[is_taught], column[is_taught], shares[is_taught], scores[is_taught]
        )
        weights[:, index] += change[:-1].astype(np.float32)
        intercepts[index] += change[-1]
    return Regressions(weights, intercepts)


def _change(
    rows: csr_matrix,
    wanted: NDArray[np.float64],
    shares: NDArray[np.float64],
    said: NDArray[np.float64],
) -> NDArray[np.float64]:
    """What to add to the weights and, last, to the intercept of one label: (COLUMNS + 1,)."""
    signs = 2 * wanted - 1
    columns = rows.T.tocsr()

    def loss(change: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margins = signs * (said + rows @ change[:-1] + change[-1])
        pull = -signs * expit(-margins) * shares
        gradient = np.append(columns @ pull, pull.sum()) + change / REGULARISATION_C
        size = change @ change / (2 * REGULARISATION_C)
        return float(shares @ np.logaddexp(0, -margins) + size), gradient

    begin = np.zeros(rows.shape[1] + 1)
    found = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS_ON})
    return np.asarray(found.x)


def scores(taught: Lesson, learned: Regressions) -> NDArray[np.float64]:
    """The highest log odds of each example's windows, (n_examples, n_labels)."""
    return _highest(taught, _said(taught, learned))


def _said(taught: Lesson, learned: Regressions) -> NDArray[np.float64]:
    """The log odds of each window, (n_windows, n_labels)."""
    return np.asarray(taught.rows @ learned.weights + learned.intercepts)


def _highest(taught: Lesson, said: NDArray[np.float64]) -> NDArray[np.float64]:
    """What is said of the likeliest window of each example: (n_examples, …) of (n_windows, …)."""
    best = np.full((taught.examples.max() + 1, *said.shape[1:]), -np.inf)
    np.maximum.at(best, taught.examples, said)
    return best


def _is_aside(
    taught: Lesson, wanted: NDArray[np.float64], said: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Which windows of the texts that have a label are less likely than another of the same text.

    (n_windows,) of one label.
    """
    return np.asarray((wanted == 1) & (said < _highest(taught, said)[taught.examples]))
