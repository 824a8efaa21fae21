"""Teaching the network: sequences of keys and targets in, a network out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import (
    Adam,
    HashEmbed,
    Linear,
    Maxout,
    NumpyOps,
    chain,
    concatenate,
    expand_window,
    fix_random_seed,
    list2ragged,
    reduce_max,
    reduce_mean,
    residual,
    uniqued,
    with_array,
    zero_init,
)

from models.network import PASSAGE, Layer, Network, Table
from models.progress import Progress
from models.sequence import COLUMNS, Keys, Packed

WIDTH, PIECES, DEPTH = 160, 2, 2  # dimensions of a vector, pieces of a maxout, convolutions
TABLE_LENGTHS = (20_000, 6_000, 10_000, 6_000, 10_000, 1_000)  # one a column of keys
PASSES = 4
PASSES_ON = 2  # of what has learned before
BESIDE_WEIGHT = 0.5  # of a reason, beside 1 for a label
BATCH = 128  # texts
RATE, WARM_UP = 0.003, 100  # of Adam, at its highest; batches until it is reached
RATE_MIN = 0.02  # of the highest, at the end
RATE_ON = 0.001  # its highest for what has learned before
DROPOUT = 0.3
# How often a word is hidden from a pass, so that its parts and its neighbours must tell; its long
# beginning and end; and the whole row.
HIDDEN_WORDS, HIDDEN_PARTS, HIDDEN_ROWS = 0.15, 0.075, 0.05
HIDDEN = 7  # the key of what is hidden
SAME = COLUMNS  # the column of a sum of the others, each with a factor of its own
FACTORS = np.random.default_rng(COLUMNS).integers(2**64, size=COLUMNS, dtype=np.uint64)
TEXT_MAX_WORDS = 250  # of a text that has a label; one that has none is innocent in every passage


def fit(
    sequences: Sequence[tuple[Keys, Keys]] | Packed,
    targets: NDArray[np.float64],
    weights: NDArray[np.float64],
    *,
    beside: NDArray[np.float64] | None = None,
    seed: int,
    passes: int = PASSES,
    known: Network | None = None,
    unfinished: Path | None = None,
) -> Network:
    """A network that has learned from the sequences; the mean of what it was on the way.

    sequences: the rows of the words and those of everything else, (n_rows, COLUMNS) each, the first
    of them never empty. targets: (n_sequences, n_labels), 1 yes, 0 no,
    NaN not known, which teaches nothing. weights: (n_sequences,), how much each counts; 0 for not
    at all. beside:
    (n_sequences, n_reasons), likewise, what is learnt with the labels and never asked for: to know
    why something is innocent makes a better reader (Caruana 1997). known: what has learned before
    and learns on, of the same shape and in smaller steps. unfinished: a file that a training of the
    same input goes on from, if there is one, and keeps what each pass has learned in. The same
    input and seed make the same network.
    """
    n_labels = targets.shape[1]
    if beside is not None:
        targets = np.hstack([targets, beside])
    fix_random_seed(seed)
    chance = np.random.default_rng(seed)
    shape = (WIDTH, DEPTH) if known is None else (known.width, len(known.neighbours))
    parts = _parts(targets.shape[1], *shape)
    model = parts.model
    taught = np.flatnonzero(weights)
    few = [_with_sum(np.concatenate(sequences[index])) for index in taught[:BATCH].tolist()]
    model.initialize(few, _floats(np.nan_to_num(targets[taught[:BATCH]])))
    rate = RATE
    if known is not None:
        rate = RATE_ON
        _take_on(parts, known)
    optimizer = Adam(rate, L2=0.0, grad_clip=1.0, use_averages=True)
    shares = _floats(~np.isnan(targets) * weights[:, None])
    shares[:, n_labels:] *= BESIDE_WEIGHT
    wanted = _floats(np.nan_to_num(targets))
    most = np.where(wanted[:, :n_labels].any(axis=1), TEXT_MAX_WORDS, PASSAGE).tolist()
    batches = -(-len(taught) // BATCH)
    progress = Progress(unfinished, model, optimizer, chance)
    for done in range(progress.taken_up(), passes):
        order = chance.permutation(taught)
        for step, start in enumerate(range(0, len(order), BATCH), done * batches + 1):
            left = 1 - step / (passes * batches + 1)
            optimizer.learn_rate = rate * min(1.0, step / WARM_UP) * max(RATE_MIN, left)
            taken = order[start : start + BATCH]
            shown = [_shown(sequences[index], most[index], chance) for index in taken.tolist()]
            scores, learn = model.begin_update(shown)
            odds = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
            learn((odds - wanted[taken]) * shares[taken] / len(taken))
            model.finish_update(optimizer)
        progress.keep(done + 1)
    with model.use_params(optimizer.averages):
        return _network(parts, n_labels)


def _floats(array: NDArray[np.float64]) -> NDArray[np.float32]:
    return array.astype(np.float32)


@dataclass(frozen=True, slots=True)
class Parts:
    """The layers of a model that hold what it learns, and the model that they make together."""

    tables: Sequence[Any]
    mix: Any
    neighbours: Sequence[Any]
    whole: Any
    last: Any
    model: Any


def _parts(n_labels: int, width: int, depth: int) -> Parts:
    tables: list[Any] = [
        HashEmbed(width, length, column=column, seed=column)
        for column, length in enumerate(TABLE_LENGTHS)
    ]
    mix = _layer(width, width * len(tables))
    neighbours = [_layer(width, 3 * width) for _ in range(depth)]
    whole = _layer(2 * width, 2 * width)
    last = Linear(n_labels, 2 * width, init_W=zero_init)
    seen = [residual(chain(expand_window(1), layer)) for layer in neighbours]
    model: Any = chain(
        with_array(chain(uniqued(chain(concatenate(*tables), mix), column=SAME), *seen), pad=depth),
        list2ragged(),
        concatenate(reduce_max(), reduce_mean()),
        whole,
        last,
    )
    for node in model.walk():
        node.ops = NumpyOps(use_blis=False)  # BLIS takes twice as long here
    return Parts(tables, mix, neighbours, whole, last, model)


def _layer(width: int, inputs: int) -> Any:
    return Maxout(width, inputs, nP=PIECES, normalize=True, dropout=DROPOUT)


def _shown(sequence: tuple[Keys, Keys], most: int, chance: np.random.Generator) -> Keys:
    """What a pass gets to see of a text: one passage if it is longer, with some of it hidden."""
    words, others = sequence
    start = int(chance.integers(max(1, len(words) - most)))
    keys = np.concatenate([words[start : start + most], others])
    keys[chance.random(len(keys)) < HIDDEN_WORDS, 0] = HIDDEN
    parts = chance.random(len(keys)) < HIDDEN_PARTS
    keys[parts, 2] = keys[parts, 4] = HIDDEN
    keys[chance.random(len(keys)) < HIDDEN_ROWS] = 0
    return _with_sum(keys)


def _with_sum(keys: Keys) -> Keys:
    """The keys with one more for each row, the same where the rows are."""
    return np.column_stack([keys, (keys * FACTORS).sum(axis=1)])


def _network(parts: Parts, n_labels: int) -> Network:
    """What the parts have learned of the labels, as it is served."""
    tables = [Table.of(param(node_of(table, "hashembed"), "E")) for table in parts.tables]
    neighbours = [served(layer) for layer in parts.neighbours]
    last = param(parts.last, "W")[:n_labels], param(parts.last, "b")[:n_labels]
    return Network(tuple(tables), served(parts.mix), tuple(neighbours), served(parts.whole), last)


def _take_on(parts: Parts, known: Network) -> None:
    """The parts know what the network does; of what it is never asked for, it has kept nothing."""
    for table, vectors in zip(parts.tables, known.tables, strict=True):
        _put(node_of(table, "hashembed"), "E", vectors.vectors())
    layers = (parts.mix, *parts.neighbours, parts.whole)
    for layer, learned in zip(layers, (known.mix, *known.neighbours, known.whole), strict=True):
        maxout, norm = node_of(layer, "maxout"), node_of(layer, "layernorm")
        _put(maxout, "W", learned.weights)
        _put(maxout, "b", learned.bias)
        _put(norm, "G", learned.gain)
        _put(norm, "b", learned.shift)
    for name, of_labels in zip(("W", "b"), known.last, strict=True):
        last = param(parts.last, name)
        last[: len(of_labels)] = of_labels
        _put(parts.last, name, last)


def _put(node: Any, name: str, values: NDArray[np.float32]) -> None:
    """The parameter has these values, in memory of its own: what joblib passes on is read-only."""
    node.set_param(name, np.array(values, np.float32).reshape(node.get_param(name).shape))


def served(layer: Any) -> Layer:
    """What a maxout with its norm has learned, as it is served."""
    maxout, norm = node_of(layer, "maxout"), node_of(layer, "layernorm")
    weights, bias = param(maxout, "W"), param(maxout, "b")
    return Layer(
        weights.reshape(-1, weights.shape[-1]),
        bias.reshape(-1),
        param(norm, "G"),
        param(norm, "b"),
    )


def node_of(layer: Any, name: str) -> Any:
    """The one node of that name within the layer."""
    (node,) = (node for node in layer.walk() if node.name == name)
    return node


def param(node: Any, name: str) -> NDArray[np.float32]:
    """A parameter of the node, in memory of its own."""
    return np.array(node.get_param(name), np.float32)
