"""The network: reads the words in their order, where the regressions count pieces.

Rows of keys become vectors (hash embeddings, Svenstrup et al. 2017), each learns from its two
neighbours on both sides (two convolutions), and the strongest and the mean of each dimension say
what the text does. It is trained by ``network_training`` and served here by a few matrix products:
what a word brings is worked out once and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps

from models.sequence import NOTHING, Row, concept_key, word_keys

PASSAGE = 120  # words that are judged together; nine of ten cases in data/ have fewer
WORDS_KEPT = 4_000  # whose share is remembered; about 8 MB
EPSILON = 1e-8  # of the norm's variance, as in thinc
STEPS = 127  # from nothing to the largest number of a vector, which is kept in a byte

Floats = NDArray[np.float32]
Name = tuple[str, str]  # a row's kind with its word, or "concept" with its name

_OPS = NumpyOps()
_CONCEPT = "concept"


@dataclass(frozen=True, slots=True)
class Table:
    """Vectors whose numbers are whole steps of a size of their own.

    steps: (n_vectors, width); sizes: (n_vectors,), what a step of each counts.
    """

    steps: NDArray[np.int8]
    sizes: Floats

    @classmethod
    def of(cls, vectors: Floats) -> Table:
        """The table that comes closest to the vectors: (n_vectors, width)."""
        largest = np.abs(vectors).max(axis=1)
        sizes = np.where(largest > 0, largest / STEPS, 1).astype(np.float16).astype(np.float32)
        steps = np.clip(np.rint(vectors / sizes[:, None]), -STEPS, STEPS)
        return cls(steps.astype(np.int8), sizes)

    def vectors(self) -> Floats:
        """What they stand for: (n_vectors, width)."""
        return self.steps * self.sizes[:, None]

    def sums_of(self, places: NDArray[np.integer[Any]]) -> Floats:
        """The sum of the vectors at each row of places: (n_rows, n_places) to (n_rows, width)."""
        return np.asarray((self.steps[places] * self.sizes[places][..., None]).sum(axis=1))


@dataclass(frozen=True, slots=True)
class Layer:
    """The best of some linear pieces for each dimension, then a norm (maxout, layer norm).

    weights: (width * pieces, n_inputs); bias: (width * pieces,); gain, shift: (width,).
    """

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats

    def __post_init__(self) -> None:
        # Column by column, since products with few rows take half the time then.
        object.__setattr__(self, "weights", np.asfortranarray(self.weights))

    def of_sums(self, sums: Floats) -> Floats:
        """The output for what the weights have made of the inputs, the bias not yet added."""
        width = len(self.gain)
        pieces = (sums + self.bias).reshape(len(sums), width, -1)
        best = reduce(np.maximum, np.moveaxis(pieces, 2, 0))  # many times faster than .max(axis=2)
        best -= best.sum(axis=1, keepdims=True) / width
        variance = np.einsum("ij,ij->i", best, best)[:, None] / width
        best *= (variance + EPSILON) ** -0.5
        best *= self.gain
        best += self.shift
        return np.asarray(best)

    def __call__(self, inputs: Floats) -> Floats:
        return self.of_sums(inputs @ self.weights.T)


@dataclass(frozen=True, slots=True)
class Network:
    """Tables of vectors, one for each column of keys; how they mix; and what comes of it.

    ``last`` is (n_labels, width) and (n_labels,): log odds.
    """

    tables: tuple[Table, ...]
    mix: Layer
    neighbours: tuple[Layer, ...]
    whole: Layer
    last: tuple[Floats, Floats]
    _known: dict[Name, Floats] = field(default_factory=dict, repr=False)

    @property
    def width(self) -> int:
        """Dimensions of a vector."""
        return len(self.mix.gain)

    def scores(self, texts: Sequence[Sequence[Row]], beside: Sequence[Row]) -> Floats:
        """Log odds for each label: (n_labels,). Of several texts, or a long one, the highest.

        The rows of the words of each text, at least one, and those of everything else.
        """
        spoken: list[Row] = []
        places: list[slice] = []
        for text in texts:
            if spoken:
                spoken += [NOTHING] * len(self.neighbours)
            places += _passages(len(spoken), len(text))
            spoken += text
        vectors = self._read([*spoken, *beside])
        rest = vectors[len(spoken) :]
        pooled = [_pooled(vectors[place], rest) for place in places]
        weights, bias = self.last
        scores = self.whole(np.array(pooled)) @ weights.T + bias
        return np.asarray(scores.max(axis=0))

    def _read(self, rows: Sequence[Row]) -> Floats:
        """A vector for each row, (n_rows, width), having seen those around it."""
        depth = len(self.neighbours)
        edge = [NOTHING] * depth  # as beside every text in training
        framed = (*edge, *rows, *edge)
        vectors = self.mix.of_sums(self._shares(framed))
        for layer in self.neighbours:
            nothing = np.zeros((1, vectors.shape[1]), np.float32)
            before, after = (nothing, vectors[:-1]), (vectors[1:], nothing)
            seen = (np.concatenate(before), vectors, np.concatenate(after))
            vectors = vectors + layer(np.concatenate(seen, axis=1))
        return np.asarray(vectors[depth : len(vectors) - depth])

    def _shares(self, rows: Sequence[Row]) -> Floats:
        """What each row's word and concept bring to the mix: (n_rows, width * pieces)."""
        words = self._remembered([(row.kind, row.word) for row in rows])
        return words + self._remembered([(_CONCEPT, row.concept) for row in rows])

    def _remembered(self, names: Sequence[Name]) -> Floats:
        """What has not been met is worked out, all of it together, since that is much quicker."""
        met = {name: self._known.get(name) for name in names}
        unknown = [name for name, row in met.items() if row is None]
        if unknown:
            worked_out = dict(zip(unknown, self._worked_out(unknown), strict=True))
            met |= worked_out
            if len(self._known) > WORDS_KEPT:
                self._known.clear()  # another thread may be here as well: it has its own ``met``
            self._known.update(worked_out)
        return np.array([met[name] for name in names])

    def _worked_out(self, names: Sequence[Name]) -> Floats:
        """Words, or concepts, looked up and weighed: (n_names, width * pieces)."""
        is_concept = names[0][0] == _CONCEPT
        first = len(self.tables) - 1 if is_concept else 0
        keys = [
            (concept_key(word),) if is_concept else word_keys(kind, word) for kind, word in names
        ]
        columns = np.ascontiguousarray(np.array(keys, np.uint64).T)
        vectors = [
            self.tables[place].sums_of(_OPS.hash(column, place) % len(self.tables[place].steps))
            for place, column in enumerate(columns, first)
        ]
        width = vectors[0].shape[1]
        weights = self.mix.weights[:, first * width : (first + len(columns)) * width]
        return np.asarray(np.concatenate(vectors, axis=1) @ weights.T)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Everything it knows, by name."""
        return arrays_of(self.tables, (self.mix, *self.neighbours, self.whole), self.last)

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Network:
        """The network of what ``arrays`` gave. Raises LookupError where something is missing."""
        tables, (mix, *neighbours, whole), last = parts_of_arrays(arrays)
        return cls(tables, mix, tuple(neighbours), whole, last)


_OF_A_LAYER = ("weights", "bias", "gain", "shift")


def arrays_of(
    tables: Sequence[Table], layers: Sequence[Layer], last: tuple[Floats, Floats]
) -> dict[str, NDArray[Any]]:
    """What they hold, by name."""
    named: dict[str, NDArray[Any]] = {}
    for place, table in enumerate(tables):
        named |= {f"table {place} steps": table.steps, f"table {place} sizes": table.sizes}
    for place, layer in enumerate(layers):
        named |= {f"layer {place} {name}": getattr(layer, name) for name in _OF_A_LAYER}
    return {**named, "last weights": last[0], "last bias": last[1]}


def parts_of_arrays(
    arrays: Mapping[str, NDArray[Any]],
) -> tuple[tuple[Table, ...], tuple[Layer, ...], tuple[Floats, Floats]]:
    """The tables, layers and last of ``arrays_of``. Raises KeyError where something is missing."""
    tables = tuple(
        Table(arrays[f"table {place} steps"], arrays[f"table {place} sizes"])
        for place in range(sum(name.endswith(" steps") for name in arrays))
    )
    layers = tuple(
        Layer(*(arrays[f"layer {place} {name}"] for name in _OF_A_LAYER))
        for place in range(sum(name.endswith(" gain") for name in arrays))
    )
    return tables, layers, (arrays["last weights"], arrays["last bias"])


def halved(array: NDArray[Any]) -> NDArray[Any]:
    """As it is kept in a file: half the digits of a number; steps are whole anyway."""
    return array.astype(np.float16) if array.dtype == np.float32 else array


def whole(array: NDArray[Any]) -> NDArray[Any]:
    """As it is served, of what ``halved`` gave."""
    return array.astype(np.float32) if array.dtype == np.float16 else array


def _passages(start: int, length: int) -> Iterator[slice]:
    """Where the passages of a text of so many words lie, each beginning amid the one before."""
    end = start + length
    for at in range(start, max(start + 1, end - PASSAGE // 2), PASSAGE // 2):
        yield slice(at, min(at + PASSAGE, end))


def _pooled(text: Floats, rest: Floats) -> Floats:
    """The strongest and the mean of each dimension: (2 * width,)."""
    seen = np.concatenate([text, rest])
    return np.concatenate([seen.max(axis=0), seen.mean(axis=0)])
