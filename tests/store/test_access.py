"""Keys, logins, sessions and idempotency keys open what they should, and nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from store import idempotency, messages
from store.database import Database
from store.errors import IdempotencyConflict, NameTaken, NotFound
from store.keys import SCOPES, create_key, find_key, hash_secret, revoke_key
from store.schema import metadata
from store.sessions import close_session, find_session, open_session
from store.users import check_password, create_user, has_users
from tests.verdicts import NOON, message

PASSWORD = "correct horse battery"
DAY = timedelta(days=1)


def test_keys_that_were_never_made_or_are_revoked_open_nothing(database: Database) -> None:
    with database.begin() as connection:
        key = create_key(connection, name="shop", scopes=SCOPES, now=NOON)
        for wrong in ("", "inb_", key[:-1], key + "x", key.lower(), "\ud800", "a\x00"):
            assert find_key(connection, wrong) is None
        found = find_key(connection, key)
        assert found is not None
        assert found.name == "shop"
        revoke_key(connection, name="shop", now=NOON)
        assert find_key(connection, key) is None
        with pytest.raises(NotFound):
            revoke_key(connection, name="shop", now=NOON)


def test_names_that_no_database_keeps_are_refused(database: Database) -> None:
    for name in ("", "a\x00", "a\nb", "x" * 97):
        with database.begin() as connection, pytest.raises(ValueError, match="name the key"):
            create_key(connection, name=name, scopes=SCOPES, now=NOON)


def test_keys_of_the_version_before_keep_what_they_could_do(empty_database_url: str) -> None:
    database = Database.open(empty_database_url)
    database.upgrade("0001")
    with database.begin() as connection:
        connection.execute(
            text("INSERT INTO api_keys (name, hash, created_at) VALUES ('shop', :hash, :at)"),
            {"hash": hash_secret("old"), "at": "2026-03-01 12:00:00"},
        )
    database.upgrade()
    with database.read() as connection:
        found = find_key(connection, "old")
    assert found is not None
    assert found.scopes == {"scan", "read", "moderate"}
    database.close()


def test_names_are_taken_once(database: Database) -> None:
    with database.begin() as connection:
        create_key(connection, name="shop", scopes=SCOPES, now=NOON)
        with pytest.raises(NameTaken):
            create_key(connection, name="shop", scopes=SCOPES, now=NOON)
        create_user(connection, name="mona", password=PASSWORD, role="moderator", now=NOON)
        with pytest.raises(NameTaken):
            create_user(connection, name="mona", password=PASSWORD, role="lead", now=NOON)


def test_wrong_passwords_and_unknown_names_are_nobody(database: Database) -> None:
    with database.begin() as connection:
        assert not has_users(connection)
        mona = create_user(connection, name="mona", password=PASSWORD, role="lead", now=NOON)
        assert has_users(connection)
        for name, password in (
            ("mona", ""),
            ("mona", PASSWORD + " "),
            ("mona", PASSWORD.upper()),
            ("mona", "\ud800\x00"),
            ("sam", PASSWORD),
            ("mona\x00", PASSWORD),
            ("\ud800", PASSWORD),
        ):
            assert check_password(connection, name=name, password=password, now=NOON) is None
        assert check_password(connection, name="mona", password=PASSWORD, now=NOON) == mona


@pytest.mark.parametrize("password", ["", "short", "x" * 2_000])
def test_password_of_a_wrong_length_is_refused(database: Database, password: str) -> None:
    with database.begin() as connection, pytest.raises(ValueError, match="characters"):
        create_user(connection, name="mona", password=password, role="lead", now=NOON)


def test_session_ends_when_it_runs_out_or_is_closed(database: Database) -> None:
    with database.begin() as connection:
        mona = create_user(connection, name="mona", password=PASSWORD, role="lead", now=NOON)
        token, session = open_session(connection, mona, lifetime=DAY, now=NOON)
        assert find_session(connection, token + "x", now=NOON) is None
        assert find_session(connection, token, now=NOON + DAY) is None
        assert find_session(connection, token, now=NOON) == session
        close_session(connection, token)
        assert find_session(connection, token, now=NOON) is None


def test_database_holds_no_secret_in_the_clear(database: Database) -> None:
    with database.begin() as connection:
        mona = create_user(connection, name="mona", password=PASSWORD, role="lead", now=NOON)
        secrets = [
            PASSWORD,
            create_key(connection, name="shop", scopes=SCOPES, now=NOON),
            open_session(connection, mona, lifetime=DAY, now=NOON)[0],
        ]
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)):
                assert not any(secret in str(tuple(row)) for secret in secrets), table.name


def test_idempotency_key_is_bound_to_one_request_of_one_caller(database: Database) -> None:
    with database.begin() as connection:
        shops = [
            create_key(connection, name=name, scopes=SCOPES, now=NOON) for name in ("shop", "other")
        ]
        shop, other = (find_key(connection, key) for key in shops)
        assert shop is not None
        assert other is not None
        one, two = (
            receipt.pk
            for receipt in messages.receive(connection, [message("a"), message("b")], now=NOON)
        )
        first = {"caller": shop, "key": "k", "fingerprint": "f" * 64}
        assert idempotency.recall(connection, **first) is None
        assert idempotency.remember(connection, **first, message_pk=one, now=NOON) == one
        assert idempotency.remember(connection, **first, message_pk=two, now=NOON) == one
        assert idempotency.recall(connection, **first) == one
        assert idempotency.recall(connection, **(first | {"caller": other})) is None
        with pytest.raises(IdempotencyConflict):
            idempotency.recall(connection, **(first | {"fingerprint": "0" * 64}))
