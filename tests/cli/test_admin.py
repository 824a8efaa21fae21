"""By hand: the database, keys and logins, each refusal in one line."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.first_login import first_login
from config.settings import ROOT
from store.database import Database
from store.keys import find_key, revoke_key
from store.users import check_password, create_user

NOW = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
PASSWORD = "a password that is long"


def inbounds(
    *arguments: str, url: str, var_dir: Path, said: str = ""
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cli.main", *arguments],
        cwd=ROOT,
        env=os.environ | {"INBOUNDS_DATABASE_URL": url, "INBOUNDS_VAR_DIR": str(var_dir)},
        input=said,
        capture_output=True,
        text=True,
        check=False,
    )


def refused(ran: subprocess.CompletedProcess[str]) -> str:
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr.startswith("Error: ")
    assert ran.stderr.count("\n") == 1
    return ran.stderr


def test_database_without_tables_is_refused_with_the_fix(tmp_path: Path) -> None:
    ran = inbounds("keys", "create", "shop", url=f"sqlite:///{tmp_path}/a.db", var_dir=tmp_path)
    assert "inbounds db upgrade" in refused(ran)


def test_server_that_is_away_is_told_without_its_password(tmp_path: Path) -> None:
    url = "postgresql://tess:hunter2@127.0.0.1:9/inbounds"
    assert "hunter2" not in refused(inbounds("db", "upgrade", url=url, var_dir=tmp_path))


def test_taken_name_short_password_and_unknown_key_are_refused(
    database_url: str, tmp_path: Path
) -> None:
    def run(*arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
        return inbounds(*arguments, url=database_url, var_dir=tmp_path, said=said)

    assert "shop" in refused(run("keys", "revoke", "shop"))
    assert run("keys", "create", "shop").returncode == 0
    assert "shop" in refused(run("keys", "create", "shop"))
    assert "12" in refused(run("users", "create", "mona", said="short\n"))


def test_upgrading_twice_is_upgrading_once(empty_database_url: str, tmp_path: Path) -> None:
    for _ in range(2):
        assert inbounds("db", "upgrade", url=empty_database_url, var_dir=tmp_path).returncode == 0
    database = Database.open(empty_database_url)
    database.check_revision()
    database.close()


def test_key_and_login_that_were_made_open(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    key = inbounds("keys", "create", "shop", url=database_url, var_dir=tmp_path).stdout.strip()
    made = ("users", "create", "mona", "--role", "lead")
    assert inbounds(*made, url=database_url, var_dir=tmp_path, said=PASSWORD).returncode == 0
    with database.read() as connection:
        assert find_key(connection, key) is not None
        mona = check_password(connection, name="mona", password=PASSWORD, now=NOW)
    assert mona is not None
    assert mona.role == "lead"


def test_secret_of_a_reset_opens_in_place_of_the_password(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    with database.begin() as connection:
        create_user(connection, name="mona", password=PASSWORD, role="admin", now=NOW)
    assert "nobody" in refused(
        inbounds("users", "reset", "nobody", url=database_url, var_dir=tmp_path)
    )
    ran = inbounds("users", "reset", "mona", url=database_url, var_dir=tmp_path)
    secret = ran.stdout.strip()
    with database.read() as connection:
        assert check_password(connection, name="mona", password=PASSWORD, now=NOW) is None
        mona = check_password(connection, name="mona", password=secret, now=NOW)
    assert mona is not None
    assert mona.must_choose


def test_key_that_was_revoked_opens_nothing(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    key = inbounds("keys", "create", "shop", url=database_url, var_dir=tmp_path).stdout.strip()
    assert inbounds("keys", "revoke", "shop", url=database_url, var_dir=tmp_path).returncode == 0
    with database.read() as connection:
        assert find_key(connection, key) is None


def test_keys_are_listed_with_what_they_open_and_never_what_opens(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    def run(*arguments: str) -> str:
        ran = inbounds("keys", *arguments, url=database_url, var_dir=tmp_path)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    shop = run("create", "shop").strip()
    desk = run("create", "desk", "--scope", "moderate", "--scope", "read", "--rate", "90").strip()
    run("revoke", "shop")
    told = run("list")
    assert shop not in told
    assert desk not in told
    first, second = (line.split("\t") for line in told.splitlines())
    assert first[:4] == ["shop", "scan read", "default rate", "last used never"]
    assert first[4].startswith("revoked 20")
    assert second == ["desk", "read moderate", "90/min", "last used never", "in force"]
    refused(inbounds("keys", "create", "x" * 97, url=database_url, var_dir=tmp_path))


def test_first_login_is_the_same_at_every_start(database: Database, tmp_path: Path) -> None:
    kept_in = tmp_path / "login.json"
    logins = []
    for _ in range(2):
        with database.begin() as connection:
            logins.append(first_login(connection, kept_in=kept_in, now=NOW))
    assert logins[0] == logins[1]
    assert kept_in.stat().st_mode & 0o077 == 0
    with database.read() as connection:
        assert find_key(connection, logins[0].api_key) is not None
        assert logins[0].password is not None
        found = check_password(connection, name="admin", password=logins[0].password, now=NOW)
        assert found is not None


@pytest.mark.parametrize("lost", ["file", "key"])
def test_lost_file_or_revoked_key_makes_a_new_key_and_no_second_login(
    database: Database, tmp_path: Path, lost: str
) -> None:
    kept_in = tmp_path / "login.json"
    with database.begin() as connection:
        before = first_login(connection, kept_in=kept_in, now=NOW)
        if lost == "file":
            kept_in.unlink()
        else:
            key = find_key(connection, before.api_key)
            assert key is not None
            revoke_key(connection, name=key.name, now=NOW)
        after = first_login(connection, kept_in=kept_in, now=NOW.replace(hour=13))
        assert find_key(connection, after.api_key) is not None
    assert after.api_key != before.api_key
    assert after.password is None


def test_people_with_logins_get_no_other_one(database: Database, tmp_path: Path) -> None:
    with database.begin() as connection:
        create_user(connection, name="mona", password=PASSWORD, role="admin", now=NOW)
        login = first_login(connection, kept_in=tmp_path / "login.json", now=NOW)
    assert login.password is None
