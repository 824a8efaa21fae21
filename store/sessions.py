"""Sessions of the console: the browser has a token, the store its hash."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from store import log
from store.keys import SECRET_SIZE, hash_secret
from store.schema import sessions, users
from store.users import User


@dataclass(frozen=True, slots=True)
class Session:
    """``csrf_token`` has to come back with every form."""

    user: User
    csrf_token: str
    expires_at: datetime


def open_session(
    connection: Connection,
    user: User,
    *,
    lifetime: timedelta,
    now: datetime,
    through: str | None = None,
) -> tuple[str, Session]:
    """The user is logged in; the token for the cookie, and the session.

    ``through`` is the way in that the log names, other than a password. Sessions that ran out are
    swept away.
    """
    connection.execute(delete(sessions).where(sessions.c.expires_at <= now))
    token, csrf_token = secrets.token_urlsafe(SECRET_SIZE), secrets.token_urlsafe(SECRET_SIZE)
    session = Session(user, csrf_token, now + lifetime)
    connection.execute(
        insert(sessions).values(
            hash=hash_secret(token),
            user_id=user.id,
            csrf_token=csrf_token,
            expires_at=session.expires_at,
        )
    )
    connection.execute(update(users).where(users.c.id == user.id).values(last_came_at=now))
    log.append(
        connection,
        event="user.came",
        subject=f"user:{user.name}",
        actor=user.name,
        now=now,
        details=None if through is None else {"through": through},
    )
    return token, session


def find_session(connection: Connection, token: str, *, now: datetime) -> Session | None:
    """The session of a token; None when it ran out, never was, or its user may not come in.

    What the user may do is looked up anew, so that a change of it holds at once.
    """
    row = connection.execute(
        select(sessions, users.c.name, users.c.role, users.c.one_time_until, users.c.language)
        .join(users, users.c.id == sessions.c.user_id)
        .where(
            sessions.c.hash == hash_secret(token),
            sessions.c.expires_at > now,
            users.c.disabled_at.is_(None),
        )
    ).one_or_none()
    if row is None:
        return None
    is_due = row.one_time_until is not None
    user = User(row.user_id, row.name, row.role, must_choose=is_due, language=row.language)
    return Session(user, row.csrf_token, row.expires_at)


def close_session(connection: Connection, token: str) -> None:
    """The token opens nothing any more."""
    connection.execute(delete(sessions).where(sessions.c.hash == hash_secret(token)))


def close_all(connection: Connection, user_id: int, *, apart_from: str | None = None) -> int:
    """No token of the user opens anything, but ``apart_from``; how many were closed."""
    doomed = delete(sessions).where(sessions.c.user_id == user_id)
    if apart_from is not None:
        doomed = doomed.where(sessions.c.hash != hash_secret(apart_from))
    return connection.execute(doomed).rowcount
