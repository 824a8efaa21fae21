"""Chores: what is done now and then by one process, whichever comes first."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update

from store.inserting import insert_into
from store.schema_privacy import chores


def take(connection: Connection, name: str, *, every: timedelta, now: datetime) -> bool:
    """Whether the chore is due and ours; nobody else's then, until it is due again."""
    first = insert_into(connection, chores).values(name=name, next_at=now).on_conflict_do_nothing()
    connection.execute(first)
    taken = connection.execute(
        update(chores)
        .where(chores.c.name == name, chores.c.next_at <= now)
        .values(next_at=now + every)
    )
    return taken.rowcount == 1


def note_done(connection: Connection, name: str, *, now: datetime) -> None:
    """It was done to its end."""
    connection.execute(
        insert_into(connection, chores)
        .values(name=name, next_at=now, done_at=now)
        .on_conflict_do_update(index_elements=[chores.c.name], set_={"done_at": now})
    )


def last_done(connection: Connection, name: str) -> datetime | None:
    """When it was last done to its end."""
    query = select(chores.c.done_at).where(chores.c.name == name)
    return connection.execute(query).scalar_one_or_none()
