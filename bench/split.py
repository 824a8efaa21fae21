"""Who learns from a case and who is measured on it: decided once, by the id, for good.

Cases that say nearly the same, and twins (the same words, once innocent, once not) stand together
in ``data/twins.json``: a list of lists of ids. All of a list go where its first id goes, so a case
that is added later never moves an old one. ``near_duplicates`` finds what must stand there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from sklearn.feature_extraction.text import HashingVectorizer

from bench.cases import Case

Split = Literal["train", "dev", "test"]
SPLITS: tuple[Split, ...] = get_args(Split)

DATA = Path(__file__).resolve().parent.parent / "data"
TRAIN_BELOW, DEV_BELOW = 75, 80  # of a hundred buckets: train 75 %, dev 5 %, test 20 %

SHINGLE_LENGTH = 5  # characters
BLOCK = 500  # cases compared at once; bounds the memory
PARTS = 10  # of those that they are compared with; each pair is looked at once
# Jaccard similarity of shingles. Among our first 1,662 cases every pair above it read like a
# variation of one thought, those below only shared a phrase of their trade.
NEAR_DUPLICATE_FROM = 0.15


def split_of(id: str) -> Split:
    """The part that the case with this id belongs to."""
    bucket = _bucket(id, 100)
    if bucket < TRAIN_BELOW:
        return "train"
    return "dev" if bucket < DEV_BELOW else "test"


def fold_of(id: str, folds: int) -> int:
    """The fold of the train split, in [0, folds), for what is learnt by leaving a part out."""
    return _bucket(id, 100 * folds) // 100


def _bucket(id: str, buckets: int) -> int:
    """A number below ``buckets`` that the id, or the first of its twins, decides."""
    first = _first_twins().get(id, id).encode(errors="surrogatepass")
    return int.from_bytes(hashlib.sha256(first).digest()[:8], "big") % buckets


def near_duplicates(
    cases: Sequence[Case], *, of_first: int | None = None
) -> Iterator[tuple[Case, Case, float]]:
    """Every pair of cases whose texts are as similar as ``NEAR_DUPLICATE_FROM`` or more.

    Compares the sets of five-character shingles of the lower-cased texts by Jaccard similarity.
    of_first: only the pairs that one of the first so many cases is in.
    """
    if not cases:
        return
    shingles = HashingVectorizer(
        analyzer="char",
        ngram_range=(SHINGLE_LENGTH, SHINGLE_LENGTH),
        binary=True,
        norm=None,
        alternate_sign=False,
        dtype=np.float32,
    ).transform([case.message.text for case in cases])
    sizes = np.asarray(shingles.sum(axis=1)).ravel()
    edges = [len(cases) * part // PARTS for part in range(PARTS + 1)]
    parts = [(low, high, shingles[low:high].T.tocsr()) for low, high in pairwise(edges)]
    compared = len(cases) if of_first is None else of_first
    for start in range(0, compared, BLOCK):
        block = shingles[start : min(start + BLOCK, compared)]
        for low, _, others in (part for part in parts if part[1] > start):
            shared = (block @ others).tocoo()
            rows, columns = shared.row + start, shared.col + low
            similarity = shared.data / (sizes[rows] + sizes[columns] - shared.data)
            near = (rows < columns) & (similarity >= NEAR_DUPLICATE_FROM)
            for row, column, alike in zip(rows[near], columns[near], similarity[near], strict=True):
                yield cases[row], cases[column], float(alike)


@cache
def _first_twins() -> dict[str, str]:
    groups: list[list[str]] = json.loads((DATA / "twins.json").read_text(encoding="utf-8"))
    return {id: group[0] for group in groups for id in group}
