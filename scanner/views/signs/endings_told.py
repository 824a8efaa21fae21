"""The ending of a domain that is told by itself: "jo@fernmill, the ending is org".

Read only where a label follows "@" or a word for it, and goes on to say how it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from models.scripts import lowered
from scanner.views.glance import WORD, Glance, any_of, words_of
from scanner.views.signs.words import AT, DOT, ENDINGS, KNOWN_ENDINGS
from scanner.views.view import Edit, View, rewrite

DISGUISE = "words for symbols"

_TOLD = words_of(
    "ending ends end endung endet ende endigt terminación termina terminada terminado terminando"
    " terminação terminaison termine finit finissant fin finisce finale terminazione desinenza fine"
    " eindigt eind extensie extension extensión extensão extensione erweiterung końcówka kończy"
    " końcówką końcu окончание заканчивается кончается конце закінчення закінчується кінці uzantı"
    " uzantısı biter bitiyor sonunda sonu akhiran akhirannya berakhiran akhir suffix tld dulo"
    " terminat termină végződés végződik slut slutar slutter ändelse pääte končí koncovka"
)
HINTS_MAX, BEFORE, AFTER = 20, 80, 60  # looked at in one text; characters about each of them
_HINTS = _TOLD | {"hinten", "hintendran", "final", "fondo", "bout", "fim", "végén", "slutet"}


_SAID = {
    said: ending for ending, spellings in ENDINGS.items() for said in spellings.split("|") if said
}
_ENDING = any_of(_SAID.keys() | KNOWN_ENDINGS)
_ARTICLE = (
    r"(?:(?:an?|the|un|une?|una|uma|um|ein|einem|eine|het|een|el|la|le|l['’]|o|das|die|der)\s)?"
)
_LINK = (
    r"(?:(?:is|it|its|it['’]s|in|with|on|by|as|and|that|which|auf|ist|mit|und|das|en|es|con|por|y"
    r"|que|em|é|e|com|par|est|et|avec|qui|su|per|op|met|na|to|jest|się|i|на|это|и|та|ile|dengan"
    r"|adalah|nya|cu|este|med|på|är|er|a)\s)"
)
_AT = any_of([*AT.split("|"), "at"])
_DOT = rf"(?:(?:{any_of(DOT.split('|'))})\s|\.)?"
_HOST = (
    rf"(?:(?P<sign>@)\s?|[(\[{{]\s?(?:{_AT})\s?[)\]}}]\s?|(?<!{WORD})(?:{_AT})[\s,]\s?)"
    r"(?P<label>[a-z0-9][a-z0-9-]{2,40})"
)
_GAP = r"(?P<told>\s?[,;:(–—-]?\s"
_FORWARDS = re.compile(
    rf"{_HOST}{_GAP}{_LINK}{{0,3}}{_ARTICLE}(?:dom[aä]in\s|website\s)?"
    rf"(?:{any_of(_TOLD)})(?!{WORD})[:=,]?\s?{_LINK}{{0,2}}"
    rf"{_ARTICLE}{_DOT}[\"'“«]?(?P<ending>{_ENDING})[\"'”»]?\)?)(?![\w@-])"
)
_BACKWARDS = re.compile(
    rf"{_HOST}{_GAP}{_LINK}{{1,2}}{_ARTICLE}{_DOT}[\"'“«]?(?P<ending>{_ENDING})[\"'”»]?"
    r"\s(?:at the end|on the end|at the back|am ende|hinten(?:dran)?|al final|al fondo|à la fin"
    r"|au bout|no final|no fim|alla fine|in fondo|aan het eind|na końcu|в конце|в кінці|sonunda"
    r"|di akhir(?:nya)?|la final|a végén|på slutet|til slut)\)?)(?![\w@-])"
)

_HINT = re.compile(rf"(?<!{WORD})(?:{any_of(_HINTS)})(?!{WORD})")


def read_endings_told(view: View, glance: Glance) -> View:
    """The view with the point and the ending where they belong."""
    if glance.words.isdisjoint(_HINTS):
        return view
    return rewrite(view, _edits(lowered(view.text)), disguise=DISGUISE)


def _edits(low: str) -> Iterator[Edit]:
    passed = 0
    for hint in islice(_HINT.finditer(low), HINTS_MAX):
        start = max(passed, hint.start() - BEFORE)
        found = (it.search(low, start, hint.end() + AFTER) for it in (_FORWARDS, _BACKWARDS))
        if match := next(filter(None, found), None):
            ending = _SAID.get(match["ending"], match["ending"])
            yield Edit(*match.span("told"), f".{ending}" if match["sign"] else f" dot {ending}")
            passed = match.end()
