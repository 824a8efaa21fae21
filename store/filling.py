"""What a program of the version before left open, filled in afterwards.

While a new version is rolled out, servers and workers of the one before open cases without the
columns that it does not know.
"""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from store import likeness
from store.content import read_content
from store.schema import cases, contents, messages
from store.urgency import counts_from, due_at

BATCH = 100  # cases filled in one transaction

_UNFILLED = (cases.c.state.in_(("open", "claimed", "decided")), cases.c.counts_from.is_(None))


def any_unfilled(connection: Connection) -> bool:
    """Whether there are such cases; one look into an index."""
    return connection.execute(select(cases.c.id).where(*_UNFILLED).limit(1)).first() is not None


def fill_cases(connection: Connection, *, limit: int = BATCH) -> int:
    """The oldest such cases are sorted, narrowed and grouped like all others; how many.

    No row in the log: nothing about them changed.
    """
    rows = connection.execute(
        select(
            cases.c.id,
            cases.c.priority,
            cases.c.decision,
            cases.c.opened_at,
            messages.c.contract,
            messages.c.surface,
            messages.c.sender,
            contents.c.content,
        )
        .join(messages, messages.c.pk == cases.c.message_pk)
        .join(contents, contents.c.message_pk == cases.c.message_pk)
        .where(*_UNFILLED)
        .order_by(cases.c.id)
        .limit(limit)
        .with_for_update(of=cases, skip_locked=True)  # another worker fills as well
    ).all()
    for row in rows:
        lanes = likeness.sketch(read_content(row.content).text)
        alike = likeness.find_alike(connection, lanes)
        if alike is None:
            likeness.remember(connection, row.id, lanes)
        connection.execute(
            update(cases)
            .where(cases.c.id == row.id)
            .values(
                counts_from=counts_from(row.priority, row.opened_at),
                due_at=due_at(row.decision, row.opened_at),
                contract=row.contract,
                surface=row.surface,
                sender=row.sender,
                alike=row.id if alike is None else alike,
            )
        )
    return len(rows)
