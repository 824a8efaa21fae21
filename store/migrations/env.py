"""How Alembic reaches the database: through the engine that ``Database.upgrade`` hands over."""

from __future__ import annotations

from alembic import context

from store.database import begin_immediately, lock_for_upgrade
from store.tables import metadata


def run() -> None:
    """All migrations that are missing, in one transaction."""
    engine = context.config.attributes["engine"]
    with engine.connect() as connection:
        connection = begin_immediately(connection)
        context.configure(connection=connection, target_metadata=metadata)
        with context.begin_transaction():
            lock_for_upgrade(connection)
            context.run_migrations()


run()
