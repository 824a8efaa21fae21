"""Keys in force: to fingerprint details with, and to encrypt with; each checked before it is used.

They come from the environment and are kept nowhere; ``store.proofs`` tells a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Dialect

from config.keys import Key
from config.settings import Settings

KeyKind = Literal["text", "fingerprint"]
SETTINGS: dict[str, str] = {
    "text": "INBOUNDS_TEXT_KEYS",
    "fingerprint": "INBOUNDS_FINGERPRINT_KEYS",
}


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys of each kind, the newest first; none where the kind is not used."""

    text: tuple[Key, ...] = ()
    fingerprint: tuple[Key, ...] = ()

    @classmethod
    def of(cls, settings: Settings) -> Keyring:
        """Those that are set."""
        return cls(text=settings.text_keys, fingerprint=settings.fingerprint_keys)

    def all(self) -> Iterable[tuple[KeyKind, Key]]:
        """Every key with its kind."""
        yield from (("text", key) for key in self.text)
        yield from (("fingerprint", key) for key in self.fingerprint)


EMPTY = Keyring()


def keyring_of(dialect: Dialect) -> Keyring:
    """The keys of the database that the dialect belongs to; each database has its own."""
    keyring: Keyring = getattr(dialect, "inbounds_keyring", EMPTY)
    return keyring


def give_keyring(dialect: Dialect, keyring: Keyring) -> None:
    """Whatever is done over this dialect uses these keys."""
    dialect.inbounds_keyring = keyring  # type: ignore[attr-defined]
