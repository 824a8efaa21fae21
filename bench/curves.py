"""Whether scores mean what they say, and what other thresholds would bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.scoring import Judged, Share
from bench.training import target
from scanner.policy import Policy
from scanner.verdict import CATEGORIES, Category

BINS = 10  # of scores, equally wide
THRESHOLDS = tuple(step / 20 for step in range(1, 20))


@dataclass(frozen=True, slots=True)
class Bin:
    """Scores of one size: their mean, and of how many messages they were true."""

    mean_score: float
    true: Share


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far a category's scores are from the shares that they promise.

    ``error`` is the expected calibration error: the mean distance of score and share over the bins,
    each by its count (Naeini et al. 2015).
    """

    bins: tuple[Bin, ...]
    error: float


@dataclass(frozen=True, slots=True)
class Operating:
    """What one threshold for all categories would bring."""

    threshold: float
    caught: Share
    stopped_innocent: Share


def calibration(judged: Sequence[Judged], *categories: Category) -> Calibration:
    """The calibration of the categories over all cases that say whether they do it."""
    return _calibration(
        [
            (it.verdict.scores[category], target(it.case, category))
            for it in judged
            for category in categories
        ]
    )


def calibrations(judged: Sequence[Judged]) -> dict[str, Calibration]:
    """That of every category, and of all of them together."""
    found = {"all categories": calibration(judged, *CATEGORIES)}
    for category in CATEGORIES:
        found[category] = calibration(judged, category)
    return found


def _calibration(pairs: Sequence[tuple[float, float]]) -> Calibration:
    known: NDArray[np.float64] = np.array([pair for pair in pairs if not np.isnan(pair[1])])
    if not len(known):
        return Calibration((), 0.0)
    scores, truths = known.T
    places = np.minimum((scores * BINS).astype(int), BINS - 1)
    bins, error = [], 0.0
    for place in range(BINS):
        inside = places == place
        if count := int(inside.sum()):
            share = Share(int(truths[inside].sum()), count)
            mean = float(scores[inside].mean())
            bins.append(Bin(mean, share))
            error += count / len(known) * abs(mean - share.hits / share.total)
    return Calibration(tuple(bins), float(error))


def operating_curve(judged: Sequence[Judged], policy: Policy) -> list[Operating]:
    """What would be stopped if every category that the policy forbids had the same threshold.

    A violation counts as caught when it is stopped, whatever the best decision is.
    """
    highest = np.array([_highest(it, policy) for it in judged])
    is_guilty = np.array([it.case.is_violation for it in judged])
    return [
        Operating(
            threshold, _share(highest[is_guilty], threshold), _share(highest[~is_guilty], threshold)
        )
        for threshold in THRESHOLDS
    ]


def _highest(judged: Judged, policy: Policy) -> float:
    """The highest score of what the policy forbids in the context of the case."""
    context = judged.case.message.context
    forbidden = (c for c, row in policy.rows.items() if row.cell(context) != "allow")
    return max((judged.verdict.scores[category] for category in forbidden), default=0.0)


def _share(highest: NDArray[np.float64], threshold: float) -> Share:
    return Share(int((highest >= threshold).sum()), len(highest))
