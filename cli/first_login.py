"""The login and the API key that ``inbounds run`` makes for a newcomer."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from store.keys import SCOPES, create_key, find_key
from store.users import create_user, has_users

NAME = "admin"
PASSWORD_SIZE = 12  # bytes of chance, 16 characters


@dataclass(frozen=True, slots=True)
class FirstLogin:
    """``password`` is None where people have made their own logins."""

    api_key: str
    password: str | None = None
    name: str = NAME


def first_login(connection: Connection, *, kept_in: Path, now: datetime) -> FirstLogin:
    """There is a way in, the same one at every start.

    It is kept in a file that only the owner can read, since the database has no more than hashes.
    Without the file, or with another database, a new key is made, and a login where there is none.
    """
    if kept_in.exists():
        login = FirstLogin(**json.loads(kept_in.read_text()))
        if find_key(connection, login.api_key) is not None:
            return login
    name = f"run {now:%Y-%m-%d %H:%M:%S.%f}"
    api_key = create_key(connection, name=name, scopes=SCOPES, now=now)
    login = FirstLogin(api_key)
    if not has_users(connection):
        login = FirstLogin(api_key, secrets.token_urlsafe(PASSWORD_SIZE))
        assert login.password is not None
        create_user(connection, name=NAME, password=login.password, role="admin", now=now)
    # Before the commit: what is in the file without being in the database is made anew, while the
    # other way round nobody would know the password.
    kept_in.touch(mode=0o600)
    kept_in.write_text(json.dumps(asdict(login)))
    return login
