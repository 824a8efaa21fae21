"""What the classifier sees of a text: hashed pieces of it, the same when it learns and serves.

Pieces are character n-grams within words, words, and pairs of neighbouring words. All are hashed
by one polynomial over the code points, taken from its running sums, so that a text costs a few
passes of numpy whatever it holds. Nothing here looks at Python characters one by one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

BITS = 17  # 131,072 columns; 16 cost 1-2 points of average precision on dev, 18 gained nothing
COLUMNS = 1 << BITS
NGRAM_LENGTHS = (2, 3, 4, 5)
FIELD_SEPARATOR = "\x1e"  # ASCII "record separator": pieces of different fields never meet

_BASE: Final = np.uint64(0x9E3779B97F4A7C15)  # odd, so that it has an inverse modulo 2^64
_BASE_INVERSE: Final = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))
_MIX: Final = np.uint64(0xFF51AFD7ED558CCD)  # of MurmurHash3's finaliser
_PAIR: Final = np.uint64(0xC4CEB9FE1A85EC53)  # likewise
_SHIFT: Final = np.uint64(33)
_WORD = re.compile(r"\w+")
_DIGITS = str.maketrans("0123456789", "0000000000")
_SPACE = 0x20


@dataclass(frozen=True, slots=True)
class Pieces:
    """Every piece of a text with its place.

    columns: (n_pieces,) int64; starts, ends: (n_pieces,) int64, half-open code points of the text.
    """

    columns: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


class _Powers:
    """Powers of the base and of its inverse, as many as the longest text so far has needed."""

    def __init__(self) -> None:
        self._forth = np.ones(1, np.uint64)
        self._back = np.ones(1, np.uint64)

    def upto(self, length: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
        if len(self._forth) < length:
            size = 1 << (length - 1).bit_length()
            forth, back = np.full(size, _BASE), np.full(size, _BASE_INVERSE)
            forth[0] = back[0] = 1
            self._forth, self._back = np.cumprod(forth), np.cumprod(back)
        return self._forth[:length], self._back[:length]


_POWERS = _Powers()


def pieces(text: str) -> Pieces:
    """Every piece of every field of the text. Digits are all alike, and so are capitals."""
    found: list[tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int64]]] = []
    start = 0
    for field, content in enumerate(text.split(FIELD_SEPARATOR)):
        for kind, (hashes, starts, ends) in enumerate(_pieces_of_field(content)):
            seed = np.uint64(64 * field + kind + 1) * _PAIR
            found.append((hashes ^ seed, starts + start, ends + start))
        start += len(content) + len(FIELD_SEPARATOR)
    hashes = np.concatenate([part for part, _, _ in found])
    hashes = (hashes ^ (hashes >> _SHIFT)) * _MIX
    return Pieces(
        (hashes >> np.uint64(64 - BITS)).astype(np.int64),
        np.concatenate([part for _, part, _ in found]),
        np.concatenate([part for _, _, part in found]),
    )


def features(text: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The columns that the text fills, ascending, and their values.

    columns: (n,) int64; values: (n,) float64, logarithmic in the number of pieces, of length 1.
    """
    columns, counts = np.unique(pieces(text).columns, return_counts=True)
    values = 1.0 + np.log(counts)
    return columns, values / max(1e-9, float(np.sqrt(values @ values)))


def _pieces_of_field(
    content: str,
) -> list[tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int64]]]:
    """Hashes, starts and ends of the n-grams of each length, of words, and of pairs of words."""
    lowered = content.replace("İ", "i").lower().translate(_DIGITS)  # İ alone grows when lowered
    codes = np.frombuffer(f" {lowered} ".encode("utf-32-le", "surrogatepass"), np.uint32)
    is_space = (codes <= _SPACE) | (codes == 0xA0) | (codes == 0x3000)
    codes = np.where(is_space, _SPACE, codes).astype(np.uint64)
    forth, back = _POWERS.upto(len(codes) + 1)
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(codes * forth[:-1], out=sums[1:])
    spaces = np.zeros(len(codes) + 1, np.int64)
    np.cumsum(is_space, out=spaces[1:])

    found = []
    for length in NGRAM_LENGTHS:
        starts = np.arange(max(0, len(codes) - length + 1))
        inner = spaces[starts + length - 1] - spaces[starts + 1]
        edge = is_space[starts].astype(np.int64) + is_space[starts + length - 1]
        starts = starts[(inner == 0) & (edge < length)]
        hashes = (sums[starts + length] - sums[starts]) * back[starts]
        # The text was padded by one space; a piece that begins in it begins with the text.
        found.append(
            (hashes, np.maximum(starts - 1, 0), np.minimum(starts + length - 1, len(content)))
        )
    spans = np.array([match.span() for match in _WORD.finditer(lowered)], np.int64).reshape(-1, 2)
    starts, ends = spans[:, 0], spans[:, 1]
    words = (sums[ends + 1] - sums[starts + 1]) * back[starts + 1]
    found.append((words, starts, ends))
    pairs = (words[:-1] * _PAIR) ^ words[1:]
    found.append((pairs, starts[:-1], ends[1:]))
    return found
