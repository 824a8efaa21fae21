"""An address in the name of a file: "jane-DOT-roe-AT-gmail-DOT-com.pdf", "cv-x_at_lis_punkt_de".

Strokes stand about every word for a sign, so that the name is one word; it becomes the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.views.glance import Glance, any_of
from scanner.views.signs.words import (
    AT,
    AT_IN_PASSING,
    DOT,
    KNOWN_ENDINGS,
    NO_NAMES,
    PROVIDERS,
)
from scanner.views.view import Edit, View, rewrite

DISGUISE = "words for symbols"
NAMES_MAX = 20
_ATS = frozenset(word for word in f"{AT}|{AT_IN_PASSING}|a|bei".split("|") if word.isalpha())
_DOTS = frozenset(word for word in f"{DOT}|p".split("|") if word.isalpha())
_TOKEN = re.compile(r"(?<!\S)[\"'“«(]?(?P<name>[\w.-]{8,160})")
_FILE = re.compile(r"\.(?:[a-z]{2,4}[0-9]?|[0-9]?[a-z]{2,4})\Z", re.IGNORECASE)
_PARTS = re.compile(r"[-_]+|[^-_]+")
# What stands before the name in the names of files.
_OF_FILES = """
    cv resume résumé lebenslauf curriculum file demo portfolio doc brief final draft sample logo
    invoice offer quote proposal contract estimate devis facture presupuesto factura propuesta
    cotizacion cotización contrato orcamento orçamento proposta angebot rechnung vertrag preventivo
    fattura offerte factuur oferta wycena faktura teklif fatura penawaran смета договор кошторис
"""
_PREFIX = re.compile(rf"(?:(?:{any_of(_OF_FILES.split())}|v\d)[-_]+)+", re.IGNORECASE)


def read_file_names(view: View, glance: Glance) -> View:
    """The view with the address that a word with strokes about its signs says."""
    if glance.longest < NAME_MIN or glance.characters.isdisjoint("-_"):
        return view
    return rewrite(view, _edits(view.text), disguise=DISGUISE)


NAME_MIN = 12  # characters: "jo_at_lis_pt"


def _edits(text: str) -> Iterator[Edit]:
    found = (match for match in _TOKEN.finditer(text) if _may_hold(match["name"]))
    for match in islice(found, NAMES_MAX):
        name = match["name"].rstrip(".")
        if (read := _address(name)) is not None:
            start, end, address = read
            before = " " if start else ""
            yield Edit(match.start("name"), match.start("name") + end, f"{before}{address} ")


def _may_hold(name: str) -> bool:
    parts = _PARTS.findall(name.lower())
    return any(part in _ATS for part in parts[2:-2])


def _address(name: str) -> tuple[int, int, str] | None:
    """Where the address ends and what it is, if the words between strokes make one."""
    parts = list(_PARTS.finditer(name))
    low = [part[0].lower() for part in parts]
    for at in range(2, len(parts) - 2):
        if low[at] not in _ATS or not _are_strokes(low[at - 1], low[at + 1]):
            continue
        domain, last = _domain(low, at + 2)
        local = _local(low, parts, at)
        if domain is None or not local or {local, domain.partition(".")[0]} & NO_NAMES:
            continue
        return parts[at].start(), parts[last].end(), f"{local}@{domain}"
    return None


def _are_strokes(*parts: str) -> bool:
    return all(part.strip("-_") == "" for part in parts)


def _domain(low: list[str], first: int) -> tuple[str | None, int]:
    """The domain that begins at a part, with words for its points or a point, and its last part."""
    label, place = low[first], first
    while place + 4 < len(low) and low[place + 2] in _DOTS:
        said = _FILE.sub("", low[place + 4])
        label += f".{said}"
        place += 4
    house, _, ending = label.partition(".")
    ending = ending.rpartition(".")[2] or ending
    if place == first:  # no word for a point: "_at_gmail_com", "_at_gmail.com.pdf"
        typed = label.split(".")
        if len(typed) > 1 and typed[0] in PROVIDERS and typed[1] in KNOWN_ENDINGS:
            return f"{typed[0]}.{typed[1]}", place
        beside = _FILE.sub("", low[first + 2]) if first + 2 < len(low) else ""
        if label in PROVIDERS and beside in KNOWN_ENDINGS:
            return f"{label}.{beside}", first + 2
        return None, first
    is_sure = house in PROVIDERS or ending in KNOWN_ENDINGS
    return (label if is_sure and ending in KNOWN_ENDINGS else None), place


def _local(low: list[str], parts: list[re.Match[str]], at: int) -> str:
    """The name before "@": from the last double stroke or the beginning, points said or typed."""
    first = 0
    for place in range(at - 1, 0, -1):
        if len(low[place]) > 1 and _are_strokes(low[place]) and place != at - 1:
            first = place + 1
            break
    said = "".join(part[0] for part in parts[first : at - 1])
    said = _PREFIX.sub("", said, count=1) if _PREFIX.match(said) else said
    return _SAID_DOT.sub(".", said).strip(".-_").lower()


_SAID_DOT = re.compile(
    rf"[-_](?:{'|'.join(sorted(_DOTS - {'p'}, key=len, reverse=True))})[-_]", re.IGNORECASE
)
