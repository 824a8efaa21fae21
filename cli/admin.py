"""``inbounds db``, ``keys`` and ``users``: what is done by hand, beside the running parts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from cli.refusals import refusals_told
from config.roles import ROLES, Role
from config.settings import Settings
from store.accounts import find_by_name, reset_password
from store.database import Database
from store.keyring import Keyring
from store.keys import SCOPES, Scope, create_key, list_keys, revoke_key
from store.log import SYSTEM
from store.users import PASSWORD_MIN_LENGTH, create_user


@contextmanager
def database() -> Iterator[Database]:
    """The database that is set."""
    settings = Settings.read()
    settings.prepare()
    opened = Database.open(settings.database_url, keyring=Keyring.of(settings))
    try:
        with refusals_told():
            yield opened
    finally:
        opened.close()


@contextmanager
def ready_database() -> Iterator[Database]:
    """The same, and its tables are those of this program."""
    with database() as opened:
        opened.check_revision()
        opened.check_keys()
        yield opened


@click.group("db")
def db() -> None:
    """The database."""


@db.command("upgrade")
def upgrade() -> None:
    """Bring the tables to this version; what they hold is kept."""
    with database() as opened:
        opened.upgrade()


@db.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Copy the SQLite database to the new FILE while everything runs; it holds private text."""
    with ready_database() as opened, refusals_told(ValueError, OSError):
        opened.back_up(file)


@click.group("keys")
def keys() -> None:
    """API keys, with which the marketplace calls."""


@keys.command("create")
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(SCOPES),
    multiple=True,
    default=("scan", "read"),
    show_default=True,
    help="What it opens; may be given several times.",
)
@click.option(
    "--rate",
    type=click.IntRange(min=1),
    help="Requests a minute; without, what INBOUNDS_KEY_RATE says.",
)
def create(name: str, scopes: tuple[Scope, ...], rate: int | None) -> None:
    """Make a key called NAME and print it. It is shown this once; only its hash is kept."""
    # ValueError: the name cannot be kept
    with ready_database() as opened, refusals_told(ValueError), opened.begin() as connection:
        now = datetime.now(UTC)
        key = create_key(connection, name=name, scopes=scopes, rate_per_minute=rate, now=now)
    click.echo(key)


@keys.command("list")
def list_all() -> None:
    """Which keys there are, what they open, and when they were last used (UTC)."""
    with ready_database() as opened, opened.read() as connection:
        rows = list_keys(connection)
    for row in rows:
        used = f"{row.last_used_at:%Y-%m-%d %H:%M}" if row.last_used_at else "never"
        state = f"revoked {row.revoked_at:%Y-%m-%d %H:%M}" if row.revoked_at else "in force"
        rate = f"{row.rate_per_minute}/min" if row.rate_per_minute else "default rate"
        scopes = " ".join(row.scopes) or "nothing"
        click.echo(f"{row.name}\t{scopes}\t{rate}\tlast used {used}\t{state}")


@keys.command("revoke")
@click.argument("name")
def revoke(name: str) -> None:
    """The key called NAME opens nothing any more."""
    with ready_database() as opened, opened.begin() as connection:
        revoke_key(connection, name=name, now=datetime.now(UTC))


@click.group("users")
def users() -> None:
    """People who log in to the console."""


@users.command("create")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="moderator", show_default=True)
def create_login(name: str, role: Role) -> None:
    """Make a login called NAME. The password is asked for, or read from a pipe."""
    with ready_database() as opened:
        password = _password()
        # ValueError: the password is too short or too long
        with refusals_told(ValueError), opened.begin() as connection:
            create_user(connection, name=name, password=password, role=role, now=datetime.now(UTC))


@users.command("reset")
@click.argument("name")
def reset(name: str) -> None:
    """Print a one-time secret with which NAME chooses a new password; the one of before is gone."""
    with ready_database() as opened, opened.begin() as connection:
        now = datetime.now(UTC)
        user = find_by_name(connection, name, now=now)
        secret = reset_password(connection, user.id, by=SYSTEM, now=now)
    click.echo(secret)


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    asked: str = click.prompt(
        f"Password, at least {PASSWORD_MIN_LENGTH} characters",
        hide_input=True,
        confirmation_prompt=True,
    )
    return asked
