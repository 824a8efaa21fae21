"""Who somebody with a login is at a provider: by issuer and subject, never by their address.

An address may be given to somebody else, and a provider may let people write what they like.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from config.roles import Role
from store import log
from store.accounts import change_role, find_account
from store.errors import LinkedElsewhere
from store.keys import SECRET_SIZE
from store.log import SYSTEM
from store.schema import users
from store.schema_login import identities
from store.users import User, create_user


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody at a provider, as it says itself."""

    issuer: str
    subject: str


def linked_user(connection: Connection, identity: Identity) -> tuple[User, bool] | None:
    """Whose login it opens, and whether that is shut; None where it opens none."""
    row = connection.execute(
        select(users)
        .join(identities, identities.c.user_id == users.c.id)
        .where(identities.c.issuer == identity.issuer, identities.c.subject == identity.subject)
    ).one_or_none()
    if row is None:
        return None
    is_due = row.one_time_until is not None
    user = User(row.id, row.name, row.role, must_choose=is_due, language=row.language)
    return user, row.disabled_at is not None


def link(
    connection: Connection, user_id: int, identity: Identity, *, by: str, now: datetime
) -> None:
    """It opens their login from now on; who they were at the issuer before opens it no more.

    Raises NotFound, and LinkedElsewhere where it opens somebody else's.
    """
    account = find_account(connection, user_id, now=now)
    found = linked_user(connection, identity)
    if found is not None:
        if found[0].id != user_id:
            raise LinkedElsewhere(account.name)
        return
    connection.execute(
        delete(identities).where(
            identities.c.user_id == user_id, identities.c.issuer == identity.issuer
        )
    )
    connection.execute(
        insert(identities).values(
            issuer=identity.issuer, subject=identity.subject, user_id=user_id, linked_at=now
        )
    )
    log.append(connection, event="user.linked", subject=f"user:{account.name}", actor=by, now=now)


def unlink(connection: Connection, user_id: int, *, by: str, now: datetime) -> bool:
    """No provider opens their login; whether one did. Raises NotFound."""
    account = find_account(connection, user_id, now=now)
    gone = connection.execute(delete(identities).where(identities.c.user_id == user_id)).rowcount
    if gone:
        log.append(
            connection, event="user.unlinked", subject=f"user:{account.name}", actor=by, now=now
        )
    return gone > 0


def linked_since(connection: Connection, user_id: int, *, issuer: str) -> datetime | None:
    """Since when the provider opens their login; None when it does not."""
    query = select(identities.c.linked_at).where(
        identities.c.user_id == user_id, identities.c.issuer == issuer
    )
    return connection.execute(query).scalar_one_or_none()


def welcome(
    connection: Connection, identity: Identity, *, name: str, role: Role, now: datetime
) -> User:
    """Somebody new has a login that their provider alone opens.

    Raises NameTaken, and ValueError for a name that cannot be kept.
    """
    nobody_knows = secrets.token_urlsafe(SECRET_SIZE)
    user = create_user(connection, name=name, password=nobody_knows, role=role, now=now)
    link(connection, user.id, identity, by=SYSTEM, now=now)
    return user


def take_role(connection: Connection, user: User, *, role: Role, now: datetime) -> User:
    """Their role is what the provider says. Raises LastAdmin."""
    if role != user.role:
        change_role(connection, user.id, role=role, by=SYSTEM, now=now)
    return replace(user, role=role)


def note_refused(connection: Connection, *, why: str, name: str | None, now: datetime) -> None:
    """Somebody whom the provider knows was not let in; ``name`` is of their login, if any."""
    log.append(
        connection,
        event="login.refused",
        subject="login" if name is None else f"user:{name}",
        actor=SYSTEM,
        now=now,
        details={"why": why},
    )
