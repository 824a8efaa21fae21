"""Columns that are encrypted where a key is set: AES-256-GCM, with the name of the key beside it.

What was written before there was a key is read as it is, so old and new rows stand side by side.
"""

from __future__ import annotations

import base64
import binascii
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Dialect, String, Text, TypeDecorator
from sqlalchemy.types import TypeEngine

from config.keys import Key
from store.errors import KeyMissing, KeyWrong
from store.keyring import SETTINGS, keyring_of

MARK = "sealed:1:"  # begins what is encrypted; neither JSON nor a webhook's secret begins so
NONCE_SIZE = 12  # bytes; NIST SP 800-38D, 5.2.1.1


class Sealed(TypeDecorator[str]):
    """Text that stands encrypted in the database, and is plain for whoever has the keys.

    What is encrypted is bound to its ``place``, so that one column's value is none of another's.
    Reading raises KeyMissing and KeyWrong.
    """

    impl = Text
    cache_ok = True

    def __init__(self, place: str, *, length: int | None = None) -> None:
        """``length`` is what the column had where its database does not mind a longer value."""
        super().__init__()
        self.place = place
        self.length = length

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[str]:
        """Text; on SQLite a column keeps the type that it was made with."""
        if self.length is not None and dialect.name == "sqlite":
            return String(self.length)
        return Text()

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Encrypted with the newest key; as it is without one."""
        keys = keyring_of(dialect).text
        return value if value is None or not keys else seal(keys[0], self.place, value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Plain."""
        if value is None or not value.startswith(MARK):
            return value
        return unseal(keyring_of(dialect).text, self.place, value)


def seal(key: Key, place: str, value: str) -> str:
    """The value encrypted, in ASCII."""
    nonce = os.urandom(NONCE_SIZE)
    sealed = AESGCM(key.secret).encrypt(nonce, value.encode("utf-8"), _bound(key.id, place))
    return f"{MARK}{key.id}:{base64.b64encode(nonce + sealed).decode('ascii')}"


def unseal(keys: tuple[Key, ...], place: str, sealed: str) -> str:
    """What ``seal`` was given. Raises KeyMissing and KeyWrong."""
    id, _, encoded = sealed.removeprefix(MARK).partition(":")
    key = next((key for key in keys if key.id == id), None)
    if key is None:
        raise KeyMissing(id, SETTINGS["text"])
    try:
        raw = base64.b64decode(encoded, validate=True)
        plain = AESGCM(key.secret).decrypt(raw[:NONCE_SIZE], raw[NONCE_SIZE:], _bound(id, place))
    except (InvalidTag, binascii.Error, ValueError):
        raise KeyWrong(id, SETTINGS["text"]) from None
    return plain.decode("utf-8")


def starts_with(key: Key) -> str:
    """How everything begins that the key encrypted."""
    return f"{MARK}{key.id}:"


def _bound(id: str, place: str) -> bytes:
    return f"{id}\0{place}".encode()
