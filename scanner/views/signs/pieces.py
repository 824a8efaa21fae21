"""The pieces that an address is told in, and figures that belong to the name before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from scanner.views.glance import words_of
from scanner.views.numbers.words import ANY_DIGIT_OF, LITTLE_WORDS, SPELLINGS
from scanner.views.signs.words import (
    AT_IN_PASSING,
    ENDINGS_KNOWN,
    KNOWN_ENDINGS,
    NO_NAMES,
    PROVIDERS,
    TALK_ENDINGS,
)
from scanner.views.signs.words_described import LITTLE, NEXT, PERSONS
from scanner.views.view import Edit

FIGURES_MAX = 8  # pieces of figures at the end of a name: "jane one nine eight seven"


class Piece(NamedTuple):
    """A name or a sign in the text. ``reading`` is the sign, or the name in Latin letters.

    ``weight`` of a sign: 0 an ordinary word, 1 a word for a sign, 2 bracketed or the sign itself.
    None for names. ``is_said`` tells a word from the sign itself.
    """

    start: int
    end: int
    reading: str
    weight: int | None = None
    is_said: bool = False


def with_figures(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, figures before "@" joined with the name before them: "verma ninety one at"."""
    joined: list[Piece] = []
    for piece in pieces:
        if piece.reading == "@" and piece.weight is not None:
            _join_figures(text, joined)
        joined.append(piece)
    return joined


def in_turn(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, words from one to the next made part of the sign beside them: "then a dot"."""
    kept: list[Piece] = []
    for at, found in enumerate(pieces):
        piece = found
        if piece.weight is not None:
            piece = _led_to(text, kept, piece)
            if len(kept) > 2 and kept[-1].reading.lower() in _ARTICLES:
                if _is_turn(text, kept[-2], piece):
                    piece = _joined_on(piece._replace(start=kept[-2].start), kept, 2)
            elif len(kept) > 1 and _is_turn(text, kept[-1], piece):
                piece = _joined_on(piece._replace(start=kept[-1].start), kept, 1)
            piece = _led_to(text, kept, piece)
        elif len(kept) > 1 and kept[-1].weight:
            following = pieces[at + 1 : at + 2] if piece.reading.lower() in _ANDS else [piece]
            if following and _is_turn(text, following[0], kept[-1], is_after=True):
                kept[-1] = kept[-1]._replace(end=piece.end)
                continue
        kept.append(piece)
    return kept


def _led_to(text: str, kept: list[Piece], sign: Piece) -> Piece:
    """The sign with the little words before it, which go: "beim", "der"."""
    while _leads_to(text, kept, sign):
        sign = sign._replace(start=kept.pop().start)
    return sign


def _joined_on(sign: Piece, kept: list[Piece], turns: int) -> Piece:
    """The sign with the words that only lead to it, which go: "und danach der"."""
    del kept[-turns:]
    if len(kept) > 1 and kept[-1].weight is None and kept[-1].reading.lower() in _ANDS:
        return sign._replace(start=kept.pop().start)
    return sign


def with_endings(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with the point that was left out before the ending of a domain after "@".

    "kasse ät museum minus linz at": that the sign is named makes all that follows a domain.
    """
    pointed: list[Piece] = []
    at: Piece | None = None  # the sign whose domain the last pieces are
    for piece in pieces:
        last = pointed[-1] if pointed else None
        if piece.weight is not None:
            if piece.reading == "@":
                at = piece if piece.weight else None
            elif piece.reading not in ".-":
                at = None
        elif last is not None and last.weight is None:
            is_whole = len(pointed) > 1 and pointed[-2].is_said and last.reading in KNOWN_ENDINGS
            if at is not None and not is_whole and _is_ending(text, last, piece, at):
                pointed.append(Piece(last.end, piece.start, ".", 1))
            else:
                at = None
        pointed.append(piece)
    return pointed


def _is_ending(text: str, name: Piece, piece: Piece, at: Piece) -> bool:
    """Whether a blank parts the name from a top-level domain; one that may be a word ends a clause.

    Of two letters all may: "gmail dot com pe bhejo", "interia kropka pl bo nie wchodzi".
    """
    ending = piece.reading.lower()
    gap = text[name.end : piece.start]
    if ending not in KNOWN_ENDINGS or gap.strip(" ,/|)]}") or not gap or "\n" in gap:
        return False
    if name.reading.lower() in NO_NAMES or not re.fullmatch(r"[\w.-]+", name.reading):
        return False
    if len(ending) > 2 and ending not in TALK_ENDINGS:
        return True
    is_last = _CLAUSE_END.match(text, piece.end) is not None
    return is_last and (at.is_said or at.weight == 2)


_CLAUSE_END = re.compile(r"\s{0,2}(?:[.,;:!?()\[\]\n]|\Z)")


def _leads_to(text: str, kept: list[Piece], sign: Piece) -> bool:
    """Whether the last piece is a little word between a name and "@": "jo beim Klammeraffen"."""
    if sign.reading != "@" or not (sign.weight and sign.is_said) or len(kept) < 2:
        return False
    name, word = kept[-2:]
    return (
        name.weight is None
        and word.weight is None
        and word.reading.lower() in _LEADS
        and text[word.end : sign.start].isspace()
        and text[name.end : word.start].isspace()
    )


_LEADS = (frozenset(LITTLE.split(" ")) | {"beim", "am", "vom", "zum", "das", "alla", "col"}) - {
    "as",
    "me",
    "hit",
    "key",
    "mic",
    "ten",
}


def _is_turn(text: str, word: Piece, sign: Piece, *, is_after: bool = False) -> bool:
    """Whether the word only leads from one piece of an address to the sign beside it, or on."""
    if word.weight is not None or not sign.weight or sign.reading == "/":
        return False
    low = word.reading.lower()
    if low in PERSONS and text[sign.start : sign.end].lower() in ("at", "@", "dot"):
        return False
    between = text[sign.end : word.start] if is_after else text[word.end : sign.start]
    return low in _TURNS and between.strip(" ,،、，–—").lower() in _MAY_STAND_BETWEEN


def _join_figures(text: str, pieces: list[Piece]) -> None:
    """Makes one name of the last name and the figures after it, if these end the pieces."""
    first = len(pieces)
    figures: list[str] = []
    words: list[str] = []
    while first and len(pieces) - first < FIGURES_MAX and pieces[first - 1].weight is None:
        word = pieces[first - 1].reading.lower()
        said = _figures_of(word)
        if said is None and word not in _NEXT and word not in _FIGURES:
            break
        first -= 1
        if said is not None:
            words.append(word)
            figures.append(said)
    if not first or all(word in _LITTLE for word in words):
        return
    name = pieces[first - 1]
    chain = [name, *pieces[first:]]
    is_name = name.weight is None and _NAME.fullmatch(name.reading)
    if not is_name or name.reading.lower() in _NOT_BEFORE_FIGURES:
        return
    if not all(_GAP.fullmatch(text, left.end, right.start) for left, right in pairwise(chain)):
        return
    digits = digits_of(figures[::-1])
    pieces[first - 1 :] = [Piece(name.start, pieces[-1].end, name.reading + digits)]


def figure_of(word: str) -> int | None:
    """The number that a word in lower case says, in figures or in any language; None for none."""
    return int(word) if re.fullmatch("[0-9]{1,4}", word) else _NUMBERS.get(word)


def _figures_of(word: str) -> str | None:
    """The same as figures; of scripts that say each with a sign, "공팔" is 08."""
    number = figure_of(word)
    if number is not None:
        return word if word.isdecimal() else str(number)
    is_said = len(word) > 1 and ANY_DIGIT_OF.keys() >= set(word)
    return "".join(str(ANY_DIGIT_OF[sign]) for sign in word) if is_said else None


def digits_of(figures: list[str]) -> str:
    """Tens and the unit after them are one number: "ninety one" is 91."""
    numbers: list[str] = []
    for figure in figures:
        is_unit = len(figure) == 1 and figure != "0"
        if is_unit and numbers and re.fullmatch("[2-9]0", numbers[-1]):
            numbers[-1] = numbers[-1][0] + figure
        else:
            numbers.append(figure)
    return "".join(numbers)


def _said_numbers() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for spelling in SPELLINGS.values():
        for row, first, step in (
            (spelling.units, 0, 1),
            (spelling.teens, 10, 1),
            (spelling.tens, 20, 10),
        ):
            for place, spellings in enumerate(row.split()):
                for word in spellings.split("/"):
                    numbers.setdefault(word, first + place * step)
    return numbers


_LITTLE = frozenset(LITTLE_WORDS.split(" ")) | {"oh", "nil", "null"}
_NUMBERS = _said_numbers()
_NEXT = frozenset(NEXT.split("|"))
_FIGURES = words_of(
    "digits figures numbers cifras chiffres цифры цифри angka 숫자 数字 數字 数 ตัวเลข"
)
_GAP = re.compile(r"[\s,;:–—-]{1,3}")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._+-]{2,40}")
_NOT_BEFORE_FIGURES = NO_NAMES | frozenset(PROVIDERS)
# Words from one piece to the next that are nothing else in an address.
_TURNS = (
    frozenset(phrase for phrase in NEXT.split("|") if " " not in phrase)
    - KNOWN_ENDINGS
    - frozenset(AT_IN_PASSING.split("|"))
    - {"next", "after"}
)
_ANDS = words_of("and und et y e i ve och og en dan aur и та і")
_ARTICLES = words_of("a an un une ein einen uno um oru ek bir một isang satu jeden een en")
_MAY_STAND_BETWEEN = _ARTICLES | _ANDS | {""}


