"""An address one piece a line: letters below each other, or cells of a table that is put together.

"j\\no\\n@\\nlis\\npt", "A1: jane\\nB1: @\\nC1: lis.pl", "1 | jane\\n2 | at\\n3 | lis\\n4 | pl".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.views.glance import WORD, Glance
from scanner.views.signs.words import AT, DOT, KNOWN_ENDINGS, NO_NAMES, PROVIDERS, TALK_ENDINGS
from scanner.views.view import Edit, View, rewrite

DISGUISE = "one piece a line"
LINES = range(3, 41)
_ATS = frozenset(AT.split("|")) | {"@", "at"}
_DOTS = frozenset(DOT.split("|")) | {".", ","}
_SAID_DOTS = _DOTS - KNOWN_ENDINGS
_LINE = re.compile(
    rf"[ \t>*•-]{{0,4}}(?:(?P<label>[A-Za-z]{{0,4}}\d{{1,3}})\s?[:|=.)\-→]\s?)?[\"'“«|]?"
    rf"(?P<said>@|\.|{WORD}[{WORD[1:-1]}.@+-]{{0,40}}(?: [a-z]{{2,12}})?)[\"'”»|]?,?[ \t]{{0,3}}"
)
_WHOLE = re.compile(r"[a-z0-9][a-z0-9._+-]{0,40}@[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,20})+")


def read_stacked(view: View, glance: Glance) -> View:
    """The view with lines of one piece each as the address that they make."""
    if view.text.count("\n") < LINES.start - 1:
        return view
    if "@" not in glance.characters and glance.words.isdisjoint(_ATS):
        return view
    return rewrite(view, _edits(view.text), disguise=DISGUISE)


def _edits(text: str) -> Iterator[Edit]:
    row: list[tuple[int, int, str]] = []
    place = 0
    for line in (*text.split("\n"), "(the end of it all)"):
        match = _LINE.fullmatch(line)
        if match is not None:
            row.append((place, place + len(line), match["said"]))
        elif row and line.strip():
            yield from _address(row)
            row = []
        place += len(line) + 1


def _address(row: list[tuple[int, int, str]]) -> Iterator[Edit]:
    """One edit for the lines from the name to the ending, if they make an address."""
    if len(row) not in LINES:
        return
    said = [_sign(piece.lower()) for _, _, piece in row]
    at = next((place for place, piece in enumerate(said) if "@" in piece), None)
    if at is None:
        return
    typed = [piece.lower() for _, _, piece in row]
    is_sure = any("@" in piece or _is_dot(piece) for piece in typed)
    first = at
    while first > 0 and said[first - 1] != "":
        first -= 1
    for end in range(min(len(said), at + 12), at, -1):
        domain = said[at:end]
        if (whole := _joined(said[first:at], domain)) and (is_sure or _is_telling(whole)):
            yield Edit(row[first][0], row[end - 1][1], whole)
            return


def _joined(name: list[str], domain: list[str]) -> str | None:
    """The address of the pieces; where no point is among those of the domain, one stands before
    each ending.
    """
    if len(name) > 1 and not (all(len(piece) <= 2 for piece in name) or "." in name):
        name = name[-1:]
    tail = "".join(domain)
    if "." not in tail and len(domain) > 1:
        head, *labels = domain[1:] if domain[0] == "@" else domain
        tail = "@" * (domain[0] == "@") + ".".join((head, *labels))
    whole = "".join(name) + tail
    if not _WHOLE.fullmatch(whole):
        return None
    host = whole.partition("@")[2].split(".")
    if not NO_NAMES.isdisjoint((whole.partition("@")[0], *host[:-1])):
        return None
    is_sure = host[0] in PROVIDERS or len(host) < 4
    return whole if host[-1] in KNOWN_ENDINGS and is_sure else None


def _is_telling(whole: str) -> bool:
    """Whether the house or the ending is no word of ordinary talk."""
    host = whole.partition("@")[2].split(".")
    return host[0] in PROVIDERS or host[-1] not in TALK_ENDINGS


def _is_dot(piece: str) -> bool:
    return piece in _SAID_DOTS or piece.partition(" ")[0] in _SAID_DOTS


def _sign(piece: str) -> str:
    """The piece with its words for signs as signs: "dot com" is ".com"."""
    first, _, rest = piece.partition(" ")
    if rest and first in _DOTS:
        return f".{rest}"
    if rest and first in _ATS:
        return f"@{rest}"
    if rest:
        return ""
    return "@" if piece in _ATS else "." if piece in _SAID_DOTS else piece
