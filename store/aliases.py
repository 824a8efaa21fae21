"""Numbers that stand for senders in the log, which must never be changed and so names nobody.

Who a number stands for is one row beside the log. When it is cleared, the chain still holds and
tells of nobody any more: docs/decisions/0033.
"""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from store.inserting import insert_into
from store.schema_privacy import aliases


def alias_of(connection: Connection, sender: str) -> str:
    """The subject under which the log speaks of the sender, like ``sender:7``."""
    connection.execute(
        insert_into(connection, aliases).values(sender=sender).on_conflict_do_nothing()
    )
    query = select(aliases.c.id).where(aliases.c.sender == sender)
    return f"sender:{connection.execute(query).scalar_one()}"


def has_alias(connection: Connection, sender: str) -> bool:
    """Whether the log ever spoke of them."""
    query = select(aliases.c.id).where(aliases.c.sender == sender)
    return connection.execute(query).first() is not None


def forget_alias(connection: Connection, sender: str) -> None:
    """Nobody knows any more whom the number stood for; it is never given again."""
    connection.execute(update(aliases).where(aliases.c.sender == sender).values(sender=None))
