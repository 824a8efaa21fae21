"""Concepts: words of many languages for one thing, so that what is learnt in one serves all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from marisa_trie import Trie

from models.scripts import lowered
from scanner.detectors.words import (
    ANY_ENDING,
    WORD_STARTS,
    continues_word,
    is_unspaced,
    split,
)

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")  # no text of the trie's
_JOINERS = re.compile("[\u200c\u200d]")  # which many leave out when they type
ENOUGH = 0.7  # of the letters that the best language explains: languages below are not meant


class Concept(NamedTuple):
    """What a word of the text means; a half-open range."""

    start: int
    end: int
    name: str


Sense = tuple[str, str]  # a language, and a concept that the word has in it
Listed = tuple[bool, Sense]  # whether any ending may follow
Senses = dict[tuple[int, int], set[Sense]]  # by the range of the word


class Lexicon:
    """Finds concepts in texts, in the language or languages that the text seems to be in.

    The words of all languages, hundreds of thousands, lie in a trie, which takes a tenth of the
    memory of an automaton (ADR 63). Those of unspaced scripts are found anywhere, others whole.
    """

    def __init__(self, words: Mapping[str, Mapping[str, str]]) -> None:
        """``words``: by language and concept, parted by commas; "*" stands for any ending."""
        self._trie = Trie(word for word, _ in _entries(words))
        self._longest = 0
        self._listed: list[tuple[Listed, ...]] = [()] * len(self._trie)
        shared: dict[tuple[Listed, ...], tuple[Listed, ...]] = {}
        for word, listed in _entries(words):
            self._longest = max(self._longest, len(word))
            place = self._trie[word]
            listed_so = (*self._listed[place], listed)
            self._listed[place] = shared.setdefault(listed_so, listed_so)

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
        text = _LONE_SURROGATES.sub("\ufffd", lowered(text))
        senses: Senses = {}
        for match in WORD_STARTS.finditer(text):
            start = match.start()
            for word in self._trie.prefixes(text[start : start + self._longest]):
                end = start + len(word)
                is_whole = not continues_word(text, end) or is_unspaced(word[-1])
                meant = {
                    sense
                    for is_stem, sense in self._listed[self._trie[word]]
                    if is_stem or is_whole
                }
                if meant:
                    senses[start, end] = meant
        return senses


def _entries(words: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, Listed]]:
    """Each word as it may be written, with what it means."""
    for language, concepts in words.items():
        for concept, words_of_it in concepts.items():
            sense = language, concept
            whole, stem = (False, sense), (True, sense)
            for word in split(words_of_it):
                listed = stem if word.endswith(ANY_ENDING) else whole
                written = word.removesuffix(ANY_ENDING)
                yield written, listed
                if _JOINERS.search(written):
                    yield _JOINERS.sub("", written), listed


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
