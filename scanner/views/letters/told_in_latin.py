"""Names in another script that are to be typed in Latin letters: "нитки_и_лён, латиницей".

Only names with a sign in them, and only where the writer says so: a name without one is a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.views.glance import SIGNS, WORD, Glance
from scanner.views.letters.latin import in_latin
from scanner.views.view import Edit, View, rewrite

DISGUISE = "words for symbols"

_NOTES = frozenset(
    [
        "латиницей",
        "латиница",
        "латиницею",
        "латинкою",
        "латинка",
        "латинскими",
        "английскими",
        "англійською",
        "англійськими",
        "латиница",
        "латиницом",
        "latinicom",
        "latinicí",
        "latin",
        "latince",
        "λατινικά",
        "लैटिन",
        "अंग्रेज़ी",
        "अंग्रेजी",
        "इंग्लिश",
        "रोमन",
        "ইংরেজিতে",
        "ইংরেজি",
        "ইংলিশে",
        "রোমান",
        "english",
        "roman",
        "영어로",
        "영문",
        "영문으로",
        "영어",
        "로마자",
        "알파벳",
    ]
)
_NAME = re.compile(
    rf"(?<![\w.@/-])(?=[\w{SIGNS}._-]*[^\x00-\u024f]){WORD}{{2,24}}(?:[._-]{WORD}{{1,24}}){{1,5}}(?![\w@])"
)


def read_in_latin(view: View, glance: Glance) -> View:
    """The view with such names in Latin letters."""
    if view.text.isascii() or glance.words.isdisjoint(_NOTES):
        return view
    return rewrite(view, _names(view.text), disguise=DISGUISE)


def _names(text: str) -> Iterator[Edit]:
    for match in _NAME.finditer(text):
        latin = in_latin(match[0])
        if latin and latin != match[0]:
            yield Edit(*match.span(), latin)
