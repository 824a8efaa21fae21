"""Figures that are drawn: clocks, playing cards, dice and tiles in a row, "🕘🕐🕖…", "7♦ 9♥ A♣".

A telephone number has more figures than any hand of cards that is talked about has cards, and is a
row of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.views.glance import Glance
from scanner.views.letters.fold import ENCLOSED
from scanner.views.view import Edit, View, rewrite

FIGURES_MIN, FIGURES_MAX = 7, 15  # of a telephone number; E.164

_FACES = {chr(0x1F550 + hour): str((hour + 1) % 12) for hour in range(12)}  # twelve is nought
_CARDS = {  # an ace is one and a ten nought; courts are no figures
    chr(suit + value): str(value % 10)
    for suit in (0x1F0A0, 0x1F0B0, 0x1F0C0, 0x1F0D0)
    for value in range(1, 11)
}
_DICE = {chr(0x2680 + face): str(face + 1) for face in range(6)}
_TILES = {  # of Mahjong: characters, bamboos, circles; the white dragon is blank
    **{
        chr(first + face): str(face + 1)
        for first in (0x1F007, 0x1F010, 0x1F019)
        for face in range(9)
    },
    "\U0001f006": "0",
}
_DRAWN = {**_FACES, "\U0001f559": "0", **_CARDS, **_DICE, **_TILES}  # ten o'clock as well
_DRAWN.pop("\U0001f55a")  # eleven is no figure
_RANKS = {"A": "1", "10": "0"}
_SUIT = r"\s?[\u2660-\u2667]"
_FIGURE = rf"(?:[{''.join(_DRAWN)}]|(?<![\w])(?:10|[2-9A])(?={_SUIT}))(?:{_SUIT})?\ufe0f?"
_ROW = re.compile(rf"{_FIGURE}(?:[\s,.·-]{{0,2}}{_FIGURE}){{{FIGURES_MIN - 1},{FIGURES_MAX - 1}}}")
_SUITS = frozenset("♠♡♢♣♤♥♦♧")


def read_drawn_figures(view: View, glance: Glance) -> View:
    """The view with figures for the pictures that are rows of them."""
    if glance.characters.isdisjoint(_DRAWN) and glance.characters.isdisjoint(_SUITS):
        return view
    return rewrite(view, _edits(view.text), disguise=ENCLOSED)


def _edits(text: str) -> Iterator[Edit]:
    for row in _ROW.finditer(text):
        for figure in re.finditer(_FIGURE, row[0]):
            written = figure[0].rstrip("\ufe0f♠♡♢♣♤♥♦♧ ")
            start = row.start() + figure.start()
            said = _DRAWN.get(written) or _RANKS.get(written, written)
            yield Edit(start, row.start() + figure.end(), said)
