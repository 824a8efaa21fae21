"""People who log in to the console."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from config.roles import Role
from store import log
from store.errors import NameTaken
from store.keys import ACTOR
from store.log import SYSTEM
from store.schema import NAME_MAX_LENGTH, is_id, users

PASSWORD_MIN_LENGTH = 12  # characters; NIST SP 800-63B asks for 8, for 15 where it stands alone
PASSWORD_MAX_LENGTH = 1_024  # characters; bounds the work of hashing

HASHES_AT_ONCE = 4  # in a process; each takes 64 MiB, and strangers may ask for them

_hasher = PasswordHasher()  # argon2id with the library's current parameters, RFC 9106
_turns = BoundedSemaphore(HASHES_AT_ONCE)
_NOBODYS_HASH = _hasher.hash("nobody")  # checked for unknown names, so that they take as long


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with a login. ``must_choose``: a one-time secret let them in, a password is due.

    ``language`` is that of the console, BCP 47; None is what the browser asks for.
    """

    id: int
    name: str
    role: Role
    must_choose: bool = False
    language: str | None = None


def create_user(
    connection: Connection,
    *,
    name: str,
    password: str,
    role: Role,
    now: datetime,
    by: str = SYSTEM,
) -> User:
    """The user can log in.

    Raises NameTaken, and ValueError for a name that cannot be kept or a password of a wrong length.
    """
    check_length(password)
    check_name(name)
    try:
        with connection.begin_nested():
            id = connection.execute(
                insert(users)
                .values(name=name, password_hash=hash_password(password), role=role, created_at=now)
                .returning(users.c.id)
            ).scalar_one()
    except IntegrityError:
        raise NameTaken("user", name) from None
    log.append(
        connection,
        event="user.created",
        subject=f"user:{name}",
        actor=by,
        now=now,
        details={"role": role},
    )
    return User(id, name, role)


def check_password(
    connection: Connection, *, name: str, password: str, now: datetime
) -> User | None:
    """The user, when name and password fit and they may come in; else None.

    It takes the same time for any name. Changes nothing, and takes long: never call it in a
    transaction that may write, for nobody else could meanwhile.
    """
    query = select(users).where(users.c.name == name)
    row = connection.execute(query).one_or_none() if is_id(name) else None
    stored = _NOBODYS_HASH if row is None else row.password_hash
    try:
        with _turns:
            _hasher.verify(stored, password[:PASSWORD_MAX_LENGTH].encode("utf-8", "surrogatepass"))
    except (VerificationError, InvalidHashError):
        return None
    if row is None or row.disabled_at is not None:
        return None
    if row.one_time_until is not None and now >= row.one_time_until:
        return None
    is_due = row.one_time_until is not None
    return User(row.id, row.name, row.role, must_choose=is_due, language=row.language)


def renew_hash(connection: Connection, user: User, *, password: str) -> None:
    """The password, known to be right, is hashed anew where the library's parameters have grown."""
    query = select(users.c.password_hash).where(users.c.id == user.id)
    before: str = connection.execute(query).scalar_one()
    if _hasher.check_needs_rehash(before):
        connection.execute(
            update(users)
            .where(users.c.id == user.id, users.c.password_hash == before)
            .values(password_hash=hash_password(password))
        )


def hash_password(password: str) -> str:
    """The password as it is kept."""
    with _turns:
        return _hasher.hash(password.encode("utf-8", "surrogatepass"))


def check_length(password: str) -> None:
    """Raises ValueError with the fix for a password that is too short or too long."""
    if not PASSWORD_MIN_LENGTH <= len(password) <= PASSWORD_MAX_LENGTH:
        raise ValueError(
            f"the password has {len(password)} characters;"
            f" take {PASSWORD_MIN_LENGTH} to {PASSWORD_MAX_LENGTH}"
        )


def check_name(name: str) -> None:
    """Raises ValueError for a name that cannot be kept, or that the log gives to somebody else."""
    if len(name) > NAME_MAX_LENGTH or not is_id(name) or name != name.strip():
        raise ValueError(
            f"name the user with 1 to {NAME_MAX_LENGTH} characters, no control characters among"
            " them, and no blanks around"
        )
    if name == SYSTEM or name.startswith(ACTOR):
        raise ValueError(f"{SYSTEM} and names that begin with {ACTOR} mean others in the log")


def has_users(connection: Connection) -> bool:
    """Whether anybody can log in at all."""
    return connection.execute(select(users.c.id).limit(1)).first() is not None
