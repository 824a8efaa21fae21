"""A server that is told to stop goes on for a while, and wants no more work."""

from __future__ import annotations

import asyncio
import signal
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx
import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from api.connections import Connection
from api.modes import LEAVING, OK, status_of
from api.serving import Server

DRAIN_SECONDS = 3.0
PATIENCE_SECONDS = 60.0


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    """Everything is answered, slow things slowly."""
    await asyncio.sleep(2 * DRAIN_SECONDS if scope["path"] == "/slow" else 0)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"done"})


@dataclass
class Running:
    """A server in a thread; it is told to stop as by a signal."""

    server: Server
    address: str
    thread: threading.Thread
    left: list[float] = field(default_factory=list)

    def tell(self) -> None:
        self.server.handle_exit(signal.SIGTERM, None)

    def ended(self) -> bool:
        self.thread.join(PATIENCE_SECONDS)
        return not self.thread.is_alive()


@pytest.fixture
def running() -> Iterator[Running]:
    listener = socket.create_server(("127.0.0.1", 0))
    left: list[float] = []
    config = uvicorn.Config(
        answer, log_config=None, access_log=False, lifespan="off", http=Connection, ws="none"
    )
    server = Server(
        config, drain_seconds=DRAIN_SECONDS, leave=lambda: left.append(time.monotonic())
    )
    thread = threading.Thread(
        target=lambda: asyncio.run(server.serve(sockets=[listener])), daemon=True
    )
    thread.start()
    yield Running(server, f"http://127.0.0.1:{listener.getsockname()[1]}", thread, left)
    server.should_exit = True
    thread.join(PATIENCE_SECONDS)


def test_server_that_is_told_to_stop_answers_and_ends_each_connection(running: Running) -> None:
    with httpx.Client() as client:
        kept = client.get(running.address)
        running.tell()
        last = client.get(running.address)
        fresh = client.get(running.address)
    assert len(running.left) == 1
    assert "connection" not in kept.headers
    assert [one.headers["connection"] for one in (last, fresh)] == ["close", "close"]
    assert running.ended()
    with pytest.raises(httpx.ConnectError):
        httpx.get(running.address)


def test_what_is_being_answered_at_the_end_is_answered(running: Running) -> None:
    said: list[str] = []
    slow = f"{running.address}/slow"
    asking = threading.Thread(
        target=lambda: said.append(httpx.get(slow, timeout=PATIENCE_SECONDS).text)
    )
    httpx.get(running.address)
    asking.start()
    time.sleep(0.5)
    running.tell()
    asking.join()
    assert said == ["done"]
    assert running.ended()


def test_told_twice_it_does_not_drain(running: Running) -> None:
    httpx.get(running.address)
    running.tell()
    assert not running.server.should_exit
    running.tell()
    assert running.server.should_exit
    assert running.ended()


def test_server_that_leaves_is_not_ready_whatever_else_is_well() -> None:
    parts = dict.fromkeys(("database", "redis", "models", "engine", "server"), OK)
    assert status_of(parts) == "ready"
    assert status_of({**parts, "server": LEAVING}) == "not ready"
