"""Figures for letters, and signs for "@", where the writer says which.

"m4rl0w.kn1t (4=a, 0=o, 1=i)", "the 4 is an a"; "jo★doe.jp（★を@に）", "jo*doe.com, * for @".

A figure is named for a letter that it looks like, so that no price list or step of a plan is taken
for one; then it is that letter in every word that has letters as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.views.glance import Glance
from scanner.views.view import Edit, View, rewrite

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
SIGNS_MAX = 20  # alone, and within what may be addresses
SIGN_REACH = 16  # characters between "@" alone and the sign that stands for it
_LONE_AT = re.compile(r"(?<![A-Za-z0-9._+@-])[@＠](?![A-Za-z0-9@])")
_SIGN = r"[^\w\s.,;:()'\"@＠/\\-]"
_SIGNED = re.compile(
    rf"(?<![\w.@])[A-Za-z0-9._+-]{{2,40}}(?P<sign>{_SIGN})[A-Za-z0-9-]{{2,40}}(?:\.[A-Za-z0-9-]{{2,40}}){{1,4}}"
)
_PART = re.compile(r"[A-Za-z0-9]{3,40}")


def read_legends(view: View, glance: Glance) -> View:
    """The view with the letters and signs that a legend gives in place of figures and others."""
    view = rewrite(view, _signs(view.text), disguise=LEGEND)
    if not glance.mixed:
        return view
    table = {
        pair["figure"]: pair["letter"].lower()
        for pair in _PAIR.finditer(view.text)
        if pair["letter"].lower() in _LOOKS_LIKE.get(pair["figure"], "")
    }
    return rewrite(view, _letters(view.text, table), disguise=LEGEND) if table else view


def _signs(text: str) -> Iterator[Edit]:
    """ "@" for the sign of an address that stands beside one alone, in whatever tongue."""
    alone = islice(_LONE_AT.finditer(text), SIGNS_MAX) if "@" in text else ()
    lone = [match.start() for match in alone]
    for match in islice(_SIGNED.finditer(text), SIGNS_MAX) if lone else ():
        place = match.start("sign")
        others = text[:place] + " " + text[place + 1 :]  # the signs that may be meant by it
        near = (others[max(0, at - SIGN_REACH) : at + SIGN_REACH] for at in lone)
        if any(match["sign"] in said for said in near):
            yield Edit(place, place + 1, "@")


def _letters(text: str, table: dict[str, str]) -> Iterator[Edit]:
    for part in _PART.finditer(text):
        if sum(map(str.isalpha, part[0])) < LETTERS_MIN or table.keys().isdisjoint(part[0]):
            continue
        for place, sign in enumerate(part[0], part.start()):
            if sign in table:
                yield Edit(place, place + 1, table[sign])
