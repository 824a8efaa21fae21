"""What the classifier sees of texts: hashed pieces of them, the same when it learns and serves.

Pieces are character n-grams within words, words, and pairs of neighbouring words. All are hashed
by one polynomial over the code points, taken from its running sums. Many texts are read as one
long one, so that any number of them costs a few passes of numpy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

BITS = 17  # 131,072 columns; 15 to 18 were equal on dev, and the corpus will grow
COLUMNS = 1 << BITS
NGRAM_LENGTHS = np.array([2, 3, 4, 5])
FIELD_SEPARATOR = "\x1e"  # ASCII "record separator": pieces of different fields never meet
_TEXT_SEPARATOR = "\x1d"  # ASCII "group separator", between texts that are read together

_BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, so that it has an inverse modulo 2^64
_BASE_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))
_MIX = np.uint64(0xFF51AFD7ED558CCD)  # of MurmurHash3's finaliser
_PAIR = np.uint64(0xC4CEB9FE1A85EC53)  # likewise
_SHIFT = np.uint64(33)
_WORD_KIND, _PAIR_KIND = 1, 6  # apart from the lengths of n-grams, which are their kinds
_FIELD_KINDS = 8
_WORD = re.compile(r"\w+")
_DIGITS = str.maketrans("0123456789", "0000000000")
_SPACE = 0x20
_WIDE_SPACES = (0xA0, 0x3000)


@dataclass(frozen=True, slots=True)
class Pieces:
    """Every piece of some texts with its place; each array is (n_pieces,) int64.

    ``starts`` and ``ends`` are half-open code points of the piece's own text.
    """

    texts: NDArray[np.int64]
    columns: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Features:
    """The columns that texts fill, by text and then by column; each array is (n_entries,).

    The values of a text grow with the logarithm of its pieces and have length 1 together.
    """

    texts: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: NDArray[np.float64]


class _Powers:
    """Powers of the base and of its inverse, as many as the longest input so far has needed."""

    def __init__(self) -> None:
        self._both = np.ones((2, 1), np.uint64)

    def upto(self, length: int) -> NDArray[np.uint64]:
        both = self._both
        if both.shape[1] < length:
            both = np.empty((2, 1 << (length - 1).bit_length()), np.uint64)
            both[0], both[1] = _BASE, _BASE_INVERSE
            both[:, 0] = 1
            self._both = both = np.cumprod(both, axis=1)
        return both[:, :length]


_POWERS = _Powers()


def features(texts: Sequence[str]) -> Features:
    """The features of the texts. Takes time linear in their length, but for one sort."""
    found = pieces(texts)
    entries, counts = np.unique(found.texts * COLUMNS + found.columns, return_counts=True)
    rows, columns = np.divmod(entries, COLUMNS)
    values = 1.0 + np.log(counts)
    lengths = np.sqrt(np.bincount(rows, values * values, minlength=len(texts)))
    return Features(rows, columns, values / lengths[rows])


def pieces(texts: Sequence[str]) -> Pieces:
    """Every piece of every field of the texts. Digits are all alike, and so are capitals.

    1. One long text. – 2. Running sums of its code points. – 3. n-grams. – 4. Words and pairs.
    """
    # 1. one text, and where each begins in it
    joined = _TEXT_SEPARATOR.join(text.replace(_TEXT_SEPARATOR, " ") for text in texts)
    begins = np.fromiter(accumulate((len(text) + 1 for text in texts), initial=0), np.int64)
    lowered = joined.replace("İ", "i").lower().translate(_DIGITS)  # İ alone grows when lowered
    codes = np.frombuffer(f" {lowered} ".encode("utf-32-le", "surrogatepass"), np.uint32)
    # 2. sums
    is_space = (codes <= _SPACE) | (codes == _WIDE_SPACES[0]) | (codes == _WIDE_SPACES[1])
    text_of = np.cumsum(codes == ord(_TEXT_SEPARATOR))
    field_of = np.cumsum(codes == ord(FIELD_SEPARATOR))
    field_of -= field_of[begins[:-1]][text_of]
    codes = np.where(is_space, _SPACE, codes).astype(np.uint64)
    forth, back = _POWERS.upto(len(codes))
    sums = np.concatenate([[np.uint64(0)], np.cumsum(codes * forth)])
    # 3. n-grams: at most one space at either end, and not two at once
    starts, lengths = _ngrams(is_space)
    hashes = (sums[starts + lengths] - sums[starts]) * back[starts]
    # 4. words: the padding puts them one further than the match says
    spans = np.array([match.span() for match in _WORD.finditer(lowered)], np.int64).reshape(-1, 2)
    word_starts, word_ends = spans[:, 0] + 1, spans[:, 1] + 1
    words = (sums[word_ends] - sums[word_starts]) * back[word_starts]
    pairs = (words[:-1] * _PAIR) ^ words[1:]
    is_together = (text_of[word_starts[:-1]] == text_of[word_starts[1:]]) & (
        field_of[word_starts[:-1]] == field_of[word_starts[1:]]
    )
    at = np.concatenate([starts, word_starts, word_starts[:-1][is_together]])
    ends = np.concatenate([starts + lengths, word_ends, word_ends[1:][is_together]])
    kinds = np.concatenate(
        [lengths, np.full(len(words), _WORD_KIND), np.full(is_together.sum(), _PAIR_KIND)]
    )
    # The spaces at the ends of an n-gram may be the separators beside its field: its place is
    # what lies between them.
    at, ends = at + is_space[at], ends - is_space[ends - 1]
    kinds = kinds + field_of[at] * _FIELD_KINDS
    hashes = np.concatenate([hashes, words, pairs[is_together]]) ^ (kinds.astype(np.uint64) * _PAIR)
    begun = begins[text_of[at]] + 1
    return Pieces(text_of[at], _columns(hashes), at - begun, ends - begun)


def _ngrams(is_space: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Starts and lengths of all n-grams whose only spaces are at an end, and not all of them."""
    spaces = np.concatenate([[0], np.cumsum(is_space)])
    starts = np.repeat(np.arange(len(is_space)), len(NGRAM_LENGTHS))
    lengths = np.tile(NGRAM_LENGTHS, len(is_space))
    fits = starts + lengths <= len(is_space)
    starts, lengths = starts[fits], lengths[fits]
    ends = starts + lengths
    has_spaces = spaces[ends] - spaces[starts]
    at_ends = is_space[starts].astype(np.int64) + is_space[ends - 1]
    is_piece = (has_spaces == at_ends) & (has_spaces < lengths)
    return starts[is_piece], lengths[is_piece]


def _columns(hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
    mixed = (hashes ^ (hashes >> _SHIFT)) * _MIX
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64)
