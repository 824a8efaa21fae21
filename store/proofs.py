"""What is known of keys without knowing them: their names, and proofs that tell a wrong one."""

from __future__ import annotations

import hashlib
import hmac
from contextlib import suppress

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import IntegrityError

from config.keys import Key
from store.errors import KeyMissing, KeyWrong
from store.keyring import SETTINGS, KeyKind, keyring_of
from store.schema_privacy import key_proofs


def check_keys(connection: Connection) -> None:
    """Every key that is needed is there and is the right one.

    A fingerprint's key that is gone costs links to what was found before, and no more. Raises
    KeyMissing and KeyWrong.
    """
    given = {(kind, key.id): key for kind, key in keyring_of(connection.dialect).all()}
    for row in connection.execute(select(key_proofs)):
        key = given.get((row.kind, row.id))
        if key is None and row.kind == "text":
            raise KeyMissing(row.id, SETTINGS["text"])
        if key is not None and not hmac.compare_digest(row.proof, _proof(row.kind, key)):
            raise KeyWrong(row.id, SETTINGS[row.kind])


def note_keys(connection: Connection) -> None:
    """The keys that are written with from now on are known, to be checked at every start."""
    keyring = keyring_of(connection.dialect)
    newest: list[tuple[KeyKind, Key]] = [("text", key) for key in keyring.text[:1]]
    newest += [("fingerprint", key) for key in keyring.fingerprint[:1]]
    known = {(row.kind, row.id) for row in connection.execute(select(key_proofs))}
    for kind, key in newest:
        if (kind, key.id) not in known:
            values = {"kind": kind, "id": key.id, "proof": _proof(kind, key)}
            with suppress(IntegrityError), connection.begin_nested():  # another was first
                connection.execute(insert(key_proofs).values(values))


def forget_keys(connection: Connection, kind: KeyKind, *, but: str) -> list[str]:
    """Nothing needs these keys any more but the one; their names."""
    gone = connection.execute(
        delete(key_proofs)
        .where(key_proofs.c.kind == kind, key_proofs.c.id != but)
        .returning(key_proofs.c.id)
    )
    return sorted(gone.scalars())


def _proof(kind: str, key: Key) -> str:
    return hmac.digest(key.secret, f"inbounds {kind} {key.id}".encode(), hashlib.sha256).hex()
