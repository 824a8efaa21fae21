"""A new version is rolled out beside the old one: each works with what the other leaves behind."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import bindparam, select, text

from scanner.message import Message
from store import decisions, desk, filling, messages, verdicts
from store.database import Database
from store.errors import Outdated
from store.narrowing import Cursor, Filter
from store.schema import Instant, cases
from tests.verdicts import NOON, message, verdict

OFFER = "Please write to me somewhere else, I never look in here and I can start today."

# What the program of revision 0021 writes when it opens a case.
OPENED_BY_OLD = text(
    "INSERT INTO cases (message_pk, state, opened_by, decision, category, score, priority,"
    " opened_at) VALUES (:pk, 'open', 'verdict', 'hold', 'contact.email', 0.97, 3.0, :at)"
).bindparams(bindparam("at", type_=Instant))


def receive(database: Database, *given: Message) -> list[int]:
    with database.begin() as connection:
        return [one.pk for one in messages.receive(connection, given, now=NOON)]


def opened_by_old(database: Database, *ids: str) -> None:
    pks = receive(database, *(message(id, f"{OFFER} {id}") for id in ids))
    with database.begin() as connection:
        connection.execute(OPENED_BY_OLD, [{"pk": pk, "at": NOON} for pk in pks])


def unfilled(database: Database) -> int:
    query = select(cases.c.id).where(cases.c.counts_from.is_(None))
    with database.read() as connection:
        return len(connection.execute(query).all())


def test_program_older_than_the_tables_goes_on(database: Database) -> None:
    with database.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.check_revision()


def test_program_that_a_newer_migration_leaves_behind_is_refused(database: Database) -> None:
    with database.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        connection.execute(text("UPDATE compatibility SET since = '9998'"))
    with pytest.raises(Outdated, match="start a newer program"):
        database.check_revision()


def test_program_newer_than_the_tables_is_refused(database: Database) -> None:
    with database.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0022'"))
    with pytest.raises(Outdated, match="inbounds db upgrade"):
        database.check_revision()


def test_case_that_an_old_program_opens_is_shown_and_decided_at_once(database: Database) -> None:
    opened_by_old(database, "a")
    with database.begin() as connection:
        (row,) = desk.list_cases(connection, now=NOON)
        assert (row.sender, row.surface, row.contract) == ("frank", "message", "none")
        assert row.alike == row.id
        assert row.counts_from < row.opened_at < row.due_at
        assert Cursor.read(str(Cursor(row.counts_from, row.id))) is not None
        decisions.decide(connection, row.id, action="refuse", by="mona", now=NOON)


def test_cases_that_an_old_program_opened_are_filled_like_others(database: Database) -> None:
    (pk,) = receive(database, message("new", OFFER))
    with database.begin() as connection:
        verdicts.record(connection, pk, verdict("hold"), now=NOON, language="en")
    opened_by_old(database, "a", "b", "c")
    assert unfilled(database) == 3
    with database.read() as connection:
        assert filling.any_unfilled(connection)
    with database.begin() as connection:
        assert filling.fill_cases(connection, limit=2) == 2
    with database.begin() as connection:
        assert filling.fill_cases(connection) == 1
        assert filling.fill_cases(connection) == 0
    with database.read() as connection:
        assert not filling.any_unfilled(connection)
        rows = desk.list_cases(connection, now=NOON, narrowed=Filter(sender="frank"))
        pages = desk.list_cases(connection, now=NOON, limit=2)
        pages += desk.list_cases(
            connection, now=NOON, after=Cursor(pages[-1].counts_from, pages[-1].id)
        )
    assert len(rows) == len({row.id for row in pages}) == 4
    assert len({row.alike for row in rows}) == 1
    assert {row.due_at for row in rows} == {NOON + timedelta(minutes=15)}
