"""Webhooks: where events are sent to, and what they are signed with."""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.exc import IntegrityError

from store import log
from store.errors import NameTaken, NotFound
from store.log import SYSTEM
from store.schema import NAME_MAX_LENGTH, is_id, webhooks

SECRET_PREFIX = "whsec_"  # Standard Webhooks, "Signature scheme"  # nosec B105
SECRET_SIZE = 32  # bytes; the same page asks for 24 to 64
OLD_SECRET_SIGNS_FOR = timedelta(days=1)  # beside the new one, so that receivers can change over


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where to. ``secrets`` are those that sign now, the newest first."""

    id: int
    name: str
    url: str
    secrets: tuple[str, ...]
    created_at: datetime


def add_webhook(connection: Connection, *, name: str, url: str, now: datetime) -> str:
    """Events from now on are sent there; the secret that signs them.

    Raises NameTaken, and ValueError for a name that cannot be kept.
    """
    if len(name) > NAME_MAX_LENGTH or not is_id(name):
        raise ValueError(f"name it with 1 to {NAME_MAX_LENGTH} characters, none of them control")
    secret = _new_secret()
    try:
        with connection.begin_nested():
            connection.execute(
                insert(webhooks).values(name=name, url=url, secret=secret, created_at=now)
            )
    except IntegrityError:
        raise NameTaken("webhook", name) from None
    _tell(connection, "webhook.added", name, now)
    return secret


def rotate_secret(connection: Connection, *, name: str, now: datetime) -> str:
    """A new secret signs; the one before signs as well for a day. Raises NotFound."""
    secret = _new_secret()
    rotated = connection.execute(
        update(webhooks)
        .where(webhooks.c.name == name, webhooks.c.removed_at.is_(None))
        .values(old_secret=webhooks.c.secret, old_until=now + OLD_SECRET_SIGNS_FOR, secret=secret)
    )
    if rotated.rowcount == 0:
        raise NotFound("webhook", name)
    _tell(connection, "webhook.rotated", name, now)
    return secret


def remove_webhook(connection: Connection, *, name: str, now: datetime) -> None:
    """Nothing is sent there any more, not even what waits. Raises NotFound."""
    removed = connection.execute(
        update(webhooks)
        .where(webhooks.c.name == name, webhooks.c.removed_at.is_(None))
        .values(removed_at=now)
    )
    if removed.rowcount == 0:
        raise NotFound("webhook", name)
    _tell(connection, "webhook.removed", name, now)


def list_webhooks(connection: Connection, *, now: datetime) -> list[Webhook]:
    """Those that are in force, oldest first."""
    rows = connection.execute(
        select(webhooks).where(webhooks.c.removed_at.is_(None)).order_by(webhooks.c.id)
    )
    return [_as_webhook(row, now) for row in rows]


def _as_webhook(row: Row[Any], now: datetime) -> Webhook:
    signs = [row.secret]
    if row.old_secret is not None and row.old_until > now:
        signs.append(row.old_secret)
    return Webhook(row.id, row.name, row.url, tuple(signs), row.created_at)


def _new_secret() -> str:
    return SECRET_PREFIX + base64.b64encode(secrets.token_bytes(SECRET_SIZE)).decode("ascii")


def _tell(connection: Connection, event: str, name: str, now: datetime) -> None:
    log.append(connection, event=event, subject=f"webhook:{name}", actor=SYSTEM, now=now)
