"""Figures that the text itself explains: "3E4 7O2 (E=3, O=0)", "s5b 7l29, s is five, b is six",
"nine six ✋ ✋ … ✋=5", "A=1 B=2".

What a sign stands for is told beside it, so the sign is read so wherever it stands among figures;
a picture anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.views.glance import Glance
from scanner.views.signs.pieces import figure_of
from scanner.views.view import Edit, View, rewrite

DISGUISE = "leet"
ENTRIES_MAX = 30
SIGNS_MAX = 60  # read in one text
SAID_MIN = 2  # entries in words; "appendix B is one page" is none
CODE_MIN = 8  # letters of a number that is written in nothing else

_ENTRY = re.compile(r"(?<![\w=<>!+\-*/])([^\W\d_]|[^\w\s.,;:!?=<>()'\"-])\ufe0f? ?= ?(\d)(?![\w=])")
# The same in words; letters that are words themselves are none.
_SAID_ENTRY = re.compile(
    r"(?<![\w'’])([b-df-hj-np-xz])\s(?:is|means|stands for|equals|es|est|ist|é|è|jest|это)\s"
    r"(?:an?\s|the\s)?([^\W_]{1,8})(?!\w)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"=\s?2\W{0,3}(?:\.{2,3}|…|etc|and so on|usw|y así)", re.I)
_PIECE = re.compile(r"(?<![\w=])[^\W_](?:[^\W_]|[-./](?=[^\W_])){1,20}(?![\w=])")
_ALIKE = frozenset(("o0", "l1", "i1", "z2", "e3", "a4", "s5", "g6", "b6", "t7", "b8", "g9", "q9"))
_ALPHABET = "ABCDEFGHIJ"


def read_figure_legend(view: View, glance: Glance) -> View:
    """The view with figures in the place of signs that it says stand for them."""
    if not glance.has_digits or not ("=" in glance.characters or glance.mixed):
        return view
    text = view.text
    entries = [one for one in islice(_ENTRY.finditer(text), ENTRIES_MAX) if _is_sign(one)]
    figures = {entry[1]: entry[2] for entry in entries}
    said = [one for one in islice(_SAID_ENTRY.finditer(text), ENTRIES_MAX) if _figure(one)]
    letters = {one[1].lower(): _figure(one) for one in said}
    if len(letters) >= SAID_MIN:
        entries += said
        figures |= letters | {letter.upper(): figure for letter, figure in letters.items()}
    if not entries:
        return view
    if figures.get("A") == "1" and figures.get("B") == "2" and _GOES_ON.search(text):
        figures |= {letter: str((place + 1) % 10) for place, letter in enumerate(_ALPHABET)}
    told = [entry.span() for entry in entries]
    edits = list(islice(_edits(text, figures, told), SIGNS_MAX))
    return rewrite(view, sorted(edits), disguise=DISGUISE)


def _figure(entry: re.Match[str]) -> str:
    """The figure that an entry in words gives; empty where it gives none."""
    figure = figure_of(entry[2].lower())
    return "" if figure is None or figure > 9 else str(figure)


def _edits(text: str, figures: dict[str, str], told: list[tuple[int, int]]) -> Iterator[Edit]:
    """The signs outside the legend: letters in pieces with figures, or in codes of nothing else."""
    letters = {sign for sign in figures if sign.isalpha()}
    for sign in figures.keys() - letters:
        for match in re.finditer(re.escape(sign) + "\ufe0f?", text):
            if not _is_told(told, match.start()):
                yield Edit(*match.span(), figures[sign])
    for piece in _PIECE.finditer(text) if letters else ():
        signs = [sign for sign in piece[0] if sign.isalnum()]
        if any(not (sign.isdecimal() or sign in letters) for sign in signs):
            continue
        has_figures = any(map(str.isdecimal, signs))
        if not has_figures and (len(signs) < CODE_MIN or not piece[0].isupper()):
            continue
        for place in range(*piece.span()):
            if text[place] in letters and not _is_told(told, place):
                yield Edit(place, place + 1, figures[text[place]])


def _is_sign(entry: re.Match[str]) -> bool:
    """Small letters are quantities of algebra, unless they look like the figure."""
    return not entry[1].islower() or entry[1] + entry[2] in _ALIKE


def _is_told(told: list[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in told)
