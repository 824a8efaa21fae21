"""The classifier: a reading in, a calibrated probability for each label out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.errors import ModelError
from models.features import COLUMNS, around_columns, other_streams, word_columns, words
from models.reading import Reading
from models.windows import windows

WORDS_KEPT = 50_000  # whose share of the scores is remembered; about 6 MB
LOGIT_LIMIT = 500.0  # exp() of more overflows; the probability has long been 0 or 1

Scores = NDArray[np.float32]


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
    marks: frozenset[str] = frozenset()  # names of those it has learnt from
    _of_words: dict[str, tuple[int, Scores]] = field(default_factory=dict, repr=False)

    def probabilities(self, readings: Sequence[Reading]) -> NDArray[np.float64]:
        """The probability of each label for each reading; the most suspicious window counts.

        (n_readings, n_labels) float64, each in [0, 1].
        """
        best = np.empty((len(readings), len(self.labels)))
        for row, reading in enumerate(readings):
            best[row] = self.scores(reading)
        logits = np.clip(self.slopes * best + self.offsets, -LOGIT_LIMIT, LOGIT_LIMIT)
        return np.asarray(1.0 / (1.0 + np.exp(-logits)))

    def scores(self, reading: Reading) -> NDArray[np.float64]:
        """Log odds before calibration, the highest of all windows for each label: (n_labels,)."""
        scores = np.array([self._score(window) for window in windows(reading)])
        return np.asarray(scores.max(axis=0))

    def centred(self, names: Sequence[str]) -> Classifier:
        """The same judgement of readings around which one of the names stands.

        Where none does, nobody said which holds, and their mean counts instead of nothing: what
        teaches without them (utterances, real talk) is not like the rest in other ways.
        """
        columns = around_columns(names)
        weights = self.weights.copy()
        mean = weights[columns].mean(axis=0)
        weights[columns] -= mean
        return replace(self, weights=weights, intercepts=self.intercepts + mean, _of_words={})

    def _score(self, window: Reading) -> NDArray[np.float64]:
        found = words(window.text)
        score = self.intercepts.copy()
        if found:
            shares = [self._share(word) for word in found]
            pieces = sum(number for number, _ in shares)
            score += np.sum([of_word for _, of_word in shares], axis=0) / pieces**0.5
        streams = list(other_streams(window, found))
        columns = np.concatenate([stream.columns for stream in streams])
        values = [stream.value for stream in streams]
        each = np.repeat(values, [len(stream.columns) for stream in streams])
        return np.asarray(score + each @ self.weights[columns])

    def _share(self, word: str) -> tuple[int, Scores]:
        """How many pieces the word has, and what they weigh together."""
        share = self._of_words.get(word)
        if share is None:
            columns = word_columns(word)
            share = len(columns), self.weights[columns].sum(axis=0)
            if len(self._of_words) >= WORDS_KEPT:
                self._of_words.clear()
            self._of_words[word] = share
        return share

    @classmethod
    def untaught(cls, labels: Sequence[str]) -> Classifier:
        """One that has learned nothing and holds everything for as likely as not."""
        n_labels = len(labels)
        return cls(
            labels=tuple(labels),
            weights=np.zeros((COLUMNS, n_labels), np.float32),
            intercepts=np.zeros(n_labels),
            slopes=np.ones(n_labels),
            offsets=np.zeros(n_labels),
        )

    def save(self, path: Path) -> None:
        """The classifier is in the file: arrays and nothing that could be run."""
        np.savez_compressed(
            path,
            allow_pickle=False,
            labels=np.array(self.labels),
            weights=self.weights.astype(np.float16),
            intercepts=self.intercepts,
            slopes=self.slopes,
            offsets=self.offsets,
            marks=np.array(sorted(self.marks), np.str_),
        )

    @classmethod
    def load(cls, path: Path) -> Classifier:
        """The classifier of a file. Raises ModelError when the file holds anything else."""
        try:
            with np.load(path, allow_pickle=False) as arrays:
                classifier = cls(
                    labels=tuple(map(str, arrays["labels"])),
                    weights=arrays["weights"].astype(np.float32),
                    intercepts=arrays["intercepts"],
                    slopes=arrays["slopes"],
                    offsets=arrays["offsets"],
                    marks=frozenset(map(str, arrays["marks"])),
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
