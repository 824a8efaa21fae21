"""What is strewn in an address and has to be taken out: capitals, one sign, a word over and over.

"mXaQrZk@gKmaHil.cPoQm", "ñmarkñ@gmñail.ñcom", "eggmark.reeggid@gmeggail.com". Only where the
address is then one of a known mail house, and was none before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.views.glance import Glance
from scanner.views.signs.legends import LEGEND
from scanner.views.signs.words import KNOWN_ENDINGS, PROVIDERS
from scanner.views.view import Edit, View, rewrite

DISGUISE = "letters strewn in"
ADDRESSES_MAX = 20
WORD_MIN = 3  # letters of a word that is strewn in; shorter ones are in names by chance
_LONG = re.compile(
    r"(?<!\S)(?:[^\s@]{2,40}\s\.\s)?[^\s@]{2,80}(?:\s{0,2}@{1,2}\s{0,2})[^\s@.]{4,50}\s{0,2}\.{1,2}\s{0,2}[^\s@]{2,24}"
)
_TIGHT = re.compile(r"\s")
_CAPITALS = re.compile(r"[A-Z]+")
_INSIDE = re.compile(r"\s?[a-z]+[A-Z]")
_OF_HOUSE = re.compile(
    r"[a-z0-9][a-z0-9._+-]{1,40}@(?P<house>[a-z]{3,14})\.(?P<ending>[a-z.]{2,7})"
)
_ODD = re.compile(r"[^\x00-\x7f]|[*~^|#=+!$%&_°\d]")
_BETWEEN = re.compile(r"[A-Za-z][^\x00-\x7f]+[A-Za-z]")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_DOUBLED = re.compile(r"(?:(.)\1){8,60}")
_HOUSES = frozenset(PROVIDERS) | {"web", "free", "bol", "azet", "zoznam", "citromail", "foxmail"}
_IN_ORDER = sorted(_HOUSES)  # so that of two that fit the same one is always taken


def take_out(view: View, glance: Glance) -> View:
    """The view without what is strewn in an address of a known house."""
    if "@" not in glance.characters:
        return view
    told: list[Edit] = []
    unsaid: list[Edit] = []
    for edit, is_told in _edits(view.text):
        (told if is_told else unsaid).append(edit)
    return rewrite(view, told or unsaid, disguise=LEGEND if told else DISGUISE)


def _edits(text: str) -> Iterator[tuple[Edit, bool]]:
    """Each address laid bare, and whether the text speaks of the word that was strewn in."""
    for match in islice(_LONG.finditer(text), ADDRESSES_MAX):
        typed = match[0].rstrip(",;:!?)")
        end = match.start() + len(typed)
        if _is_of_house(_TIGHT.sub("", typed)):
            continue
        for word, lean in _candidates(typed):
            bare = _TIGHT.sub("", lean).strip(".").lower()
            if _is_of_house(bare):
                others = (text[: match.start()] + text[end:]).lower()
                yield Edit(match.start(), end, bare), len(word) >= WORD_MIN and word in others
                break


def _is_of_house(address: str) -> bool:
    found = _OF_HOUSE.fullmatch(address.lower())
    return (
        found is not None
        and found["house"] in _HOUSES
        and found["ending"].rpartition(".")[2] in KNOWN_ENDINGS
    )


def _candidates(typed: str) -> Iterator[tuple[str, str]]:
    """The address without its capitals, without each odd sign, and without words all over it."""
    local, _, domain = typed.partition("@")
    if _CAPITALS.search(local) and _INSIDE.match(domain):
        yield "", _CAPITALS.sub("", typed)
    if _BETWEEN.search(domain):  # signs of another script
        yield "", _FOREIGN.sub("", typed)
    for sign in sorted(set(_ODD.findall(typed))):
        if sign in local and sign in domain and (not sign.isdigit() or typed.count(sign) > 2):
            yield sign, typed.replace(sign, "")
    bare = _TIGHT.sub("", typed)
    if _DOUBLED.fullmatch(bare):  # "aannaa@@ggmmaaiill..ccoomm"
        yield "", bare[::2]
    ending = domain.strip().rpartition(".")[2].strip().lower()
    halves = (0, 1) if ending not in KNOWN_ENDINGS else ()
    for first in halves:  # every other letter of each part: "xaqnvna @ tgqmfwx . sdge"
        parts = [part.partition(".") for part in (local.strip(), domain.strip())]
        yield "", _every_other(first, *parts)
    label, _, ending = (part.strip() for part in domain.lower().partition("."))
    name = local.strip().lower()
    for word in _words_within(label):
        beside = _word_beside(ending)
        words = [word] + [beside] * (beside in name)
        if (beside and beside not in name) or word not in name:
            continue
        lean = f"{name}@{label.replace(word, '')}.{ending}"
        for one in words:
            lean = lean.replace(one, "") if one else lean
        yield word, lean


def _every_other(first: int, local: tuple[str, ...], domain: tuple[str, ...]) -> str:
    names = [_TIGHT.sub("", name)[first::2] for name in (local[0], local[2], domain[0], domain[2])]
    return f"{'.'.join(filter(None, names[:2]))}@{names[2]}.{names[3]}"


def _word_beside(ending: str) -> str:
    """What an ending that is none has beside a known one: "egg" of "eggcom"."""
    if ending in KNOWN_ENDINGS or not ending.isalpha():
        return ""
    for size in (3, 2):
        if len(ending) - size >= WORD_MIN:
            if ending[-size:] in KNOWN_ENDINGS:
                return ending[:-size]
            if ending[:size] in KNOWN_ENDINGS:
                return ending[size:]
    return ""


def _words_within(label: str) -> Iterator[str]:
    """What stands within the name of a house, "egg" of "gmeggail"."""
    for house in _IN_ORDER:
        size = len(label) - len(house)
        if size < WORD_MIN or len(house) < 4 or (label[0] != house[0] and label[-1] != house[-1]):
            continue
        for place in range(len(house) + 1):
            if label[:place] + label[place + size :] == house:
                yield label[place : place + size]
