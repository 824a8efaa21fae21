"""The walk of docs/operations.md: what was backed up while everything ran is all there again."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import func, select

from config.settings import ROOT
from store import audit, messages, verdicts
from store.database import Database
from store.schema import cases, contents
from store.schema import messages as kept
from tests.services.postgres import OWNER, Postgres
from tests.verdicts import NOON, message, verdict

BEFORE = 20  # messages that are there when the backup begins


def judge(database: Database, *ids: str) -> None:
    with database.begin() as connection:
        given = [message(id) for id in ids]
        pks = [one.pk for one in messages.receive(connection, given, now=NOON)]
        verdicts.record_all(connection, {pk: verdict() for pk in pks}, now=NOON)


@contextmanager
def being_written(database: Database) -> Iterator[None]:
    """Messages go on being judged within."""
    stopping = threading.Event()

    def write() -> None:
        number = 0
        while not stopping.is_set():
            number += 1
            judge(database, f"meanwhile-{number}")

    writer = threading.Thread(target=write)
    writer.start()
    yield
    stopping.set()
    writer.join()


def assert_whole(url: str) -> None:
    """What stood there before the backup, no half of anything, and it can be worked with."""
    restored = Database.open(url)
    restored.check_revision()
    with restored.read() as connection:
        counts = {
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (kept, contents, cases)
        }
        assert messages.find(connection, f"before-{BEFORE - 1}").verdict is not None
        assert audit.verify(connection).breaks == ()
    assert len(counts) == 1
    assert counts.pop() >= BEFORE
    judge(restored, "afterwards")
    restored.close()


def run_backup(url: str, file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cli.main", "db", "backup", str(file)],
        cwd=ROOT,
        env={"INBOUNDS_DATABASE_URL": url, "INBOUNDS_VAR_DIR": str(file.parent)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_sqlite_is_backed_up_while_it_is_written_and_restored(
    sqlite_template: Path, tmp_path: Path
) -> None:
    shutil.copyfile(sqlite_template, tmp_path / "live.db")
    url = f"sqlite:///{tmp_path / 'live.db'}"
    database = Database.open(url)
    judge(database, *(f"before-{number}" for number in range(BEFORE)))
    copy = tmp_path / "backup.db"
    with being_written(database):
        ran = run_backup(url, copy)
    database.close()
    assert ran.returncode == 0, ran.stderr
    assert copy.stat().st_mode & 0o077 == 0
    again = run_backup(url, copy)
    assert again.returncode != 0
    assert "Traceback" not in again.stderr
    assert_whole(f"sqlite:///{copy}")


def test_postgresql_is_dumped_while_it_is_written_and_restored(
    postgres_server: Postgres, postgres_template: str, tmp_path: Path
) -> None:
    name, other = postgres_server.create_database(postgres_template), "restored"
    database = Database.open(postgres_server.url(name))
    judge(database, *(f"before-{number}" for number in range(BEFORE)))
    at = ("--host", str(postgres_server.sockets), "--username", OWNER)
    file = str(tmp_path / "inbounds.dump")
    with being_written(database):
        subprocess.run(
            [postgres_server.bin / "pg_dump", *at, "--format=custom", f"--file={file}", name],
            check=True,
        )
    database.close()
    subprocess.run([postgres_server.bin / "createdb", *at, other], check=True)
    subprocess.run(
        [
            *(postgres_server.bin / "pg_restore", *at, "--exit-on-error"),
            *("--single-transaction", f"--dbname={other}", file),
        ],
        check=True,
    )
    assert_whole(postgres_server.url(other))
    for used in (name, other):
        postgres_server.drop_database(used)
