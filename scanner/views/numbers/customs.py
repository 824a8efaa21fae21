"""Figures by a list that the reader knows: "le 06, puis la Gironde, le Nord", "lucky seven, …".

Read only where the list is spoken of, and in a row as long as a telephone number; and what figures
sound like in Japanese and Korean, behind the first figures of a mobile number there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from models.scripts import lowered
from scanner.views.glance import UNSPACED, Glance, any_of, words_of
from scanner.views.letters.latin import without_accents
from scanner.views.numbers.customs_words import CUSTOMS, SOUNDS_JA, SOUNDS_KO, Custom
from scanner.views.signs.pieces import figure_of
from scanner.views.view import Edit, View, apart, rewrite

DISGUISE = "figures in disguise"
ORDER_MAX = 3  # names that may stand in their order by chance
NAMES_MIN = 2  # of the list, in one number
GAP_MAX = 40  # characters between two of them
WORD_GAP_MAX = 20  # the same before or after a number word
PARTS_MAX = 400  # looked at in one text

_UNSPACED = re.compile(f"[{UNSPACED}]")
_ARTICLES = words_of("un une uno una a an o one ein eine at")
_FOLDS = str.maketrans({"’": "'", "‘": "'", "ı": "i"})
_ENDS = re.compile(r"[.!?。！？\n]")


@dataclass(frozen=True, slots=True)
class _List:
    """How a custom is found: its hints, its names or figures, and what each name stands for."""

    hints: frozenset[str]
    part: re.Pattern[str]
    figures: dict[str, str]
    number: re.Pattern[str]
    is_led: bool


class _Part(NamedTuple):
    """What stands for figures, where it stands: a name of the list, a number word, or figures."""

    start: int
    end: int
    figures: str
    is_name: bool
    is_word: bool


def _list_of(custom: Custom) -> _List:
    figures: dict[str, str] = {}
    for place, names in enumerate(custom.names, start=1):
        number = str(place if custom.has_tens else place % 10).zfill(custom.width)
        is_none = place > 10 and not custom.has_tens
        spelt = {form for name in names.split("/") for form in (name, without_accents(name))}
        figures |= dict.fromkeys(map(_folded, spelt), "" if is_none else number)
    name = rf"(?P<name>{any_of(figures)})"
    if not _UNSPACED.match(custom.names[0]):
        name = rf"(?<!\w){name}(?!\w)|(?P<word>(?<!\w)[^\W\d_]{{2,12}}(?!\w))"
    part = re.compile(rf"(?P<digits>\d{{1,6}})(?!\w)|{name}")
    hints = frozenset(custom.hints.split(" "))
    return _List(hints, part, figures, re.compile(custom.number), custom.is_led)


def _folded(low: str) -> str:
    """With one way to write an apostrophe and an i, of the same length."""
    return low.translate(_FOLDS)


_LISTS = tuple(map(_list_of, CUSTOMS))
_HINTS = frozenset[str]().union(*(one.hints for one in _LISTS))
_UNSPACED_HINTS = frozenset(hint for hint in _HINTS if _UNSPACED.match(hint))

_SOUND_JA = rf"(?>{any_of(SOUNDS_JA)})"  # atomic: there is one way to read it
_SOUND_KO = rf"(?:(?<![일이삼사오육칠팔구])(?:{any_of(SOUNDS_KO)})(?![백십])|\d{{4}})"
_MOBILE_JA = re.compile(
    rf"(?:(?<!\d)0[789]0|[ゼぜれまロハチナキュウ零〇]{{5,10}})[\s、,・-]{{0,3}}"
    rf"(?P<rest>(?:{_SOUND_JA}){{2,6}}[\s、,・-]{{1,3}}(?:{_SOUND_JA}){{2,6}})"
)
_MOBILE_KO = re.compile(
    rf"(?:(?<!\d)010|공일공)(?P<rest>[^\n.!?\d]{{0,20}}?{_SOUND_KO}[^\n.!?\d]{{0,12}}?{_SOUND_KO})"
)
_SOUNDS = (
    (_MOBILE_JA, re.compile(rf"{_SOUND_JA}|\d"), SOUNDS_JA),
    (_MOBILE_KO, re.compile(rf"공일공|{any_of(SOUNDS_KO)}|\d"), SOUNDS_KO | {"공일공": "010"}),
)
_MOBILE = re.compile(r"0[1789]0\d{8}")


def read_customs(view: View, glance: Glance) -> View:
    """The view with the figures of what stands for them by a list."""
    text = view.text
    hints = glance.words & _HINTS
    edits: list[Edit] = []
    if not text.isascii():
        hints |= {hint for hint in _UNSPACED_HINTS if hint in text}
        edits += _sounds(text)
    if hints:
        low = _folded(lowered(text))
        for one in _LISTS:
            edits += [] if one.hints.isdisjoint(hints) else _rows(low, one)
    return rewrite(view, apart(edits), disguise=DISGUISE)


def _rows(low: str, one: _List) -> Iterator[Edit]:
    """Numbers told by the names of the list, with figures and number words between them."""
    row: list[_Part] = []
    for part in islice(_parts(low, one), PARTS_MAX):
        if row and not (part.figures and _goes_on(low, row[-1], part)):
            yield from _number(row, one)
            row = []
        row += [part] if part.figures else []
    yield from _number(row, one)


def _parts(low: str, one: _List) -> Iterator[_Part]:
    for match in one.part.finditer(low):
        if match["name"]:
            yield _Part(*match.span(), one.figures[match["name"]], is_name=True, is_word=False)
        elif match["digits"]:
            yield _Part(*match.span(), match["digits"], is_name=False, is_word=False)
        elif match[0] not in _ARTICLES and (number := figure_of(match[0])) in range(10):
            yield _Part(*match.span(), str(number), is_name=False, is_word=True)


def _goes_on(low: str, last: _Part, part: _Part) -> bool:
    """Whether both are of one number: close to each other, in one sentence."""
    most = WORD_GAP_MAX if last.is_word or part.is_word else GAP_MAX
    return part.start - last.end <= most and not _ENDS.search(low, last.end, part.start)


def _number(row: list[_Part], one: _List) -> Iterator[Edit]:
    """The row as a number, most of which is told by names and not in the order of the list.

    "January 4, March 12" tells days, and "Aisne, Nord, Oise" where something is delivered.
    """
    figures = "".join(part.figures for part in row)
    names = [part.figures for part in row if part.is_name]
    is_told = len(names) >= NAMES_MIN and 2 * sum(map(len, names)) > len(figures)
    is_in_order = len(names) > ORDER_MAX and all(
        before < after for before, after in pairwise(map(int, names))
    )
    is_begun = not (one.is_led and row and row[0].is_name)
    if is_told and is_begun and not is_in_order and one.number.fullmatch(figures):
        yield Edit(row[0].start, row[-1].end, figures)


def _sounds(text: str) -> Iterator[Edit]:
    """Mobile numbers of Japan and Korea of which the rest is what its figures sound like."""
    for mobile, part, sounds in _SOUNDS:
        for match in islice(mobile.finditer(text), PARTS_MAX):
            figures = "".join(sounds.get(said, said) for said in part.findall(match[0]))
            is_told = not all(map(str.isdecimal, part.findall(match["rest"])))
            if is_told and _MOBILE.fullmatch(figures):
                yield Edit(*match.span(), figures)
