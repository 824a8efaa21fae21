"""Teaching the scribe: dictations with an operation for each token in, a scribe out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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
    residual,
    with_array,
    zero_init,
)

from models.dictation import ITSELF, OUTSIDE, Dictation, Token, keys_of, kinds_key
from models.network import Table
from models.network_training import node_of, param, served
from models.scribe import REACH, Scribe, shares_of
from models.sequence import Keys

WIDTH, PIECES, DEPTH = 128, 2, 3
# One a column of keys: vectors, and how wide they are.
TABLES = (
    *((20_000, WIDTH), (6_000, WIDTH), (10_000, WIDTH), (6_000, WIDTH), (10_000, WIDTH)),
    *((1_000, WIDTH), (200, 32), (50, 32)),
)
MEANING, KINDS = 5, 7  # their columns
PASSES = 8
BATCH = 64  # dictations
SCALE = 8  # tokens that count as much as one dictation
RATE, WARM_UP, RATE_MIN = 0.003, 100, 0.02  # of Adam, as for the network
DROPOUT = 0.15
KNOWN_FROM = 6  # how often an operation must be told, to be learned
# How often a word, its parts, or what it is known to mean is hidden, so that the others must tell.
HIDDEN_WORDS, HIDDEN_PARTS, HIDDEN_MEANINGS = 0.12, 0.08, 0.15
HIDDEN = 7  # the key of what is hidden
# How often a word is another one that has the same operation somewhere: a name might be any name,
# and what is written as something else any other word for it.
ANOTHER_NAME, ANOTHER_WORD = 0.3, 0.15
RARE = 20  # times that a word of two letters and more is written as it stands, of a name at most
SHOWN_MOST, SHOWN_ALONE = 90, 60  # tokens of a text with a detail, and without
BEFORE = (5, 25)  # tokens shown before the detail, at least and at most
FROM_ITS_START = 0.7  # how often what is shown is about the first token of the details
MISJUDGED, NOT_JUDGED = 0.1, 0.15  # how often another kind is held for likely as well, and none is
GUESSED = 0.7  # how often some kind is held for likely in a text that has none

Labels = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A dictation, whose ``kinds`` are those of its details, and the operation of each token.

    None where nobody knows which it is: that teaches nothing.
    """

    dictation: Dictation
    operations: tuple[str | None, ...]


