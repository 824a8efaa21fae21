"""One regression a label over hashed pieces of a reading: which words, however they are ordered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from models.features import COLUMNS, other_columns, word_columns, words
from models.reading import Reading

WORDS_KEPT = 50_000  # whose share of the scores is remembered; about 6 MB

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Regressions:
    """weights: (COLUMNS, n_labels) float32; intercepts: (n_labels,) float64."""

    weights: NDArray[np.float32]
    intercepts: NDArray[np.float64]
    _of_words: dict[str, tuple[int, Scores]] = field(default_factory=dict, repr=False)

    @classmethod
    def untaught(cls, n_labels: int) -> Regressions:
        """Some that have learned nothing and hold everything for as likely as not."""
        return cls(np.zeros((COLUMNS, n_labels), np.float32), np.zeros(n_labels))

    def scores(self, windows: Sequence[Reading]) -> NDArray[np.float64]:
        """Log odds for each label in each of a reading's windows: (n_windows, n_labels)."""
        return np.array([self._score(window) for window in windows])

    def _score(self, window: Reading) -> NDArray[np.float64]:
        found = words(window.text)
        score = self.intercepts.copy()
        if found:
            shares = [self._share(word[0]) for word in found]
            pieces = sum(number for number, _ in shares)
            score += np.array([of_word for _, of_word in shares]).sum(axis=0) / pieces**0.5
        columns, each = other_columns(window, found)
        return np.asarray(score + each @ self.weights.take(columns, axis=0))

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
