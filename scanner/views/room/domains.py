"""Domains of mail addresses as people give them when the name came in another message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from scanner.views.glance import WORD, any_of, words_of
from scanner.views.room.turns import LETTER, Piece, Turn
from scanner.views.room.words import FILE_ENDINGS
from scanner.views.signs.houses import HOUSE_ENDINGS
from scanner.views.signs.words import (
    AT,
    AT_IN_PASSING,
    DOT,
    ENDINGS,
    KNOWN_ENDINGS,
    NO_NAMES,
    PROVIDERS,
    TALK_ENDINGS,
)
from scanner.views.signs.words_described import AROUND, CREATURES, CURLY, LITTLE, NEXT, SIGNS

ENDING_REACH = 25  # characters after a mail house in which its ending may be named
PLACES_MAX = 12  # of one turn weighed
DOMAINS_MAX = 4  # of one turn looked at
AT_REACH = 3  # characters between a sign and the domain
# Mail houses whose names are ordinary words, and those whose names are too short for any.
_ORDINARY = "mail live orange terra libero list inbox web duck sky mailbox sapo op wp o2"
_NEVER_ALONE = "me i pm hey meta in"
NEVER_ALONE = frozenset(_NEVER_ALONE.split(" "))
ORDINARY = NEVER_ALONE | frozenset(_ORDINARY.split(" "))
_WRITTEN = {"бк": "bk"}


class Domain(NamedTuple):
    """A domain in a turn: where it begins, and how to write it.

    ``is_marked``: a sign or a word for it stands before. ``is_said``: its ending is named.
    ``is_house``: many people have their mail there. ``has_own_name``: a word stands before the sign
    that may be the name. ``is_whole``: that word and the rest are an address without doubt.
    """

    start: int
    written: tuple[Piece, ...]
    is_marked: bool
    is_said: bool
    is_house: bool
    has_own_name: bool
    is_whole: bool


_WORDS = re.compile(rf"{WORD}+")
_SECOND = frozenset(["com", "co", "edu", "org", "net", "ac", "gov"])


def _spellings() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """What each first word may begin, longest first: (words, house)."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for house, spellings in PROVIDERS.items():
        for spelling in filter(None, (house, *spellings.split("|"))):
            words = tuple(spelling.split(" "))
            table.setdefault(words[0], []).append((words, house))
    for house in (it for it in HOUSE_ENDINGS if it not in PROVIDERS):
        table.setdefault(house.split("-")[0], []).append(
            (tuple(house.split("-")), _WRITTEN.get(house, house))
        )
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_HOUSES = _spellings()
_KNOWN_HOUSES = HOUSE_ENDINGS.keys() | PROVIDERS
_UNSPACED_HOUSES = {
    spelling: house
    for house, spellings in PROVIDERS.items()
    for spelling in spellings.split("|")
    if re.search("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]", spelling)
}
_ENDING_OF = {
    spelling: ending
    for ending, spellings in ENDINGS.items()
    for spelling in (ending, *spellings.split("|"))
    if spelling and " " not in spelling
}
_DOTS = frozenset(DOT.split("|"))
_LABELS = re.compile(rf"full stop|{WORD}+")
_AT_WORDS = any_of(f"{AT}|{AT_IN_PASSING}".split("|"))
_PASSING = frozenset(AT_IN_PASSING.split("|"))
_AT = re.compile(
    rf"(?P<sign>@|[(\[{{<][aа@][)\]}}>]|(?<!\w)(?:{_AT_WORDS}))[\s:,\"'(){{}}\-]{{0,{AT_REACH}}}\Z"
)
_SIGN_SAID = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, AT.split('|')))})(?!\w)")
_AT_SAID = re.compile(rf"{_SIGN_SAID.pattern}[\s:,\"'(){{}}\-]{{0,{AT_REACH}}}\Z")
_TYPED = re.compile(
    rf"(?<!{LETTER})(?<![.-])(?P<domain>[a-z0-9][a-z0-9-]{{0,40}}(?:\.[a-z][a-z-]{{1,12}}){{1,3}})"
    rf"(?!{LETTER})(?![@/]|\.\w)"
)
_TOLD = re.compile(
    rf"(?<!{LETTER})(?<![.@-])(?P<name>[a-z0-9][a-z0-9-]{{1,30}})[ ,]{{1,2}}"
    rf"(?:{'|'.join(sorted(_DOTS, key=len, reverse=True))})[ ,]{{1,2}}"
    r"(?P<ending>[a-z]{2,6})(?![a-z])"
)
_UPI = re.compile(rf"(?<!{LETTER})(?<!\.)@(?P<domain>[a-z]{{3,14}})(?!{LETTER})(?![.@])")
_NAME_BEFORE = re.compile(r"(?P<name>[\w.+'-]{1,64})[\s,(\[{]{0,3}\Z")


