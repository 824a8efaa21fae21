"""What a word is in the scripts of the world, as the inside of a regular expression.

Vowels are marks of their own in the scripts of India and its neighbours, and ``\\w`` has no marks:
it would cut a word at each of them. Some scripts put no space between words; they are read in
clusters, a letter with the marks that belong to it.
"""

from __future__ import annotations

import unicodedata

_OF_SIGNS = ("\u20d0", "\u20ff"), ("\ufe00", "\ufe0f")  # marks that belong to signs and pictures
_BMP_END = 0x10000
_JOINERS = "\u200c\u200d"  # stand within words of Persian, Hindi, Bengali


def lowered(text: str) -> str:
    """The text in lower case, of the same length: only one character lowers to two."""
    return text.replace("İ", "i").lower()


def _ranges(low: int, high: int) -> str:
    """The combining marks of words between two code points."""
    found: list[list[int]] = []
    for code in range(low, high):
        sign = chr(code)
        if unicodedata.category(sign) not in ("Mn", "Mc"):
            continue
        if any(first <= sign <= last for first, last in _OF_SIGNS):
            continue
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in found)


MARKS = _ranges(0, _BMP_END) + _JOINERS
# Thai, Lao, Burmese, Khmer; kana, Han, Hangul.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_EARLY = "\u0e40-\u0e44\u0ec0-\u0ec4"  # vowels of Thai and Lao that stand before their letter
_LATE = "\u0e30\u0e32\u0e33\u0eb0\u0eb2\u0eb3"  # and those that stand behind it and are no marks
_STACKED = "[\u17d2\u1039][\u1000-\u102a\u1780-\u17a2]"  # a letter below another one
CLUSTER = rf"[{_EARLY}]?[{UNSPACED}](?:{_STACKED}|[{MARKS}])*[{_LATE}]?"
