"""The network: reads the words in their order, where the regressions count pieces.

Rows of keys become vectors (hash embeddings, Svenstrup et al. 2017), each learns from its two
neighbours on both sides (two convolutions), and the strongest and the mean of each dimension say
what the text does. It is trained by ``network_training`` and served here by a few matrix products:
what a word brings is worked out once and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps

from models.reading import Reading
from models.sequence import NOTHING, Row, concept_key, others, word_keys, words

PASSAGE = 120  # words that are judged together; nine of ten cases in data/ have fewer
WORDS_KEPT = 20_000  # whose share is remembered; about 10 MB
EPSILON = 1e-8  # of the norm's variance, as in thinc

Floats = NDArray[np.float32]

_OPS = NumpyOps()
_CONCEPT = "concept"


@dataclass(frozen=True, slots=True)
class Layer:
    """The best of some linear pieces for each dimension, then a norm (maxout, layer norm).

    weights: (width * pieces, n_inputs); bias: (width * pieces,); gain, shift: (width,).
    """

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    def of_sums(self, sums: Floats) -> Floats:
        """The output for what the weights have made of the inputs, the bias not yet added."""
        width = len(self.gain)
        best = (sums + self.bias).reshape(len(sums), width, -1).max(axis=2)
        centred = best - best.mean(axis=1, keepdims=True)
        scale = (np.square(centred).mean(axis=1, keepdims=True) + EPSILON) ** -0.5
        return np.asarray(centred * scale * self.gain + self.shift)

    def __call__(self, inputs: Floats) -> Floats:
        return self.of_sums(inputs @ self.weights.T)


@dataclass(frozen=True, slots=True)
class Network:
    """Tables of vectors, one for each column of keys; how they mix; and what comes of it.

    tables: (n_vectors, width) each. ``last`` is (n_labels, width) and (n_labels,): log odds.
    """

    tables: tuple[Floats, ...]
    mix: Layer
    neighbours: tuple[Layer, ...]
    whole: Layer
    last: tuple[Floats, Floats]
    _shares: dict[tuple[str, str], Floats] = field(default_factory=dict, repr=False)

    def scores(self, reading: Reading) -> Floats:
        """Log odds for each label: (n_labels,). Of a long text, the highest of its passages."""
        spoken, beside = list(words(reading)), list(others(reading))
        vectors = self._read(spoken + beside)
        text, rest = vectors[: len(spoken)], vectors[len(spoken) :]
        starts = range(0, max(1, len(text) - PASSAGE // 2), PASSAGE // 2)
        pooled = [_pooled(text[start : start + PASSAGE], rest) for start in starts]
        weights, bias = self.last
        scores = self.whole(np.array(pooled)) @ weights.T + bias
        return np.asarray(scores.max(axis=0))

    def _read(self, rows: Sequence[Row]) -> Floats:
        """A vector for each row, (n_rows, width), having seen those around it."""
        depth = len(self.neighbours)
        edge = [NOTHING] * depth  # as beside every text in training
        framed = (*edge, *rows, *edge)
        vectors = self.mix.of_sums(np.array([self._share(row) for row in framed]))
        for layer in self.neighbours:
            nothing = np.zeros((1, vectors.shape[1]), np.float32)
            before, after = (nothing, vectors[:-1]), (vectors[1:], nothing)
            seen = (np.concatenate(before), vectors, np.concatenate(after))
            vectors = vectors + layer(np.concatenate(seen, axis=1))
        return np.asarray(vectors[depth : len(vectors) - depth])

    def _share(self, row: Row) -> Floats:
        """What a row brings to the mix: its word's part and its concept's."""
        word = self._remembered((row.kind, row.word))
        return np.asarray(word + self._remembered((_CONCEPT, row.concept)))

    def _remembered(self, name: tuple[str, str]) -> Floats:
        share = self._shares.get(name)
        if share is None:
            if len(self._shares) >= WORDS_KEPT:
                self._shares.clear()
            share = self._shares[name] = self._worked_out(*name)
        return share

    def _worked_out(self, kind: str, word: str) -> Floats:
        """The keys of a word or a concept, looked up and weighed: (width * pieces,)."""
        is_concept = kind == _CONCEPT
        keys = (concept_key(word),) if is_concept else word_keys(kind, word)
        first = len(self.tables) - 1 if is_concept else 0
        width = self.tables[0].shape[1]
        vectors = [
            _vector(self.tables[column], key, column) for column, key in enumerate(keys, first)
        ]
        part = self.mix.weights[:, first * width : (first + len(keys)) * width]
        return np.asarray(part @ np.concatenate(vectors))

    def arrays(self) -> dict[str, Floats]:
        """Everything it knows, by name."""
        layers = (self.mix, *self.neighbours, self.whole)
        named = {f"table {place}": table for place, table in enumerate(self.tables)}
        for place, layer in enumerate(layers):
            named |= {
                f"layer {place} {name}": getattr(layer, name)
                for name in ("weights", "bias", "gain", "shift")
            }
        return {**named, "last weights": self.last[0], "last bias": self.last[1]}

    @classmethod
    def of_arrays(cls, arrays: dict[str, Floats]) -> Network:
        """The network of what ``arrays`` gave. Raises KeyError where something is missing."""
        tables = [arrays[name] for name in sorted(arrays) if name.startswith("table ")]
        layers = [
            Layer(
                *(arrays[f"layer {place} {name}"] for name in ("weights", "bias", "gain", "shift"))
            )
            for place in range(sum(name.endswith(" gain") for name in arrays))
        ]
        last = arrays["last weights"], arrays["last bias"]
        return cls(tuple(tables), layers[0], tuple(layers[1:-1]), layers[-1], last)


def _vector(table: Floats, key: int, seed: int) -> Floats:
    """The sum of the rows of the table that the key hashes to: (width,)."""
    rows = _OPS.hash(np.array([key], np.uint64), seed)[0] % len(table)
    return np.asarray(table[rows].sum(axis=0))


def _pooled(text: Floats, rest: Floats) -> Floats:
    """The strongest and the mean of each dimension: (2 * width,)."""
    seen = np.concatenate([text, rest])
    return np.concatenate([seen.max(axis=0), seen.mean(axis=0)])
