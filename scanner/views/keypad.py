"""Words to be typed on the keys of a telephone: "615 then spell BANJO on the keys and add 22".

Read only where the text speaks of keys, and where the figures and capital words of the sentence
together are as many as a national number has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.views.view import Edit, View, rewrite
from scanner.views.words import Glance

DISGUISE = "figures in disguise"
DIGITS = range(9, 13)  # of a number with or without its leading 0
SENTENCES_MAX = 40
APART_MAX = 40  # characters between two parts
WORDS_MAX = 3  # to be typed

_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_TELLING = (
    "keys keypad keypads dialpad dialer vanity t9 touchtone tastatur tasten tastenfeld wähltastatur"
    " teclado teclas clavier touches tastiera tasti toetsenbord toetsen klawiatura klawiaturze"
    " klawiszach клавиатуре клавиатура кнопках клавишах клавіатурі кнопках tuşlar tuş tuşlarla"
    " tastatură taste keyboard buttons letters lettres letras buchstaben lettere"
)
_TELLS = frozenset(_TELLING.split(" "))
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_PART = re.compile(r"\d+|(?<![^\W_])[A-Z]{3,10}(?![^\W_])")


def read_keypad(view: View, glance: Glance) -> View:
    """The view with figures for the words that are to be typed, joined with those beside them."""
    if not glance.has_digits or glance.words.isdisjoint(_TELLS):
        return view
    return rewrite(view, islice(_edits(view.text), SENTENCES_MAX), disguise=DISGUISE)


def _edits(text: str) -> Iterator[Edit]:
    start = 0
    for end in (*(match.start() for match in _SENTENCE_END.finditer(text)), len(text)):
        row: list[re.Match[str]] = []
        for part in _PART.finditer(text, start, end):
            if row and part.start() - row[-1].end() > APART_MAX:
                yield from _typed(row)
                row = []
            row.append(part)
        yield from _typed(row)
        start = end


def _typed(row: list[re.Match[str]]) -> Iterator[Edit]:
    """One edit for the whole row, where it begins with figures and is as long as a number."""
    words = sum(part[0].isalpha() for part in row)
    if not 0 < words <= WORDS_MAX or not row[0][0].isdecimal():
        return
    figures = "".join(part[0].translate(_KEYS) for part in row)
    if len(figures) in DIGITS:
        yield Edit(row[0].start(), row[-1].end(), figures)
