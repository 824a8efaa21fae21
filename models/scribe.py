"""The scribe: writes down what somebody dictates, so that detectors can read it.

No list holds all the words people say for the signs of an address, nor what they say in between;
but what stands around them tells what they are for. So what each word does is learned, from details
whose values are known; how is told by ``bench.dictation``.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from thinc.api import NumpyOps

from models.dictation import (
    APART,
    COLUMNS,
    OUTSIDE,
    Dictation,
    Writing,
    keys_of,
    written,
)
from models.errors import ModelError
from models.network import Floats, Layer, Table, arrays_of, halved, parts_of_arrays, whole
from models.scribe_search import Form, likeliest
from models.sequence import Keys

REACH = 2  # tokens that a layer sees on each side

_OPS = NumpyOps()


def shares_of(scores: Floats) -> Floats:
    """The probabilities of what has these log odds: (n_tokens, n_operations)."""
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))


@dataclass(frozen=True, slots=True)
class Scribe:
    """Tables of vectors, one a column of keys; how they mix; layers that see their neighbours.

    ``last`` is (n_operations, width) and (n_operations,): log odds.
    """

    operations: tuple[str, ...]
    tables: tuple[Table, ...]
    mix: Layer
    neighbours: tuple[Layer, ...]
    last: tuple[Floats, Floats]

    def write(
        self, dictation: Dictation, forms: Sequence[Form] = (), *, apart: int = APART
    ) -> tuple[list[Writing], list[Writing | None]]:
        """What is dictated in the text, in its order; and the likeliest writing of each form.

        apart: tokens of no detail that may stand within what is held to a form.
        """
        if not dictation.tokens or not self.tables:
            return [], [None] * len(forms)
        odds = self.probabilities(dictation)
        done = [self.operations[place] for place in odds.argmax(axis=1).tolist()]
        free = written(dictation.tokens, done, odds.max(axis=1).tolist())
        held = [
            likeliest(dictation.tokens, self.operations, odds, form, apart=apart) for form in forms
        ]
        return list(free), held

    def probabilities(self, dictation: Dictation) -> Floats:
        """Of each operation for each token: (n_tokens, n_operations)."""
        return shares_of(self._read(keys_of(dictation)))

    def _read(self, keys: Keys) -> Floats:
        edge = REACH * len(self.neighbours)
        framed = np.pad(keys, ((edge, edge), (0, 0)))  # as beside every text in training
        columns = np.ascontiguousarray(framed.T)
        found = [
            table.sums_of(_OPS.hash(column, place) % len(table.steps))
            for place, (table, column) in enumerate(zip(self.tables, columns, strict=True))
        ]
        vectors = self.mix(np.concatenate(found, axis=1))
        for layer in self.neighbours:
            beside = np.pad(vectors, ((REACH, REACH), (0, 0)))
            around = [beside[at : at + len(vectors)] for at in range(2 * REACH + 1)]
            vectors = vectors + layer(np.concatenate(around, axis=1))
        weights, bias = self.last
        return np.asarray(vectors[edge : len(vectors) - edge] @ weights.T + bias)

    @classmethod
    def untaught(cls) -> Scribe:
        """One that writes nothing."""
        nothing = np.zeros((0, 0), np.float32)
        flat = nothing.ravel()
        return cls((OUTSIDE,), (), Layer(nothing, flat, flat, flat), (), (nothing, flat))

    def save(self, path: Path) -> None:
        """The scribe is in the file: arrays and nothing that could be run."""
        arrays = arrays_of(self.tables, (self.mix, *self.neighbours), self.last)
        kept = {name: halved(array) for name, array in arrays.items()}
        names = np.array(self.operations, np.str_)
        np.savez_compressed(path, allow_pickle=False, operations=names, **kept)

    @classmethod
    def load(cls, path: Path) -> Scribe:
        """The scribe of a file. Raises ModelError when the file holds anything else."""
        try:
            with np.load(path, allow_pickle=False) as file:
                arrays = {name: whole(file[name]) for name in file.files}
            operations = tuple(map(str, arrays.pop("operations")))
            tables, (mix, *neighbours), last = parts_of_arrays(arrays)
            scribe = cls(operations, tables, mix, tuple(neighbours), last)
            scribe._check(arrays.keys())
        except (OSError, EOFError, ValueError, TypeError, LookupError, BadZipFile) as error:
            raise ModelError(
                f"{path}: cannot be read as a scribe ({type(error).__name__}); "
                "train again with `inbounds models train`"
            ) from error
        return scribe

    def _check(self, names: AbstractSet[str]) -> None:
        """Raises ValueError unless its parts go together, and are all that has these names."""
        widths = [table.steps.shape[1] for table in self.tables]
        layers = (self.mix, *self.neighbours)
        width = len(self.mix.gain)
        inputs = [sum(widths), *[(2 * REACH + 1) * width] * len(self.neighbours)]
        weights, bias = self.last
        is_whole = (
            OUTSIDE in self.operations
            and arrays_of(self.tables, layers, self.last).keys() == names
            and len(self.tables) == COLUMNS
            and all(len(it.steps) and it.sizes.shape == it.steps.shape[:1] for it in self.tables)
            and [layer.weights.shape[1] for layer in layers] == inputs
            and all(layer.gain.shape == layer.shift.shape == (width,) for layer in layers)
            and all(layer.bias.shape == layer.weights.shape[:1] for layer in layers)
            and all(len(layer.bias) % width == 0 for layer in layers)
            and weights.shape == (len(self.operations), width)
            and bias.shape == (len(self.operations),)
            and all(np.isfinite(array).all() for array in (weights, bias))
        )
        if not is_whole:
            raise ValueError("its parts do not go together")
