"""Shows a text to a detector as the road does: as a view, with what was said before it."""

from __future__ import annotations

from models import Languages
from scanner.detectors.hit import Detector, Hit
from scanner.message import Context, Earlier, Message
from scanner.road import INSTALLATION
from scanner.views import read as views_of
from scanner.views.view import Edit, Source, View, plain, rewrite

LIKELY = 0.5  # from here on a finding can make a message be looked at
LANGUAGES = Languages.load(INSTALLATION / "models" / "artefacts" / "languages.npz")


def hits(detector: Detector, text: str, *, asked: str | None = None) -> list[Hit]:
    """What is found in the plain view; ``asked`` is what Clara wrote to Frank before."""
    history = (Earlier(text=asked, sender_role="client"),) if asked else ()
    message = Message(text=text, context=Context(sender_role="freelancer"), history=history)
    return list(detector.find(plain(Source(text)), message))


def values(detector: Detector, text: str, *, asked: str | None = None) -> list[str | None]:
    """The values of what is likely, in the order found."""
    found = hits(detector, text, asked=asked)
    return [hit.value for hit in found if hit.confidence >= LIKELY]


def likely(detector: Detector, text: str, *, least: float = LIKELY) -> set[str | None]:
    """The values of what is found in any reading of a text, of the least confidence or more."""
    message = Message(text=text)
    return {
        hit.value
        for view in views_of(message).readings
        for hit in detector.find(view, message)
        if hit.confidence >= least
    }


def read(text: str, *edits: tuple[str, str], disguise: str = "words for symbols") -> View:
    """The text with each first written form read as the second, in order of place."""
    made, at = [], 0
    for written, meant in edits:
        start = text.index(written, at)
        at = start + len(written)
        made.append(Edit(start, at, meant))
    return rewrite(plain(Source(text)), made, disguise=disguise)
