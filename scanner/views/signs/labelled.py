"""Parts of an address that are called what they are: "letters s, r, i, underscore, the word plum".

The label goes where a comma ends its part, and single letters in a list come together; only in a
text that says a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.views.glance import Glance
from scanner.views.signs.words import AT, DOT, UNDERSCORE
from scanner.views.view import Edit, View, rewrite

DISGUISE = "words for symbols"
_LABELS = (
    r"(?:the |la |le |las |los |a |o |il |das |die |het |de )?(?:words?|letters?|names?|palabra"
    r"|letras?"
    r"|nombre|palavra|nome|mots?|lettres?|parola|lettere|wort|buchstaben?|woord|letters|słowo|litery"
    r"|слово|буквы|буква|буква|літери|kata|huruf|perkataan|salitang|letrang|chữ|từ|kelime|neno|herufi"
    r"|λέξη|slovo|písmena|ord|ordet|sana|szó|cuvântul|litera|literele)"
)
_LABELLED = re.compile(
    rf"(?<=[,:]\s)(?P<label>{_LABELS}\s[\"'«“]?)[a-z0-9]{{1,24}}[\"'»”]?(?=,\s)", re.IGNORECASE
)
_LETTERS = re.compile(r"(?<![\w,])(?<!\w )[A-Za-z](?:,\s[A-Za-z]){2,20}(?=,\s)")
_HINTS = frozenset(f"{AT}|{DOT}|{UNDERSCORE}".split("|")) - {"period", "point", "punkt"}


def read_labelled(view: View, glance: Glance) -> View:
    """The view without such labels, and with such letters as a word."""
    if "," not in glance.characters or glance.words.isdisjoint(_HINTS):
        return view
    view = rewrite(view, _labels(view.text), disguise=DISGUISE)
    return rewrite(view, _letters(view.text), disguise="phonetic alphabet")


def _labels(text: str) -> Iterator[Edit]:
    for match in _LABELLED.finditer(text):
        yield Edit(*match.span("label"), "")


def _letters(text: str) -> Iterator[Edit]:
    for match in _LETTERS.finditer(text):
        yield Edit(*match.span(), match[0].replace(",", "").replace(" ", "").lower())
