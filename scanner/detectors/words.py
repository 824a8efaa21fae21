"""Words that detectors listen for, found in one linear pass however many they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, TypeVar, cast

import ahocorasick

from scanner.views.glance import UNSPACED

ANY_ENDING = "*"  # written after a stem: "telefon*" also stands for "telefonum"

_UNSPACED = re.compile(f"[{UNSPACED}]")
# Vowels of Indic and Arabic scripts are marks on a letter, and go on with its word.
_MARKS = frozenset(
    chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)) in ("Mn", "Mc")
)
_NO_WORD = re.compile(rf"[^\w{''.join(sorted(_MARKS))}]")
_SPACED_MARKS = "".join(sorted(mark for mark in _MARKS if not _UNSPACED.match(mark)))
_ASCII_BLANKED = "".join(" " if _NO_WORD.match(chr(code)) else chr(code) for code in range(128))
WORD = rf"(?:[^\W{UNSPACED}]++|[{_SPACED_MARKS}])++"  # a whole word of a script with spaces
WORD_STARTS = re.compile(  # such a word, any sign that follows no word, a sign of other scripts
    rf"(?:(?<![\w{''.join(sorted(_MARKS))}])|(?<=[{UNSPACED}]))(?:(?P<word>{WORD})|\S)|[{UNSPACED}]"
)
TEXTS_KEPT = 16  # of which the words are remembered; the views of one or two messages
STARTS = (1, 2, 3)  # letters of a beginning by which stems are told apart at a glance


Search = Callable[[str], Iterable[tuple[int, Any]]]


class Word(NamedTuple):
    """A word where it stands: a half-open range, and what the word means."""

    start: int
    end: int
    meaning: str


def is_unspaced(character: str) -> bool:
    """Whether the character is of a script that puts no spaces between words (Thai, kana, Han)."""
    return character >= UNSPACED[0] and _UNSPACED.match(character) is not None


def continues_word(text: str, index: int) -> bool:
    """Whether a word that stands beside the character would go on into it."""
    if not 0 <= index < len(text):
        return False
    character = text[index]
    is_sign = character.isalnum() or character == "_" or character in _MARKS
    return is_sign and not is_unspaced(character)


def _is_edged(word: str) -> bool:
    """Whether it begins and ends with signs of words, and has none of an unspaced script."""
    return (
        continues_word(word, 0)
        and continues_word(word, len(word) - 1)
        and _UNSPACED.search(word) is None
    )


class _Spaced(NamedTuple):
    """A text without unspaced script, with blanks for all that is no part of a word.

    Its words, how they begin, and its characters tell in a moment what cannot stand in it.
    """

    blanked: str
    words: frozenset[str]
    starts: frozenset[str]
    characters: frozenset[str]


@lru_cache(TEXTS_KEPT)
def _spaced(text: str) -> _Spaced | None:
    """None for a text with unspaced script."""
    if text.isascii():
        blanked = f" {text.translate(_ASCII_BLANKED)} "
    elif _UNSPACED.search(text):
        return None
    else:
        blanked = f" {_NO_WORD.sub(' ', text)} "
    words = frozenset(blanked.split())
    starts = frozenset([word[:length] for word in words for length in STARTS])
    return _Spaced(blanked, words, starts, frozenset(text))


class _Signs(NamedTuple):
    """What a text must have for a word of a vocabulary to stand in it.

    A first word, how a stem begins, or a sign at the edge of what is no word.
    """

    words: frozenset[str]
    starts: frozenset[str]
    edges: frozenset[str]


_Sense = tuple[str | None, str]  # as it is written, where that is more than its words; its meaning
_Any = TypeVar("_Any", bound=Hashable)


class _Shared:
    """One object for all that are equal; a vocabulary has many words for each meaning."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Any] = {}

    def of(self, value: _Any) -> _Any:
        return cast(_Any, self._known.setdefault(value, value))


