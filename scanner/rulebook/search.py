"""Many patterns over one text: a single pass says which of them are worth running."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import ahocorasick

from scanner.rulebook.letters import fold_letters, squeeze
from scanner.rulebook.pattern import Pattern


class Search:
    """Runs many patterns over a text at little more than the cost of those that can match.

    Aho-Corasick over the patterns' required literals picks the candidates; RE2 runs those alone.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = tuple(patterns)
        needing: dict[str, set[int]] = {}
        for number, pattern in enumerate(self._patterns):
            for literal in pattern.literals:
                needing.setdefault(literal, set()).add(number)
        self._automaton = ahocorasick.Automaton()
        for literal, numbers in needing.items():
            self._automaton.add_word(literal, tuple(sorted(numbers)))
        if needing:
            self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Every (pattern's number, start, end) in the text, by number, then by place."""
        if not self._patterns:
            return
        folded = fold_letters(text)
        candidates: set[int] = set()
        for numbers in {numbers for _, numbers in self._automaton.iter(squeeze(folded))}:
            candidates.update(numbers)
        if not candidates:
            return
        encoded = folded.encode()
        for number in sorted(candidates):
            for low, high in _in_characters(self._patterns[number].find(encoded), encoded):
                yield number, low, high


def _in_characters(ranges: Iterator[tuple[int, int]], encoded: bytes) -> Iterator[tuple[int, int]]:
    """Ascending byte ranges of UTF-8 as ranges of code points; reads the text once in all."""
    if encoded.isascii():
        yield from ranges
        return
    at, passed = 0, 0
    for low, high in ranges:
        start = passed + len(encoded[at:low].decode())
        end = start + len(encoded[low:high].decode())
        yield start, end
        at, passed = high, end
