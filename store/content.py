"""The one private column: a message's words as ASCII JSON, which holds NULs and lone surrogates."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from scanner.message import Earlier, Message

Removal = Literal["retention", "erasure"]  # why a text is not there any more
UNKNOWN = ""  # the fingerprint of a message whose text was removed: it would tell a short one


@dataclass(frozen=True, slots=True)
class Content:
    """``values`` are the canonical values of the verdict's findings, in their order.

    ``appeals`` are what the sender wrote against decisions, by the appeal's id.
    """

    text: str
    history: tuple[Earlier, ...]
    values: tuple[str | None, ...] = ()
    appeals: Mapping[int, str] = field(default_factory=dict)


def write_content(
    text: str,
    history: Sequence[Earlier],
    values: Sequence[str | None] = (),
    appeals: Mapping[int, str] = MappingProxyType({}),
) -> str:
    """The column's value."""
    earlier = [[entry.sender_role, entry.text] for entry in history]
    told: dict[str, Any] = {"text": text, "history": earlier, "values": list(values)}
    if appeals:
        told["appeals"] = {str(id): written for id, written in appeals.items()}
    return json.dumps(told)


def read_content(column: str) -> Content:
    """What ``write_content`` was given."""
    fields = json.loads(column)
    history = tuple(Earlier(sender_role=role, text=text) for role, text in fields["history"])
    appeals = {int(id): written for id, written in fields.get("appeals", {}).items()}
    return Content(fields["text"], history, tuple(fields["values"]), appeals)


def fingerprint(message: Message) -> str:
    """SHA-256 over all that the caller said of a message: equal for the same message only.

    Since when its sender has an account is said of the sender, and left out.
    """
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
