"""Names before "@" of which a note says that they are one: "tanvir haor at yahoo, no spaces".

Read as it stands, only the last word before the sign is the name.
"""

from __future__ import annotations

import re

from models.scripts import lowered
from scanner.detectors.told_notes import NOTES, SPACE_WORDS, has_note
from scanner.detectors.told_parts import closed_up, told_parts
from scanner.views.view import View

NOTE_MAX = 40  # characters of a note between a name and the sign
ASIDE_MAX = 120  # characters from a name to the sign, with a note that the view left out

# Behind an address only what speaks of blanks, or says nothing else: "he will join it, together".
_OF_BLANKS = frozenset(SPACE_WORDS)
_NOTE_BEHIND = re.compile(r"[\s\"'”»]{0,3}[,;(–—-]\s?(?P<note>[^.!?,;)\n@]{2,40})")
REST_MAX = 3  # characters beside a note that says nothing else


def whole_name(view: View, start: int, at: int, end: int) -> tuple[int, str] | None:
    """Where the name before the said sign at ``at`` begins and what it is; None if it is no other.

    ``start``, ``end``: the address as it stands.
    """
    for told in told_parts(view.text):
        is_near = told.is_sure and 0 < at - told.end <= NOTE_MAX
        if is_near and has_note(lowered(view.text[told.end : at]), 0, at - told.end):
            return told.start, told.value
    if not view.text[start:at].isalnum() or not _is_noted(view, start, at, end):
        return None
    whole = closed_up(view.text, at)
    return (whole.start, whole.value) if whole and whole.start < start else None


def _is_noted(view: View, start: int, at: int, end: int) -> bool:
    """Whether a note follows, or stood between the name and the sign where the view left it out."""
    if behind := _NOTE_BEHIND.match(view.text, end):
        said = lowered(behind["note"]).strip()
        for note in NOTES.find(said):
            is_all = len(said) - (note.end - note.start) <= REST_MAX
            if is_all or not _OF_BLANKS.isdisjoint(said[note.start : note.end].split()):
                return True
    first, _ = view.to_source(start, start + 1)
    _, last = view.to_source(at, at + 1)
    aside = view.source.text[first : min(last, first + ASIDE_MAX)]
    return last - first > at + 1 - start and NOTES.any_in(lowered(aside))
