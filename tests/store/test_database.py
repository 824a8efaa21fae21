"""The database opens, stands as the program needs it, and keeps what was committed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import insert, select, text
from sqlalchemy.exc import SQLAlchemyError

from store import decisions, desk, log
from store.audit import verify
from store.database import Database
from store.errors import Outdated
from store.schema import log_head, messages, metadata
from tests.verdicts import NOON, SECRET

OF_THE_VERSION_BEFORE = (
    "INSERT INTO messages (pk, id, sender, contract, surface, relationship, conversion_fee_paid,"
    " fingerprint, state, attempts, received_at)"
    " VALUES (1, 'm-1', 'frank', 'none', 'message', 'platform', false, 'f', 'judged', 0,"
    " '2026-03-01 11:00:00.000000')",
    "INSERT INTO contents (message_pk, content)"
    """ VALUES (1, '{"text": "hello", "history": [], "values": []}')""",
    "INSERT INTO cases (id, message_pk, state, opened_by, decision, priority, opened_at)"
    " VALUES (1, 1, 'open', 'verdict', 'hold', 2.0, '2026-03-01 11:00:00.000000')",
)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://mona@db/inbounds"])
def test_database_that_would_not_do_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="write sqlite:///"):
        Database.open(url)


def test_tables_of_another_version_are_named_with_the_way_out(empty_database_url: str) -> None:
    database = Database.open(empty_database_url)
    with pytest.raises(Outdated, match="inbounds db upgrade"):
        database.check_revision()
    database.upgrade()
    database.check_revision()
    database.close()


def test_migrations_make_the_tables_that_the_program_knows(empty_database_url: str) -> None:
    database = Database.open(empty_database_url)
    database.upgrade()
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    database.close()


def test_cases_and_the_log_of_the_version_before_are_there_after_the_upgrade(
    empty_database_url: str,
) -> None:
    database = Database.open(empty_database_url)
    database.upgrade("0012")
    with database.begin() as connection:
        for statement in OF_THE_VERSION_BEFORE:
            connection.execute(text(statement))
        log.append(connection, event="case.opened", subject="case:1", actor="inbounds", now=NOON)
    database.upgrade()
    with database.begin() as connection:
        (row,) = desk.list_cases(connection, now=NOON)
        assert (row.sender, row.contract, row.surface, row.alike) == ("frank", "none", "message", 1)
        assert row.counts_from < row.opened_at < row.due_at
        decisions.decide(connection, row.id, action="refuse", by="mona", now=NOON)
        assert verify(connection).breaks == ()
    database.close()


def test_upgrades_at_once_are_one(empty_database_url: str) -> None:
    databases = [Database.open(empty_database_url) for _ in range(3)]
    assert _broken_at_once(databases, Database.upgrade) == []
    with databases[0].read() as connection:
        assert connection.execute(select(log_head.c.seq)).scalars().all() == [0]
    for database in databases:
        database.close()


def test_new_file_is_opened_by_several_at_once(tmp_path: Path) -> None:
    for attempt in range(30):
        url = f"sqlite:///{tmp_path / f'{attempt}.db'}"
        databases = [Database.open(url) for _ in range(4)]
        assert _broken_at_once(databases, _write_nothing) == []
        for database in databases:
            database.close()


def _broken_at_once(
    databases: list[Database], act: Callable[[Database], None]
) -> list[SQLAlchemyError]:
    start, broken = threading.Barrier(len(databases)), []

    def run(database: Database) -> None:
        start.wait()
        try:
            act(database)
        except SQLAlchemyError as error:
            broken.append(error)

    threads = [threading.Thread(target=run, args=(database,)) for database in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return broken


def _write_nothing(database: Database) -> None:
    with database.begin():
        pass


def test_exception_of_the_database_quotes_nothing_that_was_to_be_stored(
    database: Database,
) -> None:
    with database.engine.connect() as connection, pytest.raises(SQLAlchemyError) as caught:
        connection.execute(insert(messages).values(id=SECRET))
    assert SECRET not in str(caught.value).split("DETAIL")[0]


def test_broken_transaction_leaves_nothing(database: Database) -> None:
    statement = text("UPDATE log_head SET seq = 7")
    with database.engine.connect() as connection:
        connection.execute(statement)
    with database.read() as connection:
        assert connection.execute(select(log_head.c.seq)).scalar_one() == 0


def test_sqlite_survives_a_power_cut_and_lets_readers_read(tmp_path: Path) -> None:
    database = Database.open(f"sqlite:///{tmp_path / 'new.db'}")
    with database.begin() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
        with database.read() as other:
            assert other.execute(text("SELECT 1")).scalar_one() == 1
    assert pragmas == ["wal", 2, 1]
    database.close()
