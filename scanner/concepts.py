"""Concepts: words of many languages for one thing, so that what is learnt in one serves all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from marisa_trie import Trie

from models.lexicon import Entries, Listed, Sense
from models.scripts import lowered
from scanner.detectors.words import (
    ANY_ENDING,
    WORD,
    WORD_STARTS,
    continues_word,
    is_unspaced,
    split,
)

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")  # no text of the trie's
_JOINERS = re.compile("[\u200c\u200d]")  # which many leave out when they type
_WORD = re.compile(WORD)
WORDS_KEPT = 20_000  # whose meanings are remembered; about 5 MB
ENOUGH = 0.7  # of the letters that the best language explains: languages below are not meant


class Concept(NamedTuple):
    """What a word of the text means; a half-open range."""

    start: int
    end: int
    name: str


Senses = tuple[Sense, ...]


class Lexicon:
    """Finds concepts in texts, in the language or languages that the text seems to be in.

    The words of all languages, hundreds of thousands, lie in a trie, which takes a tenth of the
    memory of an automaton (ADR 63). Those of unspaced scripts are found anywhere, others whole.
    """

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._known: dict[str, tuple[list[tuple[int, Senses]], bool]] = {}

    def find(self, text: str) -> list[Concept]:
        """The concepts of the text in order of their places; of words that overlap, the longest."""
        found = dict(self._read(_LONE_SURROGATES.sub("\ufffd", lowered(text))))
        meant = _meant(found)
        concepts = {
            Concept(start, end, name)
            for (start, end), senses in found.items()
            for language, name in senses
            if language in meant
        }
        return list(_longest(sorted(concepts, key=_longest_first)))

    def _read(self, text: str) -> Iterator[tuple[tuple[int, int], Senses]]:
        """Each range of the text that means something."""
        for match in WORD_STARTS.finditer(text):
            start, word = match.start(), match["word"] or ""
            alone, goes_on = self._known.get(word) or self._look_up(word)
            for length, senses in alone:
                yield (start, start + length), senses
            if not goes_on:
                continue
            window = text[start : start + self._entries.longest]
            for entry, place in self._entries.trie.iter_prefixes_with_ids(window):
                if len(entry) <= len(word):
                    continue
                end = start + len(entry)
                is_whole = is_unspaced(entry[-1]) or not continues_word(text, end)
                if senses := _senses(self._entries.listed[place], is_whole=is_whole):
                    yield (start, end), senses

    def _look_up(self, word: str) -> tuple[list[tuple[int, Senses]], bool]:
        """What a word and its beginnings mean, and whether longer entries begin with it.

        They may with what is no word: a sign, or letters of an unspaced script.
        """
        entries = self._entries.trie.iter_prefixes_with_ids(word)
        alone = [
            (it, _senses(self._entries.listed[place], is_whole=it == word)) for it, place in entries
        ]
        told = [(len(it), senses) for it, senses in alone if senses]
        known = told, not word or word in self._entries.begun
        if len(word) <= self._entries.longest:  # nobody fills the memory with long ones
            if len(self._known) >= WORDS_KEPT:
                self._known.clear()
            self._known[word] = known
        return known


def _senses(listed: tuple[Listed, ...], *, is_whole: bool) -> Senses:
    return tuple(sense for is_stem, sense in listed if is_stem or is_whole)


def entries_of(words: Mapping[str, Mapping[str, str]]) -> Entries:
    """Of words by language and concept, parted by commas; "*" stands for any ending."""
    trie = Trie(word for word, _ in _entries(words))
    all_listed: list[tuple[Listed, ...]] = [()] * len(trie)
    for word, listed in _entries(words):
        all_listed[trie[word]] += (listed,)
    begun = Trie(filter(None, map(_begun_by, trie.iterkeys())))
    return Entries(trie, begun, all_listed, max(map(len, trie.iterkeys()), default=0))


def _begun_by(entry: str) -> str:
    """The word with which an entry of several begins, or of a word and a sign; else empty."""
    start = _WORD.match(entry)
    return start[0] if start and start.end() < len(entry) else ""


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


def _meant(found: Mapping[tuple[int, int], Senses]) -> frozenset[str]:
    """The languages that explain enough letters, beside the one that explains most."""
    explained: defaultdict[str, int] = defaultdict(int)
    for (start, end), senses in found.items():
        for language in {language for language, _ in senses}:
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
