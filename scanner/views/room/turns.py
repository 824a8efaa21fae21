"""Split over messages: what one side said in its last messages, read as one text."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from models.scripts import lowered
from scanner.message import Message
from scanner.views.glance import UNSPACED
from scanner.views.view import SEPARATOR, Change, Source, View

DISGUISE = "split over messages"
PIECED = "pieced together"  # from parts that stand apart, or in another order
ROOM_MAX_MESSAGES = 8  # of the same side; nobody spells an address in more
ROOM_MAX_LENGTH = 3_000  # code points of all together; a detail in parts comes in short messages
HEARD_LENGTH = 300  # characters at the end of what the other side said before a turn
APART = "\n§\n"  # between the details of one pieced view; part of no number, name or address


# Scripts without blanks set words side by side with Latin letters and figures.
LETTER = rf"[^\W{UNSPACED}]"
WORD = re.compile(r"[^\W_]+(?:[.'’_-][^\W_]+)*")


class Turn(NamedTuple):
    """One message of the sender: its number, its range in the view, and the same in lower case.

    ``words`` counts its words. ``heard`` is what the other side said between the sender's message
    before and this one.
    """

    number: int
    start: int
    end: int
    low: str
    words: int
    heard: str


class Piece(NamedTuple):
    """A range of a view. ``text`` stands in its place; None keeps what is there."""

    start: int
    end: int
    text: str | None = None


def last_words(message: Message) -> View | None:
    """The sender's last messages and the judged one as one text; None where there are none.

    Messages of the other side in between are left out. Where messages meet counts as a change, so
    that what is found across them says so.
    """
    role = message.context.sender_role
    if role is None or len(message.text) > ROOM_MAX_LENGTH:
        return None
    parts, length = [(0, message.text)], len(message.text)
    for steps_back, earlier in enumerate(reversed(message.history), 1):
        if earlier.sender_role != role:
            continue
        length += len(earlier.text) + len(SEPARATOR)
        if length > ROOM_MAX_LENGTH or len(parts) > ROOM_MAX_MESSAGES:
            break
        parts.append((-steps_back, earlier.text))
    if len(parts) == 1:
        return None
    source = Source.join(parts[::-1])
    seams = array("i", source.offsets[1:])
    change = Change(DISGUISE, array("i", (seam - len(SEPARATOR) for seam in seams)), seams)
    return View(source, source.text, changes=(change,))


def turns(view: View, message: Message) -> list[Turn]:
    """The messages of a view of ``last_words``, in its order, oldest first."""
    source = view.source
    ends = [offset - len(SEPARATOR) for offset in source.offsets[1:]] + [len(source.text)]
    found: list[Turn] = []
    for number, offset, stop in zip(source.messages, source.offsets, ends, strict=True):
        start, end = view.from_source(offset, stop)
        low = lowered(view.text[start:end])
        before = found[-1].number if found else -len(message.history) - 1
        heard = _heard(message, before, number)
        found.append(Turn(number, start, end, low, len(WORD.findall(low)), heard))
    return found


def _heard(message: Message, after: int, before: int) -> str:
    """What the other side said between two messages of the sender, the last of it."""
    own = message.context.sender_role
    first = len(message.history) + after + 1
    said = [
        earlier.text[-HEARD_LENGTH:]
        for earlier in message.history[max(0, first) : len(message.history) + before]
        if earlier.sender_role != own
    ]
    return lowered("\n".join(said)[-HEARD_LENGTH:])


def paste(view: View, details: Iterable[Iterable[Piece]], *, disguises: tuple[str, ...]) -> View:
    """A view of the details alone, each made of its pieces, in whatever order they stand.

    Every character keeps its way back; what is put in stands for the range of its piece. Whatever
    is found in the view was read through all of the disguises.
    """
    texts: list[str] = []
    starts, ends = array("i"), array("i")
    for piece in _apart(details):
        text = view.text[piece.start : piece.end] if piece.text is None else piece.text
        if not text:
            continue
        texts.append(text)
        if piece.text is None and (view.starts is None or view.ends is None):
            starts.extend(range(piece.start, piece.end))
            ends.extend(range(piece.start + 1, piece.end + 1))
        elif piece.text is None and view.starts is not None and view.ends is not None:
            starts.extend(view.starts[piece.start : piece.end])
            ends.extend(view.ends[piece.start : piece.end])
        else:
            low, high = _place(view, piece)
            starts.extend([low] * len(text))
            ends.extend([high] * len(text))
    everywhere = (array("i", [0]), array("i", [len(view.source.text)]))
    kept = tuple(change for change in view.changes if change.disguise != DISGUISE)
    changes = (*kept, *(Change(disguise, *everywhere) for disguise in disguises))
    return View(view.source, "".join(texts), starts, ends, changes)


def _apart(details: Iterable[Iterable[Piece]]) -> Iterator[Piece]:
    for detail in details:
        last = 0
        for piece in detail:
            yield piece
            last = piece.end
        yield Piece(last, last, APART)


def _place(view: View, piece: Piece) -> tuple[int, int]:
    """The source range of what is put in; of an empty range, the place before it."""
    if piece.start < piece.end:
        return view.to_source(piece.start, piece.end)
    if piece.start == 0:
        return 0, 0
    _, high = view.to_source(piece.start - 1, piece.start)
    return high, high
