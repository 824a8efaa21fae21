"""Saved views: filters of the queue under a name, for the one who saved them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from store.errors import NameTaken, NotFound, TooMany
from store.schema import views

VIEWS_MAX = 20  # of one person; more would not be found again
QUERY_MAX_LENGTH = 1_000  # characters


@dataclass(frozen=True, slots=True)
class View:
    """``query`` is what stands behind the ``?`` of the queue's address."""

    id: int
    name: str
    query: str


def save_view(connection: Connection, *, owner: str, name: str, query: str, now: datetime) -> View:
    """The view is kept. Raises NameTaken, and TooMany beyond VIEWS_MAX."""
    count = select(func.count()).select_from(views).where(views.c.owner == owner)
    if connection.execute(count).scalar_one() >= VIEWS_MAX:
        raise TooMany("view", VIEWS_MAX)
    try:
        with connection.begin_nested():
            id = connection.execute(
                insert(views)
                .values(owner=owner, name=name, query=query, created_at=now)
                .returning(views.c.id)
            ).scalar_one()
    except IntegrityError:
        raise NameTaken("view", name) from None
    return View(id, name, query)


def forget_view(connection: Connection, view_id: int, *, owner: str) -> View:
    """The view is no more. Raises NotFound for one that is not theirs."""
    row = connection.execute(
        delete(views).where(views.c.id == view_id, views.c.owner == owner).returning(views)
    ).one_or_none()
    if row is None:
        raise NotFound("view", view_id)
    return View(row.id, row.name, row.query)


def rename_view(connection: Connection, view_id: int, *, owner: str, name: str) -> View:
    """The view is called that; as it was before. Raises NotFound, NameTaken."""
    theirs = views.c.id == view_id, views.c.owner == owner
    row = connection.execute(select(views).where(*theirs)).one_or_none()
    if row is None:
        raise NotFound("view", view_id)
    try:
        with connection.begin_nested():
            connection.execute(update(views).where(*theirs).values(name=name))
    except IntegrityError:
        raise NameTaken("view", name) from None
    return View(row.id, row.name, row.query)


def views_of(connection: Connection, owner: str) -> list[View]:
    """Their views by name."""
    rows = connection.execute(select(views).where(views.c.owner == owner).order_by(views.c.name))
    return [View(row.id, row.name, row.query) for row in rows]
