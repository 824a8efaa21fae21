"""Parts of a number that are set off each by itself: in quotes, in brackets, or on a line each.

"my cell "415" "419" "3862"", "ring [0171] [294] [5083]", and under a line that ends with a word
for a telephone "a) 415", "b) 419", "c) 3862".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from scanner.views.glance import Glance
from scanner.views.room.words import CALLS
from scanner.views.view import Edit, View, rewrite

DISGUISE = "parts set off"
DIGITS = range(7, 16)  # of all parts together; as many as a number with its country code
LISTS_MAX = 40  # of one text looked at
HEADING_MAX = 80  # characters before the colon that a list stands under
BEFORE_MAX = 40  # characters before the parts in which a word for a telephone stands

# No commas between, which part the strings of code; and none of the signs of code.
_OPENERS = frozenset("[\"'«»“”„‘’‹")
_OPEN, _CLOSE = "[\\[\"'«»“”„‘’‹]", "[\\]\"'»«“”‘’›]"
_SINGLE = re.compile(r"(?<!\d)\d(?!\d)")
_BOXED = re.compile(
    rf"(?<![\w\])>])(?:{_OPEN}\+?\d{{1,5}}{_CLOSE}[ .\-–/]{{0,3}}){{1,14}}"
    rf"{_OPEN}\d{{1,5}}{_CLOSE}(?!\w)"
)
_BOX = re.compile(rf"{_OPEN}|{_CLOSE}")
_LISTED = re.compile(
    r":[ \t]*(?P<parts>(?:\n[ \t]*(?:[-–—•·*]|\(?[a-h1-8ivx]{1,3}[).])[ \t]+"
    r"\+?\d{1,6}[ \t]*(?=\n|\Z)){2,8})",
    re.IGNORECASE,
)
_PART = re.compile(r"\+?\d+(?=[ \t]*(?:\n|\Z))")


def read_set_off(view: View, glance: Glance) -> View:
    """The view with the parts of a number side by side and nothing around them."""
    if glance.has_digits and not glance.characters.isdisjoint(_OPENERS):
        view = rewrite(view, _unboxed(view.text), disguise=DISGUISE)
    if glance.has_digits and "\n" in glance.characters and ":" in glance.characters:
        view = rewrite(view, _in_line(view.text), disguise=DISGUISE)
    return view


def _unboxed(text: str) -> Iterator[Edit]:
    """Parts of more than one figure are a number only behind a word for one."""
    for match in _BOXED.finditer(text):
        digits = sum(map(str.isdecimal, match[0]))
        is_spelt = len(_SINGLE.findall(match[0])) == digits
        before = text[max(0, match.start() - BEFORE_MAX) : match.start()].lower()
        if digits not in DIGITS or not (is_spelt or CALLS.any_in(before)):
            continue
        written = re.sub(r"\s+", " ", _BOX.sub(" ", match[0])).strip()
        yield Edit(*match.span(), re.sub(r" ?([.\-–/]) ?", r"\1", written))


def _in_line(text: str) -> Iterator[Edit]:
    """What stands between the parts of a list whose heading ends with a word for a telephone."""
    for match in islice(_LISTED.finditer(text), LISTS_MAX):
        parts = list(_PART.finditer(text, *match.span("parts")))
        digits = sum(sum(map(str.isdecimal, part[0])) for part in parts)
        if digits in DIGITS and _is_of_phone(text, match.start()):
            yield Edit(match.start("parts"), parts[0].start(), " ")
            yield from (Edit(left.end(), right.start(), " ") for left, right in pairwise(parts))


def _is_of_phone(text: str, colon: int) -> bool:
    """Whether the line before the colon ends with a word for one telephone: "my cell:"."""
    heading = text[max(0, colon - HEADING_MAX) : colon].rpartition("\n")[2].lower()
    last = (heading.split() or [""])[-1]
    return CALLS.any_in(last) and not last.endswith("s")
