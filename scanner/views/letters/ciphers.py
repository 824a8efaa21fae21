"""Letters exchanged by a rule: one place on, mirrored, "a=1", or by a key word with its figures.

An address is moved as a whole only where its ending is none as written, and where it then is one
of a known house, or of any ending where the text speaks of a cipher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from string import ascii_lowercase, ascii_uppercase

from scanner.views.glance import Glance
from scanner.views.signs.words import KNOWN_ENDINGS, PROVIDERS
from scanner.views.view import Edit, View, apart, rewrite

SHIFTED, LEGEND = "shifted letters", "a legend of letters"
ADDRESSES_MAX = 20
_TELLING = (
    "rot13|rot-13|rot 13|caesar|cäsar|césar|cesar|cesare|atbash|cipher|cypher|chiffre|shift"
    "|verschoben|verschlüsselt|geheimschrift|décal|desplaz|deslocad|spostat|cifra|szyfr|шифр"
    "|mirror|spiegel|alphabet|alfabet|abecedario|versleuteld|letter earlier|letter later"
)
_CIPHER = re.compile(
    rf"{_TELLING}|\ba ?(?:=|is|ist|est|es|è|→|->|<->|↔) ?[zbn]\b|\bz ?(?:=|is|→|->) ?a\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?<![\w.+@-])[a-zA-Z0-9][a-zA-Z0-9._+-]{1,40}@"
    r"(?P<domain>(?P<house>[a-zA-Z0-9-]{2,30})(?:\.[a-zA-Z]{2,12})?\.(?P<ending>[a-zA-Z]{2,6}))"
    r"(?![\w@]|\.\w)"
)
_ROWS = (ascii_lowercase, ascii_uppercase)
_MIRROR = {ord(letter): row[25 - place] for row in _ROWS for place, letter in enumerate(row)}
_TABLES = (
    *(
        {ord(letter): row[(place + step) % 26] for row in _ROWS for place, letter in enumerate(row)}
        for step in (13, *range(1, 13), *range(14, 26))
    ),
    _MIRROR,
)
_HOUSES = frozenset(PROVIDERS) | {"web", "me", "pm", "xs4all", "bol", "o2", "free", "ik", "hetnet"}
# "a=1", "A is 1", "1 = a", "a→1": every letter is the number of its place.
_PLACES = re.compile(
    r"(?<!\w)(?:a\s?(?:=|:|→|->|is|est|ist|es|è|é|to|это)\s?0?1(?!\d)|0?1\s?(?:=|→|->)\s?a(?!\w))",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?<![\w.,/-])\d{1,2}(?:(?P<gap>[ .,\-–_/·]{1,2})\d{1,2})(?:(?P=gap)\d{1,2}){1,29}(?![\w/])"
)
_FIGURES = re.compile(r"\d+")
_ASIDE = re.compile(r"\s?\([^()\n]{3,60}\)")
# "MURCIELAGO (M=0, U=1...)": ten letters that stand for the figures.
_KEY = re.compile(r"(?<![^\W_])[A-Z]{10}(?![^\W_])|(?<![^\W_])[a-z]{10}(?![^\W_])")
_KEYED = re.compile(
    r"(?<![\w.@+-])(?=[a-z]{0,30}\d)[a-z0-9._]{2,40}@[a-z0-9-]{2,30}\.[a-z0-9]{2,6}(?!\w)",
    re.IGNORECASE,
)


def read_ciphers(view: View, glance: Glance) -> View:
    """The view with addresses moved back, and words for the numbers of their letters."""
    if "@" in glance.characters and (match := _ADDRESS.search(view.text)):
        is_told = _CIPHER.search(view.text) is not None
        moved = _moved(view.text, match.start(), is_told=is_told)
        view = rewrite(view, moved, disguise=LEGEND if is_told else SHIFTED)
    if not glance.has_digits or ("a" not in glance.characters and "A" not in glance.characters):
        return view
    if legend := _PLACES.search(view.text):
        view = rewrite(view, _numbered(view.text, legend), disguise=LEGEND)
    if "@" in glance.characters and "0" in glance.characters:
        view = rewrite(view, _keyed(view.text), disguise=LEGEND)
    return view


def _moved(text: str, start: int, *, is_told: bool) -> Iterator[Edit]:
    for match in islice(_ADDRESS.finditer(text, start), ADDRESSES_MAX):
        is_known = match["ending"].lower() in KNOWN_ENDINGS
        if is_known and (not is_told or match["house"].lower() in _HOUSES):
            continue
        table = _table_of(match["domain"].lower(), of_any_house=is_told and not is_known)
        if table is not None:
            yield Edit(*match.span(), match[0].translate(table))


def _table_of(domain: str, *, of_any_house: bool) -> dict[int, str] | None:
    """The table that makes a known house with its ending of the domain, or any with one."""
    anywhere = None
    for table in _TABLES:
        house, _, ending = domain.translate(table).partition(".")
        if ending.rpartition(".")[2] in KNOWN_ENDINGS:
            if house in _HOUSES:
                return table
            anywhere = anywhere or table
    return anywhere if of_any_house else None


def _numbered(text: str, legend: re.Match[str]) -> Iterator[Edit]:
    """A word for each row of numbers that are all places of letters; a legend in brackets goes."""
    edits = []
    for match in islice(_NUMBERS.finditer(text), ADDRESSES_MAX):
        places = [int(number) for number in _FIGURES.findall(match[0])]
        if all(1 <= place <= 26 for place in places):
            edits.append(Edit(*match.span(), "".join(ascii_lowercase[p - 1] for p in places)))
    aside = _ASIDE.search(text, max(0, legend.start() - 20))
    if edits and aside is not None and aside.start() <= legend.start() < aside.end():
        edits = [edit for edit in edits if not aside.start() <= edit.start < aside.end()]
        edits.append(Edit(*aside.span(), ""))
    yield from apart(edits)


def _keyed(text: str) -> Iterator[Edit]:
    """Letters for the figures of an address, by a key word of ten letters, its first being 0."""
    for key in islice(_KEY.finditer(text), ADDRESSES_MAX):
        word = key[0].lower()
        if len(set(word)) < 10 or not re.search(rf"\b{word[0]}\s?[=:→]\s?0", text, re.IGNORECASE):
            continue
        table = {ord(str(figure)): letter for figure, letter in enumerate(word)}
        for match in islice(_KEYED.finditer(text), ADDRESSES_MAX):
            domain = match[0].translate(table).partition("@")[2].lower()
            if domain.partition(".")[0] in _HOUSES and domain.rpartition(".")[2] in KNOWN_ENDINGS:
                yield Edit(*match.span(), match[0].lower().translate(table))
        return
