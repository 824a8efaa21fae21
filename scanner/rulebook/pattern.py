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
PROGRAM_MAX_SIZE = 20_000  # instructions of RE2; ten times what the largest rule of ours takes

_TOKEN = re.compile(
    r"\{(?P<list>[a-z][a-z_]*)\}|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<escape>\\.)"
    r"|(?P<words> *… *)|(?P<gap> +)|(?P<apostrophe>')|(?P<group>\((?!\?))|(?P<other>.)",
    re.DOTALL,
)
_BARE_ESCAPES = frozenset("wWdDsS.?*+()[]{}|\\^$-/&#")


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
        """The half-open byte ranges found, apart from each other."""
        for match in self.regex.finditer(folded):
            yield match.span(1)


def compile_pattern(written: str, lang: str, entries: Callable[[str], tuple[str, ...]]) -> Pattern:
    """The pattern as read in a language; ``entries`` gives the entries of a word list by name.

    Raises PatternError for what RE2, these rules or the need for a literal do not allow.
    """
    body = _expand(written, entries, is_spaceless=lang in WITHOUT_SPACES)
    try:
        literals = required_literals(body)
    except LiteralsError as error:
        raise PatternError(str(error)) from error
    edge, end = (
        ("", "") if lang in WITHOUT_SPACES else (f"(?:^|{BETWEEN_WORDS})", f"(?:{BETWEEN_WORDS}|$)")
    )
    options = re2.Options()
    options.log_errors = False
    try:
        regex = re2.compile(f"{edge}({body}){end}".encode(), options)
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else error
        raise PatternError(f"RE2 does not take it ({reason}); see re2's syntax") from error
    if regex.programsize > PROGRAM_MAX_SIZE:
        raise PatternError("it grows too large; split it, or repeat less")
    return Pattern(written, literals, regex)


def _expand(
    written: str,
    entries: Callable[[str], tuple[str, ...]],
    *,
    is_spaceless: bool,
    depth: int = 0,
) -> str:
    if depth > LONGEST_LIST_NESTING:
        raise PatternError("word lists are nested too deeply or in a circle; name fewer lists")
    pieces = []
    for token in _TOKEN.finditer(written.strip()):
        kind, text = token.lastgroup, token.group()
        if kind == "list":
            words = entries(token["list"])
            expanded = (
                _expand(word, entries, is_spaceless=is_spaceless, depth=depth + 1) for word in words
            )
            pieces.append(f"(?:{'|'.join(expanded)})")
        elif kind == "words":
            pieces.append(
                r"[^.!?\n]{0,12}?"
                if is_spaceless
                else f"{GAP}{{1,3}}(?:{WORD}+{GAP}{{1,3}}){{0,5}}?"
            )
        elif kind == "gap":
            pieces.append(f"(?:{GAP}{{0,2}})" if is_spaceless else f"(?:{GAP}{{1,3}})")
        elif kind == "apostrophe":
            pieces.append("'?")
        elif kind == "group":
            pieces.append("(?:")
        elif kind == "escape":
            pieces.append(_escape(text))
        else:
            pieces.append(fold_letters(text))
    return "".join(pieces)


def _escape(text: str) -> str:
    if text[1] not in _BARE_ESCAPES:
        raise PatternError(f"{text} is not known here; known are \\w \\W \\d \\s and escaped signs")
    return {r"\w": WORD, r"\W": BETWEEN_WORDS}.get(text, text)
