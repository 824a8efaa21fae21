"""Who looks at a case at this moment, so that colleagues do not read the same one unawares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, delete, select

from store.inserting import insert_into
from store.schema import viewings

FRESH = timedelta(seconds=40)  # two beats of the page and a slow network; docs/console.md


def see(connection: Connection, case_id: int, *, by: str, now: datetime) -> None:
    """They look at the case, until FRESH has passed or they leave it. The case has to exist.

    What they looked at before, and left without saying so, is forgotten.
    """
    is_stale = and_(viewings.c.by == by, viewings.c.seen_at <= now - FRESH)
    connection.execute(delete(viewings).where(is_stale))
    connection.execute(
        insert_into(connection, viewings)
        .values(case_id=case_id, by=by, seen_at=now)
        .on_conflict_do_update(
            index_elements=[viewings.c.case_id, viewings.c.by], set_={"seen_at": now}
        )
    )


def leave(connection: Connection, case_id: int, *, by: str) -> None:
    """They look at the case no more."""
    connection.execute(delete(viewings).where(viewings.c.case_id == case_id, viewings.c.by == by))


def viewers_of(
    connection: Connection, case_ids: Collection[int], *, apart_from: str, now: datetime
) -> dict[int, tuple[str, ...]]:
    """Who else looks at these cases, by the case's id; cases that nobody looks at are left out."""
    rows = connection.execute(
        select(viewings.c.case_id, viewings.c.by)
        .where(
            viewings.c.case_id.in_(case_ids),
            viewings.c.by != apart_from,
            viewings.c.seen_at > now - FRESH,
        )
        .order_by(viewings.c.by)
    )
    seen: defaultdict[int, list[str]] = defaultdict(list)
    for row in rows:
        seen[row.case_id].append(row.by)
    return {case_id: tuple(names) for case_id, names in seen.items()}
