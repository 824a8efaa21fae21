"""What is not asked for any more when a decision does not stand any more."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, update

from store.schema_after import reviews


def void(connection: Connection, case_ids: Collection[int], *, answered: bool = False) -> None:
    """Second looks at what does not stand any more are not asked for; ``answered`` ones too."""
    states = ["open", "claimed", *(["done"] if answered else [])]
    connection.execute(
        update(reviews)
        .where(reviews.c.case_id.in_(case_ids), reviews.c.state.in_(states))
        .values(state="void")
    )
