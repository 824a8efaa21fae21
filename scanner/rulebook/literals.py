"""What every match of a regular expression must contain, so that most texts need no search.

Russ Cox, "Regular Expression Matching with a Trigram Index" (2012), for the idea; here whole
words in place of trigrams, because rules are made of words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from scanner.rulebook.letters import squeeze

# After folding, whatever is not part of a word is ASCII, so these small classes cover all scripts.
WORD = r"[0-9a-z_\x{80}-\x{10FFFF}]"
BETWEEN_WORDS = r"[^0-9a-z_\x{80}-\x{10FFFF}]"
GAP = r"[^0-9a-z_.!?\x{80}-\x{10FFFF}]"  # between two words of one sentence
CLAUSE_GAP = r"[^0-9a-z_.!?,;:()\x{80}-\x{10FFFF}]"  # between two words of one clause

SHORTEST_LITERAL = 2  # characters; one letter is in every text
RARITY = 4.0  # how much rarer each letter more makes a word; for common words of chats about that
MOST_LITERALS = 1000  # of one pattern; a list of all app names stays far below
FIRST_CJK = "\u2e80"  # CJK radicals; kana, hanzi and hangul come after them
MEMORY = 1 << 16  # words and sets of them that are weighed once
MOST_EXACT = 300  # texts that a part may stand for and still be spelled out

_GAP = frozenset({" "})
_SPACES = re.compile(" +")
_QUANTIFIER = re.compile(r"[*+?]\??|\{(\d+)(?:,\d*)?\}\??")
_PLAIN = re.compile(r"[^\W_]{2,}(?![*+?{])")  # letters, the last of which is not repeated
_CLASS = re.compile(r"\[\^?\]?(?:\\x\{[0-9A-Fa-f]+\}|\\.|[^\]\\])*\]", re.DOTALL)


class LiteralsError(ValueError):
    """The expression can match without any fixed word, or is not well formed."""


@dataclass(frozen=True, slots=True)
class _Part:
    """``exact``: all texts that the part can match, None when too many. ``best``: literals of which
    every match contains at least one, None when there are none."""

    exact: frozenset[str] | None
    best: frozenset[str] | None


_EMPTY = _Part(frozenset({""}), None)
_ANYTHING = _Part(None, None)


def required_literals(expression: str) -> frozenset[str]:
    """Literals of which every match contains at least one, when squeezed as by ``squeeze``.

    Raises LiteralsError when there are none.
    """
    reader = _Reader(expression)
    part = reader.alternatives()
    if reader.at < len(expression):
        raise LiteralsError(f"there is a ) too many at {reader.at}; remove it")
    best = _better(part.best, part.exact)
    if best is None:
        raise LiteralsError(
            f"every match must hold a fixed word of {SHORTEST_LITERAL} letters or more; "
            "without one the rule would be tried on every message"
        )
    if len(best) > MOST_LITERALS:
        raise LiteralsError(f"it begins from over {MOST_LITERALS} words; split it")
    return frozenset(_SPACES.sub(" ", literal) for literal in best)


@lru_cache(MEMORY)
def _is_usable(literals: frozenset[str] | None) -> bool:
    """Whether there are literals and none is so short that every text holds it."""
    return bool(literals) and min(map(_letters, literals or ())) >= SHORTEST_LITERAL


@lru_cache(MEMORY)
def _letters(literal: str) -> int:
    """How many letters tell it apart; a Chinese, Japanese or Korean sign tells as much as two."""
    letters = len(literal) - literal.count(" ")
    return letters if literal.isascii() else letters + sum(c >= FIRST_CJK for c in literal)


@lru_cache(MEMORY)
def _cost(literals: frozenset[str]) -> float:
    """How often a text will hold one of them, in no unit; good for comparing."""
    return sum(RARITY ** -_letters(literal) for literal in literals)


def _better(left: frozenset[str] | None, right: frozenset[str] | None) -> frozenset[str] | None:
    """The usable one that fewer texts hold."""
    usable = [literals for literals in (left, right) if literals and _is_usable(literals)]
    return min(usable, key=_cost, default=None)


def _together(parts: list[_Part]) -> _Part:
    """One part after the other: exact texts run on until one part is not exact."""
    best: frozenset[str] | None = None
    run: frozenset[str] = frozenset({""})
    is_exact = True
    for part in parts:
        best = _better(best, part.best)
        if part.exact is not None and len(run) * len(part.exact) <= MOST_EXACT:
            run = frozenset(left + right for left in run for right in part.exact)
            continue
        is_exact = False
        best = _better(best, run)
        run = part.exact if part.exact is not None else frozenset({""})
    best = _better(best, run)
    return _Part(run if is_exact else None, best)


def _either(parts: list[_Part]) -> _Part:
    """One of the parts: all their literals, and none when one of them has none."""
    exact: frozenset[str] | None = frozenset()
    best: frozenset[str] | None = frozenset()
    for part in parts:
        known = _better(part.best, part.exact)
        best = None if best is None or known is None else best | known
        exact = None if exact is None or part.exact is None else exact | part.exact
    return _Part(exact if exact is not None and len(exact) <= MOST_EXACT else None, best)


class _Reader:
    """Reads an expression from left to right; ``at`` is how far it has come."""

    def __init__(self, expression: str) -> None:
        self.expression = expression
        self.at = 0

    def alternatives(self) -> _Part:
        branches = [self._sequence()]
        while self._peek() == "|":
            self.at += 1
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else _either(branches)

    def _sequence(self) -> _Part:
        parts = []
        while self._peek() not in ("", "|", ")"):
            parts.append(self._repeated(self._atom()))
        return _together(parts)

    def _repeated(self, part: _Part) -> _Part:
        quantifier = _QUANTIFIER.match(self.expression, self.at)
        if quantifier is None:
            return part
        self.at = quantifier.end()
        sign = quantifier.group()
        if part.exact == _GAP and (sign.startswith("+") or int(quantifier[1] or 0) > 0):
            return part  # squeezed, many gaps are one
        if sign.startswith("?"):
            return _either([part, _EMPTY])
        if sign.startswith("+") or int(quantifier[1] or 0) > 0:
            return _Part(None, _better(part.best, part.exact))
        return _ANYTHING

    def _atom(self) -> _Part:
        expression, at = self.expression, self.at
        if expression.startswith("(?:", at):
            self.at = at + len("(?:")
            part = self.alternatives()
            if self._peek() != ")":
                raise LiteralsError(f"the ( at {at} is never closed; close it")
            self.at += 1
            return part
        if expression[at] == "[":
            found = _CLASS.match(expression, at)
            if found is None:
                raise LiteralsError(f"the [ at {at} is never closed; close it")
            self.at = found.end()
            if found.group() in (GAP, CLAUSE_GAP):
                return _Part(_GAP, None)
            letters = found.group()[1:-1]
            return _one_of(letters) if letters.isalpha() else _ANYTHING
        if expression[at] == "\\":
            self.at = at + 2
            sign = expression[at + 1]
            return _ANYTHING if sign.isalpha() else _one_of(sign)
        if plain := _PLAIN.match(expression, at):
            self.at = plain.end()
            return _Part(frozenset({"".join(map(_squeezed, plain.group()))}), None)
        self.at = at + 1
        return _ANYTHING if expression[at] in ".^$" else _one_of(expression[at])

    def _peek(self) -> str:
        return self.expression[self.at : self.at + 1]


def _one_of(letters: str) -> _Part:
    return _Part(frozenset(map(_squeezed, letters)), None)


@cache
def _squeezed(letter: str) -> str:
    return squeeze(letter)[1:-1] or " "
