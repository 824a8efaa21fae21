"""Details in parts: what the sender's last messages make when their parts are put together."""

from __future__ import annotations

from scanner.message import Message
from scanner.views.room.details import piece_details
from scanner.views.room.figures import piece_figures
from scanner.views.room.turns import turns
from scanner.views.view import View


def piece_together(room: View, message: Message) -> tuple[View, ...]:
    """Short views of the details alone; none where the messages hold no parts of any.

    ``room`` is a view of ``last_words(message)`` in its order. Each detail has a part in the judged
    message and one in an earlier one.
    """
    told = turns(room, message)
    return (*piece_figures(room, told), *piece_details(room, told))
