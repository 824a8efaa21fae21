"""Words that detectors listen for, found in one linear pass however many they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import ahocorasick

ANY_ENDING = "*"  # written after a stem: "telefon*" also stands for "telefonum"


# Thai to Myanmar, Khmer, and CJK with kana and hangul; Unicode blocks.
_UNSPACED = (("\u0e00", "\u109f"), ("\u1780", "\u17ff"), ("\u2e80", "\uffdc"))


class Word(NamedTuple):
    """A word where it stands: a half-open range, and what the word means."""

    start: int
    end: int
    meaning: str


def lowered(text: str) -> str:
    """The text in lower case, of the same length: only one character lowers to two."""
    return text.replace("İ", "i").lower()


def is_unspaced(character: str) -> bool:
    """Whether the character is of a script that puts no spaces between words (Thai, kana, Han)."""
    return character >= _UNSPACED[0][0] and any(low <= character <= high for low, high in _UNSPACED)


def continues_word(text: str, index: int) -> bool:
    """Whether a word that stands beside the character would go on into it."""
    if not 0 <= index < len(text):
        return False
    character = text[index]
    return (character.isalnum() or character == "_") and not is_unspaced(character)


class Words:
    """A vocabulary in lower case. Words of unspaced scripts match anywhere, others as a whole."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        entries: dict[str, list[tuple[bool, str]]] = {}
        for written, meaning in meanings:
            word = written.removesuffix(ANY_ENDING)
            entries.setdefault(word, []).append((word != written, meaning))
        self._automaton = ahocorasick.Automaton()
        for word, senses in entries.items():
            self._automaton.add_word(word, (len(word), senses))
        self._automaton.make_automaton()

    @classmethod
    def of(cls, words: str, *, meaning: str = "") -> Words:
        """A vocabulary of one meaning, from words parted by commas."""
        return cls((word, meaning) for word in split(words))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
        """Every word in the range, in order of its end. The text is already lower case."""
        start = max(0, start)
        # The automaton copies the whole string it is given, so it is given no more than needed.
        window = text if start == 0 and end is None else text[start:end]
        for last, (length, senses) in self._automaton.iter(window):
            first, after = start + last + 1 - length, start + last + 1
            if not is_unspaced(text[first]) and continues_word(text, first - 1):
                continue
            is_whole = is_unspaced(text[after - 1]) or not continues_word(text, after)
            for is_stem, meaning in senses:
                if is_stem or is_whole:
                    yield Word(first, after, meaning)

    def any_in(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether any word stands in the range."""
        return next(self.find(text, start, end), None) is not None


def split(words: str) -> list[str]:
    """Words that are parted by commas, on one line or several."""
    return [word.strip() for word in words.split(",") if word.strip()]


def listed(names: str) -> list[str]:
    """Names that are parted by spaces, on one line or several."""
    return names.split()
