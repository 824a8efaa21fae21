"""Other signs within an address that is written without blanks.

Commas for points, "oren,dahl@gmail,com"; strokes around each sign, "ines/./paz/@/gmail/./com"; a
letter in a ring or a box for "@", "noor⚫mir🅰gmail⚫com"; and "@@". Commas also where "@" is a
word: "oren,dahl AT gmail,com".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.views.glance import Glance, any_of
from scanner.views.signs.words import AT, KNOWN_ENDINGS, PROVIDERS, TALK_ENDINGS
from scanner.views.view import Edit, View, rewrite

DISGUISE = "odd signs"

_NAME = r"[A-Za-z0-9][A-Za-z0-9_-]{0,40}"
_POINTS = ",;:·•*|#~^=!°/\\"
_RUN = re.compile(
    rf"(?<![\w@.,+-])(?P<local>{_NAME}(?:[.{re.escape(_POINTS)}]{_NAME}){{0,4}})@"
    rf"(?P<label>[A-Za-z0-9-]{{2,40}})(?P<point>[{re.escape(_POINTS)}]{{1,2}})"
    r"(?P<ending>[A-Za-z]{2,10})(?:(?P=point)(?P<second>[A-Za-z]{2}))?(?![\w@(=\[-])"
)
_POINTS_TOLD = ",;*|#~^=!°"  # where "@" is a word
_RUN_TOLD = re.compile(
    rf"(?<![\w@.,+-]){_NAME}(?P<point>[{_POINTS_TOLD}])(?:{_NAME}(?P=point)){{0,3}}{_NAME}"
    rf"(?P<at>\s(?:{any_of({*AT.split('|'), 'at'})})\s)"
    r"[A-Za-z0-9-]{2,40}(?P=point)(?P<ending>[A-Za-z]{2,10})(?![\w@-])",
    re.IGNORECASE,
)
_POINT_WITHIN = re.compile(rf"[A-Za-z0-9][{_POINTS_TOLD}][A-Za-z]")
_STRUCK = re.compile(
    r"(?<=\w)(?P<stroke>[/\\|~=^]{1,2})(?P<sign>[@._])(?P=stroke)(?=\w)|(?<=\w)\s?[/|]\s?@\s?[/|]\s?(?=\w)"
)
_AT_STRUCK = re.compile(r"[/\\|~=^]\s?@\s?[/\\|~=^]")
# Set apart within an address, to be taken out: "jane*NOSPAM*@gmail.com".
_DECOY = re.compile(
    r"(?<=[\w.@])[*~(\[{<|]{1,2}(?:no|anti|remove|delete|kill|without|minus)[ ._-]?"
    r"(?:spam|this|me|bots?|robots?|caps|junk)[*~)\]}>|]{1,2}(?=[\w.@])",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"(?<=[\w(\[{])@{2,4}(?=[\w)\]}])")
_RINGED = "ⓐⒶ🅐🅰🄰"
_DRAWN = re.compile(r"[\u2460-\u24ff\U0001f110-\U0001f19a]")  # enclosed letters and figures
_BULLETS = frozenset("•·")
_BULLETED = re.compile(
    r"(?<![\w@.])(?P<local>[\w-]{1,40}(?:[•·.][\w-]{1,40}){1,4})@[A-Za-z0-9-]{2,40}(?P<point>[.•·])[a-z]"
)
_HOST = re.compile(
    r"\s?(?P<label>[A-Za-z0-9-]{2,40})(?:\s?(?P<point>[^\w\s]{1,3})\s?(?P<ending>\w{2,10}))?"
)
_RINGS = frozenset("⨀⊙☉◉◎⦿●○∙⚫⚪⭕◦•")  # for the point, beside a letter in a ring


def read_odd_points(view: View, glance: Glance) -> View:
    """The view with "@" and points in place of what stands for them."""
    if any(sign in view.source.text for sign in _RINGED):
        view = rewrite(view, _ringed(view), disguise=DISGUISE)
    is_pointed = not glance.characters.isdisjoint(_POINTS)
    if is_pointed and _POINT_WITHIN.search(view.text):
        view = rewrite(view, _told(view.text), disguise=DISGUISE)
    if "@" not in view.text:
        return view
    for odd, sign in ((_DECOY, ""), (_DOUBLED, "@")):
        edits = (Edit(*match.span(), sign) for match in odd.finditer(view.text))
        view = rewrite(view, edits, disguise=DISGUISE)
    if _AT_STRUCK.search(view.text):
        view = rewrite(view, _struck(view.text), disguise=DISGUISE)
    if not glance.characters.isdisjoint(_BULLETS):
        view = rewrite(view, _bulleted(view), disguise=DISGUISE)
    if is_pointed:
        view = rewrite(view, _points(view.text), disguise=DISGUISE)
    return view


def _ringed(view: View) -> Iterator[Edit]:
    """Letters in a ring that stand by themselves before a house or a domain."""
    raw = view.source.text
    for place, sign in enumerate(raw):
        if sign not in _RINGED:
            continue
        if _DRAWN.search(raw[max(0, place - 2) : place]) or _DRAWN.match(raw, place + 1):
            continue
        start, end = view.from_source(place, place + 1)
        host = _HOST.match(view.text, end)
        if end != start + 1 or host is None or not view.text[:start].strip():
            continue
        ending = (host["ending"] or "").lower()
        has_ring = host["point"] in _RINGS
        endings = KNOWN_ENDINGS if has_ring else KNOWN_ENDINGS - TALK_ENDINGS
        if host["label"].lower() in PROVIDERS or ending in endings:
            yield Edit(start, end, "@")
            if has_ring and host["point"] not in view.text[:start]:
                yield Edit(*host.span("point"), ".")


def _struck(text: str) -> Iterator[Edit]:
    """The strokes about the signs of an address go: "ines/./paz/@/gmail/./com"."""
    for match in _STRUCK.finditer(text):
        yield Edit(*match.span(), match["sign"] or "@")


def _bulleted(view: View) -> Iterator[Edit]:
    """Points in the name of an address whose domain has the same sign, "joe•b@outlook•com"."""
    for match in _BULLETED.finditer(view.text):
        low, high = view.to_source(*match.span("point"))
        sign = view.source.text[low:high]
        if sign in _BULLETS:
            yield from _as_points(view.text, sign, *match.span("local"))


def _told(text: str) -> Iterator[Edit]:
    """Points and "@" of an address in which the same sign stands for all points."""
    for match in _RUN_TOLD.finditer(text):
        if match["ending"].lower() in KNOWN_ENDINGS:
            yield from _as_points(text, match["point"], match.start(), match.start("at"))
            yield Edit(*match.span("at"), "@")
            yield from _as_points(text, match["point"], match.end("at"), match.end())


def _points(text: str) -> Iterator[Edit]:
    """Points in an address where another sign stands for all of them."""
    for match in _RUN.finditer(text):
        label, ending = match["label"].lower(), match["ending"].lower()
        point = match["point"]
        if ending not in KNOWN_ENDINGS or (label not in PROVIDERS and ending in TALK_ENDINGS):
            continue
        if point in ("/", ":", "=") and label not in PROVIDERS:  # a path, a port, a value
            continue
        if point[0] in ",;:" and label not in PROVIDERS and point not in match["local"]:
            continue  # "write to ann@home,com ..." is rather two things
        yield from _as_points(text, point, *match.span())


def _as_points(text: str, sign: str, start: int, end: int) -> Iterator[Edit]:
    place = text.find(sign, start, end)
    while place >= 0:
        yield Edit(place, place + len(sign), ".")
        place = text.find(sign, place + len(sign), end)
