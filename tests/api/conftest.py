"""The API as the marketplace meets it: real rules, real models, a real database, a real Redis."""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.app import create_app
from api.connections import Connection
from api.parts import Parts
from config.settings import Settings
from scanner.road import Scanner
from store.database import Database
from store.keys import SCOPES, create_key
from worker.judge import Judge

ADDRESS = "jane.roe@gmail.com"
OFFER = f"write me at {ADDRESS}"
INNOCENT = "Thanks, the second draft reads much better than the first."


class Hasty(Connection):
    """As in deployment, with less patience."""

    head_seconds = 1
    body_seconds = 3
    write_seconds = 2


Open = Callable[..., "Market"]


class Market(TestClient):
    """The marketplace's backend: it has a key, and sends JSON."""

    def __init__(self, app: FastAPI, name: str = "marketplace") -> None:
        super().__init__(app, raise_server_exceptions=False)
        self.parts: Parts = app.state.parts
        with self.parts.database.begin() as connection:
            key = create_key(connection, name=name, scopes=SCOPES, now=datetime.now(UTC))
        self.headers["authorization"] = f"Bearer {key}"

    def tell(self, path: str, body: object, **headers: str) -> Any:
        """What is answered to a body, written as Python writes JSON: lone surrogates as escapes."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.post(
            path, content=json.dumps(body), headers={"content-type": "application/json", **named}
        )

    def judge_waiting(self) -> int:
        """What a worker does when the bell rings."""
        parts = self.parts
        return Judge(parts.database, parts.scanner, name="worker").judge_waiting()


@pytest.fixture(scope="session")
def scanner() -> Scanner:
    return Scanner.load()


@pytest.fixture
def open_market(scanner: Scanner, tmp_path: Path) -> Iterator[Open]:
    """Opens the API over a database and a Redis, which need not be there."""
    opened: list[Market] = []

    def open_market(database_url: str, redis_url: str | None = None, **given: Any) -> Market:
        app = create_app(
            Settings(
                var_dir=tmp_path,
                database_url=database_url,
                redis_url=redis_url,
                **given.get("settings", {}),
            ),
            scanner=given.get("scanner", scanner),
        )
        market = Market(app, given.get("name", "marketplace"))
        market.__enter__()
        opened.append(market)
        return market

    yield open_market
    for market in opened:
        market.__exit__()


@pytest.fixture
def market(open_market: Open, database_url: str, redis_url: str) -> Market:
    """The whole API, once on each kind of database."""
    return open_market(database_url, redis_url)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A database for what does not depend on its kind."""
    path = tmp_path / "door.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def door(open_market: Open, sqlite_url: str, redis_url: str) -> Market:
    """The API, for what is refused before any database is asked."""
    return open_market(sqlite_url, redis_url)


@dataclass
class Serving:
    """The API on a port of this machine."""

    address: tuple[str, int]
    server: uvicorn.Server
    thread: threading.Thread

    def stop(self, patience_seconds: float = 10) -> bool:
        """Whether it ended in time after it was told to."""
        self.server.should_exit = True
        self.thread.join(timeout=patience_seconds)
        return not self.thread.is_alive()


@pytest.fixture
def serving(door: Market) -> Iterator[Serving]:
    """Served as in deployment, for what a test client cannot send."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        door.app,
        log_config=None,
        access_log=False,
        lifespan="off",
        http=Hasty,
        ws="none",
        server_header=False,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(
        target=lambda: asyncio.run(server.serve(sockets=[listener])), daemon=True
    )
    thread.start()
    serving = Serving(listener.getsockname(), server, thread)
    yield serving
    serving.stop()


@pytest.fixture
def served(serving: Serving) -> tuple[str, int]:
    """Where it listens."""
    return serving.address


def stored_messages(database: Database) -> int:
    """How many messages the database holds."""
    with database.read() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM messages").scalar_one()
