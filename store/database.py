"""The one door to the database: it opens transactions, and brings the tables up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import Any

import psycopg
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from config.timeouts import (
    DB_CONNECT_SECONDS,
    DB_IDLE_SECONDS,
    DB_LOCK_SECONDS,
    DB_SILENCE_SECONDS,
    DB_STATEMENT_SECONDS,
)
from store.errors import Outdated
from store.keyring import EMPTY, Keyring, give_keyring, keyring_of
from store.proofs import check_keys, note_keys
from store.schema import compatibility

MIGRATIONS = Path(__file__).resolve().parent / "migrations"

POOL_SIZE = 10  # threads of a process that use the database at once with connections kept open
POOL_OVERFLOW = 10  # and those beyond, whose connections are closed afterwards

_WRITES = "inbounds_writes"  # the execution option that tells SQLite how to begin
VIA = "inbounds_via"  # the execution option that tells the log through which key somebody acts
AT_END = "inbounds_at_end"  # the option that holds what a transaction does last, by who does it
AtEnd = dict[Callable[[Connection, list[Any]], None], list[Any]]
_BEGUN = "inbounds_begun"  # in a connection's info: when its statement was begun
_BETWEEN_TRIES = 0.01  # seconds
_UPGRADE_LOCK = 0x696E626F756E6473  # "inbounds"; any number that nobody else takes for a lock


@dataclass(frozen=True, slots=True)
class Database:
    """An open database: one for a process, safe to use from threads, not over a fork.

    Troubles with it are SQLAlchemy's own exceptions, which never quote what was to be stored.
    """

    engine: Engine

    @classmethod
    def open(cls, url: str, *, keyring: Keyring = EMPTY) -> Database:
        """A database at a SQLAlchemy address, ``sqlite:///file`` or ``postgresql+psycopg://…``.

        The keys encrypt what is written and read what is encrypted. Nothing is connected yet.
        Raises ValueError for an address of another kind.
        """
        kind = make_url(url).get_backend_name()
        opens = {"sqlite": _open_sqlite, "postgresql": _open_postgresql}
        if kind in opens:
            engine = opens[kind](url)
            give_keyring(engine.dialect, keyring)
            return cls(engine)
        raise ValueError(f"{kind} is not known here; write sqlite:///… or postgresql://…")

    @contextmanager
    def begin(self, *, via: str | None = None) -> Iterator[Connection]:
        """A transaction that may write: kept when the block ends, undone when it raises.

        ``via`` stands in every row of the log that is written in it: the API key that somebody
        acts through.
        """
        at_end: AtEnd = {}  # each is called with all that it was given meanwhile
        options = {_WRITES: True, VIA: via, AT_END: at_end}
        with self._connect(**options) as connection, connection.begin():
            yield connection
            for end, given in at_end.items():
                end(connection, given)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        # SQLite's driver does not know the option, and passes it over.
        with self._connect(postgresql_readonly=True) as connection, connection.begin():
            yield connection

    def _connect(self, **options: object) -> Connection:
        return self.engine.connect().execution_options(**options)

    def upgrade(self, revision: str = "head") -> None:
        """The tables are those of this program, whoever else upgrades at the same time.

        Another revision than the newest is for tests of the way there.
        """
        with self.begin() as connection:
            if self.engine.dialect.name == "postgresql":
                connection.execute(text("SET LOCAL statement_timeout = 0"))  # as long as it takes
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_UPGRADE_LOCK})"))
            config = _migrations()
            config.attributes["connection"] = connection
            command.upgrade(config, revision)

    def check_revision(self) -> None:
        """The database answers, and this program may use its tables. Raises Outdated.

        They may be newer than the program, since a new version is rolled out beside the old one,
        unless a migration has taken something away that the program needs.
        """
        script = ScriptDirectory.from_config(_migrations())
        wanted = script.get_current_head()
        known = {step.revision for step in script.walk_revisions()}
        with self.read() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
            if found == wanted:
                return
            if found is None or found in known:
                raise Outdated(found, wanted)
            since = connection.execute(select(compatibility.c.since)).scalar_one_or_none()
        if since not in known:
            raise Outdated(found, wanted, is_newer=True)

    def time_statements(self, note: Callable[[str, float], None]) -> None:
        """It is told of every statement that is answered: the verb, and seconds until then."""

        @event.listens_for(self.engine, "before_cursor_execute")
        def _begin(connection: Connection, *_: object) -> None:
            connection.info[_BEGUN] = perf_counter()

        @event.listens_for(self.engine, "after_cursor_execute")
        def _end(
            connection: Connection,
            _cursor: object,
            statement: str,
            _: object,
            context: Any,
            *__: Any,
        ) -> None:
            now = perf_counter()
            seconds = now - connection.info.get(_BEGUN, now)
            for verb in ("insert", "update", "delete"):
                if getattr(context, f"is{verb}", False):
                    note(verb, seconds)
                    return
            note("select" if statement.startswith("SELECT") else "other", seconds)

    @property
    def connections_in_use(self) -> int:
        """How many connections of the pool somebody uses at this moment."""
        pool = self.engine.pool
        return pool.checkedout() if isinstance(pool, QueuePool) else 0

    @property
    def keyring(self) -> Keyring:
        """The keys that it was opened with."""
        return keyring_of(self.engine.dialect)

    def check_keys(self) -> None:
        """The keys are those that were used before, and the newest are known from now on.

        Raises KeyMissing and KeyWrong. A database that takes no changes is only read.
        """
        with self.read() as connection:
            check_keys(connection)
        if self.keyring != EMPTY and self.is_writable():
            with self.begin() as connection:
                note_keys(connection)

    def is_writable(self) -> bool:
        """Whether it takes changes now: a standby and a full or protected disk do not.

        Raises SQLAlchemy's exceptions when it does not answer at all.
        """
        if self.engine.dialect.name == "postgresql":
            with self.begin() as connection:
                told = connection.execute(text("SHOW transaction_read_only")).scalar_one()
            return bool(told == "off")
        with self.read() as connection:
            connection.execute(text("SELECT 1"))
        try:
            with self.begin() as connection:
                connection.execute(text("UPDATE log_head SET seq = seq WHERE id = 0"))
        except OperationalError as error:
            if _is_read_only(error):
                return False
            raise
        return True

    def forget(self) -> None:
        """What was overwritten does not linger in SQLite's log of writes.

        Somebody who reads meanwhile puts that off to the next one. On PostgreSQL the server's own
        VACUUM does it; docs/privacy.md.
        """
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                raw = connection.connection.dbapi_connection
                assert raw is not None
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def back_up(self, path: Path) -> None:
        """All that was committed until now stands in a new file, while others read and write.

        SQLite alone: raises ValueError on PostgreSQL, and FileExistsError.
        """
        if self.engine.dialect.name != "sqlite":
            raise ValueError("PostgreSQL is backed up by pg_dump; see docs/operations.md")
        path.touch(mode=0o600, exist_ok=False)
        connection = self.engine.raw_connection()
        try:
            source = connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            with closing(sqlite3.connect(path)) as copy:
                source.backup(copy)
        finally:
            connection.close()

    def close(self) -> None:
        """Every connection that nobody uses is closed."""
        self.engine.dispose()


def _is_read_only(error: OperationalError) -> bool:
    return getattr(error.orig, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY


def _migrations() -> Config:
    config = Config()
    # Alembic takes % for the start of a variable.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _open_sqlite(url: str) -> Engine:
    if make_url(url).database in (None, "", ":memory:"):
        raise ValueError("a database in memory is forgotten; write sqlite:///path/to/file.db")
    engine = create_engine(
        url,
        connect_args={"timeout": DB_LOCK_SECONDS, "isolation_level": None},
        **_engine_options(),
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: object) -> None:
        # WAL: readers never wait for the writer. FULL: a message that was acknowledged is still
        # there after a power cut, which NORMAL does not promise; docs/store.md has the price.
        _keep_a_log_of_writes(connection)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # What was removed is overwritten in the file, and not only struck off the list.
        connection.execute("PRAGMA secure_delete = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A transaction that reads first and then writes fails at once when another has written in
        # between, whatever the timeout; so a writer says so from the start, and waits its turn.
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _keep_a_log_of_writes(connection: sqlite3.Connection) -> None:
    # Of several who open a new file at once only one can turn its log of writes on, and SQLite
    # refuses the others at once, whatever the timeout, lest two wait for each other.
    give_up = monotonic() + DB_LOCK_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > give_up:
                raise
            sleep(_BETWEEN_TRIES)
        else:
            return


def _open_postgresql(url: str) -> Engine:
    limits = {
        "timezone": "UTC",
        "lock_timeout": f"{DB_LOCK_SECONDS}s",
        "statement_timeout": f"{DB_STATEMENT_SECONDS}s",
        "idle_in_transaction_session_timeout": f"{DB_IDLE_SECONDS}s",
    }
    engine = create_engine(
        url,
        pool_pre_ping=True,  # a server that was restarted costs nobody an error
        connect_args={
            "connect_timeout": DB_CONNECT_SECONDS,
            "tcp_user_timeout": DB_SILENCE_SECONDS * 1000,
            "options": " ".join(f"-c {name}={value}" for name, value in limits.items()),
        },
        **_engine_options(),
    )

    @event.listens_for(engine, "checkout")
    def _forget(connection: psycopg.Connection, *_: object) -> None:
        # After a transaction that only reads, SQLAlchemy asks for the next one to write, which a
        # standby refuses and a database that is set to be read only would let through.
        connection.read_only = None

    return engine


def _engine_options() -> dict[str, Any]:
    return {
        "pool_size": POOL_SIZE,
        "max_overflow": POOL_OVERFLOW,
        "pool_timeout": DB_LOCK_SECONDS,
        "hide_parameters": True,  # no exception quotes a message
    }
