"""Little words in an address: "sal punto y punto lumbre", "onet and dot eu".

Elsewhere such a word ends a name; between two equal signs it can be nothing but a part of one, and
between a mail house and the point that is said before its ending it does no more than link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from models.scripts import lowered
from scanner.views.glance import Glance, any_of, words_of
from scanner.views.signs.words import (
    DOT,
    HOUSES_APART,
    KNOWN_ENDINGS,
    PROVIDERS,
    SIGN_OF,
)
from scanner.views.view import Edit, View, rewrite

DISGUISE = "words for symbols"

_ANY = any_of(SIGN_OF)
# Of domains with two endings: "fernmill dot co dot uk".
_OF_DOMAINS = words_of("ac co com edu gob gov go gv ne net nom or org plc ltd")
_HINTS = frozenset(word.split(" ")[0] for word in SIGN_OF)
_LITTLE = re.compile(
    rf"(?<=[a-z0-9])[\s,(]{{1,2}}(?P<sign>{_ANY})[\s,)]{{1,2}}(?P<word>[a-z]{{1,4}})"
    rf"[\s,(]{{1,2}}(?P=sign)[\s,)]{{1,2}}(?=[a-z0-9])"
)
_LINKS = (
    "and|then|und|dann|et|puis|y|e|i|a potem|potem|и|і|та|ve|sonra|en|dan|og|och|ja|lalu|rồi|poi"
)
_POINTS = any_of(DOT.split("|"))
_LINKED = re.compile(
    rf"(?<!\w)(?P<host>[a-z0-9-]{{2,20}})(?P<link>[\s,]{{1,2}}(?:{_LINKS}))\s"
    rf"(?:{_POINTS})\s?(?:{'|'.join(KNOWN_ENDINGS)})(?!\w)"
)


# A house that is one for the writer: "at the hot mail, com".
_HOUSE_SAID = "|".join(
    sorted(
        {
            re.escape(said)
            for house, row in PROVIDERS.items()
            if len(house) > 4
            for said in (house, *row.split("|"), *HOUSES_APART.get(house, "").split("|"))
            if len(said) > 4 and said.isascii()
        },
        key=lambda said: (-len(said), said),
    )
)
_AT_THE_HOUSE = re.compile(
    rf"(?<=[\w,]\sat\s)(?P<article>(?:the|my|that|good old|old)\s)(?:{_HOUSE_SAID})"
    rf"(?P<gap>(?:'s)?(?:,?\s(?:{_POINTS})\s|\.)(?=(?:com|net|org|de|fr|es|it|ru|co|in|me|pt)(?!\w))"
    r"|(?:'s)?,?\s(?=(?:com|net|org)(?!\w)))"
)

Step = Callable[[str], Iterator[Edit]]


def read_little_words(view: View, glance: Glance) -> View:
    """The view with such words and their signs as one writes them."""
    steps: list[Step] = [_houses] if "at" in glance.words else []
    if not glance.words.isdisjoint(_HINTS):
        steps += (_parts, _links)
    for edits in steps:
        view = rewrite(view, edits(lowered(view.text)), disguise=DISGUISE)
    return view


def _parts(low: str) -> Iterator[Edit]:
    for match in _LITTLE.finditer(low):
        if match["word"] in _OF_DOMAINS:
            continue
        sign = SIGN_OF[match["sign"]]
        yield Edit(*match.span(), f"{sign}{match['word']}{sign}")


def _houses(low: str) -> Iterator[Edit]:
    for match in _AT_THE_HOUSE.finditer(low):
        yield Edit(*match.span("article"), "")
        yield Edit(*match.span("gap"), " dot ")


def _links(low: str) -> Iterator[Edit]:
    for match in _LINKED.finditer(low):
        if match["host"] in PROVIDERS:
            yield Edit(*match.span("link"), "")
