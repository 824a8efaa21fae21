"""Letters that people type for each other, made one: case, accents, variants of a script.

One character stands for one character, so a position in the folded text is the same position in
the text. Rules are folded by the same table, so "número" in a rule finds "numero" and "NÚMERO".
Afterwards every character that is part of no word (punctuation, spaces, symbols) is ASCII.
"""

from __future__ import annotations

import unicodedata
from typing import Final

SENTENCE_ENDS = {"。": ".", "．": ".", "｡": ".", "।": ".", "۔": ".", "！": "!", "？": "?", "؟": "?"}
APOSTROPHES = dict.fromkeys("’‘ʼʹ´`′＇", "'")
QUOTES = dict.fromkeys("“”„‟«»‹›「」『』〝〞＂", '"')
LETTERS = {
    # no decomposition in Unicode
    "ı": "i", "İ": "i", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ø": "o", "Ø": "o",
    "ё": "е", "Ё": "е",
    # Arabic, Persian and Urdu keyboards: the same letter at different places
    "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "ة": "ه", "ۃ": "ه",
}  # fmt: skip

LATIN_OR_ARABIC: Final = ("LATIN", "ARABIC")
IN_WORDS: Final = ("L", "M", "N")  # general categories of letters, marks and digits


class _Folding(dict[int, str]):
    """Filled as characters turn up, and never larger than Unicode."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    for known in (SENTENCE_ENDS, APOSTROPHES, QUOTES, LETTERS):
        if character in known:
            return known[character]
    if character.isascii():
        return character.lower()
    if unicodedata.category(character)[0] not in IN_WORDS:
        return " "
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    decomposed = unicodedata.normalize("NFKD", character)
    base = decomposed[0]
    is_accented = all(unicodedata.combining(mark) for mark in decomposed[1:])
    if is_accented and unicodedata.name(base, "").startswith(LATIN_OR_ARABIC):
        character = LETTERS.get(base, base)
    lower = character.lower()
    return lower if len(lower) == 1 else character


_FOLDING = _Folding()


# What separates words but ends no sentence; after folding, ASCII is all there is of it.
_SEPARATORS: Final = {
    code: " " for code in range(128) if not chr(code).isalnum() and chr(code) not in "_.!?"
}


def squeeze(folded: str) -> str:
    """Folded text with one space for whatever separates two words, and one at either end.

    Positions are lost; it is for asking whether a phrase can be there at all.
    """
    return f" {' '.join(folded.translate(_SEPARATORS).split())} "


def fold_letters(text: str) -> str:
    """The text with look-the-same letters made one, of the same length."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)
