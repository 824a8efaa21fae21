"""Teaching the classifier: readings and targets in, a calibrated classifier out."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from models import network_training, regressions_training, trees_training
from models.averaging import network_between, regressions_between
from models.classifier import READERS, Classifier
from models.kept import kept as kept_or_made
from models.network import Network
from models.reading import Reading
from models.regressions import Regressions
from models.regressions_training import Lesson, Targets
from models.sequence import Packed, rows
from models.trees import Trees

FOLDS = 2  # of the out-of-fold scores that the trees learn from
TEACHES_ONLY = -1  # in place of a fold
ASIDE = 0  # the fold that the calibration learns from; the others grow the trees it is fitted to
PATIENCE = 3_600  # seconds until a process ends that waits for work, which takes minutes to send
SHARE_ON = 0.5  # of the way that learning on would go; better on dev than all of it
CALIBRATION_C = 1e6  # next to none: the few numbers of a calibration are fitted as they are


def fit(
    readings: Sequence[Reading],
    targets: Targets,
    *,
    labels: Sequence[str],
    folds: NDArray[np.int64],
    weights: NDArray[np.float64],
    reasons: NDArray[np.float64],
    seed: int,
    passes: int = network_training.PASSES,
    kept: Path | None = None,
    known: Sequence[Network] | None = None,
) -> Classifier:
    """A classifier that has learned from the readings.

    targets: (n_readings, n_labels), 1 yes, 0 no, NaN not known, which teaches nothing. folds:
    (n_readings,), in [0, FOLDS), or TEACHES_ONLY for what is never calibrated on; what is alike
    belongs into the same one. weights: (n_readings,), how much each counts. reasons: (n_readings,
    n_reasons), like targets, what the networks learn beside the labels. kept: a folder where each
    network and regression is kept when it has learned, so that a training that was ended goes on
    from there when it is begun again with the same input. known: FOLDS networks that learn on, each
    without the fold that it has not seen. The same input and seed make the same classifier. Raises
    ValueError for a label that no example of some fold has, or that all have.

    1. Networks of all but each fold, which serve together, as many at once as there are
    processors; regressions likewise, and of everything, which serve. – 2. Out-of-fold scores. – 3.
    Trees, from those, of everything and of all but one fold. – 4. How far each is to be believed,
    from that fold.
    """
    _check(targets, labels, folds)
    taught = regressions_training.lesson(readings)
    sequences = Packed.of(readings)
    # 1. readers
    parts = [np.where(folds == fold, 0.0, weights) for fold in range(FOLDS)]
    tasks = [
        delayed(_network)(
            kept,
            sequences,
            targets,
            part,
            beside=reasons,
            seed=seed + fold,
            passes=passes,
            known=known[fold] if known else None,
        )
        for fold, part in enumerate(parts)
    ]
    tasks.append(delayed(_regressions)(kept, taught, targets, [*parts, weights]))
    *networks, regressions = Parallel(n_jobs=-1, idle_worker_timeout=PATIENCE)(tasks)
    # 2. out of fold
    scores = np.zeros((len(readings), READERS, len(labels)))
    for fold in range(FOLDS):
        is_out = folds == fold
        scores[is_out, 0] = regressions_training.scores(taught, regressions[fold])[is_out]
        for index in np.flatnonzero(is_out).tolist():
            scores[index, 1] = networks[fold].scores(*rows(readings[index]))

    # 3. trees
    def grown(which: NDArray[np.bool_]) -> Trees:
        shown = [readings[index] for index in np.flatnonzero(which).tolist()]
        return trees_training.fit(shown, scores[which, :2], targets[which], seed=seed)

    trees = grown((folds >= 0) & (folds != ASIDE))
    for index in np.flatnonzero(folds == ASIDE).tolist():
        scores[index, 2] = trees.scores(readings[index], scores[index, :2])
    trees = grown(folds >= 0)
    # 4. belief
    slopes, offsets = np.zeros((READERS, len(labels))), np.zeros(len(labels))
    for label in range(len(labels)):
        is_known = ~np.isnan(targets[:, label]) & (folds == ASIDE)
        slopes[:, label], offsets[label] = _calibrated(
            scores[is_known, :, label], targets[is_known, label]
        )
    marks = frozenset(mark.name for reading in readings for mark in reading.marks)
    return Classifier(
        tuple(labels), regressions[FOLDS], tuple(networks), trees, slopes, offsets, marks
    )


def refine(
    classifier: Classifier,
    readings: Sequence[Reading],
    targets: Targets,
    *,
    folds: NDArray[np.int64],
    weights: NDArray[np.float64],
    reasons: NDArray[np.float64],
    seed: int,
    passes: int,
    share: float,
) -> Classifier:
    """The classifier, whose networks and regressions have learned these as well.

    The shapes are those of ``fit``; share is how far they go from what they were to what they would
    be. Each network still leaves its fold out. What they say stays on the scale that trees and
    calibration know, as long as most of what they are shown is like what they have learned before.
    """
    sequences = Packed.of(readings)
    taught = regressions_training.lesson(readings)
    of_networks = (
        delayed(network_training.fit)(
            sequences,
            targets,
            np.where(folds == fold, 0.0, weights),
            beside=reasons,
            seed=seed + fold,
            passes=passes,
            known=network,
        )
        for fold, network in enumerate(classifier.networks)
    )
    of_regressions = delayed(regressions_training.learn_on)(
        classifier.regressions, taught, targets, weights
    )
    *networks, regressions = Parallel(n_jobs=-1)([*of_networks, of_regressions])
    after = replace(classifier, networks=tuple(networks), regressions=regressions)
    return between(classifier, after, share)


def between(before: Classifier, after: Classifier, share: float) -> Classifier:
    """The one after, whose networks and regressions only went this share of the way (ADR 69)."""
    return replace(
        after,
        networks=tuple(
            network_between(*both, share)
            for both in zip(before.networks, after.networks, strict=True)
        ),
        regressions=regressions_between(before.regressions, after.regressions, share),
    )


def _network(kept: Path | None, *given: Any, **named: Any) -> Network:
    def make(unfinished: Path | None) -> Network:
        return network_training.fit(*given, unfinished=unfinished, **named)

    return kept_or_made(kept, "network", (_source(network_training), given, named), make)


def _regressions(
    kept: Path | None, taught: Lesson, targets: Targets, parts: Sequence[NDArray[np.float64]]
) -> list[Regressions]:
    """One after another: each copies the rows that it learns from, which fill half the memory."""

    def learned(part: NDArray[np.float64]) -> Regressions:
        def make(_unfinished: Path | None) -> Regressions:
            return regressions_training.fit(taught, targets, part)

        of = _source(regressions_training), taught, targets, part
        return kept_or_made(kept, "regressions", of, make)

    return [learned(part) for part in parts]


def _source(module: ModuleType) -> str:
    """How it teaches: what was learned in another way is learned anew."""
    return inspect.getsource(module)


def _check(targets: Targets, labels: Sequence[str], folds: NDArray[np.int64]) -> None:
    for index, label in enumerate(labels):
        for fold in range(FOLDS):
            known = targets[(folds == fold) & ~np.isnan(targets[:, index]), index]
            if not 0 < known.sum() < len(known):
                raise ValueError(
                    f"label {label}: {int(known.sum())} of {len(known)} examples of fold {fold} "
                    "have it; it takes some with and some without to learn and calibrate"
                )


def _calibrated(
    scores: NDArray[np.float64], target: NDArray[np.float64]
) -> tuple[NDArray[np.float64], float]:
    """Slopes (3,) and offset, fitted to targets drawn in from 0 and 1 as Platt does."""
    yes, no = int(target.sum()), int(len(target) - target.sum())
    high, low = (yes + 1) / (yes + 2), 1 / (no + 2)
    weight = np.where(target == 1, high, low)
    doubled = np.concatenate([scores, scores])
    sides = np.concatenate([np.ones_like(target), np.zeros_like(target)])
    sigmoid = LogisticRegression(C=CALIBRATION_C).fit(
        doubled, sides, sample_weight=np.concatenate([weight, 1 - weight])
    )
    return sigmoid.coef_[0], float(sigmoid.intercept_[0])
