"""What the learned models get to read of a message, when they learn as when they serve."""

from __future__ import annotations

from models.features import FIELD_SEPARATOR
from scanner.message import Message
from scanner.views.fold import fold
from scanner.views.view import Source, View, plain

QUESTION_MAX_LENGTH = 300  # characters of the message before, its end; an answer seldom needs more


def folded_view(text: str) -> View:
    """The text as the models read it: folded, its case kept, with the way back to the raw text."""
    return fold(plain(Source(text)))


def classifier_text(message: Message) -> str:
    """Three fields: the judged text, what the other side said last, who speaks where.

    The first field is ``folded_view`` of the text, character for character, so that a position in
    it can be brought back to the raw text.
    """
    judged = _field(folded_view(message.text).text)
    question = _field(fold(plain(Source(_last_of_other_side(message)))).text)
    context = message.context
    return FIELD_SEPARATOR.join(
        (judged, question, f"{context.sender_role or 'unknown'} {context.surface}")
    )


def _field(text: str) -> str:
    return text.replace(FIELD_SEPARATOR, " ")


def _last_of_other_side(message: Message) -> str:
    sender = message.context.sender_role
    for earlier in reversed(message.history):
        if sender is None or earlier.sender_role != sender:
            return earlier.text[-QUESTION_MAX_LENGTH:]
    return ""
