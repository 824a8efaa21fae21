"""The log tells when somebody has been at it."""

from __future__ import annotations

import threading
from dataclasses import asdict

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import IntegrityError

from store import log
from store.database import Database
from store.schema import log as rows
from store.schema import log_head
from tests.verdicts import NOON

LENGTH = 5


def write(database: Database, event: str = "case.claimed") -> None:
    with database.begin() as connection:
        log.append(
            connection, event=event, subject="case:1", actor="mona", now=NOON, details={"n": 1}
        )


@pytest.fixture
def written(database: Database) -> Database:
    for _ in range(LENGTH):
        write(database)
    return database


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", NOON.replace(hour=13)),
        ("actor", "sam"),
        ("event", "case.released"),
        ("subject", "case:2"),
        ("details", '{"n":2}'),
        ("hash", "f" * 64),
        ("previous_hash", "f" * 64),
    ],
)
def test_changed_row_is_found(written: Database, column: str, value: object) -> None:
    with written.begin() as connection:
        connection.execute(update(rows).where(rows.c.seq == 3).values({column: value}))
        found = log.verify(connection)
    assert found is not None
    assert found.seq == 3


@pytest.mark.parametrize("seq", range(1, LENGTH + 1))
def test_removed_row_is_found_wherever_it_stood(written: Database, seq: int) -> None:
    with written.begin() as connection:
        connection.execute(delete(rows).where(rows.c.seq == seq))
        found = log.verify(connection)
    assert found is not None
    assert found.seq == seq


def test_emptied_log_is_found(written: Database) -> None:
    with written.begin() as connection:
        connection.execute(delete(rows))
        assert log.verify(connection) is not None


def test_row_behind_the_back_of_the_log_is_found(written: Database) -> None:
    with written.begin() as connection:
        connection.execute(text("CREATE TEMPORARY TABLE kept AS SELECT * FROM log_head"))
        log.append(connection, event="case.undone", subject="case:1", actor="sam", now=NOON)
        head = connection.execute(text("SELECT seq, hash FROM kept")).one()
        connection.execute(update(log_head).values(seq=head.seq, hash=head.hash))
        found = log.verify(connection)
        connection.execute(text("DROP TABLE kept"))
    assert found is not None
    assert found.seq == LENGTH + 1


def test_rewritten_end_is_found_by_its_head(written: Database) -> None:
    with written.begin() as connection:
        last = log.read(connection)[-1]
        connection.execute(delete(rows).where(rows.c.seq == last.seq))
        connection.execute(update(log_head).values(seq=last.seq - 1, hash=last.previous_hash))
        log.append(connection, event="forged", subject="case:1", actor="sam", now=NOON)
        forged = log.read(connection)[-1]
        connection.execute(update(log_head).values(seq=last.seq, hash=last.hash))
        found = log.verify(connection)
    assert forged.hash != last.hash
    assert found is not None
    assert found.seq == LENGTH


def test_untouched_log_holds(written: Database) -> None:
    with written.read() as connection:
        assert log.verify(connection) is None
        assert len(log.read(connection, subject="case:1")) == LENGTH
        assert log.read(connection, subject="case:2") == []


def test_empty_log_holds(database: Database) -> None:
    with database.read() as connection:
        assert log.verify(connection) is None


def test_log_longer_than_a_page_holds(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log.read, "__kwdefaults__", {"subject": None, "after": 0, "limit": 2})
    for _ in range(LENGTH):
        write(database)
    with database.read() as connection:
        assert log.verify(connection) is None


def test_undone_transaction_leaves_no_row(database: Database) -> None:
    with database.engine.connect() as connection:
        log.append(connection, event="e", subject="case:1", actor="mona", now=NOON)
        connection.rollback()
    with database.read() as connection:
        assert log.read(connection) == []


def test_writers_at_once_keep_one_chain(database: Database) -> None:
    start = threading.Barrier(4)

    def work() -> None:
        start.wait()
        for _ in range(10):
            write(database)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as connection:
        assert log.verify(connection) is None
        assert len(log.read(connection)) == 40


def test_number_of_a_row_cannot_be_given_twice(written: Database) -> None:
    with written.read() as connection:
        first = asdict(log.read(connection)[0])
    with written.engine.connect() as connection, pytest.raises(IntegrityError):
        connection.execute(insert(rows).values(**first))
