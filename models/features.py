"""What the classifier sees of a reading: hashed pieces of it, the same when it learns and serves.

Pieces come in streams. Within a stream each piece counts 1/sqrt(number of pieces), so that a long
text says no more than a short one; marks and what is around count in full, for they are few.

Pieces of a word (its runs of two to five characters) depend on the word alone, so they are worked
out once a word and kept by the caller; texts repeat their words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from models.reading import Reading
from models.scripts import MARKS, lowered

BITS = 18
COLUMNS = 1 << BITS
NGRAM_LENGTHS = (2, 3, 4, 5)
WORD_MAX_LENGTH = 40  # code points; what is longer is read in parts
NEIGHBOURS = 4  # how far apart two concepts may stand to count as a pair
CONCEPT_WEIGHT = 1.5  # of what words mean, beside the words
TOGETHER_MAX = 30  # names of which each pair counts
BEFORE_WEIGHT = 0.5  # of the words before; they say what the text answers to, not what it says
HASHES_KEPT = 100_000  # names and words; about 10 MB

Columns = NDArray[np.int64]
Hashes = NDArray[np.uint64]

# Private-use characters stand for something that was found, each for itself.
_WORD = re.compile(
    rf"[\ue000-\uf8ff]|[\w{MARKS}]{{1,{WORD_MAX_LENGTH}}}"
    rf"|[^\w\s\ue000-\uf8ff{MARKS}]{{1,{WORD_MAX_LENGTH}}}"
)
_DIGITS = str.maketrans("0123456789", "0000000000")
_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio (Knuth 6.4): spreads hashes
_LEFT = np.uint64(0xC2B2AE3D27D4EB4F)  # of xxHash; makes "a b" another pair than "b a"
_SHIFT = np.uint64(64 - BITS)
# What keeps the streams apart, as a salt of each.
(
    _NGRAM, _WORD_ALONE, _WORD_PAIR, _CONCEPT, _MARK, _BEFORE, _AROUND, _NEXT, _NEAR,
    _WOVEN, _WOVEN_NEAR, _PRESENT, _TOGETHER, _OWN,
) = (np.uint64(salt << 40) for salt in range(1, 15))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stream:
    """Pieces that are counted together. They may repeat; each of them weighs ``value``."""

    pieces: Hashes
    value: float


def words(text: str) -> list[re.Match[str]]:
    """The words and runs of signs where they stand, in lower case. Digits are all alike."""
    return list(_WORD.finditer(lowered(text).translate(_DIGITS)))


def word_columns(word: str) -> Columns:
    """The columns of a word's n-grams, with the space around it."""
    framed = f" {word} "
    grams = [
        crc32(framed[at : at + length].encode("utf-8", "surrogatepass"))
        for length in NGRAM_LENGTHS
        for at in range(len(framed) - length + 1)
    ]
    return columns_of(np.array(grams, np.uint64) + _NGRAM)


def other_columns(
    reading: Reading, found: Sequence[re.Match[str]]
) -> tuple[Columns, NDArray[np.float64]]:
    """Where everything but the n-grams is counted, and what each entry weighs."""
    streams = list(other_streams(reading, found))
    columns = columns_of(np.concatenate([stream.pieces for stream in streams]))
    sizes = [len(stream.pieces) for stream in streams]
    return columns, np.repeat([stream.value for stream in streams], sizes)


def other_streams(reading: Reading, found: Sequence[re.Match[str]]) -> Iterator[Stream]:
    """Everything but the n-grams.

    Words and their pairs; concepts, and those nearby; words with concepts in their places; concepts
    and what is around, in pairs wherever they stand; marks; the words before; what is around.
    """
    said = _hashes(word[0] for word in found)
    yield _shared(said + _WORD_ALONE, *_pairs(said, _WORD_PAIR))
    meant = _hashes(concept.name for concept in reading.concepts)
    nearby = _pairs(meant, _NEXT, *[_NEAR] * (NEIGHBOURS - 1))
    yield _shared(meant + _CONCEPT, *nearby, weight=CONCEPT_WEIGHT)
    woven = _woven(said, reading, found)
    yield _shared(*_pairs(woven, _WOVEN, _WOVEN_NEAR))
    present = _hashes(_present(reading))
    one, other = _each_two(len(present))
    together = present[one] * _LEFT + present[other] + _TOGETHER
    yield _shared(present + _PRESENT, together)
    marks = _hashes([mark.name for mark in reading.marks] or [""])
    yield Stream(marks + _MARK, 1.0)
    for earlier, salt in ((reading.before, _BEFORE), (reading.own, _OWN)):
        if earlier:
            yield _shared(_hashes(word[0] for word in words(earlier)) + salt, weight=BEFORE_WEIGHT)
    if reading.around:
        yield Stream(_hashes(reading.around) + _AROUND, 1.0)


def _woven(said: Hashes, reading: Reading, found: Sequence[re.Match[str]]) -> Hashes:
    """The words, with concepts in the places of those that have one; of several, the first."""
    starts = [word.start() for word in found]
    woven = said.copy()
    last = -1
    for concept in reading.concepts:
        place = bisect_right(starts, concept.place) - 1
        if place > last and concept.place < found[place].end():
            woven[place] = _hash(f"concept {concept.name}")
            last = place
    return woven


def _present(reading: Reading) -> list[str]:
    """What is meant or known, once each and in an order that is always the same."""
    known = (name for name in reading.around if not name.startswith("surface "))
    names = dict.fromkeys((*known, *(concept.name for concept in reading.concepts)))
    return sorted(islice(names, TOGETHER_MAX))


def _pairs(hashes: Hashes, *salts: np.uint64) -> Iterator[Hashes]:
    """Each with the one that follows it, then with the one behind that, and on, a salt each."""
    left = hashes * _LEFT
    for distance, salt in enumerate(salts, 1):
        yield left[:-distance] + (hashes[distance:] + salt)


@lru_cache
def _each_two(number: int) -> tuple[Columns, Columns]:
    """The places of each two of so many, the earlier and the later ones."""
    return np.triu_indices(number, 1)


def _shared(*parts: Hashes, weight: float = 1.0) -> Stream:
    pieces = np.concatenate(parts)
    return Stream(pieces, weight / max(1, len(pieces)) ** 0.5)


def _hashes(names: Iterable[str]) -> Hashes:
    return np.array([_hash(name) for name in names], np.uint64)


@lru_cache(HASHES_KEPT)
def _hash(name: str) -> int:
    return crc32(name.encode("utf-8", "surrogatepass"))


def columns_of(pieces: Hashes) -> Columns:
    """Where pieces are counted, one column each; the salt of its stream is added to each."""
    return ((pieces * _MIX) >> _SHIFT).astype(np.int64)
