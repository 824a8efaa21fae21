"""Texts are encrypted with a key from the environment; without it, or with another, it is said."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Text, select, type_coerce

from api.app import create_app
from config.keys import new_key, parse_keys
from config.settings import ROOT, Settings, SettingsError
from scanner.road import Scanner
from store import decisions, goldens, messages, reviews, rotation, verdicts, webhooks
from store.database import Database
from store.errors import KeyMissing, KeyWrong
from store.keyring import Keyring
from store.narrowing import Filter
from store.schema import contents, metadata
from store.schema import decisions as decision_rows
from store.schema import webhooks as webhook_rows
from store.sealed import Sealed
from tests.verdicts import message, verdict

A, B = new_key("2026-a"), new_key("2026-b")
SECRET = "the quokka says \x00 and \ud800 and ü"
NOW = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)


def inbounds(
    *arguments: str, url: str, var_dir: Path, **environ: str
) -> subprocess.CompletedProcess[str]:
    given = {"INBOUNDS_DATABASE_URL": url, "INBOUNDS_VAR_DIR": str(var_dir), **environ}
    return subprocess.run(
        [sys.executable, "-m", "cli.main", *arguments],
        cwd=ROOT,
        env=os.environ | given,
        capture_output=True,
        text=True,
        check=False,
    )


def opened(url: str, keys: str = "") -> Database:
    keyring = Keyring(text=parse_keys(keys)) if keys else Keyring()
    database = Database.open(url, keyring=keyring)
    database.check_keys()
    return database


def fill(database: Database, id: str) -> None:
    """A message that was held and decided with a note, and a webhook."""
    with database.begin() as connection:
        (receipt,) = messages.receive(connection, [message(id, SECRET)], now=NOW)
        verdicts.record(connection, receipt.pk, verdict("hold", value=SECRET), now=NOW)
        case_id = messages.find_by_pk(connection, receipt.pk).case_id
        assert case_id is not None
        decisions.decide(connection, case_id, action="refuse", by="mona", note=SECRET, now=NOW)
        webhooks.add_webhook(connection, name=id, url="https://shop.example/", now=NOW)


def raw(database: Database) -> list[str]:
    """What the encrypted columns hold, as whoever steals the database sees it."""
    columns = (contents.c.content, decision_rows.c.note, webhook_rows.c.secret)
    with database.read() as connection:
        return [
            value
            for column in columns
            for value in connection.execute(select(type_coerce(column, Text))).scalars()
        ]


def sealed_columns() -> set[Column[Any]]:
    """Every column of the schema that is encrypted."""
    return {
        column
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Sealed)
    }


def reads(database: Database, id: str) -> None:
    """All that was written is read."""
    with database.read() as connection:
        stored = messages.find(connection, id)
        assert stored.message.text == SECRET
        assert stored.verdict is not None
        assert stored.verdict.findings[0].value == SECRET
        assert stored.case_id is not None
        assert decisions.decisions_of(connection, stored.case_id)[0].note == SECRET
        secrets = {one.name: one.secrets for one in webhooks.list_webhooks(connection, now=NOW)}
        assert secrets[id][0].startswith("whsec_")


def test_what_is_stolen_cannot_be_read(database_url: str, database: Database) -> None:
    fill(opened(database_url, A), "m-1")
    stolen = raw(database)
    assert len(stolen) == 3
    for value in stolen:
        assert value.startswith("sealed:1:2026-a:")
        assert "quokka" not in value
    reads(opened(database_url, A), "m-1")


def test_same_text_twice_is_encrypted_differently(database_url: str, database: Database) -> None:
    keyed = opened(database_url, A)
    fill(keyed, "m-1")
    fill(keyed, "m-2")
    assert len(set(raw(database))) == 6


def test_rows_from_before_the_key_are_read_beside_new_ones(
    database_url: str, database: Database
) -> None:
    fill(database, "m-1")
    keyed = opened(database_url, A)
    fill(keyed, "m-2")
    reads(keyed, "m-1")
    reads(keyed, "m-2")


def test_start_without_the_key_is_refused_with_the_way_out(
    database_url: str, tmp_path: Path, scanner: Scanner
) -> None:
    fill(opened(database_url, A), "m-1")
    with pytest.raises(KeyMissing, match="2026-a; add it to INBOUNDS_TEXT_KEYS"):
        create_app(Settings(var_dir=tmp_path, database_url=database_url), scanner=scanner)
    for command in (("work",), ("webhooks", "list")):
        ran = inbounds(*command, url=database_url, var_dir=tmp_path)
        assert ran.returncode == 1
        assert "2026-a; add it to INBOUNDS_TEXT_KEYS" in ran.stderr
        assert "Traceback" not in ran.stderr


def test_start_with_a_wrong_key_of_the_same_name_is_refused(
    database_url: str, tmp_path: Path
) -> None:
    fill(opened(database_url, A), "m-1")
    wrong = new_key("2026-a")
    with pytest.raises(KeyWrong, match="not the one that was used"):
        opened(database_url, wrong)
    ran = inbounds(
        "secrets", "status", url=database_url, var_dir=tmp_path, INBOUNDS_TEXT_KEYS=wrong
    )
    assert ran.returncode == 1
    assert "not the one that was used" in ran.stderr
    assert wrong.partition(":")[2] not in ran.stderr


def test_value_moved_to_another_column_is_not_read(database_url: str) -> None:
    keyed = opened(database_url, A)
    fill(keyed, "m-1")
    with keyed.begin() as connection:
        note = connection.execute(select(type_coerce(decision_rows.c.note, Text))).scalar_one()
        connection.exec_driver_sql("UPDATE contents SET content = '" + note + "'")
    with keyed.read() as connection, pytest.raises(KeyWrong):
        messages.find(connection, "m-1")


def test_rotation_takes_everything_along_and_then_the_old_key_is_needed_no_more(
    database_url: str, database: Database, tmp_path: Path
) -> None:
    def run(*arguments: str, keys: str) -> list[str]:
        ran = inbounds(*arguments, url=database_url, var_dir=tmp_path, INBOUNDS_TEXT_KEYS=keys)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.splitlines()

    fill(database, "m-0")
    keyed = opened(database_url, A)
    fill(keyed, "m-1")
    with keyed.begin() as connection:
        webhooks.rotate_secret(connection, name="m-1", now=NOW)
    assert run("secrets", "status", keys=A) == [
        "text\t2026-a\tnewest\t4",
        "text\tin the clear\t-\t3",
    ]
    told = run("secrets", "rotate", keys=f"{B},{A}")
    assert told == ["texts\t6", "fingerprints\t0", "2026-a is needed no more"]
    assert run("secrets", "status", keys=B) == ["text\t2026-b\tnewest\t7"]
    assert run("secrets", "rotate", keys=B) == ["texts\t0", "fingerprints\t0"]
    after = opened(database_url, B)
    reads(after, "m-0")
    reads(after, "m-1")
    if database_url.startswith("sqlite"):
        path = Path(database_url.removeprefix("sqlite:///"))
        assert b"quokka" not in b"".join(file.read_bytes() for file in path.parent.glob("*.db*"))


def test_every_encrypted_column_of_the_schema_is_taken_along_by_the_rotation() -> None:
    turned = {column for _, _, columns in rotation.SEALED for column in columns}
    assert sealed_columns() == turned
    assert {str(column) for column in turned} >= {"reviews.note", "contents.content"}
    for table, by, columns in rotation.SEALED:
        assert [by] == list(table.primary_key)
        assert {column.table for column in columns} == {table}
        for column in columns:
            assert column.type.place.startswith(f"{table.name}."), "bound to its own table"


def test_no_value_of_any_column_is_of_the_old_key_after_the_rotation(
    database_url: str, database: Database, tmp_path: Path
) -> None:
    keyed = opened(database_url, A)
    fill(keyed, "m-1")
    with keyed.begin() as connection:
        webhooks.rotate_secret(connection, name="m-1", now=NOW)
        case_id = messages.find(connection, "m-1").case_id
        assert case_id is not None
        assert reviews.draw(connection, [case_id], share=1, seed="any", now=NOW) == [case_id]
        hour = timedelta(hours=1)
        decided = Filter(states=("decided",))
        reviews.claim_review(connection, narrowed=decided, by="tess", lease=hour, now=NOW)
        review = reviews.review_of(connection, case_id, by="tess", now=NOW)
        assert review is not None
        assert reviews.answer(
            connection, review, action="refuse", reason=None, note=SECRET, now=NOW
        )
        goldens.mark(connection, case_id, actions=["refuse"], why=SECRET, by="tess", now=NOW)
    ran = inbounds(
        "secrets", "rotate", url=database_url, var_dir=tmp_path, INBOUNDS_TEXT_KEYS=f"{B},{A}"
    )
    assert ran.returncode == 0, ran.stderr
    with database.read() as connection:
        for column in sealed_columns():
            kept = select(type_coerce(column, Text)).where(column.is_not(None))
            values = connection.execute(kept).scalars().all()
            assert values, f"nothing was written to {column}"
            for value in values:
                assert value.startswith("sealed:1:2026-b:"), column
    with opened(database_url, B).read() as connection:
        assert [one.note for one in reviews.answers_on(connection, case_id)] == [SECRET]


def test_printed_key_is_one_and_a_broken_one_is_refused_without_being_repeated(
    database_url: str, tmp_path: Path
) -> None:
    ran = inbounds("secrets", "new", "mine", url=database_url, var_dir=tmp_path)
    (key,) = parse_keys(ran.stdout.strip())
    assert (key.id, len(key.secret)) == ("mine", 32)
    assert str(key.secret) not in repr(key)
    for broken in ("verysecret", "a:c2hvcnQ=", f"{A},{A}", f"{A};{B}"):
        with pytest.raises(SettingsError) as caught:
            Settings.read({"INBOUNDS_TEXT_KEYS": broken})
        assert "INBOUNDS_TEXT_KEYS: the value cannot be used" in str(caught.value)
        assert broken not in str(caught.value)


@pytest.fixture(scope="module")
def scanner() -> Any:
    return Scanner.load()
