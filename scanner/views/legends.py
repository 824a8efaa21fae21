"""Figures for letters where the writer says which: "m4rl0w.kn1t (4=a, 0=o, 1=i)", "the 4 is an a".

A figure is named for a letter that it looks like, so that no price list or step of a plan is taken
for one; then it is that letter in every word that has letters as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.views.view import Edit, View, rewrite
from scanner.views.words import Glance

LEGEND = "a legend of letters"  # no guess: the writer says so
LETTERS_MIN = 2  # beside the figures of a word; "A4" and "4K" have one

_LOOKS_LIKE = {
    "0": "o", "1": "il", "2": "z", "3": "e", "4": "a", "5": "s", "6": "bg", "7": "t", "8": "b",
    "9": "gq",
}  # fmt: skip
_MEANS = (
    r"=|:|→|->|=>|is|are|means|stands for|for|es|est|sont|ist|steht für|statt|è|é|são|to|znaczy"
    r"|это|вместо|це|замість|yerine|este|e"
)
_PAIR = re.compile(
    rf"(?<![\w.])(?P<figure>\d)\s?(?:{_MEANS})\s?(?:an?\s|the\s|letter\s|la\s|una?\s|ein\s|l['’])?"
    r"[\"'“«‘]?(?P<letter>[a-z])[\"'”»’]?(?=\s?(?:[^\w\s'’]|\Z|\d|and\b|y\b|und\b|et\b|e\b|и\b))",
    re.IGNORECASE,
)
_PART = re.compile(r"[A-Za-z0-9]{3,40}")


def read_legends(view: View, glance: Glance) -> View:
    """The view with the letters that a legend gives in place of their figures."""
    if not glance.mixed:
        return view
    table = {
        pair["figure"]: pair["letter"].lower()
        for pair in _PAIR.finditer(view.text)
        if pair["letter"].lower() in _LOOKS_LIKE.get(pair["figure"], "")
    }
    return rewrite(view, _letters(view.text, table), disguise=LEGEND) if table else view


def _letters(text: str, table: dict[str, str]) -> Iterator[Edit]:
    for part in _PART.finditer(text):
        if sum(map(str.isalpha, part[0])) < LETTERS_MIN or table.keys().isdisjoint(part[0]):
            continue
        for place, sign in enumerate(part[0], part.start()):
            if sign in table:
                yield Edit(place, place + 1, table[sign])
