"""What counts as a word: letters, digits and the vowel signs that ``\\w`` leaves out."""

from __future__ import annotations

import re

# Python's \w has no combining signs, so it would cut Hindi, Bengali, Thai and pointed Arabic words.
SIGNS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
WORD = rf"[\w{SIGNS}]"
_WORDS = re.compile(rf"[^\W\d_]{WORD}*|[{SIGNS}]{WORD}*")


def words_of(text: str) -> frozenset[str]:
    """The different words of a text in lower case."""
    return frozenset(_WORDS.findall(text.lower()))
