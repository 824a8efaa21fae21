"""API keys: shown once, kept as a hash, opening what their scopes say."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, bindparam, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from store import log
from store.errors import NameTaken, NotFound
from store.log import SYSTEM
from store.schema import NAME_MAX_LENGTH, api_keys, is_id

Scope = Literal["scan", "read", "moderate", "admin"]
SCOPES: tuple[Scope, ...] = get_args(Scope)

PREFIX = "inb_"  # so that a key that leaked is recognised as one
SECRET_SIZE = 32  # bytes of chance; a plain hash suffices for that much
ACTOR = "key:"  # how the log names a key that acts
KEY_NAME_MAX_LENGTH = NAME_MAX_LENGTH - len(ACTOR)  # characters
KEY_LENGTH = len(PREFIX) + 43  # 32 bytes are 43 signs of base64url


@dataclass(frozen=True, slots=True)
class ApiKey:
    """Who calls, and what they may do. ``rate_per_minute`` None is what the settings say."""

    id: int
    name: str
    scopes: frozenset[Scope]
    rate_per_minute: int | None = None

    @property
    def actor(self) -> str:
        """How the log names it."""
        return f"{ACTOR}{self.name}"


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key as a list shows it. ``last_used_at`` is right to about a minute."""

    id: int
    name: str
    scopes: tuple[Scope, ...]
    rate_per_minute: int | None
    created_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


def create_key(
    connection: Connection,
    *,
    name: str,
    scopes: Collection[Scope],
    now: datetime,
    rate_per_minute: int | None = None,
) -> str:
    """There is a new key; the only time it is seen in the clear.

    Raises NameTaken, and ValueError for a name that cannot be kept.
    """
    if len(name) > KEY_NAME_MAX_LENGTH or not is_id(name):
        raise ValueError(
            f"name the key with 1 to {KEY_NAME_MAX_LENGTH} characters, and no control characters"
        )
    key = PREFIX + secrets.token_urlsafe(SECRET_SIZE)
    told = " ".join(scope for scope in SCOPES if scope in scopes)
    try:
        with connection.begin_nested():
            connection.execute(
                insert(api_keys).values(
                    name=name,
                    hash=hash_secret(key),
                    scopes=told,
                    rate_per_minute=rate_per_minute,
                    created_at=now,
                )
            )
    except IntegrityError:
        raise NameTaken("key", name) from None
    log.append(
        connection,
        event="key.created",
        subject=f"key:{name}",
        actor=SYSTEM,
        now=now,
        details={"scopes": told},
    )
    return key


def revoke_key(connection: Connection, *, name: str, now: datetime, by: str = SYSTEM) -> None:
    """The key opens nothing any more. Raises NotFound when there is no such key in force."""
    revoked = connection.execute(
        update(api_keys)
        .where(api_keys.c.name == name, api_keys.c.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    if revoked.rowcount == 0:
        raise NotFound("key", name)
    log.append(connection, event="key.revoked", subject=f"key:{name}", actor=by, now=now)


def name_of(connection: Connection, id: int) -> str:
    """What the key with this number is called. Raises NotFound."""
    query = select(api_keys.c.name).where(api_keys.c.id == id)
    name = connection.execute(query).scalar_one_or_none()
    if name is None:
        raise NotFound("key", id)
    return str(name)


def list_keys(connection: Connection) -> list[KeyRow]:
    """Every key that was ever made, oldest first."""
    return [_as_row(row) for row in connection.execute(select(api_keys).order_by(api_keys.c.id))]


def find_key(connection: Connection, key: str) -> ApiKey | None:
    """Whose key it is; None when nobody's.

    Looked up by its hash, which a caller cannot steer, so that the time of the look-up tells
    nothing of the key; what the database found is compared once more in constant time.
    """
    seal = hash_secret(key)
    row = connection.execute(
        select(api_keys).where(api_keys.c.hash == seal, api_keys.c.revoked_at.is_(None))
    ).one_or_none()
    if row is None or not hmac.compare_digest(row.hash, seal):
        return None
    return ApiKey(row.id, row.name, frozenset(_scopes(row)), row.rate_per_minute)


def note_uses(connection: Connection, uses: Mapping[int, datetime]) -> None:
    """The keys with these numbers were last used then, unless they were used later."""
    connection.execute(
        update(api_keys)
        .where(
            api_keys.c.id == bindparam("key_id"),
            or_(api_keys.c.last_used_at.is_(None), api_keys.c.last_used_at < bindparam("at")),
        )
        .values(last_used_at=bindparam("at")),
        [{"key_id": id, "at": at} for id, at in sorted(uses.items())],
    )


def hash_secret(secret: str) -> str:
    """SHA-256 of a secret of full chance, as kept in the database."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _scopes(row: Row[Any]) -> tuple[Scope, ...]:
    held = row.scopes.split()
    return tuple(scope for scope in SCOPES if scope in held)


def _as_row(row: Row[Any]) -> KeyRow:
    return KeyRow(
        id=row.id,
        name=row.name,
        scopes=_scopes(row),
        rate_per_minute=row.rate_per_minute,
        created_at=row.created_at,
        last_used_at=row.last_used_at,
        revoked_at=row.revoked_at,
    )