class Words:
    """A vocabulary in lower case. Words of unspaced scripts match anywhere, others as a whole.

    Most texts have no unspaced script. In those every word stands between signs that are no part
    of one, so words are looked for with a blank at their edges, and nothing within others is found.
    """

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        self._entries: dict[str, tuple[tuple[bool, str], ...]] = {}
        shared = _Shared()
        for written, meaning in meanings:
            word = written.removesuffix(ANY_ENDING)
            before = self._entries.get(word, ())
            self._entries[word] = shared.of((*before, shared.of((word != written, meaning))))
        self._edged: Search | None = None
        self._anywhere: dict[bool, Search] = {}

    @classmethod
    def of(cls, words: str, *, meaning: str = "") -> Words:
        """A vocabulary of one meaning, from words parted by commas."""
        return cls((word, meaning) for word in split(words))

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Word]:
        """Every word in the range, in order of its end. The text is already lower case."""
        return sorted(self._find(text, start, end), key=_by_end)

    def last(self, text: str, start: int = 0, end: int | None = None) -> Word | None:
        """The word that ends last in the range, of several the longest; None if there is none."""
        return max(self._find(text, start, end), key=_by_end_and_length, default=None)

    def any_in(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether any word stands in the range."""
        return next(self._find(text, start, end), None) is not None

    def _find(self, text: str, start: int, end: int | None) -> Iterator[Word]:
        spaced = _spaced(text)
        start, end = max(0, start), len(text) if end is None else min(len(text), end)
        if spaced is None:
            yield from self._find_anywhere(text, start, end, odd_only=False)
            return
        signs = self._signs
        if not (signs.words.isdisjoint(spaced.words) and signs.starts.isdisjoint(spaced.starts)):
            yield from self._find_edged(text, spaced.blanked, start, end)
        if not signs.edges.isdisjoint(spaced.characters):
            yield from self._find_anywhere(text, start, end, odd_only=True)

    @cached_property
    def _signs(self) -> _Signs:
        words: set[str] = set()
        starts: set[str] = set()
        edges: set[str] = set()
        for word, meanings in self._entries.items():
            if not _is_edged(word):
                edges.update(edge for edge in (word[0], word[-1]) if not continues_word(edge, 0))
                continue
            first, *rest = _NO_WORD.sub(" ", word).split()
            words.add(first)
            if not rest and any(is_stem for is_stem, _ in meanings):
                starts.add(first[: max(STARTS)])
        return _Signs(frozenset(words), frozenset(starts), frozenset(edges))

    def _find_edged(self, text: str, blanked: str, start: int, end: int) -> Iterator[Word]:
        """What stands between blanks. ``blanked`` has one more of them in front of the text."""
        if self._edged is None:
            self._edged = occurrences(self._edged_keys())
        # The automaton copies the whole string it is given, so it is given no more than needed.
        for last, (length, is_stem, senses) in self._edged(blanked[start : end + 2]):
            after = start + last + is_stem - 1
            if after <= end:
                for written, meaning in senses:
                    if written is None or text.startswith(written, after - length):
                        yield Word(after - length, after, meaning)

    def _edged_keys(self) -> Iterator[tuple[str, tuple[int, bool, tuple[_Sense, ...]]]]:
        """Words of one key differ in what stands within: "mail me", "mail-me"."""
        shared = _Shared()
        senses: dict[tuple[str, bool], tuple[_Sense, ...]] = {}
        for word, meanings in self._entries.items():
            for is_stem, meaning in meanings if _is_edged(word) else ():
                key = _NO_WORD.sub(" ", word)
                written = word if _NO_WORD.search(word) else None
                before = senses.get((key, is_stem), ())
                senses[key, is_stem] = shared.of((*before, shared.of((written, meaning))))
        for (key, is_stem), meant in senses.items():
            yield f" {key}" if is_stem else f" {key} ", shared.of((len(key), is_stem, meant))

    def _find_anywhere(self, text: str, start: int, end: int, *, odd_only: bool) -> Iterator[Word]:
        if odd_only not in self._anywhere:
            entries, shared = self._entries.items(), _Shared()
            self._anywhere[odd_only] = occurrences(
                (word, shared.of((len(word), senses)))
                for word, senses in entries
                if not (odd_only and (_is_edged(word) or is_unspaced(word[0])))
            )
        for last, (length, senses) in self._anywhere[odd_only](text[start:end]):
            first, after = start + last + 1 - length, start + last + 1
            if not is_unspaced(text[first]) and continues_word(text, first - 1):
                continue
            is_whole = is_unspaced(text[after - 1]) or not continues_word(text, after)
            for is_stem, meaning in senses:
                if is_stem or is_whole:
                    yield Word(first, after, meaning)


def _by_end(word: Word) -> tuple[int, int]:
    return word.end, word.start


def _by_end_and_length(word: Word) -> tuple[int, int]:
    return word.end, -word.start


def occurrences(entries: Iterable[tuple[str, Any]]) -> Search:
    """What finds every entry in a text: the place of its last character, and its value."""
    automaton = ahocorasick.Automaton()
    for key, value in entries:
        automaton.add_word(key, value)
    if not automaton:
        return lambda _: ()
    automaton.make_automaton()
    return cast(Search, automaton.iter)


def split(words: str) -> list[str]:
    """Words that are parted by commas, on one line or several."""
    return [word.strip() for word in words.split(",") if word.strip()]


def listed(names: str) -> list[str]:
    """Names that are parted by spaces, on one line or several."""
    return names.split()
