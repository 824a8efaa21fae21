"""``inbounds secrets``: keys that encrypt texts and fingerprint details, and changing them."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from cli.admin import ready_database
from cli.refusals import refusals_told
from config.keys import new_key
from store import details, log, rotation
from store.database import Database
from store.keyring import SETTINGS, Keyring
from store.log import SYSTEM
from store.proofs import forget_keys

PAGE_SIZE = 500  # rows a transaction


@click.group("secrets")
def command() -> None:
    """Keys from the environment, which encrypt texts and fingerprint details."""


@command.command("new")
@click.argument("name")
def new(name: str) -> None:
    """Print a new key called NAME, for INBOUNDS_TEXT_KEYS or INBOUNDS_FINGERPRINT_KEYS.

    It is kept nowhere. Without its key an encrypted text cannot be read by anybody: keep it safe,
    apart from the backups of the database.
    """
    with refusals_told(ValueError):
        click.echo(new_key(name))


@command.command("status")
def status() -> None:
    """Which keys are set, and how much each of them encrypts or fingerprints."""
    with ready_database() as opened, opened.read() as connection:
        sealed = rotation.count_by_key(connection)
        prints = details.count_by_key(connection)
        keyring = opened.keyring
    for kind, keys, counts in (
        ("text", keyring.text, sealed),
        ("fingerprint", keyring.fingerprint, prints),
    ):
        names = [key.id for key in keys]
        for name in (*names, *(name for name in counts if name not in names)):
            place = "newest" if names[:1] == [name] else "set" if name in names else "not set"
            told = (kind, name or "in the clear", place if name else "-", counts.get(name, 0))
            click.echo("\t".join(map(str, told)))


@command.command("rotate")
def rotate() -> None:
    """Encrypt and fingerprint everything with the newest keys; may be stopped and begun again.

    Afterwards the older keys of texts are needed no more. All processes have to know the newest
    key before: docs/privacy.md tells the order.
    """
    with ready_database() as opened:
        keyring = opened.keyring
        if keyring == Keyring():
            raise click.UsageError(f"set {SETTINGS['text']} or {SETTINGS['fingerprint']} first")
        counts = {"texts": _reseal(opened), "fingerprints": _renew(opened)}
        with opened.begin() as connection:
            gone = forget_keys(connection, "text", but=keyring.text[0].id) if keyring.text else []
            log.append(
                connection,
                event="secrets.rotated",
                subject="secrets",
                actor=SYSTEM,
                now=datetime.now(UTC),
                details=counts,
            )
    for name, count in counts.items():
        click.echo(f"{name}\t{count}")
    for name in gone:
        click.echo(f"{name} is needed no more")


def _reseal(opened: Database) -> int:
    if not opened.keyring.text:
        return 0
    count = 0
    for table, key, columns in rotation.SEALED:
        after: int | None = 0
        while after is not None:
            with opened.begin() as connection:
                done, after = rotation.reseal(
                    connection, table, key, columns, after=after, limit=PAGE_SIZE
                )
            count += done
    opened.forget()
    return count


def _renew(opened: Database) -> int:
    count, after = 0, 0 if opened.keyring.fingerprint else None
    while after is not None:
        with opened.begin() as connection:
            done, after = rotation.renew_details(connection, after=after, limit=PAGE_SIZE)
        count += done
    return count
