"""The classifier: a text in, a calibrated probability for each label out. Pure numpy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.errors import ModelError
from models.features import COLUMNS, FIELD_SEPARATOR, features, pieces

# A long text is read through a window, so that a short violation is not lost in it and the cost
# stays linear. 97 of 100 cases in data/ fit into one.
WINDOW_LENGTH = 2_000  # code points
WINDOW_STEP = 1_500
BATCH_LENGTH = 20_000  # code points that are read at once, to stay within the processor's caches
LOGIT_LIMIT = 500.0  # exp() of more overflows; the probability has long been 0 or 1


@dataclass(frozen=True, slots=True)
class Influence:
    """A half-open range of the text and what it added to the label's score, in log odds."""

    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Classifier:
    """One logistic regression a label over hashed pieces, calibrated by a sigmoid (Platt 1999).

    weights: (COLUMNS, n_labels) float32; intercepts, slopes, offsets: (n_labels,) float64. The
    probability is sigmoid(slope * score + offset), with score the regression's log odds.
    """

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    intercepts: NDArray[np.float64]
    slopes: NDArray[np.float64]
    offsets: NDArray[np.float64]

    def probabilities(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """The probability of each label for each text.

        (n_texts, n_labels) float64, each in [0, 1]. A text is one or more fields joined by
        ``FIELD_SEPARATOR``; when the first is long, its most suspicious window counts.
        """
        windows = [list(_windows(text)) for text in texts]
        scores = self._scores([window for of_text in windows for window in of_text])
        firsts = np.cumsum([0, *map(len, windows)])[:-1]
        best = np.maximum.reduceat(scores, firsts) if texts else scores
        logits = np.clip(self.slopes * best + self.offsets, -LOGIT_LIMIT, LOGIT_LIMIT)
        return np.asarray(1.0 / (1.0 + np.exp(-logits)))

    def top_features(self, text: str, label: str, count: int) -> tuple[Influence, ...]:
        """The pieces that moved the label most, strongest first, at their places in the text."""
        found, filled = pieces([text]), features([text])
        _, each, counts = np.unique(found.columns, return_inverse=True, return_counts=True)
        index = self.labels.index(label)
        shares = self.weights[filled.columns, index] * filled.values / counts
        added = shares[each] * self.slopes[index]
        strongest = np.argsort(-np.abs(added), kind="stable")[:count]
        return tuple(
            Influence(int(found.starts[at]), int(found.ends[at]), float(added[at]))
            for at in strongest
        )

    def save(self, path: Path) -> None:
        """The classifier is in the file: arrays and nothing that could be run."""
        np.savez_compressed(
            path,
            allow_pickle=False,
            labels=np.array(self.labels),
            weights=self.weights,
            intercepts=self.intercepts,
            slopes=self.slopes,
            offsets=self.offsets,
        )

    @classmethod
    def load(cls, path: Path) -> Classifier:
        """The classifier of a file. Raises ModelError when the file holds anything else."""
        try:
            with np.load(path, allow_pickle=False) as arrays:
                classifier = cls(
                    labels=tuple(map(str, arrays["labels"])),
                    weights=arrays["weights"],
                    intercepts=arrays["intercepts"],
                    slopes=arrays["slopes"],
                    offsets=arrays["offsets"],
                )
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(
                f"{path}: cannot be read as a classifier ({type(error).__name__}); "
                "train again with `inbounds models train`"
            ) from error
        expected = (COLUMNS, len(classifier.labels))
        if classifier.weights.shape != expected:
            raise ModelError(
                f"{path}: weights are {classifier.weights.shape}, this version needs {expected}; "
                "train again with `inbounds models train`"
            )
        return classifier

    def _scores(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Log odds before calibration, (n_texts, n_labels); batches bound the memory."""
        scores = np.zeros((len(texts), len(self.labels)))
        for batch in _batches(texts):
            entries = features(texts[batch])
            shares = self.weights[entries.columns] * entries.values[:, None]
            for index in range(len(self.labels)):
                scores[batch, index] = np.bincount(
                    entries.texts, shares[:, index], minlength=batch.stop - batch.start
                )
        return scores + self.intercepts


def _batches(texts: Sequence[str]) -> Iterator[slice]:
    start, length = 0, 0
    for index, text in enumerate(texts):
        if length + len(text) > BATCH_LENGTH and index > start:
            yield slice(start, index)
            start, length = index, 0
        length += len(text)
    if start < len(texts):
        yield slice(start, len(texts))


def _windows(text: str) -> Iterator[str]:
    """The text as it is when short; else copies of it with a window of the first field each."""
    first, separator, rest = text.partition(FIELD_SEPARATOR)
    last = max(0, len(first) - WINDOW_LENGTH)
    for start in (*range(0, last, WINDOW_STEP), last):
        yield f"{first[start : start + WINDOW_LENGTH]}{separator}{rest}"
