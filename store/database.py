"""The one door to the database: it opens transactions, and it brings the tables up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import InterfaceError, OperationalError, TimeoutError

from store.errors import OutdatedError, UnavailableError

MIGRATIONS = Path(__file__).resolve().parent / "migrations"

# A writer waits this long for another one; the longest transaction is a batch of 1,000, 0.3 s.
BUSY_TIMEOUT = timedelta(seconds=10)
CONNECT_TIMEOUT = timedelta(seconds=5)
POOL_SIZE = 5  # threads of one process that use the database at once, without waiting
POOL_OVERFLOW = 15

_WRITES = "inbounds_writes"  # the execution option that tells SQLite how to begin


@dataclass(frozen=True, slots=True)
class Database:
    """An open database. One for each process; safe to use from threads, not over a fork."""

    engine: Engine

    @classmethod
    def open(cls, url: str) -> Database:
        """A database at a SQLAlchemy address, ``sqlite:///file`` or ``postgresql+psycopg://…``.

        Nothing is connected yet. Raises ValueError for an address of another kind.
        """
        kind = make_url(url).get_backend_name()
        if kind == "sqlite":
            return cls(_open_sqlite(url))
        if kind == "postgresql":
            return cls(_open_postgresql(url))
        raise ValueError(f"{kind} is not a database we know; write sqlite:///… or postgresql://…")

    @property
    def kind(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.engine.dialect.name

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A transaction that may write: kept when the block ends, undone when it raises.

        Raises UnavailableError.
        """
        with _speaking_plainly(), self.engine.connect() as connection:
            connection = connection.execution_options(**{_WRITES: True})
            with connection.begin():
                yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads. Raises UnavailableError."""
        with _speaking_plainly(), self.engine.connect() as connection:
            if self.kind == "postgresql":
                connection = connection.execution_options(postgresql_readonly=True)
            with connection.begin():
                yield connection

    def upgrade(self) -> None:
        """The tables are those of this version. Safe to call from several processes at once.

        Raises UnavailableError.
        """
        with _speaking_plainly():
            config = _migrations()
            config.attributes["engine"] = self.engine
            command.upgrade(config, "head")

    def check(self) -> None:
        """The database answers, and its tables are those of this version.

        Raises UnavailableError or OutdatedError.
        """
        wanted = ScriptDirectory.from_config(_migrations()).get_current_head()
        with self.read() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
        if found != wanted:
            raise OutdatedError(found=found, wanted=wanted)

    def close(self) -> None:
        """Every connection that nobody uses is closed."""
        self.engine.dispose()


def begin_immediately(connection: Connection) -> Connection:
    """The connection, which will take SQLite's write lock when its transaction begins."""
    return connection.execution_options(**{_WRITES: True})


def _migrations() -> Config:
    config = Config()
    # Alembic reads % as the start of a variable.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


@contextmanager
def _speaking_plainly() -> Iterator[None]:
    """Troubles of the database that pass are told apart from bugs, which stay what they are."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise UnavailableError(type(error.orig or error).__name__) from error
    except TimeoutError as error:
        raise UnavailableError("every connection is in use") from error


def _open_sqlite(url: str) -> Engine:
    if make_url(url).database in (None, "", ":memory:"):
        raise ValueError("a database in memory is forgotten; write sqlite:///path/to/file.db")
    engine = create_engine(
        url,
        connect_args={"timeout": BUSY_TIMEOUT.total_seconds(), "isolation_level": None},
        **_engine_options(),
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: object) -> None:
        # WAL: readers never wait for the writer. FULL: a message that was acknowledged is still
        # there after a power cut, which NORMAL does not promise; see docs/store.md for its price.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A transaction that starts reading and then writes fails at once when another has written
        # in between, whatever the timeout; so a writer says so from the start, and waits its turn.
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _open_postgresql(url: str) -> Engine:
    lock_timeout_ms = int(BUSY_TIMEOUT.total_seconds() * 1000)
    return create_engine(
        url,
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": int(CONNECT_TIMEOUT.total_seconds()),
            "options": f"-c timezone=UTC -c lock_timeout={lock_timeout_ms}",
        },
        **_engine_options(),
    )


def _engine_options() -> dict[str, Any]:
    return {
        "pool_size": POOL_SIZE,
        "max_overflow": POOL_OVERFLOW,
        "pool_timeout": BUSY_TIMEOUT.total_seconds(),
        "hide_parameters": True,  # an exception never quotes a message
        "json_serializer": lambda value: orjson.dumps(value).decode(),
        "json_deserializer": orjson.loads,
    }


def lock_for_upgrade(connection: Connection) -> None:
    """Nobody else upgrades until this transaction ends."""
    if connection.dialect.name == "postgresql":
        # Any number does, as long as nothing else here takes the same advisory lock.
        connection.execute(text("SELECT pg_advisory_xact_lock(0x696e626f)"))
