"""Addresses told piece by piece: "archive, then the a in a circle, then tynemill, a stop, org".

Every piece stands between commas, full stops or words for "then". What stands for "@" is described,
and what stands for the point may be called anything; so the pieces must come in this order, and the
last must be a real ending. Mail houses are read in ``scanner.views.signs.described``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from models.scripts import lowered
from scanner.views.glance import WORD, Glance, any_of, words_of
from scanner.views.signs.forms import forms_of
from scanner.views.signs.words import (
    AT,
    AT_IN_PASSING,
    DOT,
    ENDINGS,
    HYPHEN,
    KNOWN_ENDINGS,
    NO_NAMES,
    TALK_ENDINGS,
)
from scanner.views.signs.words_described import AROUND, CREATURES, CURLY, LITTLE, NEXT, SIGNS
from scanner.views.view import Edit, View, rewrite

DISGUISE = "words for symbols"
SEGMENTS_MAX = 400  # looked at in one text
SIGN_WORDS_MAX = 7  # "that funny little a in a ring"
POINT_WORDS_MAX = 4  # "a small black pebble"


class Segment(NamedTuple):
    """What stands between two separators: its half-open range, and its words in lower case."""

    start: int
    end: int
    words: tuple[str, ...]


_LITTLE = words_of(LITTLE) | {"l", "d", "s", "mean", "usual", "double", "same"}
_TURNS = words_of(NEXT)
_AT = frozenset(word for word in AT.split("|") if " " not in word)
_AT |= {form for word in _AT for form in forms_of(word)} - _LITTLE
_AT_PHRASES = tuple(word for word in AT.split("|") if " " in word)
_CREATURES = words_of(CREATURES) | {"twirl", "whorl", "helix", "scroll"}
_CREATURES |= {form for word in _CREATURES if len(word) > 4 for form in forms_of(word)}
_LOOKS = words_of(AROUND, CURLY) | _CREATURES
_NOT_LAST = NO_NAMES | _TURNS | _LOOKS  # words of a piece that is a name
_SIGNS = words_of(SIGNS) - _LITTLE
_A = frozenset("aаα")
_BAG = _LITTLE | _LOOKS | _SIGNS | _A | _TURNS
_DOTS = frozenset(word for word in DOT.split("|") if " " not in word) | {"stop", "fullstop"}
_DOTS |= {form for word in _DOTS for form in forms_of(word)}
_PASSING = frozenset(AT_IN_PASSING.split("|"))
_ENDING_OF = {
    **{ending: ending for ending in KNOWN_ENDINGS},
    **{said: ending for ending, row in ENDINGS.items() for said in row.split("|") if said},
}
_HINTS = (_AT | _LOOKS | _PASSING) - _LITTLE - _A
_THEN = any_of(word for word in NEXT.split("|") if len(word) > 2 or not word.isascii())
_TURN = rf"(?:(?:and|y|e|et|und|i|и|en|og|och|ja)\s)?(?:{_THEN})(?!\w)"
_SEPARATOR = re.compile(
    rf"\s?[,;:](?:\s(?:{_TURN}))?\s?|[.…](?:\s|\Z)|\s?\n\s?|\s(?:{_TURN})[,:]?\s"
)
_WORDS = re.compile(rf"{WORD}+(?:[.-]{WORD}+)*")
_NAME_LAST = re.compile(r"(?<![\w@])[^\W_][\w.+-]{1,40}(?<![.-])[\"'”’)»]?\Z")
_LABEL = re.compile(r"[\"'“«(]?(?P<label>[^\W_][^\W_-]*(?:-[^\W_]+){0,4})[\"'”»)]?")
# Of a name and its writing, in a piece by itself or after the name: "all one", "as one word".
_REMARK_WORDS = words_of(
    "all one word as together joined no gap gaps space spaces without single in small letters"
    " lowercase glued written todo junto una sola palabra sin espacios en minúsculas tudo sem"
    " espaços espaço numa só palavra tout attaché attachés collé un seul mot sans espace espaces"
    " zusammen zusammengeschrieben ein wort einem ohne leerzeichen klein geschrieben tutto"
    " attaccato"
    " unica parola senza spazi aan elkaar één woord zonder spatie spaties razem jedno słowo słowem"
    " bez spacji вместе слитно одним словом без пробелов разом пробілів bitişik tek kelime"
    " boşluksuz"
    " tanpa spasi satu kata digabung viết liền không dấu cách dohromady jedním slovem spolu într-un"
    " singur cuvânt legat ett ord ihop sammanskrivet i et ord yhteen egybe egyben"
) - {"at"}
_REMARKED = re.compile(
    r",?\s(?:all )?(?:(?:as |in |all )?one word|together|(?:with )?no (?:gaps?|spaces?)"
    r"|(?:todo|tudo) junto|en un(?: seul)? mot|tout attaché|zusammen|in einem wort|tutto attaccato"
    r"|aan elkaar|razem|слитно|разом|bitişik|tanpa spasi|viết liền|ihop|egybe)\Z"
)
_DASHED = re.compile(rf"(?<=\w)\s(?:{'|'.join(map(re.escape, HYPHEN.split('|')))})\s(?=\w)")
_QUOTES = "\"'“”«»()’‘ "


def read_in_turn(view: View, glance: Glance) -> View:
    """The view with "@" and the point in place of the pieces of a list that stand for them."""
    text = view.text
    if glance.words.isdisjoint(_HINTS) or not _SEPARATOR.search(text):
        return view
    return rewrite(view, _signs(text), disguise=DISGUISE)


def _signs(text: str) -> Iterator[Edit]:
    low = lowered(text)
    found = islice(_segments(low), SEGMENTS_MAX)
    segments = [segment for segment in found if not _is_remark(segment.words)]
    phrases = [phrase for phrase in _AT_PHRASES if phrase in low]
    done = -1
    for place in range(1, len(segments) - 2):
        sureness = _tells_of_at(segments[place], low, phrases)
        first = place - 1  # before it the sign may have been described once already
        first -= bool(sureness and first and _tells_of_at(segments[first], low, phrases))
        if not sureness or segments[first].start < done:
            continue
        edits = _address(low, segments, (first, place), is_sure=sureness > 1)
        yield from edits
        if edits:
            done = edits[-1].end


def _is_remark(words: tuple[str, ...]) -> bool:
    """Whether the piece only says how a name is written."""
    return len(words) > 1 and _REMARK_WORDS.issuperset(words)


def _segments(low: str) -> Iterator[Segment]:
    start = 0
    for separator in _SEPARATOR.finditer(low):
        yield from _segment(low, start, separator.start())
        start = separator.end()
    yield from _segment(low, start, len(low))


def _segment(low: str, start: int, end: int) -> Iterator[Segment]:
    if words := tuple(match[0] for match in _WORDS.finditer(low, start, end)):
        yield Segment(start, end, words)


def _tells_of_at(segment: Segment, low: str, phrases: Sequence[str]) -> int:
    """0: does not stand for "@"; 1: what it shows may also be itself; 2: it can be nothing else.

    ``phrases`` for the sign are those that stand anywhere in the text.
    """
    words = segment.words
    if len(words) > SIGN_WORDS_MAX:
        return 0
    said = {part for word in words for part in (word, *word.split("-"))}
    if _names_at(segment, said, low, phrases) or _is_hyphenated(words):
        return 2
    if said.isdisjoint(_LOOKS) or not said <= _BAG | set(words[-1:]):
        return 0
    is_sign = not said.isdisjoint(_SIGNS) or (not said.isdisjoint(_A) and len(words) > 2)
    if is_sign and said <= _BAG:
        return 2
    is_shown = words[-1] in _LOOKS or any(word in _CREATURES for word in words)
    return 1 if len(words) > 1 and is_shown else 0


def _is_hyphenated(words: tuple[str, ...]) -> bool:
    """Whether it is one word of what the sign looks like and of its letter: "curly-at"."""
    parts = {*words[0].split("-")} if len(words) == 1 else set()
    return len(parts) > 1 and parts <= _LOOKS | {"at", "a"} and not parts.isdisjoint({"at", "a"})


def _names_at(segment: Segment, said: set[str], low: str, phrases: Sequence[str]) -> bool:
    """Whether a word for the sign is all that is said, but for little words."""
    if segment.words in (("at",), ("et",), ("ат",)):
        return True
    rest = said - _AT
    if len(rest) < len(said) and (rest <= _BAG or len(segment.words) == 1):
        return True
    return any(phrase in low[segment.start : segment.end] for phrase in phrases)


def _address(
    low: str, segments: list[Segment], around: tuple[int, int], *, is_sure: bool
) -> list[Edit]:
    """The edits that make an address of the name and of what follows the sign, by their places."""
    first, place = around
    before, host = segments[first], segments[place + 1]
    name = _NAME_LAST.search(low, max(0, before.end - 50), before.end)
    said = low[host.start : host.end].strip()
    said = _REMARKED.sub("", said)
    dashes = list(_DASHED.finditer(said))
    label = _LABEL.fullmatch(_DASHED.sub("-", said))
    if name is None or label is None or label["label"] in NO_NAMES:
        return []
    if before.words[-1] in _NOT_LAST:
        return []
    point = segments[place + 2]
    ending, end, start = _ending(low, segments, place + 2)
    says_point = False
    if ending is None and len(point.words) <= POINT_WORDS_MAX and place + 3 < len(segments):
        says_point = not _DOTS.isdisjoint(point.words)
        ending, end, start = _ending(low, segments, place + 3)
    if ending is None or (not is_sure and not says_point and ending in TALK_ENDINGS):
        return []
    at = host.start + low[host.start : host.end].index(said) + label.start("label")
    stop = at + len(label["label"]) + sum(len(dash[0]) - 1 for dash in dashes)
    shift = at - label.start("label")
    name_end = before.start + len(low[before.start : before.end].rstrip(_QUOTES))
    return [
        Edit(name_end, at, "@"),
        *(Edit(shift + dash.start(), shift + dash.end(), "-") for dash in dashes),
        Edit(stop, start, "."),
        Edit(start, end, ending),
    ]


def _ending(low: str, segments: list[Segment], place: int) -> tuple[str | None, int, int]:
    """The ending that a piece is, said, spelt or written, where it ends and where it begins."""
    segment = segments[place]
    words = segment.words
    start = low.index(words[0], segment.start)
    following = segments[place + 1] if place + 1 < len(segments) else None
    last = following if len(words) == 1 and following is not None else segment
    spelt = words if last is segment else words + last.words
    if len(spelt) == 2 and all(len(word) == 1 for word in spelt):
        ending = _ENDING_OF.get("".join(spelt))
        if ending:
            return ending, low.rindex(spelt[1], start + 1, last.end) + 1, start
    if words[0] in _ENDING_OF and (len(words) == 1 or not _DOTS.isdisjoint(words[1:])):
        return _ENDING_OF[words[0]], start + len(words[0]), start
    is_pointed = len(words) == 2 or (len(words) == 3 and words[1] in _LITTLE)  # "Punkt und de"
    if is_pointed and words[0] in _DOTS and words[-1] in _ENDING_OF:
        start = low.rindex(words[-1], start, segment.end)
        return _ENDING_OF[words[-1]], start + len(words[-1]), start
    return None, segment.end, start
