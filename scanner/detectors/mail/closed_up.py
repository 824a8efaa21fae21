"""Names before "@" of which a note says that they are one word: "tanvir haor at yahoo, no spaces".

Read as it stands, only the last word before the sign is the name.
"""

from __future__ import annotations

from models.scripts import lowered
from scanner.detectors.told_notes import NOTES, has_note
from scanner.detectors.told_parts import NEAR, closed_up, told_parts
from scanner.views.view import View

NOTE_MAX = 40  # characters of a note between a name and the sign


def whole_name(view: View, start: int, at: int, end: int) -> tuple[int, str] | None:
    """Where the name before the said sign at ``at`` begins and what it is; None if it is no other.

    ``start``, ``end``: the address as it stands.
    """
    if not (told_parts(view.text) or _is_noted(view, start, at, end)):
        return None
    low = lowered(view.text)
    for told in told_parts(view.text):
        if told.is_sure and 0 < at - told.end <= NOTE_MAX and has_note(low, told.end, at):
            return told.start, told.value
    is_bare = low[start:at].isalnum() and _is_noted(view, start, at, end)
    told_before = closed_up(view.text, at) if is_bare else None
    if told_before is None or told_before.start >= start:
        return None
    return told_before.start, told_before.value


def _is_noted(view: View, start: int, at: int, end: int) -> bool:
    """Whether a note follows, or stood between the name and the sign where the view left it out."""
    first, _ = view.to_source(start, start + 1)
    _, last = view.to_source(at, at + 1)
    aside = view.source.text[first : first + NOTE_MAX * 3][: max(0, last - first)]
    return NOTES.any_in(lowered(view.text), end, end + NEAR) or NOTES.any_in(lowered(aside))
