"""Looking after those who log in: their role, their password, whether they may come in at all."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from config.roles import Role
from store import log
from store.errors import LastAdmin, NotFound
from store.schema import sessions, users
from store.sessions import close_all
from store.users import User, check_length, create_user, hash_password

ONE_TIME_FOR = timedelta(hours=24)  # a shift later at the latest it is asked for again
ONE_TIME_SIZE = 15  # bytes of chance, 20 characters that can be read out


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A login as those who look after it see it. ``sessions`` are the open ones.

    ``one_time_until``: the password is a secret that somebody gave them, good until then.
    """

    id: int
    name: str
    role: Role
    created_at: datetime
    last_came_at: datetime | None
    disabled_at: datetime | None
    one_time_until: datetime | None
    sessions: int


def list_accounts(connection: Connection, *, now: datetime) -> list[Account]:
    """Every login, by name."""
    return [_as_account(row) for row in connection.execute(_accounts(now).order_by(users.c.name))]


def find_account(connection: Connection, user_id: int, *, now: datetime) -> Account:
    """One login. Raises NotFound."""
    row = connection.execute(_accounts(now).where(users.c.id == user_id)).one_or_none()
    if row is None:
        raise NotFound("user", user_id)
    return _as_account(row)


def find_by_name(connection: Connection, name: str, *, now: datetime) -> Account:
    """The login of this name. Raises NotFound."""
    row = connection.execute(_accounts(now).where(users.c.name == name)).one_or_none()
    if row is None:
        raise NotFound("user", name)
    return _as_account(row)


def invite(
    connection: Connection, *, name: str, role: Role, by: str, now: datetime
) -> tuple[User, str]:
    """There is a login, and a secret that opens it once, within ONE_TIME_FOR.

    Raises NameTaken, and ValueError for a name that cannot be kept.
    """
    secret = secrets.token_urlsafe(ONE_TIME_SIZE)
    user = create_user(connection, name=name, password=secret, role=role, now=now, by=by)
    _set(connection, user.id, one_time_until=now + ONE_TIME_FOR)
    return user, secret


def change_role(
    connection: Connection, user_id: int, *, role: Role, by: str, now: datetime
) -> Account:
    """They may do what the role says, from their next request on; as they were before.

    Raises NotFound, LastAdmin.
    """
    before = find_account(connection, user_id, now=now)
    if role == before.role:
        return before
    if role != "admin":
        _keep_an_admin(connection, before)
    _set(connection, user_id, role=role)
    _note(connection, before, "role", by=by, now=now, details={"from": before.role, "to": role})
    return before


def disable(connection: Connection, user_id: int, *, by: str, now: datetime) -> Account:
    """Nothing of theirs opens any more: no password, no session. Raises NotFound, LastAdmin."""
    before = find_account(connection, user_id, now=now)
    if before.disabled_at is None:
        _keep_an_admin(connection, before)
        _set(connection, user_id, disabled_at=now)
        close_all(connection, user_id)
        _note(connection, before, "disabled", by=by, now=now)
    return before


def enable(connection: Connection, user_id: int, *, by: str, now: datetime) -> Account:
    """They can log in again, with the password of before. Raises NotFound."""
    before = find_account(connection, user_id, now=now)
    if before.disabled_at is not None:
        _set(connection, user_id, disabled_at=None)
        _note(connection, before, "enabled", by=by, now=now)
    return before


def reset_password(connection: Connection, user_id: int, *, by: str, now: datetime) -> str:
    """The password of before and their sessions open nothing; the secret does, ONE_TIME_FOR.

    It opens one page, where they choose a password, and is used up with that. It is seen in the
    clear this once. Raises NotFound.
    """
    account = find_account(connection, user_id, now=now)
    secret = secrets.token_urlsafe(ONE_TIME_SIZE)
    _set(
        connection,
        user_id,
        password_hash=hash_password(secret),
        one_time_until=now + ONE_TIME_FOR,
    )
    close_all(connection, user_id)
    _note(connection, account, "reset", by=by, now=now)
    return secret


def choose_password(
    connection: Connection, user_id: int, *, password: str, keep: str, now: datetime
) -> None:
    """It is theirs from now on, and of their sessions only that of the token ``keep`` stays.

    Raises NotFound, and ValueError for a password of a wrong length.
    """
    check_length(password)
    account = find_account(connection, user_id, now=now)
    _set(connection, user_id, password_hash=hash_password(password), one_time_until=None)
    close_all(connection, user_id, apart_from=keep)
    _note(connection, account, "chose", by=account.name, now=now)


def choose_language(
    connection: Connection, user_id: int, *, language: str | None, now: datetime
) -> None:
    """The console speaks it to them, in whatever browser; None is what each asks for.

    Raises NotFound.
    """
    account = find_account(connection, user_id, now=now)
    _set(connection, user_id, language=language)
    _note(connection, account, "language", by=account.name, now=now, details={"language": language})


def end_sessions(
    connection: Connection, user_id: int, *, by: str, now: datetime, apart_from: str | None = None
) -> int:
    """They have to log in again, wherever they are; how many sessions ended. Raises NotFound."""
    account = find_account(connection, user_id, now=now)
    ended = close_all(connection, user_id, apart_from=apart_from)
    _note(connection, account, "sessions_ended", by=by, now=now, details={"sessions": ended})
    return ended


def _keep_an_admin(connection: Connection, leaving: Account) -> None:
    """Raises LastAdmin when nobody else could make logins. Locks, so that two do not both go."""
    if leaving.role != "admin" or leaving.disabled_at is not None:
        return
    admins = connection.execute(
        select(users.c.id)
        .where(users.c.role == "admin", users.c.disabled_at.is_(None))
        .order_by(users.c.id)
        .with_for_update()
    ).scalars()
    if set(admins) <= {leaving.id}:
        raise LastAdmin(leaving.name)


def _set(connection: Connection, user_id: int, **values: Any) -> None:
    connection.execute(update(users).where(users.c.id == user_id).values(**values))


def _note(
    connection: Connection,
    account: Account,
    deed: str,
    *,
    by: str,
    now: datetime,
    details: dict[str, str | int | None] | None = None,
) -> None:
    log.append(
        connection,
        event=f"user.{deed}",
        subject=f"user:{account.name}",
        actor=by,
        now=now,
        details=details,
    )


def _accounts(now: datetime) -> Any:
    opened = (
        select(func.count())
        .select_from(sessions)
        .where(sessions.c.user_id == users.c.id, sessions.c.expires_at > now)
        .correlate(users)
        .scalar_subquery()
    )
    return select(users, opened.label("sessions"))


def _as_account(row: Row[Any]) -> Account:
    return Account(
        id=row.id,
        name=row.name,
        role=row.role,
        created_at=row.created_at,
        last_came_at=row.last_came_at,
        disabled_at=row.disabled_at,
        one_time_until=row.one_time_until,
        sessions=row.sessions,
    )
