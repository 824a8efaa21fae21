"""Words to be typed on the keys of a telephone: "615 then spell BANJO on the keys and add 22".

Read only where the text speaks of keys, and where the figures and capital words of the sentence
together are as many as a national number has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.views.glance import Glance
from scanner.views.view import Edit, View, rewrite

DISGUISE = "figures in disguise"
DIGITS = range(9, 13)  # of a number with or without its leading 0
SENTENCES_MAX = 40
APART_MAX = 40  # characters between two parts
WORDS_MAX = 3  # to be typed
REACH = 80  # characters before and after, in which the keys are spoken of

_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
TELLING = (
    "keys keypad keypads dialpad dialer vanity t9 touchtone tastatur tasten tastenfeld wähltastatur"
    " teclado teclas clavier tastiera tasti toetsenbord toetsen klawiatura klawiaturze klawiszach"
    " клавиатуре клавиатура кнопках клавишах клавіатурі tuşlar tuşlarla tastatură"
)
_TELLS = frozenset(TELLING.split(" "))
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_FREE = re.compile(r"1?8(?:00|33|44|55|66|77|88)")  # of hotlines and campaigns, as "QUIT NOW" is
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
    text = row[0].string
    near = text[max(0, row[0].start() - REACH) : row[-1].end() + REACH].lower()
    if _TELLS.isdisjoint(re.findall(r"\w+", near)):
        return
    figures = "".join(part[0].translate(_KEYS) for part in row)
    if len(figures) in DIGITS and not _FREE.match(figures):
        yield Edit(row[0].start(), row[-1].end(), figures)
