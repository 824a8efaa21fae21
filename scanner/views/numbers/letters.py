"""Figures for which letters count in the order of their alphabet: "صفر، ز، ط، ج", "অ ক জ ঙ".

A row begins with what stands for nought, and holds nothing else but it and the first nine letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from scanner.views.glance import SIGNS, Glance
from scanner.views.view import Edit, View, rewrite

DISGUISE = "figures in disguise"
ROWS_MAX = 10  # looked at in one text
KINDS_MIN = 5  # different letters of a row
_ORDERS = ("ابجدهوزحط", "אבגדהוזחט", "কখগঘঙচছজঝ", "कखगघङचछजझ", "కఖగఘఙచఛజఝ", "કખગઘઙચછજઝ")
_TOLD = ("ABCDEFGHI", "АБВГДЕЖЗИ", "ΑΒΓΔΕΖΗΘΙ")  # read only where the text says so
_LEGEND = re.compile(r"(?<!\w)[AaАаΑα]\s?[=:]\s?1(?!\d)")


def _row(letters: str) -> re.Pattern[str]:
    gap = r"[\s,،.;/|\-–]{1,3}"
    return re.compile(
        rf"(?<![\w{SIGNS}])(?P<nought>[^\W\d_]{{1,5}}){gap}(?:(?:[{letters}]|(?P=nought)){gap})"
        rf"{{7,10}}(?:[{letters}]|(?P=nought))(?![\w{SIGNS}])"
    )


_ROWS = tuple((letters, _row(letters)) for letters in _ORDERS)
_ROWS_TOLD = tuple((letters, _row(letters)) for letters in _TOLD)
_ALL = frozenset("".join(_ORDERS))


def read_letters_in_order(view: View, glance: Glance) -> View:
    """The view with the place of each letter of such a row in its stead."""
    text = view.text
    rows = _ROWS if not glance.characters.isdisjoint(_ALL) else ()
    if "=" in text and _LEGEND.search(text):
        rows += _ROWS_TOLD
    edits = [edit for letters, row in rows for edit in _figures(text, letters, row)]
    return rewrite(view, sorted(edits)[:1], disguise=DISGUISE)


def _figures(text: str, letters: str, row: re.Pattern[str]) -> Iterator[Edit]:
    if sum(sign in text for sign in letters) < KINDS_MIN:
        return
    for match in islice(row.finditer(text.replace("أ", "ا")), ROWS_MAX):
        nought = match["nought"]
        signs = re.split(r"[\s,،.;/|\-–]+", match[0])
        if nought in letters or len({*signs}) <= KINDS_MIN:
            continue
        places = [0 if sign == nought else letters.index(sign) + 1 for sign in signs]
        steps = [after - before for before, after in pairwise(places)]
        if steps.count(1) * 2 < len(steps):
            yield Edit(*match.span(), "".join(map(str, places)))
