"""Pictures in the places of "@" and the point: "kofi🌀lapse🔴de", "ana🐌rios🔵silva🌀obra🔵pt".

Any picture may stand for either, so all that is between must be one run that ends in a real
ending: one picture for every point, another one, once, for "@".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scanner.views.glance import Glance
from scanner.views.signs.words import (
    KNOWN_ENDINGS,
    NO_NAMES,
    PROVIDERS,
    TALK_ENDINGS,
)
from scanner.views.view import Edit, View, rewrite

DISGUISE = "odd signs"
PARTS_MAX = 7  # three of a name and four of a domain

_PICTURE = (
    r"[\u00b7\u2022\u2200-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\u200d\ufe0e\ufe0f]"
)
_HINT = re.compile(rf"\w\s?{_PICTURE}{{1,4}}\s?\w")
_SIGN = rf"\s?{_PICTURE}{{1,4}}\s?"
# Houses whose names people part: "hot mail", "ya hoo".
_HALVES = r"(?i:g mail|hot mail|out look|ya hoo|i cloud|proton mail|fast mail|web mail)"
_WORD = rf"(?:{_HALVES}|[A-Za-z0-9][A-Za-z0-9._+-]{{0,40}})"
_RUN = re.compile(rf"(?<![\w@.]){_WORD}(?:{_SIGN}{_WORD}){{2,{PARTS_MAX - 1}}}(?![\w@])")
_PART = re.compile(rf"{_WORD}(?={_SIGN}|\Z)|{_WORD}")
# What looks like "@" or is called after it, and what is round like a point.
_ROUND_A = frozenset(
    "🌀🐌🐒🐵🙈🙉🙊🐶🐕🐩🐘🐈🐱🐭🐁🍥🧿🌪🎯⭕➰➿🥨🍩🥐🔁🔄💫🐚⊕⊙⊚⊛⊗⌾⍟◎☉🦆🐛🪱🐙✉📧📩📨💌"
)
_LETTERS = frozenset("✉📧📩📨💌")
_TWO_WORDS = re.compile(r"[a-z]{3,20}[._][a-z]{3,20}")
_POINTS = frozenset("•🔴🔵⚫⚪🔘🟢🟡🟠🟣🟤⏺●○◯◉▪▫◾◽🔹🔸🫐🍒💧⬤⚽🎱🏀🟥🟦⬛⬜◼◻■□🪨⏹")
_MARKS = dict.fromkeys((0x200D, 0xFE0E, 0xFE0F))


def read_pictured(view: View, glance: Glance) -> View:
    """The view with "@" and points in place of the pictures that stand for them."""
    if max(glance.characters, default="") < "\u00b7" or not _HINT.search(view.text):
        return view
    view = rewrite(view, _signs(view.text), disguise=DISGUISE)
    return rewrite(view, _before_domain(view.text), disguise=DISGUISE)


def _signs(text: str) -> Iterator[Edit]:
    for match in _RUN.finditer(text):
        parts = list(_PART.finditer(text, *match.span()))
        while len(parts) > 2:  # "web 🔴 de 😊 thanks": the run goes on after the ending
            if edits := _address(text, parts):
                yield from edits
                break
            parts.pop()


def _before_domain(text: str) -> Iterator[Edit]:
    """ "@" for a picture of it between a name and a whole domain: "anna🦆fernmill.gr"."""
    for match in _WITH_DOMAIN.finditer(text):
        sign = match["sign"].strip().translate(_MARKS)
        name = match["name"].lower()
        is_known = match["ending"].lower() in KNOWN_ENDINGS and name not in NO_NAMES
        is_apart = match["sign"] != match["sign"].strip()
        is_mail = set(sign) <= _LETTERS and _TWO_WORDS.fullmatch(name)  # "jo.lis 📧 fernmill.gr"
        if is_known and set(sign) <= _ROUND_A and (is_mail or not is_apart):
            yield Edit(*match.span("sign"), "@")


_WITH_DOMAIN = re.compile(
    rf"(?<![\w@.])(?P<name>[A-Za-z0-9][\w.+-]{{1,40}})(?P<sign>{_SIGN})"
    r"[A-Za-z0-9-]{2,40}(?:\.[A-Za-z0-9-]{2,30}){0,2}\.(?P<ending>[A-Za-z]{2,10})(?![\w@/])"
)


def _address(text: str, parts: list[re.Match[str]]) -> list[Edit]:
    """The edits that make an address of the parts; none if they are no address."""
    gaps = [(left.end(), right.start()) for left, right in pairwise(parts)]
    signs = [text[start:end].strip().translate(_MARKS) for start, end in gaps]
    ending, point = parts[-1][0].lower().rstrip("."), signs[-1]
    odd = [place for place, sign in enumerate(signs) if sign != point]
    is_tight = not any(map(str.isspace, text[parts[0].start() : parts[-1].end()]))
    if ending not in KNOWN_ENDINGS or len(odd) > 1 or (not odd and len(signs) > 2):
        return []
    if not odd and "·" in point:  # "en·de·pl"
        return []
    at = odd[0] if odd else 0
    house = parts[at + 1][0].lower().replace(" ", "")
    if at == len(signs) - 1 or parts[at][0].lower() in NO_NAMES or len(house) < 2:
        return []
    telling = bool(set(signs[at]) & _ROUND_A) + bool(set(point) & _POINTS)
    is_plain = ending not in TALK_ENDINGS or house in PROVIDERS
    if not (telling > 1 or (telling and is_plain) or (is_tight and (odd or is_plain))):
        return []
    edits = [
        Edit(start, end, "@" if place == at else ".") for place, (start, end) in enumerate(gaps)
    ]
    if " " in (part := parts[at + 1])[0]:
        place = text.index(" ", part.start())
        edits.append(Edit(place, place + 1, ""))
    return sorted(edits)
