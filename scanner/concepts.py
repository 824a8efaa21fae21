"""Concepts: words of many languages for one thing, so that what is learnt in one serves all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scanner.detectors.words import Words, lowered, split

ENOUGH = 0.7  # of the letters that the best language explains: languages below are not meant


class Concept(NamedTuple):
    """What a word of the text means; a half-open range."""

    start: int
    end: int
    name: str


Sense = tuple[str, str]  # a language, and a concept that the word has in it
Senses = dict[tuple[int, int], set[Sense]]  # by the range of the word


class Lexicon:
    """Finds concepts in texts, in the language or languages that the text seems to be in."""

    def __init__(self, words: Mapping[str, Mapping[str, str]]) -> None:
        """``words``: by language and concept, parted by commas; "*" stands for any ending."""
        senses: defaultdict[str, list[Sense]] = defaultdict(list)
        for language, concepts in words.items():
            for concept, listed in concepts.items():
                for word in split(listed):
                    senses[word].append((language, concept))
        # Words mean the number of their senses, so that each is found once and not for each sense.
        numbers: dict[tuple[Sense, ...], str] = {}
        self._words = Words(
            (word, numbers.setdefault(tuple(of_word), str(len(numbers))))
            for word, of_word in senses.items()
        )
        self._senses = list(numbers)

    def find(self, text: str) -> list[Concept]:
        """The concepts of the text in order of their places; of words that overlap, the longest."""
        senses = self._read(text)
        meant = _meant(senses)
        found = {
            Concept(start, end, name)
            for (start, end), of_word in senses.items()
            for language, name in of_word
            if language in meant
        }
        return list(_longest(sorted(found, key=_longest_first)))

    def _read(self, text: str) -> Senses:
        senses: Senses = {}
        for start, end, number in self._words.find(lowered(text)):
            senses.setdefault((start, end), set()).update(self._senses[int(number)])
        return senses


def _meant(senses: Senses) -> frozenset[str]:
    """The languages that explain enough letters, beside the one that explains most."""
    explained: defaultdict[str, int] = defaultdict(int)
    for (start, end), of_word in senses.items():
        for language in {language for language, _ in of_word}:
            explained[language] += end - start
    enough = ENOUGH * max(explained.values(), default=0)
    return frozenset(language for language, letters in explained.items() if letters >= enough)


def _longest_first(concept: Concept) -> tuple[int, int, str]:
    return concept.start, -concept.end, concept.name


def _longest(concepts: list[Concept]) -> Iterator[Concept]:
    """Those that no other one holds; a word that means several things gives each of them."""
    taken = (-1, -1)
    for concept in concepts:
        if (concept.start, concept.end) == taken or concept.end > taken[1]:
            taken = (concept.start, concept.end)
            yield concept
