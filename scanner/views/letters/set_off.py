"""Parts of a number that are set off each by itself: in quotes, in brackets, or on a line each.

"my cell "415" "419" "3862"", "ring [0171] [294] [5083]", "[t.me]/[jo]", and under a line that
speaks of a telephone "a) 415", "b) 419", "c) 3862".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from scanner.views.glance import Glance
from scanner.views.room.words import CALLS
from scanner.views.signs.words import KNOWN_ENDINGS
from scanner.views.view import Edit, View, rewrite

DISGUISE = "parts set off"
DIGITS = range(7, 16)  # of all parts together; as many as a number with its country code
LISTS_MAX = 40  # of one text looked at
HEADING_MAX = 80  # characters before the colon that a list stands under

# No commas between: those part the strings of code.
_OPENERS = frozenset("[<\"'`«»“”„‘’‹")
_OPEN, _CLOSE = "[\\[<\"'`«»“”„‘’‹]", "[\\]>\"'`»«“”‘’›]"
_BOXED = re.compile(
    rf"(?<![\w\])>])(?:{_OPEN}\+?\d{{1,5}}{_CLOSE}[ .\-–/]{{0,3}}){{1,14}}"
    rf"{_OPEN}\d{{1,5}}{_CLOSE}(?!\w)"
)
_BOX = re.compile(rf"{_OPEN}|{_CLOSE}")
_HOST = re.compile(
    rf"(?<!\w){_OPEN}(?P<host>[\w-]{{1,30}}\.(?P<ending>[a-z]{{2,6}})){_CLOSE} ?/ ?"
    rf"{_OPEN}(?P<path>[\w.+-]{{3,40}}){_CLOSE}",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r":[ \t]*(?P<parts>(?:\n[ \t]*(?:[-–—•·*]|\(?[a-h1-8ivx]{1,3}[).])[ \t]+"
    r"\+?\d{1,6}[ \t]*(?=\n|\Z)){2,8})",
    re.IGNORECASE,
)
_PART = re.compile(r"\+?\d+(?=[ \t]*(?:\n|\Z))")


def read_set_off(view: View, glance: Glance) -> View:
    """The view with the parts of a number, or of a link, side by side and nothing around them."""
    if not glance.characters.isdisjoint(_OPENERS):
        if "/" in glance.characters:
            view = rewrite(view, _hosts(view.text), disguise=DISGUISE)
        if glance.has_digits:
            view = rewrite(view, _unboxed(view.text), disguise=DISGUISE)
    if glance.has_digits and "\n" in glance.characters and ":" in glance.characters:
        view = rewrite(view, _in_line(view.text), disguise=DISGUISE)
    return view


def _hosts(text: str) -> Iterator[Edit]:
    for match in _HOST.finditer(text):
        if match["ending"].lower() in KNOWN_ENDINGS:
            yield Edit(*match.span(), f"{match['host']}/{match['path']}")


def _unboxed(text: str) -> Iterator[Edit]:
    for match in _BOXED.finditer(text):
        if sum(map(str.isdecimal, match[0])) not in DIGITS:
            continue
        written = re.sub(r"\s+", " ", _BOX.sub(" ", match[0])).strip()
        yield Edit(*match.span(), re.sub(r" ?([.\-–/]) ?", r"\1", written))


def _in_line(text: str) -> Iterator[Edit]:
    """What stands between the parts of a list; its heading has a word for a telephone."""
    for match in islice(_LISTED.finditer(text), LISTS_MAX):
        parts = list(_PART.finditer(text, *match.span("parts")))
        digits = sum(sum(map(str.isdecimal, part[0])) for part in parts)
        if digits in DIGITS and CALLS.any_in(_heading(text, match.start())):
            yield Edit(match.start("parts"), parts[0].start(), " ")
            yield from (Edit(left.end(), right.start(), " ") for left, right in pairwise(parts))


def _heading(text: str, colon: int) -> str:
    return text[max(0, colon - HEADING_MAX) : colon].rpartition("\n")[2].lower()
