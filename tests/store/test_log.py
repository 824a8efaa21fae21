"""The log tells when somebody has been at it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from store import audit, log
from store.audit import Audit, Seen, verify
from store.database import Database
from store.schema import log as rows
from store.schema import log_head
from tests.verdicts import NOON

LENGTH = 5

Tamper = Callable[[Connection], object]


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


def allow_tampering(connection: Connection) -> None:
    """What only the owner of the tables can do: the refusal is taken away."""
    if connection.dialect.name == "sqlite":
        for deed in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER IF EXISTS log_no_{deed}"))
    else:
        connection.execute(text("ALTER TABLE log DISABLE TRIGGER USER"))


def found(database: Database, tamper: Tamper, *, seen: Seen | None = None) -> list[tuple[int, str]]:
    """What an audit names after somebody has been at the log."""
    with database.begin() as connection:
        allow_tampering(connection)
        tamper(connection)
    with database.read() as connection:
        audit = verify(connection, seen=seen)
    assert all(str(broken.seq) in broken.why for broken in audit.breaks)
    return [(broken.seq, broken.kind) for broken in audit.breaks]


def renumber(connection: Connection, *, above: int, by: int) -> None:
    """Rows with higher numbers move, without two of them ever having the same."""
    for sign in (-1, 1):
        moved = rows.c.seq + by if sign == -1 else rows.c.seq
        where = rows.c.seq > above if sign == -1 else rows.c.seq < 0
        connection.execute(update(rows).where(where).values(seq=-moved))


def forge(connection: Connection, seq: int, previous_hash: str, actor: str = "sam") -> str:
    """A row that is sound in itself; its hash."""
    told = (actor, "case.released", "case:1", "{}")
    sealed = log.seal(previous_hash, seq, NOON, *told)
    names = ("actor", "event", "subject", "details")
    values = dict(zip(names, told, strict=True))
    connection.execute(
        insert(rows).values(seq=seq, at=NOON, previous_hash=previous_hash, hash=sealed, **values)
    )
    return sealed


def hash_of(connection: Connection, seq: int) -> str:
    return connection.execute(select(rows.c.hash).where(rows.c.seq == seq)).scalar_one()


# What is found


@pytest.mark.parametrize("deed", ["UPDATE log SET actor = 'sam' WHERE seq = 3", "DELETE FROM log"])
def test_database_refuses_to_change_or_remove_a_row(written: Database, deed: str) -> None:
    with written.begin() as connection, pytest.raises(SQLAlchemyError, match="append-only"):
        connection.execute(text(deed))
    with written.read() as connection:
        assert verify(connection).breaks == ()


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
@pytest.mark.parametrize("seq", [1, 3, LENGTH])
def test_changed_row_is_named_and_no_other(
    written: Database, column: str, value: object, seq: int
) -> None:
    change = update(rows).where(rows.c.seq == seq).values({column: value})
    assert found(written, lambda connection: connection.execute(change)) == [(seq, "changed")]


@pytest.mark.parametrize("seq", range(1, LENGTH + 1))
def test_removed_row_is_named_wherever_it_stood(written: Database, seq: int) -> None:
    cut = delete(rows).where(rows.c.seq == seq)
    assert found(written, lambda connection: connection.execute(cut)) == [(seq, "removed")]


def test_every_place_is_named(written: Database) -> None:
    def tamper(connection: Connection) -> None:
        connection.execute(update(rows).where(rows.c.seq == 1).values(actor="sam"))
        connection.execute(delete(rows).where(rows.c.seq == 3))
        connection.execute(update(rows).where(rows.c.seq == 5).values(subject="case:9"))

    assert found(written, tamper) == [(1, "changed"), (3, "removed"), (5, "changed")]


def test_removed_row_is_found_though_the_rest_was_renumbered(written: Database) -> None:
    def tamper(connection: Connection) -> None:
        connection.execute(delete(rows).where(rows.c.seq == 3))
        renumber(connection, above=3, by=-1)

    assert found(written, tamper) == [(3, "removed")]


@pytest.mark.parametrize("seq", [1, 3, LENGTH])
def test_inserted_row_is_named_though_it_is_sound_and_the_rest_was_renumbered(
    written: Database, seq: int
) -> None:
    def tamper(connection: Connection) -> None:
        before = log.GENESIS if seq == 1 else hash_of(connection, seq - 1)
        renumber(connection, above=seq - 1, by=1)
        forge(connection, seq, before)

    assert found(written, tamper) == [(seq, "inserted")]


@pytest.mark.parametrize("seq", [0, -7])
def test_row_before_the_first_is_named(written: Database, seq: int) -> None:
    assert found(written, lambda connection: forge(connection, seq, log.GENESIS)) == [
        (seq, "inserted")
    ]


def test_row_replaced_by_a_sound_one_is_named(written: Database) -> None:
    def tamper(connection: Connection) -> None:
        before = hash_of(connection, 2)
        connection.execute(delete(rows).where(rows.c.seq == 3))
        forge(connection, 3, before)

    assert found(written, tamper) == [(3, "changed")]


def test_emptied_log_is_found(written: Database) -> None:
    assert found(written, lambda connection: connection.execute(delete(rows))) == [(1, "removed")]


def test_row_behind_the_back_of_the_log_is_named(written: Database) -> None:
    def tamper(connection: Connection) -> None:
        forge(connection, LENGTH + 1, hash_of(connection, LENGTH))

    assert found(written, tamper) == [(LENGTH + 1, "inserted")]


def test_rewritten_end_is_found_by_its_head(written: Database) -> None:
    def tamper(connection: Connection) -> None:
        before = hash_of(connection, LENGTH - 1)
        connection.execute(delete(rows).where(rows.c.seq == LENGTH))
        forge(connection, LENGTH, before)

    assert found(written, tamper) == [(LENGTH, "changed")]


def test_log_written_anew_with_its_head_is_found_by_a_copy_kept_elsewhere(
    written: Database,
) -> None:
    with written.read() as connection:
        audit = verify(connection)
    seen = Seen(audit.rows, audit.hash)

    def tamper(connection: Connection) -> None:
        connection.execute(delete(rows))
        sealed = log.GENESIS
        for seq in range(1, LENGTH + 3):
            sealed = forge(connection, seq, sealed)
        connection.execute(update(log_head).values(seq=LENGTH + 2, hash=sealed))

    write(written)
    with written.read() as connection:
        assert verify(connection, seen=seen).breaks == ()
    assert found(written, tamper) == []
    assert found(written, lambda _: None, seen=seen) == [(LENGTH, "changed")]


# What holds


def test_untouched_log_holds(written: Database) -> None:
    with written.read() as connection:
        assert verify(connection).breaks == ()
        assert len(log.read(connection, subject="case:1")) == LENGTH
        assert log.read(connection, subject="case:2") == []
        assert log.read(connection, actor="sam") == []


def test_empty_log_holds(database: Database) -> None:
    with database.read() as connection:
        assert verify(connection) == Audit(0, log.GENESIS, ())


def test_log_longer_than_a_page_holds(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "PAGE_LENGTH", 2)
    for _ in range(LENGTH):
        write(database)
    with database.read() as connection:
        assert verify(connection).breaks == ()


def test_undone_transaction_leaves_no_row(database: Database) -> None:
    with suppress(InterruptedError), database.begin() as connection:
        log.append(connection, event="e", subject="case:1", actor="mona", now=NOON)
        raise InterruptedError
    with database.read() as connection:
        assert log.read(connection) == []


def test_head_of_the_log_is_nobodys_until_a_transaction_ends(database: Database) -> None:
    with database.begin() as connection:
        log.append(connection, event="first", subject="case:1", actor="mona", now=NOON)
        log.append(connection, event="second", subject="case:1", actor="mona", now=NOON)
        if database.engine.dialect.name != "sqlite":  # where writers take turns anyway
            write(database, "meanwhile")
    with database.read() as connection:
        said = [one.event for one in log.read(connection) if one.event != "meanwhile"]
        assert said == ["first", "second"]
        assert log.read(connection)[-1].event == "second"
        assert verify(connection).breaks == ()


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
        assert verify(connection).breaks == ()
        assert len(log.read(connection)) == 40


def test_number_of_a_row_cannot_be_given_twice(written: Database) -> None:
    with written.read() as connection:
        first = asdict(log.read(connection)[0])
    with written.engine.connect() as connection, pytest.raises(IntegrityError):
        connection.execute(insert(rows).values(**first))
