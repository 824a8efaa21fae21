"""The record of who did what is read and checked by hand."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from store.database import Database
from store.keys import create_key
from tests.cli.test_admin import inbounds
from tests.store.test_log import allow_tampering
from tests.verdicts import NOON


def test_log_that_holds_is_told_with_its_end_and_one_that_does_not_with_the_row(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    def run(*arguments: str) -> tuple[int, list[str]]:
        ran = inbounds("audit", *arguments, url=database_url, var_dir=tmp_path)
        assert ran.stderr == ""
        return ran.returncode, ran.stdout.splitlines()

    with database.begin() as connection:
        for name in ("shop", "desk", "tess"):
            create_key(connection, name=name, scopes=["read"], now=NOON)
    code, (told, end) = run("verify")
    assert (code, told) == (0, "The log holds: 3 rows.")
    assert run("verify", "--seen", end)[0] == 0
    assert run("verify", "--seen", "2:" + "f" * 64)[0] == 1
    code, (row,) = run("show", "--subject", "key:desk")
    assert row.split("\t") == [
        "2",
        "2026-03-01 12:00:00",
        "inbounds",
        "key.created",
        "key:desk",
        '{"scopes":"read"}',
    ]
    with database.begin() as connection:
        allow_tampering(connection)
        connection.execute(text("UPDATE log SET actor = 'sam' WHERE seq = 2"))
        connection.execute(text("DELETE FROM log WHERE seq = 3"))
    code, lines = run("verify")
    assert code == 1
    assert lines[:2] == [
        "changed: row 2 was changed after it was written",
        "removed: the log had 3 rows; it ends before row 3",
    ]


def test_end_that_is_none_is_refused(database: Database, database_url: str, tmp_path: Path) -> None:
    ran = inbounds("audit", "verify", "--seen", "x", url=database_url, var_dir=tmp_path)
    assert ran.returncode == 2
    assert "ROWS:HASH" in ran.stderr
