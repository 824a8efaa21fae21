"""Tokens for text that keeps to no rule: runs of letters, runs of digits, and every sign alone.

spaCy's own tokenizer knows words, and caches every chunk it sees: after 10,000 different ones it
turns slow for good, which a sender can bring about. This one has no memory.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

RUN_MAX_LENGTH = 64  # characters, as long as the local part of an address; longer runs are cut


def _marks() -> str:
    """The combining marks of all scripts as the inside of a character class."""
    ranges: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code)) in ("Mn", "Mc"):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in ranges)


_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# Signs stand alone: an address is known by its @ and its dots, whatever stands between them.
_TOKEN = re.compile(
    rf"[{_LATIN}]{{1,{RUN_MAX_LENGTH}}}"
    rf"|[0-9]{{1,{RUN_MAX_LENGTH}}}"
    rf"|[{_HAN}]"  # a character is a word, or a good part of one
    rf"|(?:(?![{_LATIN}{_HAN}0-9_])[\w{_marks()}]){{1,{RUN_MAX_LENGTH}}}"
    r"|\s"
    r"|.",
    re.DOTALL,
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # spaCy keeps strings as UTF-8, which has none


class Tokenizer:
    """Text to ``Doc``: every character is in a token, or is the single space after one."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(_LONE_SURROGATE.sub("\ufffd", text)):
            word = match[0]
            if word == " " and words and not spaces[-1] and words[-1] != " ":
                spaces[-1] = True
            else:
                words.append(word)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Any) -> Iterator[Doc]:
        """One ``Doc`` for each text; spaCy asks for it."""
        return map(self, texts)

    def to_disk(self, path: Path, **_: Any) -> None:
        """Nothing to keep; spaCy asks for it."""

    def from_disk(self, path: Path, **_: Any) -> Tokenizer:
        """Nothing to read; spaCy asks for it."""
        return self