def rest_of(text: str, chain: list[Piece], last: int) -> Iterator[Edit]:
    """What belongs to the last name across a gap: a number's groups, the ending of a house."""
    name, sign = chain[last], chain[last - 1].reading
    if sign == "/" and name.reading.isdigit():
        groups = _GROUPS.match(text, name.end)
        for gap in re.finditer(r"\s", groups[0] if groups else ""):
            yield Edit(name.end + gap.start(), name.end + gap.end(), "")
    elif (
        sign == "@"
        and name.reading in PROVIDERS
        and (ending := _LOOSE_ENDING.match(text, name.end) or _WITH_ENDING.match(text, name.end))
    ):
        yield Edit(*ending.span("gap"), ".")
        if ending["said"] in _SAID_ENDINGS:
            yield Edit(*ending.span("said"), _SAID_ENDINGS[ending["said"]])


_GROUPS = re.compile(r"(?:\s\d{2,5})+\b")
_LOOSE_ENDING = re.compile(
    r"(?P<gap>\s?[,/|]{1,2}\s?|\s)(?P<said>com|net|org|ru|fr|es|it|ком|ру)\b"
)
# "gmx mit de", "yahoo con es": the clause ends with the ending.
_WITH_ENDING = re.compile(
    r"(?P<gap>,?\s(?:mit|with|in|on|con|en|avec|com|met|med|na|z|с|на|ya|wa)\s"
    r"(?:\.|the |dem |el )?)"
    rf"(?P<said>{'|'.join(ENDINGS_KNOWN.split(' '))})(?=\s?[.,;:!?)\n]|\Z)"
)
_SAID_ENDINGS = {"ком": "com", "ру": "ru"}