def fit(lessons: Iterable[Lesson], *, passes: int = PASSES, seed: int) -> Scribe:
    """A scribe that has learned from the lessons; the same for the same lessons and seed.

    It is the mean of what it was on the way. Raises ValueError where there are no lessons.
    """
    taught = [lesson for lesson in lessons if lesson.dictation.tokens]
    if not taught:
        raise ValueError("nothing is dictated in any lesson: give cases, or composed texts")
    counts = Counter(name for lesson in taught for name in lesson.operations if name)
    told = sorted({OUTSIDE, *(name for name, count in counts.items() if count >= KNOWN_FROM)})
    place_of = {name: place for place, name in enumerate(told)}
    every_kind = tuple(sorted({kind for lesson in taught for kind in lesson.dictation.kinds}))
    shown = Shown(taught, place_of, every_kind, np.random.default_rng(seed))
    fix_random_seed(seed)
    parts = _parts(len(told))
    model = parts.model
    model.initialize([shown[place][0] for place in range(min(BATCH, len(taught)))], None)
    optimizer = Adam(RATE, L2=0.0, grad_clip=1.0, use_averages=True)
    chance = np.random.default_rng(seed)
    batches = -(-len(taught) // BATCH)
    step = 0
    for _ in range(passes):
        order = chance.permutation(len(taught))
        for start in range(0, len(order), BATCH):
            step += 1
            left = 1 - step / (passes * batches + 1)
            optimizer.learn_rate = RATE * min(1.0, step / WARM_UP) * max(RATE_MIN, left)
            taken = [shown[place] for place in order[start : start + BATCH].tolist()]
            scores, learn = model.begin_update([keys for keys, _ in taken])
            learn([_amiss(its, labels) for its, (_, labels) in zip(scores, taken, strict=True)])
            model.finish_update(optimizer)
    with model.use_params(optimizer.averages):
        return _scribe(parts, tuple(told))


class Shown:
    """The lessons as a pass gets to see them: a part of each, with some of it hidden."""

    def __init__(
        self,
        lessons: Sequence[Lesson],
        place_of: dict[str, int],
        every_kind: Sequence[str],
        chance: np.random.Generator,
    ) -> None:
        self._every_kind, self._chance = every_kind, chance
        self._outside = place_of[OUTSIDE]
        self._kept = [
            (
                keys_of(replace(lesson.dictation, kinds=())).astype(np.uint32),
                np.array([place_of.get(name or "", -1) for name in lesson.operations], np.int32),
                lesson.dictation.kinds,
            )
            for lesson in lessons
        ]
        groups = list(_exchangeable(lessons, place_of))
        self._groups = groups
        every_key, every_group = (
            np.concatenate(arrays) for arrays in ([keys for keys, _, _ in self._kept], groups)
        )
        self._words: dict[int, Keys] = {
            group: np.unique(every_key[every_group == group, : MEANING + 1], axis=0)
            for group in np.unique(every_group).tolist()
            if group >= 0
        }
        self._names = place_of.get(ITSELF, -1)

    def __getitem__(self, place: int) -> tuple[Keys, Labels]:
        """Keys, (n_tokens, COLUMNS), and labels, (n_tokens,), -1 for those not known."""
        chance = self._chance
        every_key, every_label, kinds = self._kept[place]
        start, end = self._part(every_label)
        keys = every_key[start:end].astype(np.uint64)
        self._exchange(keys, self._groups[place][start:end])
        keys[:, KINDS] = self._judged(kinds)
        keys[chance.random(len(keys)) < HIDDEN_WORDS, 0] = HIDDEN
        keys[chance.random(len(keys)) < HIDDEN_PARTS, 1:MEANING] = HIDDEN
        keys[chance.random(len(keys)) < HIDDEN_MEANINGS, MEANING] = 0
        return keys, every_label[start:end]

    def _exchange(self, keys: Keys, groups: Labels) -> None:
        """Puts other words of their group in the place of some, but for their shape."""
        chances = self._chance.random(len(keys))
        for place in np.flatnonzero((chances < ANOTHER_NAME) & (groups >= 0)).tolist():
            group = int(groups[place])
            if group == self._names or chances[place] < ANOTHER_WORD:
                words = self._words[group]
                keys[place, : MEANING + 1] = words[int(self._chance.integers(len(words)))]

    def _part(self, labels: Labels) -> tuple[int, int]:
        chance = self._chance
        inside = np.flatnonzero(labels != self._outside)
        if not len(inside):
            start = int(chance.integers(max(1, len(labels) - SHOWN_ALONE)))
            return start, start + SHOWN_ALONE
        from_start = chance.random() < FROM_ITS_START
        about = inside[0] if from_start else inside[int(chance.integers(len(inside)))]
        start = max(0, int(about) - int(chance.integers(*BEFORE)))
        return start, start + SHOWN_MOST

    def _judged(self, kinds: Sequence[str]) -> int:
        """The key of the kinds that are held for likely: mostly those that are there."""
        chance = self._chance
        held = list(kinds)
        if not self._every_kind or chance.random() < NOT_JUDGED:
            return 0
        if (held and chance.random() < MISJUDGED) or (not held and chance.random() < GUESSED):
            held.append(self._every_kind[int(chance.integers(len(self._every_kind)))])
        return kinds_key(held)


def _exchangeable(lessons: Sequence[Lesson], place_of: dict[str, int]) -> Iterator[Labels]:
    """For each token the operation that makes it one of a group, -1 for none.

    Names are written as they stand, and so are endings, mail houses, signs and figures, which are
    no group.
    """
    counts = Counter(
        token.word
        for lesson in lessons
        for token, name in zip(lesson.dictation.tokens, lesson.operations, strict=True)
        if name == ITSELF
    )
    for lesson in lessons:
        groups = [
            -1
            if name is None or name == OUTSIDE or (name == ITSELF and not _is_name(token, counts))
            else place_of.get(name, -1)
            for token, name in zip(lesson.dictation.tokens, lesson.operations, strict=True)
        ]
        yield np.array(groups, np.int32)


def _is_name(token: Token, counts: Counter[str]) -> bool:
    return token.word.isalpha() and len(token.word) > 1 and counts[token.word] <= RARE


def _amiss(scores: NDArray[np.float32], labels: Labels) -> NDArray[np.float32]:
    """How far the shares of the operations are from what is known, as a slope of the loss."""
    shares = shares_of(scores)
    known = np.flatnonzero(labels >= 0)
    shares[known, labels[known]] -= 1
    shares[labels < 0] = 0
    return np.asarray(shares / (BATCH * SCALE), np.float32)


@dataclass(frozen=True, slots=True)
class Parts:
    """The layers of a model that hold what it learns, and the model that they make together."""

    tables: Sequence[Any]
    mix: Any
    neighbours: Sequence[Any]
    last: Any
    model: Any


def _parts(n_operations: int) -> Parts:
    tables: list[Any] = [
        HashEmbed(width, length, column=column, seed=column)
        for column, (length, width) in enumerate(TABLES)
    ]
    mix = _layer(sum(width for _, width in TABLES))
    neighbours = [_layer((2 * REACH + 1) * WIDTH) for _ in range(DEPTH)]
    last = Linear(n_operations, WIDTH, init_W=zero_init)
    seen = [residual(chain(expand_window(REACH), layer)) for layer in neighbours]
    model: Any = with_array(chain(concatenate(*tables), mix, *seen, last), pad=REACH * DEPTH)
    for node in model.walk():
        node.ops = NumpyOps(use_blis=False)  # BLIS takes twice as long here
    return Parts(tables, mix, neighbours, last, model)


def _layer(inputs: int) -> Any:
    return Maxout(WIDTH, inputs, nP=PIECES, normalize=True, dropout=DROPOUT)


def _scribe(parts: Parts, operations: tuple[str, ...]) -> Scribe:
    """What the parts have learned, as it is served."""
    tables = tuple(Table.of(param(node_of(table, "hashembed"), "E")) for table in parts.tables)
    neighbours = tuple(served(layer) for layer in parts.neighbours)
    last = param(parts.last, "W"), param(parts.last, "b")
    return Scribe(operations, tables, served(parts.mix), neighbours, last)
