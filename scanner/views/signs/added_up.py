"""Names and addresses that are added up: "cold + ember + full stop + lane + sign of email + gmail".

What stands between two pluses is a part of a name, or says a sign and nothing else. Read only where
at least one part is a sign, so that no list of wares and no sum is taken for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.views.glance import WORD, Glance
from scanner.views.signs.forms import SIGN_FORMS
from scanner.views.signs.framed import sign_told
from scanner.views.signs.words import (
    AT,
    AT_IN_PASSING,
    DOT,
    HYPHEN,
    KNOWN_ENDINGS,
    NO_NAMES,
    PLUS,
    PROVIDERS,
    UNDERSCORE,
)
from scanner.views.view import Edit, View, rewrite

DISGUISE = "words for symbols"
PLUSES_MIN = 2
PLUSES_MAX = 60  # looked at in one text
PART_MAX = 32  # characters of what says a sign: "the letter a with a tail"

_PLUS = re.compile(
    rf"\s?[\"'“”«»]?\s?(?:[+＋➕]\ufe0f?|(?<=\s)(?:{PLUS})(?=\s))"
    r"(?:\s(?:a|an|the|un|une|una|um|ein|einen)(?=\s))?\s?[\"'“”«»]?\s?",
    re.IGNORECASE,
)
_HINTS = frozenset(PLUS.split("|"))
_SIGN_OF = {
    **dict.fromkeys(f"{AT}|{AT_IN_PASSING}|@".split("|"), "@"),
    **dict.fromkeys(f"{DOT}|.".split("|"), "."),
    **dict.fromkeys(f"{UNDERSCORE}|_".split("|"), "_"),
    **dict.fromkeys(f"{HYPHEN}|-".split("|"), "-"),
    **SIGN_FORMS,
}
_FIRST = re.compile(rf"(?<![\w@.+-]){WORD}[\w.@-]{{0,40}}\Z")
_PART = re.compile(r"[A-Za-z0-9._@-]{1,40}")
_LAST = re.compile(r"\.?[A-Za-z0-9][A-Za-z0-9-]*(?:\.[\w-]+){0,2}")
_SAID = sorted(
    [("google mail", "gmail")]
    + [
        (said, house)
        for house, spellings in PROVIDERS.items()
        for said in spellings.split("|")
        if " " in said and house != "googlemail"
    ],
    key=lambda entry: -len(entry[0]),
)


def read_added(view: View, glance: Glance) -> View:
    """The view with what is added up as one, its signs in place of what says them."""
    if glance.characters.isdisjoint("+＋➕") and glance.words.isdisjoint(_HINTS):
        return view
    return rewrite(view, _sums(view.text), disguise=DISGUISE)


def _sums(text: str) -> Iterator[Edit]:
    pluses = [match.span() for match in islice(_PLUS.finditer(text), PLUSES_MAX)]
    at = 0
    while at < len(pluses):
        run, signs = [pluses[at]], []
        while at + len(run) < len(pluses):
            start, end = run[-1][1], pluses[at + len(run)][0]
            sign = _sign(text[start:end].strip().lower())
            if sign is None and not _PART.fullmatch(text, start, end):
                break
            signs.append(sign)
            run.append(pluses[at + len(run)])
        if len(run) >= PLUSES_MIN and any(signs):
            yield from _joined(text, run, signs)
        at += len(run)


def _sign(said: str) -> str | None:
    """The sign that a part says, if it says nothing else."""
    if said in _SIGN_OF:
        return _SIGN_OF[said]
    is_told = " " in said and len(said) <= PART_MAX
    return sign_told(said) if is_told else None


def _joined(text: str, run: list[tuple[int, int]], signs: list[str | None]) -> list[Edit]:
    """The edits that make one name of a run of pluses and of the parts about them."""
    first = _FIRST.search(text, max(0, run[0][0] - 42), run[0][0])
    last = _LAST.match(text, run[-1][1])
    if first is None or last is None or first[0].lower() in NO_NAMES:
        return []
    house = last[0].lower()
    said = next((pair for pair in _SAID if text[run[-1][1] :].lower().startswith(pair[0])), None)
    is_of_mail = "@" in signs or "@" in text[first.start() : run[-1][0]]
    if is_of_mail and not (said or house in PROVIDERS or house.rpartition(".")[2] in KNOWN_ENDINGS):
        return []
    if not is_of_mail and not ({".", "_"} & {*signs}):
        return []
    edits: list[Edit] = []
    for place, (start, end) in enumerate(run):
        sign = signs[place] if place < len(signs) else None
        edits.append(Edit(start, end if sign is None else run[place + 1][0], sign or ""))
    if said:
        edits.append(Edit(run[-1][1], run[-1][1] + len(said[0]), said[1]))
    return edits
