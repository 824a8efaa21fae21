"""What is dictated: tokens, what may be done with each, and what comes of it.

"casimir, then stop, then verbatim, at, gmx, stop, ch" is an address told in words. Each token is
given an operation: it is written as it stands, by its first letter, as some other text, or not at
all. Which one, the scribe knows (``models.scribe``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from models.scripts import CLUSTER, MARKS, UNSPACED, lowered
from models.sequence import Keys, key_of, parts_of

# What is done with a token. Any other operation is "=" and the text that is written for it.
OUTSIDE = "outside"  # it is of no detail
NOTHING = "nothing"  # it is of one, and stands for nothing in it
ITSELF = "itself"
FIRST = "first letter"
TWICE, THRICE = "twice", "thrice"  # what is written next
WRITES = "="
TIMES = {TWICE: 2, THRICE: 3}

COLUMNS = 8  # of a row: word, short and long beginning, short and long end, meaning, shape, kinds
APART = 2  # tokens of no detail between two details; fewer are within one
TOKEN_MAX_LENGTH = 64  # code points; what is longer is read in parts
SHAPE_LENGTH_MAX = 6  # longer tokens look alike

_TOKEN = re.compile(
    rf"{CLUSTER}|[0-9]{{1,{TOKEN_MAX_LENGTH}}}"
    rf"|(?:(?![{UNSPACED}0-9_])[\w{MARKS}]){{1,{TOKEN_MAX_LENGTH}}}"
    r"|\n|[^\S\n]+|.",
    re.DOTALL,
)
_LATIN_END = "\u0370"
_ACCENTS = re.compile("[\u0300-\u036f]+")
_UNDECOMPOSED = str.maketrans({"ł": "l", "ı": "i", "ß": "ss", "đ": "d", "ø": "o"})


class Token(NamedTuple):
    """A run of letters or figures, a cluster, a sign or a line's end; ``word`` in lower case."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Dictation:
    """What the scribe gets to read of one text.

    ``meanings`` of the tokens: what somebody who knows many languages takes each for, such as "@"
    or "number 7"; "" for nothing known. ``kinds`` of details that are likely in it.
    """

    text: str
    tokens: tuple[Token, ...]
    meanings: tuple[str, ...]
    kinds: tuple[str, ...]


class Writing(NamedTuple):
    """What was written down for a half-open range of the text, and how sure the scribe was.

    ``probability``: of the least sure of its operations; of a writing that was held to a form, of
    the operation that least was the likeliest, as a share of that one.
    """

    start: int
    end: int
    text: str
    probability: float


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, blanks not among them."""
    for match in _TOKEN.finditer(lowered(text)):
        word = match[0]
        if word == "\n" or not word.isspace():
            yield Token(match.start(), match.end(), word)


def bare(word: str) -> str:
    """A word as it stands in a name or an address: Latin letters without accents."""
    if word.isascii() or word[0] >= _LATIN_END:
        return word
    return _ACCENTS.sub("", unicodedata.normalize("NFD", word)).translate(_UNDECOMPOSED)


def written(
    read: Sequence[Token], operations: Sequence[str], sure: Sequence[float]
) -> Iterator[Writing]:
    """What comes of the operations: one writing for each detail, those of nothing left out."""
    begun = _Begun()
    idle = 0
    for token, operation, probability in zip(read, operations, sure, strict=True):
        idle = idle + 1 if operation == OUTSIDE else 0
        if idle > APART:
            yield from begun.writings()
            begun = _Begun()
        elif operation != OUTSIDE:
            begun.add(token, operation, probability)
    yield from begun.writings()


@dataclass(slots=True)
class _Begun:
    """A writing that may go on. What stands for nothing counts once something comes after it."""

    tokens: list[Token] = field(default_factory=list)
    text: str = ""
    times: int = 1
    least: float = 1.0
    pending: list[tuple[Token, float]] = field(default_factory=list)

    def add(self, token: Token, operation: str, probability: float) -> None:
        text = text_of(token.word, operation)
        self.times = TIMES.get(operation, self.times)
        if not text:
            if self.tokens or self.pending or operation in TIMES:
                self.pending.append((token, probability))
            return
        said = [*self.pending, (token, probability)]
        self.tokens += (it for it, _ in said)
        self.least = min(self.least, *(it for _, it in said))
        self.text += text[0] * (self.times - 1) + text
        self.pending, self.times = [], 1

    def writings(self) -> Iterator[Writing]:
        """What was written, if anything was."""
        if self.tokens:
            yield Writing(self.tokens[0].start, self.tokens[-1].end, self.text, self.least)


def text_of(word: str, operation: str) -> str:
    """What the operation writes for the word; "" for nothing, or for none of its own."""
    if operation == ITSELF:
        return bare(word)
    if operation == FIRST:
        return bare(word)[:1]
    return operation.removeprefix(WRITES) if operation.startswith(WRITES) else ""


def keys_of(dictation: Dictation) -> Keys:
    """The tokens as the scribe reads them: (n_tokens, COLUMNS)."""
    kinds = kinds_key(dictation.kinds)
    rows = [
        (
            *_word_keys(token.word),
            key_of("meaning", meaning) if meaning else 0,
            key_of("shape", _shape(dictation.text, token)),
            kinds,
        )
        for token, meaning in zip(dictation.tokens, dictation.meanings, strict=True)
    ]
    return np.array(rows, np.uint64).reshape(len(rows), COLUMNS)


def kinds_key(kinds: Iterable[str]) -> int:
    """The key of kinds of details in whatever order; 0 for none."""
    named = ",".join(sorted({*kinds}))
    return key_of("kinds", named) if named else 0


def _word_keys(word: str) -> Iterable[int]:
    is_number = word.isdecimal()
    kind = "figures" if is_number else "word"
    figures = ("0" * len(word), word, word[0], word[-1], "")
    parts = figures if is_number else parts_of(f"^{word}$")
    return (key_of(f"{kind}{place}", part) for place, part in enumerate(parts))


def _shape(text: str, token: Token) -> str:
    """What touches the token, how it is written, and how long it is."""
    before = text[max(0, token.start - 1) : token.start]
    after = text[token.end : token.end + 1]
    raw = text[token.start : token.end]
    case = "upper" if raw.isupper() else "title" if raw[:1].isupper() else "lower"
    kind = "figures" if raw.isdecimal() else "letters" if raw.isalpha() else "signs"
    touched = (bool(before.strip()), bool(after.strip()))
    return f"{touched} {case} {kind} {min(len(raw), SHAPE_LENGTH_MAX)}"
