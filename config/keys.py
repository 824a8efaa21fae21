"""Keys that come from the environment: each with a name, so that it can be changed for another."""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from dataclasses import dataclass, field

KEY_SIZE = 32  # bytes; AES-256, and what HMAC-SHA256 can use
_ID = re.compile(r"[a-z0-9-]{1,16}")


@dataclass(frozen=True, slots=True)
class Key:
    """One key. What it is never appears where the key is printed."""

    id: str
    secret: bytes = field(repr=False)


def parse_keys(text: str) -> tuple[Key, ...]:
    """The keys of ``name:base64,name:base64``, the newest first.

    Raises ValueError, whose text never repeats a key.
    """
    keys = []
    for number, part in enumerate(text.split(","), start=1):
        id, _, encoded = part.strip().partition(":")
        try:
            secret = base64.b64decode(encoded, altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            secret = b""
        if _ID.fullmatch(id) is None or len(secret) != KEY_SIZE:
            raise ValueError(
                f"key {number} is none; write name:key as `inbounds secrets new NAME` prints it,"
                " several parted by commas, the newest first"
            )
        keys.append(Key(id, secret))
    if len({key.id for key in keys}) < len(keys):
        raise ValueError("two keys have the same name; give every key a name of its own")
    return tuple(keys)


def new_key(id: str) -> str:
    """A key by chance, as ``parse_keys`` reads it. Raises ValueError for a name that cannot be."""
    if _ID.fullmatch(id) is None:
        raise ValueError("name it with 1 to 16 of a-z 0-9 -")
    return f"{id}:{base64.urlsafe_b64encode(secrets.token_bytes(KEY_SIZE)).decode('ascii')}"
