"""One name on two networks: "photo app: sol.y.sal, paper plane: solysal".

People keep their name wherever they are. So two names that are the same but for their signs, each
beside an app however vaguely that is told, are sure where either alone would be a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from scanner.detectors.handles.names import Name, names
from scanner.detectors.handles.said import Said
from scanner.detectors.words import Word

_AND = frozenset({"and", "und", "et", "y", "e", "i", "en", "aur", "ve", "dan", "va"})
AFTER, BEFORE = 34, 16  # characters from an app to such a name, and from the name to the app
NAMES_MAX = 3  # looked at on each side of an app
SAME_MIN = 6  # letters that the two have in common at their beginning
LIKELY = 0.7  # confidence


class _Beside(NamedTuple):
    app: int
    name: Name
    letters: str


def again(text: str, apps: Sequence[Word], told: Sequence[Said]) -> Iterator[Name]:
    """The names that stand beside one app and, but for their signs, beside another one as well."""
    if len(apps) < 2:
        return
    found = [beside for place, app in enumerate(apps) for beside in _beside(text, place, app, told)]
    by_head: dict[str, list[_Beside]] = {}
    for beside in found:
        by_head.setdefault(beside.letters[:SAME_MIN], []).append(beside)
    given: set[int] = set()
    for same in by_head.values():
        if len({beside.app for beside in same}) < 2 or not _are_names(same):
            continue
        for beside in same:
            if beside.name.start not in given and not _is_within(beside.name, same):
                given.add(beside.name.start)
                yield beside.name


def _beside(text: str, place: int, app: Word, told: Sequence[Said]) -> Iterator[_Beside]:
    near: Iterable[Name] = (
        *(said.name for said in told if app.end <= said.name.start <= app.end + AFTER),
        *islice(names(text, app.end, app.end + AFTER), NAMES_MAX),
        *(
            name
            for name in islice(names(text, max(0, app.start - 40), app.start), NAMES_MAX)
            if 0 <= app.start - name.end <= BEFORE
        ),
    )
    for name in near:
        for letters in _letters(name.value.lower()):
            if len(letters) >= SAME_MIN:
                yield _Beside(place, name, letters)


def _letters(value: str) -> set[str]:
    """What is left of a name without its signs, and without its words for "and" as well."""
    parts = re.split(r"[^\w]|_", value)
    return {"".join(parts), "".join(part for part in parts if part not in _AND)}


def _are_names(same: Sequence[_Beside]) -> bool:
    """Whether one of them has a sign that words have not, and they stand in two places."""
    starts = {beside.name.start for beside in same}
    has_sign = any(beside.name.shape != "word" for beside in same)
    is_varied = len({beside.name.value for beside in same}) > 1
    return len(starts) > 1 and has_sign and is_varied


def _is_within(name: Name, same: Sequence[_Beside]) -> bool:
    """Whether a longer one of them holds the name: "sol.y.sal" and its first word."""
    return any(
        other.name.start <= name.start
        and name.end <= other.name.end
        and other.name.end - other.name.start > name.end - name.start
        for other in same
    )
