"""A name in Morse or by the keys of an old telephone, before a sign that is typed or said.

".-.. --- ..- then at, then lis.pl"; "555 33 66 2 on an old keypad, and @lis.pl".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.views.glance import Glance
from scanner.views.letters.escapes import MORSE_LETTERS
from scanner.views.numbers.keypad import TELLING
from scanner.views.signs.words import AT
from scanner.views.view import Edit, View, rewrite

NAMES_MAX = 10
REACH = 60  # characters to the sign
_KEYS = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv"}
_KEYS |= {"9": "wxyz"}
_TAPS = re.compile(r"(?<![\d+.,-])(?:([2-9])\1{0,3}[ -]){2,19}([2-9])\2{0,3}(?![\d.,-])")
_TAP = re.compile(r"([2-9])\1{0,3}")
_TELLS = re.compile(rf"{TELLING.replace(' ', '|')}|nokia|old phone|multi-?tap|telefonino", re.I)
_TO_SIGN = re.compile(r"[^@\d\n]{0,60}(?=@)")
_MORSE = re.compile(r"(?<!\S)[.\-·•–—]{1,5}(?:[ /|]{1,3}[.\-·•–—]{1,5}){2,24}(?!\S)")
_MARKS = str.maketrans({"·": ".", "•": ".", "–": "-", "—": "-", "/": " ", "|": " "})
_AT = re.compile(
    rf"@|\b(?:at|{'|'.join(re.escape(word) for word in AT.split('|') if len(word) > 3)})\b", re.I
)


def read_tapped(view: View, glance: Glance) -> View:
    """The view with the letters that are tapped."""
    if "@" in glance.characters and glance.has_digits and _TAPS.search(view.text):
        view = rewrite(view, _by_keys(view.text), disguise="a legend of letters")
    if not glance.characters.isdisjoint("-–—") and (first := _MORSE.search(view.text)):
        view = rewrite(view, _in_morse(view.text, first.start()), disguise="morse")
    return view


def _by_keys(text: str) -> Iterator[Edit]:
    """Letters for figures that repeat, where keys are spoken of, and what is said up to "@"."""
    if not _TELLS.search(text):
        return
    for match in islice(_TAPS.finditer(text), NAMES_MAX):
        taps = [tap[0] for tap in _TAP.finditer(match[0])]
        between = _TO_SIGN.match(text, match.end())
        letters = [_KEYS[tap[0]][len(tap) - 1 :][:1] for tap in taps]
        if between is not None and all(letters) and any(len(tap) > 1 for tap in taps):
            yield Edit(match.start(), between.end(), "".join(letters))


def _in_morse(text: str, start: int) -> Iterator[Edit]:
    for match in islice(_MORSE.finditer(text, start), NAMES_MAX):
        letters = [MORSE_LETTERS.get(sign, "") for sign in match[0].translate(_MARKS).split()]
        is_line = len(set(match[0]) - {" "}) < 2  # "- - - -"
        if all(letters) and not is_line and _AT.search(text, match.end(), match.end() + REACH):
            yield Edit(*match.span(), "".join(letters))
