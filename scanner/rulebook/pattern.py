"""The patterns of rules: RE2 with words in mind, and what every match of one must contain.

A pattern is a regular expression in RE2's syntax (linear time, no look-around), except that

- a match begins and ends where words do (not in the scripts written without spaces);
- a space stands for what separates two words: spaces, a comma, a hyphen, at most three characters;
- an apostrophe may be missing;
- ``…`` stands for up to five words, or none, of the same sentence (twelve characters in the scripts
  without spaces); spaces around it belong to it;
- ``{name}`` stands for any entry of that word list, see ``rules/lists.toml``;
- ``\\w`` is a character of a word in any script, ``\\W`` one between words;
- case and accents do not matter; groups capture nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import re2

from scanner.rulebook.letters import fold_letters
from scanner.rulebook.literals import (
    BETWEEN_WORDS,
    GAP,
    WORD,
    LiteralsError,
    required_literals,
)

WITHOUT_SPACES = frozenset({"zh", "zh-Hant", "ja", "th", "ko"})  # ko: endings stick to words

LONGEST_LIST_NESTING = 4
EXPANSION_MAX_LENGTH = 100_000  # characters; lists within lists multiply
PROGRAM_MAX_SIZE = 20_000  # instructions of RE2; ten times what the largest rule of ours takes

_TOKEN = re.compile(
    r"\{(?P<list>[a-z][a-z_]*)\}|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<escape>\\.)"
    r"|(?P<words> *… *)|(?P<gap> +)|(?P<apostrophe>')|(?P<group>\((?!\?))|(?P<other>.)",
    re.DOTALL,
)
_BARE_ESCAPES = frozenset("wWdDsS.?*+()[]{}|\\^$-/&#")


Entries = Callable[[str], tuple[str, ...]]  # of a word list, by its name


class PatternError(ValueError):
    """A pattern cannot be used; the message says why and what to write instead."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern ready to run over folded text in UTF-8; group 1 is what it found.

    Every match contains at least one of ``literals``, folded: a text with none of them need not be
    searched.
    """

    written: str
    literals: frozenset[str]
    regex: Any = field(compare=False)  # of re2, which has no types

    def find(self, folded: bytes) -> Iterator[tuple[int, int]]:
        """The half-open byte ranges found, apart from each other.

        The next search begins at the end of the find, not of the match: the space between two finds
        belongs to both of their edges.
        """
        at = 0
        while (match := self.regex.search(folded, at)) is not None:
            start, at = match.span(1)
            yield start, at


def compile_pattern(written: str, lang: str, entries: Entries, *, gap: str = GAP) -> Pattern:
    """The pattern as read in a language; ``gap`` is the class of what separates two words.

    Raises PatternError for what RE2, these rules or the need for a literal do not allow.
    """
    is_spaceless = lang in WITHOUT_SPACES
    body = _Expansion(entries, gap, is_spaceless).expand(written)
    try:
        literals = required_literals(body)
    except LiteralsError as error:
        raise PatternError(str(error)) from error
    if not is_spaceless:
        body_at_words = f"(?:^|{BETWEEN_WORDS})({body})(?:{BETWEEN_WORDS}|$)"
    else:
        body_at_words = f"({body})"
    options = re2.Options()
    options.log_errors = False
    try:
        regex = re2.compile(body_at_words.encode(), options)
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else error
        raise PatternError(f"RE2 does not take it ({reason}); see re2's syntax") from error
    if regex.programsize > PROGRAM_MAX_SIZE:
        raise PatternError("it grows too large; split it, or repeat less")
    return Pattern(written, literals, regex)


@dataclass(frozen=True, slots=True)
class _Expansion:
    """Turns patterns as people write them into what RE2 reads."""

    entries: Entries
    gap: str
    is_spaceless: bool

    def expand(self, written: str, depth: int = 0) -> str:
        if depth > LONGEST_LIST_NESTING:
            raise PatternError("word lists are nested too deeply or in a circle; name fewer lists")
        pieces = [self._token(token, depth) for token in _TOKEN.finditer(written.strip())]
        if sum(map(len, pieces)) > EXPANSION_MAX_LENGTH:
            raise PatternError("its word lists grow too large together; name fewer in one pattern")
        return "".join(pieces)

    def _token(self, token: re.Match[str], depth: int) -> str:
        kind, text = token.lastgroup, token.group()
        if kind == "list":
            expanded = (self.expand(entry, depth + 1) for entry in self.entries(token["list"]))
            return f"(?:{'|'.join(expanded)})"
        if kind == "words":
            if self.is_spaceless:
                return r"[^.!?\n]{0,12}?"
            return f"{self.gap}{{1,3}}(?:{WORD}+{self.gap}{{1,3}}){{0,5}}?"
        if kind == "gap":
            return f"(?:{self.gap}{{{'0,2' if self.is_spaceless else '1,3'}}})"
        if kind == "escape":
            return _escape(text)
        return {"apostrophe": "'?", "group": "(?:"}.get(str(kind)) or fold_letters(text)


def _escape(text: str) -> str:
    if text[1] not in _BARE_ESCAPES:
        raise PatternError(f"{text} is not known here; known are \\w \\W \\d \\s and escaped signs")
    return {r"\w": WORD, r"\W": BETWEEN_WORDS}.get(text, text)