def domains(turn: Turn, *, is_announced: bool = False) -> list[Domain]:
    """The domains that the turn names, as far as they may be those of mail addresses.

    ``is_announced``: a sign has been given before, so that what follows it is a domain.
    """
    found: list[Domain] = []
    taken = -1
    places = [*islice(_typed(turn), PLACES_MAX), *islice(_named(turn), PLACES_MAX)]
    if is_announced or _SIGN_SAID.search(turn.low):
        places += islice(_told(turn, is_announced=is_announced), PLACES_MAX)
    for start, end, house in sorted(places, key=lambda place: (place[0], -place[1])):
        if start < taken:
            continue
        domain, taken = _domain(turn, (start, end), house, is_announced=is_announced)
        if domain is not None:
            found.append(domain)
        if len(found) >= DOMAINS_MAX:
            break
    return found


def _typed(turn: Turn) -> Iterator[tuple[int, int, str]]:
    """Domains as they are written, with their ending; those of payment names have none."""
    if "." in turn.low:
        for match in _TYPED.finditer(turn.low):
            ending = match["domain"].rpartition(".")[2]
            if ending in KNOWN_ENDINGS and ending not in FILE_ENDINGS:
                yield *match.span("domain"), ""
    if "@" in turn.low:
        for match in _UPI.finditer(turn.low):
            if match["domain"] not in PROVIDERS:
                yield *match.span("domain"), ""


def _told(turn: Turn, *, is_announced: bool) -> Iterator[tuple[int, int, str]]:
    """Any name before a word for the dot, to be read where a sign has announced a domain."""
    for match in _TOLD.finditer(turn.low):
        if not (is_announced or _AT_SAID.search(turn.low, 0, match.start())):
            continue
        if match["name"] not in NO_NAMES and match["ending"] in KNOWN_ENDINGS:
            yield *match.span("name"), match["name"]


def _named(turn: Turn) -> Iterator[tuple[int, int, str]]:
    """Mail houses by name."""
    words = list(_WORDS.finditer(turn.low))
    for place, word in enumerate(words):
        for spelling, house in _HOUSES.get(word[0], ()):
            following = words[place : place + len(spelling)]
            if tuple(found[0] for found in following) == spelling:
                yield word.start(), following[-1].end(), house
                break
    if not turn.low.isascii():
        for name, house in _UNSPACED_HOUSES.items():
            at = turn.low.find(name)
            if at >= 0:
                yield at, at + len(name), house


def _domain(
    turn: Turn, span: tuple[int, int], house: str, *, is_announced: bool
) -> tuple[Domain | None, int]:
    """The domain at the range and where it ends; None where it is only a word."""
    start, end = span
    at = _AT.search(turn.low, max(0, start - 30), start)
    is_marked = at is not None or is_announced or _is_shown(turn.low[max(0, start - 40) : start])
    written, is_said = [Piece(turn.start + start, turn.start + end, house or None)], True
    if house:
        labels = _labels(turn.low, end, house)
        is_said = bool(labels)
        default = HOUSE_ENDINGS.get(house, "")
        if not is_said and (not default or (house in ORDINARY and not is_marked)):
            return None, end
        if not is_said:
            written.append(Piece(turn.start + end, turn.start + end, "." + default))
        for low, high, ending in labels:
            written.append(Piece(turn.start + low, turn.start + high, "." + ending))
            end = high
    is_house = bool(house) or turn.low[start:end].partition(".")[0] in _KNOWN_HOUSES
    if at is not None and not is_house and at["sign"] in _PASSING and at["sign"][0].isalpha():
        is_marked = is_announced  # "have a look at example.com"
    name = _name_before(turn, at.start()) if at else ""
    is_typed = at is not None and at[0] == "@" and turn.low[at.start() - 1 : at.start()].strip()
    is_whole = bool(name) and bool(is_typed or re.search(r"[a-z][\d._]|[._][a-z]", name))
    place = turn.start + (at.start() if at else start)
    domain = Domain(
        place,
        tuple(written),
        is_marked,
        is_said,
        is_house,
        has_own_name=bool(name),
        is_whole=is_whole,
    )
    return domain, end


