"""API keys: shown once, kept as a hash."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from store import log
from store.cases import SYSTEM
from store.errors import NameTaken, NotFound
from store.schema import api_keys

PREFIX = "inb_"  # so that a key that leaked is recognised as one
SECRET_SIZE = 32  # bytes of chance; a plain hash suffices for that much


@dataclass(frozen=True, slots=True)
class ApiKey:
    """Who calls."""

    id: int
    name: str


def create_key(connection: Connection, *, name: str, now: datetime) -> str:
    """There is a new key; the only time it is seen in the clear. Raises NameTaken."""
    key = PREFIX + secrets.token_urlsafe(SECRET_SIZE)
    try:
        with connection.begin_nested():
            connection.execute(
                insert(api_keys).values(name=name, hash=hash_secret(key), created_at=now)
            )
    except IntegrityError:
        raise NameTaken("key", name) from None
    log.append(connection, event="key.created", subject=f"key:{name}", actor=SYSTEM, now=now)
    return key


def revoke_key(connection: Connection, *, name: str, now: datetime) -> None:
    """The key opens nothing any more. Raises NotFound when there is no such key in force."""
    revoked = connection.execute(
        update(api_keys)
        .where(api_keys.c.name == name, api_keys.c.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    if revoked.rowcount == 0:
        raise NotFound("key", name)
    log.append(connection, event="key.revoked", subject=f"key:{name}", actor=SYSTEM, now=now)


def find_key(connection: Connection, key: str) -> ApiKey | None:
    """Whose key it is; None when nobody's. Looked up by its hash, so its timing tells nothing."""
    row = connection.execute(
        select(api_keys.c.id, api_keys.c.name).where(
            api_keys.c.hash == hash_secret(key), api_keys.c.revoked_at.is_(None)
        )
    ).one_or_none()
    return None if row is None else ApiKey(row.id, row.name)


def hash_secret(secret: str) -> str:
    """SHA-256 of a secret of full chance, as kept in the database."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
