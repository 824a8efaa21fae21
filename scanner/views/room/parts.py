"""Details in parts: what the sender's last messages make when their parts are put together."""

from __future__ import annotations

import re
from typing import NamedTuple

from scanner.message import Message
from scanner.views.room.details import piece_details
from scanner.views.room.figures import piece_figures
from scanner.views.room.turns import DISGUISE, turns
from scanner.views.view import SEPARATOR, Edit, View, rewrite

_END = "\n;\n"  # after a message whose figures are no part of those of the next
_SEAM = re.compile(rf"(?<=\d)(?P<before>[ .,!?)]{{0,3}}){SEPARATOR}(?=[ (]{{0,2}}\d)")


class Pieced(NamedTuple):
    """``views`` of the details alone, short ones; ``are_counts``: the figures make no number."""

    views: tuple[View, ...]
    are_counts: bool


def piece_together(room: View, message: Message) -> Pieced:
    """The details whose parts the messages hold; no views where they hold parts of none.

    ``room`` is a view of ``last_words(message)`` in its order. Each detail has a part in the judged
    message and one in an earlier one.
    """
    told = turns(room, message)
    figures = piece_figures(room, told)
    return Pieced((*figures.views, *piece_details(room, told)), figures.are_counts)


def keep_apart(room: View) -> View:
    """The joined messages as they are typed, with their figures kept from running on.

    What was found to be counts is no number either where nothing but a line parts them.
    """
    seams = {offset - len(SEPARATOR) for offset in room.source.offsets[1:]}
    places = (match.end("before") for match in _SEAM.finditer(room.text))
    edits = (Edit(at, at + len(SEPARATOR), _END) for at in places if at in seams)
    return rewrite(room, edits, disguise=DISGUISE)
