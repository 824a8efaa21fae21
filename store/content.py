"""The one private column: a message's words as ASCII JSON, which holds NULs and lone surrogates."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from scanner.message import Earlier, Message

Removal = Literal["retention", "erasure"]  # why a text is not there any more
UNKNOWN = ""  # the fingerprint of a message whose text was removed: it would tell a short one


@dataclass(frozen=True, slots=True)
class Content:
    """``values`` are the canonical values of the verdict's findings, in their order."""

    text: str
    history: tuple[Earlier, ...]
    values: tuple[str | None, ...] = ()


def write_content(text: str, history: Sequence[Earlier], values: Sequence[str | None] = ()) -> str:
    """The column's value."""
    earlier = [[entry.sender_role, entry.text] for entry in history]
    return json.dumps({"text": text, "history": earlier, "values": list(values)})


def read_content(column: str) -> Content:
    """What ``write_content`` was given."""
    fields = json.loads(column)
    history = tuple(Earlier(sender_role=role, text=text) for role, text in fields["history"])
    return Content(fields["text"], history, tuple(fields["values"]))


def fingerprint(message: Message) -> str:
    """SHA-256 over all that the caller said of a message: equal for the same message only."""
    context = message.context
    said = [
        message.id,
        message.sender,
        message.room,
        None if message.sent_at is None else message.sent_at.timestamp(),
        [context.contract, context.surface, context.sender_role],
        [context.relationship, context.conversion_fee_paid],
        [[entry.sender_role, entry.text] for entry in message.history],
        message.text,
    ]
    return hashlib.sha256(json.dumps(said).encode("ascii")).hexdigest()
