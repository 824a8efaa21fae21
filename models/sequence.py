"""What the network sees of a reading: its words one by one in their order, each as a row of keys.

A row has a key for the word, for its beginning and its end (so that a word never seen is known by
its stem or its ending), and for the concept that begins in it. Marks, what is around, and the words
before follow as rows of their own. Scripts without spaces are read cluster by cluster, each known
with those beside it in place of beginnings and ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from models.features import words as words_of
from models.reading import Reading
from models.scripts import CLUSTER, MARKS, UNSPACED, lowered

COLUMNS = 6  # of a row: word, short and long beginning, short and long end, concept
WORD_MAX_LENGTH = 40  # code points; what is longer is read in parts
BEFORE_WORDS = 60  # the last ones of what each side has said before
SHORT, LONG = 3, 5  # letters of a beginning or an end, with the edge of the word as one more

Keys = NDArray[np.uint64]

_WORD = re.compile(
    rf"[\ue000-\uf8ff]|(?P<cluster>{CLUSTER})"
    rf"|(?:(?![{UNSPACED}])[\w{MARKS}]){{1,{WORD_MAX_LENGTH}}}"
    rf"|[^\w\s\ue000-\uf8ff{MARKS}]{{1,{WORD_MAX_LENGTH}}}"
)
_UNSPACED = re.compile(f"[{UNSPACED}]")
_DIGITS = str.maketrans("0123456789", "0000000000")
_EDGE = "|"
_EDGES = (_EDGE, _EDGE)  # as many clusters on each side belong to the row of one
_WORDS, _BEFORE, _OWN, _NAMES = "w", "b", "o", "n"  # what keeps the kinds of rows apart


class Row(NamedTuple):
    """A word or a name, its kind, and the concept that begins in it, if one does."""

    kind: str
    word: str
    concept: str


NOTHING = Row("", "", "")
# In place of a concept, what tells words that were said before from those of the text.
BY_OTHER, BY_SENDER = "said by the other", "said by the sender"


def rows(reading: Reading, passages: Sequence[Reading] = ()) -> tuple[list[list[Row]], list[Row]]:
    """The rows of the text, or of some passages of it, and those of everything else beside it."""
    return [list(words(text)) for text in passages or (reading,)], list(others(reading))


def words(reading: Reading) -> Iterator[Row]:
    """The rows of the text, in its order; one of nothing when it has no words."""
    if not reading.text or reading.text.isspace():
        yield NOTHING
    signs = reading.concepts
    places = [sign.place for sign in signs]
    for start, word in _found(reading.text):
        at = bisect_left(places, start)
        is_meant = at < len(places) and places[at] < start + len(_itself(word))
        yield Row(_WORDS, word, signs[at].name if is_meant else "")


def others(reading: Reading) -> Iterator[Row]:
    """The rows of everything else: marks, what is around, and the words before."""
    for name in sorted({mark.name for mark in reading.marks}):
        yield Row(_NAMES, f"mark {name}", "")
    for name in reading.around:
        yield Row(_NAMES, name, "")
    for kind, said, by in ((_BEFORE, reading.before, BY_OTHER), (_OWN, reading.own, BY_SENDER)):
        if said:
            yield NOTHING
        for _, word in list(_found(said))[-BEFORE_WORDS:]:
            yield Row(kind, word, by)


def _found(text: str) -> Iterator[tuple[int, str]]:
    """The words and where they begin; a cluster stands amid those beside it, with spaces between.

    What is no cluster, and a space, is as good as an edge to those beside it.
    """
    if not _UNSPACED.search(text):
        for match in words_of(text):
            yield match.start(), match[0]
        return
    framed = [*_EDGES]
    found: list[tuple[re.Match[str], int]] = []
    end = 0
    for match in _WORD.finditer(lowered(text).translate(_DIGITS)):
        if match.start() > end:
            framed += _EDGES
        found.append((match, len(framed)))
        framed.append(match["cluster"] or _EDGE)
        end = match.end()
    framed += _EDGES
    for match, place in found:
        amid = framed[place - len(_EDGES) : place + len(_EDGES) + 1]
        yield match.start(), " ".join(amid) if match["cluster"] else match[0]


def _itself(word: str) -> str:
    """The word, or the cluster without those beside it."""
    return word.split(" ")[len(_EDGES)] if " " in word else word


def word_keys(kind: str, word: str) -> tuple[int, ...]:
    """The keys of a row but the concept's. A name has no beginning and no end.

    What was said before begins and ends as the words of the text do, so that both teach each other.
    """
    if kind in ("", _NAMES):
        return (key_of(kind, word) if kind else 0, 0, 0, 0, 0)
    pieces = _amid(*word.split(" ")) if " " in word else parts_of(f"^{word}$")
    kinds = (kind, *[_WORDS] * (len(pieces) - 1))
    return tuple(
        key_of(f"{kind}{place}", piece)
        for place, (kind, piece) in enumerate(zip(kinds, pieces, strict=True))
    )


def parts_of(framed: str) -> tuple[str, ...]:
    """A word between its edges, its short and long beginning, its short and long end."""
    return (
        framed,
        framed[: SHORT + 1],
        framed[: LONG + 1],
        framed[-SHORT - 1 :],
        framed[-LONG - 1 :],
    )


def _amid(first: str, before: str, cluster: str, after: str, last: str) -> tuple[str, ...]:
    """A cluster, and what words it may be the beginning or the end of."""
    return (
        cluster,
        cluster + after,
        cluster + after + last,
        before + cluster,
        first + before + cluster,
    )


def concept_key(concept: str) -> int:
    """The key of a concept; 0 for none."""
    return key_of("c", concept) if concept else 0


def keys_of(rows: Iterable[Row]) -> Keys:
    """The rows as the network learns from them: (n_rows, COLUMNS)."""
    keys = [(*word_keys(row.kind, row.word), concept_key(row.concept)) for row in rows]
    return np.array(keys, np.uint64).reshape(len(keys), COLUMNS)


@dataclass(frozen=True, slots=True)
class Packed:
    """The sequences of many readings in one array, which processes share and do not copy.

    keys: (n_rows, COLUMNS); ends: (2 * n_readings + 1,), where the words of each begin, and its
    other rows.
    """

    keys: NDArray[np.uint32]
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Packed:
        """The readings in their order."""
        parts: list[NDArray[np.uint32]] = []
        for reading in readings:
            parts += (keys_of(rows).astype(np.uint32) for rows in (words(reading), others(reading)))
        return cls(np.concatenate(parts), np.cumsum([0, *map(len, parts)]))

    def __len__(self) -> int:
        return len(self.ends) // 2

    def __getitem__(self, index: int) -> tuple[Keys, Keys]:
        """The rows of the words of one reading, and those of everything else."""
        start, middle, end = self.ends[2 * index : 2 * index + 3]
        keys = self.keys[start:end].astype(np.uint64)
        return keys[: middle - start], keys[middle - start :]


def key_of(kind: str, piece: str) -> int:
    """What a table is asked for."""
    return crc32(f"{kind} {piece}".encode("utf-8", "surrogatepass"))
