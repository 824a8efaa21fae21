"""Where clauses and sentences end, so that an excuse reaches no further than what it is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Literal

from scanner.rulebook.letters import fold_letters

# A full stop ends a sentence only before a space: gmail.com and 3.5 are no sentences.
SENTENCE_END = re.compile(r"[.!?]+(?=[\s\"')]|$)|[。！？।۔؟]+|\n")

# After these words something else is said, often the opposite of what stood before them.
TURNS = (
    "but", "however", "instead", "otherwise", "unless", "and then", "although", "yet",  # en
    "mais", "donc", "sinon", "alors",  # fr
    "pero", "sino", "asi que", "entonces",  # es
    "porem", "entao", "senao",  # pt
    "aber", "sondern", "sonst", "dafur",  # de
    "quindi", "allora", "invece",  # it
    "maar", "anders",  # nl
    "но", "зато", "поэтому", "але",  # ru, uk
    "ale", "lecz", "wiec", "insa", "deci",  # pl, ro
    "ama", "ancak", "fakat", "yani",  # tr
    "lekin", "magar", "lakini",  # hi-Latn, ur-Latn, sw
    "لكن", "لیکن", "مگر", "लेकिन", "मगर", "কিন্তু",  # ar, ur, hi, bn
    "tapi", "tetapi", "jadi", "kaso", "nhưng",  # id, tl, vi
)  # fmt: skip
TURN = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(set(map(fold_letters, TURNS))))})(?!\w)")
CLAUSE_SIGN = re.compile(r"[,;:()،؛，、；：—–…]|\s-+\s")


class Stretches:
    """The clauses and the sentences of a text, found once."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        sentence_ends = [match.end() for match in SENTENCE_END.finditer(text)]
        clause_ends = {match.end() for match in CLAUSE_SIGN.finditer(text)}
        clause_ends.update(match.start() for match in TURN.finditer(fold_letters(text)))
        self._ends = {
            "sentence": sentence_ends,
            "clause": sorted(clause_ends.union(sentence_ends)),
        }

    def is_whole(self, start: int, end: int) -> bool:
        """Whether no clause ends within the non-empty range."""
        ends = self._ends["clause"]
        return bisect_right(ends, start) == bisect_left(ends, end)

    def around(self, start: int, end: int, kind: Literal["clause", "sentence"]) -> tuple[int, int]:
        """The half-open range of all clauses or sentences that the non-empty range lies in."""
        ends = self._ends[kind]
        first, last = bisect_right(ends, start), bisect_left(ends, end)
        return (ends[first - 1] if first else 0), (ends[last] if last < len(ends) else self._length)
