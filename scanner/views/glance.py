"""What a text shows at a glance: cheap facts that tell which steps are worth taking."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

# Python's \w has no combining signs, so it would cut Hindi, Bengali, Thai and pointed Arabic words.
SIGNS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
WORD = rf"[\w{SIGNS}]"
# Scripts that put no blanks between words: Thai to Myanmar, Khmer, CJK with kana and hangul.
UNSPACED = "\u0e00-\u109f\u1780-\u17ff\u2e80-\uffdc"
SPACED = "A-Za-z0-9_\u00c0-\u0dff"  # signs of words of the others, as far as Thai
_WORDS = re.compile(rf"{WORD}+")
_ASCII_WORDS = re.compile(r"\w+", re.ASCII)
_DIGITS = frozenset("0123456789")


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words or phrases, each as it is written; longer ones come first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first))


def words_of(*lists: str) -> frozenset[str]:
    """The words of lists of phrases, each by itself."""
    return frozenset(word for words in lists for word in re.split(r"[ |]+", words) if word)


class Glance(NamedTuple):
    """``words`` in lower case, ``mixed`` those of letters and digits; ``singles`` counts pieces of
    one character between blanks, ``longest`` is the length of the longest piece.
    """

    words: frozenset[str]
    mixed: tuple[str, ...]
    characters: frozenset[str]
    singles: int
    longest: int
    has_digits: bool


def look_at(text: str) -> Glance:
    """The facts about a text that the steps ask for, gathered once."""
    lower = text.lower()
    words = frozenset((_ASCII_WORDS if lower.isascii() else _WORDS).findall(lower))
    characters = frozenset(text)
    has_digits = not characters.isdisjoint(_DIGITS)
    mixed = tuple(word for word in words if not (word.isalpha() or word.isdecimal()))
    lengths = [len(piece) for piece in text.split()]
    longest = max(lengths, default=0)
    return Glance(
        words, mixed if has_digits else (), characters, lengths.count(1), longest, has_digits
    )
