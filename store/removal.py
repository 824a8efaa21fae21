"""Taking out what people wrote: the one column, and all that tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, select, update

from store.content import UNKNOWN, Removal, write_content
from store.inserting import insert_into
from store.schema import cases, contents, decisions, likenesses, messages, reveals
from store.schema_after import goldens, reviews
from store.schema_privacy import removals
from store.voiding import void

NOTHING = write_content("", ())  # what stands in the column afterwards


def remove_texts(connection: Connection, pks: Sequence[int], *, by: Removal, now: datetime) -> None:
    """Of these messages nothing is kept that people wrote; what was decided of them stays.

    1. Their rows are taken, so that who judges them comes before or after. 2. The texts go, with
    the talk before, what was found and what was written in appeals. 3. So do the hashes of their
    letters, and 4. the notes on their cases, which may quote. 5. Nobody is shown their details any
    more; that somebody was stands in the log. 6. Second looks that wait are not asked for, and
    golden items retire without their sentence, since there is nothing to look at.
    """
    about = select(cases.c.id).where(cases.c.message_pk.in_(pks))
    connection.execute(update(messages).where(messages.c.pk.in_(pks)).values(fingerprint=UNKNOWN))
    connection.execute(
        update(contents)
        .where(contents.c.message_pk.in_(pks))
        .values(content=NOTHING, removed_at=now, removed_by=by)
    )
    connection.execute(delete(likenesses).where(likenesses.c.case_id.in_(about)))
    connection.execute(
        update(decisions)
        .where(decisions.c.case_id.in_(about), decisions.c.note.is_not(None))
        .values(note=None)
    )
    connection.execute(
        update(reviews)
        .where(reviews.c.case_id.in_(about), reviews.c.note.is_not(None))
        .values(note=None)
    )
    connection.execute(delete(reveals).where(reveals.c.case_id.in_(about)))
    connection.execute(
        update(goldens)
        .where(goldens.c.case_id.in_(about))
        .values(why=None, retired_at=func.coalesce(goldens.c.retired_at, now))
    )
    ids = connection.execute(about).scalars().all()
    void(connection, ids)


def count_removed(connection: Connection, kind: str, number: int) -> None:
    """So many more of the kind were removed."""
    if number == 0:
        return
    more = insert_into(connection, removals).values(kind=kind, count=number)
    connection.execute(
        more.on_conflict_do_update(
            index_elements=[removals.c.kind], set_={"count": removals.c.count + number}
        )
    )


def removed(connection: Connection) -> dict[str, int]:
    """How many were removed since the beginning, by kind."""
    query = select(removals).order_by(removals.c.kind)
    return {row.kind: int(row[1]) for row in connection.execute(query)}