def _is_shown(before: str) -> bool:
    """Whether what comes before describes the sign: "then the usual sign and"."""
    last = _WORDS.findall(before)[-SHOWN_WORDS:]
    while last and not set(last) <= _SHOWING:
        last.pop(0)
    said = set(last)
    is_sign = not said.isdisjoint(_SIGN_WORDS) and not said.isdisjoint(_LOOKS)
    return len(last) > 1 and (is_sign or not said.isdisjoint(_CREATURES))


SHOWN_WORDS = 6  # "then the usual little sign and"
_CREATURES = frozenset(word for word in words_of(CREATURES) if len(word) > 4)
_LOOKS = words_of(AROUND, CURLY)
_SIGN_WORDS = words_of(SIGNS) - words_of(LITTLE)
_SHOWING = _CREATURES | _LOOKS | _SIGN_WORDS | words_of(LITTLE, NEXT)


def _name_before(turn: Turn, at: int) -> str:
    """The word before a sign, if it may be the name of a mailbox."""
    match = _NAME_BEFORE.search(turn.low, max(0, at - 70), at) if at else None
    name = match["name"].strip(".-'") if match else ""
    return "" if name in NO_NAMES or not name.isascii() else name


def _labels(low: str, end: int, house: str) -> list[tuple[int, int, str]]:
    """The ending that is named for a house, as (start, end, label): "yahoo, punto com punto ar".

    Next to the house or after a word for the dot stands any; further on, only what is no ordinary
    word and cannot be meant otherwise.
    """
    place, is_next, has_dot = end, True, False
    for word in _LABELS.finditer(low, end, min(len(low), end + ENDING_REACH)):
        between = low[place : word.start()]
        place = word.end()
        if word[0] in _DOTS:
            has_dot = True
            continue
        has_dot = has_dot or (is_next and between == ".")
        is_next = is_next and between.strip(" ,/|()") in ("", ".")
        ending = _ENDING_OF.get(word[0], word[0] if word[0] in KNOWN_ENDINGS else "")
        if ending and (has_dot or _fits(low, word, (ending, house), is_next=is_next)):
            second = _second_label(low, word.end()) if ending in _SECOND else None
            return [(*word.span(), ending), *([second] if second else [])]
        is_next = has_dot = False
    return []


def _fits(low: str, word: re.Match[str], what: tuple[str, str], *, is_next: bool) -> bool:
    """Whether the word is the ending of the house although no dot stands before it."""
    ending, house = what
    is_clause_end = low[word.end() : word.end() + 1] in ("", ".", ",", ";", "!", "?", ")", "\n")
    if is_next and (ending not in TALK_ENDINGS or is_clause_end):
        return house not in NEVER_ALONE and (house not in ORDINARY or is_clause_end)
    if house in ORDINARY or low[word.start() - 1] in "./@":
        return False
    if _COUNTRY.match(low, word.start()):
        return True
    return ending == "com" or (not HOUSE_ENDINGS.get(house) and ending not in TALK_ENDINGS)


def _second_label(low: str, end: int) -> tuple[int, int, str] | None:
    """The country after "com" or "co", with a dot before it that is written or said."""
    match = _COUNTRY_LABEL.match(low, end)
    if match is None or match["label"] not in KNOWN_ENDINGS:
        return None
    return match.start("label"), match.end("label"), match["label"]


_COUNTRY = re.compile(r"(?:com?|edu|org|net|ac)\.[a-z]{2}(?![a-z])")
_COUNTRY_LABEL = re.compile(
    rf"(?:\.|[ ,]{{1,2}}(?:{'|'.join(sorted(_DOTS, key=len, reverse=True))})[ ,]{{1,2}})"
    r"(?P<label>[a-z]{2})(?![a-z])"
)
