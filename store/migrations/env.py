"""How Alembic reaches the database: by the connection that ``Database.upgrade`` hands over."""

from __future__ import annotations

from alembic import context

from store import schema_login  # noqa: F401 – its table, which nothing else may have made known
from store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    compare_type=True,
)
# The transaction is the caller's, and so is the lock.
context.run_migrations()
