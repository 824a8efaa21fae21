"""How a message was read: the text under every disguise that was lifted."""

from __future__ import annotations

from dataclasses import dataclass

from scanner import views
from scanner.message import Message
from scanner.views import View

READINGS_MAX = 12  # plainest first; what comes after is read by nobody
SHOWN_MAX = 2_000  # characters of each


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as a detector saw it, and through which disguises; of the whole room where it is."""

    text: str
    disguises: tuple[str, ...]
    is_room: bool
    is_cut: bool


def readings_of(message: Message) -> list[Reading]:
    """The readings that say something else than the one before, plainest first.

    The engine of today reads it, which may be another than the one that judged it. Empty when the
    text breaks it: the verdict says then that it was not read whole.
    """
    try:
        read = views.read(message)
    except Exception:  # noqa: BLE001 – hostile text may break a view; the page must still come
        return []
    told = [_reading(view, is_room=False) for view in read.readings]
    told += [_reading(view, is_room=True) for view in read.room]
    return list({(one.text, one.is_room): one for one in told}.values())[:READINGS_MAX]


def _reading(view: View, *, is_room: bool) -> Reading:
    return Reading(view.text[:SHOWN_MAX], view.disguises, is_room, len(view.text) > SHOWN_MAX)
