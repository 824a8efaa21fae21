"""People who log in to the console."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from store import log
from store.errors import NameTaken
from store.log import SYSTEM
from store.schema import is_id, users

Role = Literal["moderator", "lead", "ts", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)

PASSWORD_MIN_LENGTH = 12  # characters; NIST SP 800-63B asks for 8, for 15 where it stands alone
PASSWORD_MAX_LENGTH = 1_024  # characters; bounds the work of hashing

_hasher = PasswordHasher()  # argon2id with the library's current parameters, RFC 9106
_NOBODYS_HASH = _hasher.hash("nobody")  # checked for unknown names, so that they take as long


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with a login."""

    id: int
    name: str
    role: Role


def create_user(
    connection: Connection, *, name: str, password: str, role: Role, now: datetime
) -> User:
    """The user can log in. Raises NameTaken, and ValueError for a password of a wrong length."""
    if not PASSWORD_MIN_LENGTH <= len(password) <= PASSWORD_MAX_LENGTH:
        raise ValueError(
            f"the password has {len(password)} characters;"
            f" take {PASSWORD_MIN_LENGTH} to {PASSWORD_MAX_LENGTH}"
        )
    try:
        with connection.begin_nested():
            id = connection.execute(
                insert(users)
                .values(name=name, password_hash=_hasher.hash(password), role=role, created_at=now)
                .returning(users.c.id)
            ).scalar_one()
    except IntegrityError:
        raise NameTaken("user", name) from None
    log.append(
        connection,
        event="user.created",
        subject=f"user:{name}",
        actor=SYSTEM,
        now=now,
        details={"role": role},
    )
    return User(id, name, role)


def check_password(connection: Connection, *, name: str, password: str) -> User | None:
    """The user, when name and password fit; else None, after the same time for any name."""
    query = select(users).where(users.c.name == name)
    row = connection.execute(query).one_or_none() if is_id(name) else None
    stored = _NOBODYS_HASH if row is None else row.password_hash
    try:
        _hasher.verify(stored, password[:PASSWORD_MAX_LENGTH].encode("utf-8", "surrogatepass"))
    except (VerificationError, InvalidHashError):
        return None
    return None if row is None else User(row.id, row.name, row.role)


def has_users(connection: Connection) -> bool:
    """Whether anybody can log in at all."""
    return connection.execute(select(users.c.id).limit(1)).first() is not None
