"""One machine with everything on it: PostgreSQL, Redis, servers, workers; any of it may die."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import redis

from config import redis_server
from config.redis_server import die_with_parent
from config.settings import ROOT
from tests.services.postgres import Postgres

PAUSE_SECONDS = 0.5  # before a process that died is started again
PATIENCE_SECONDS = 600.0  # a busy machine takes minutes to start them


@dataclass
class Process:
    """A command that is started again whenever it died."""

    name: str
    command: tuple[str, ...]
    environ: Mapping[str, str]
    said: Path
    running: subprocess.Popen[bytes] | None = None
    start_at: float = 0.0
    starts: int = 0

    def look(self) -> None:
        """It runs, or its pause does. From the main thread alone, with which it would end."""
        if self.running is not None and self.running.poll() is not None:
            self.running, self.start_at = None, time.monotonic() + PAUSE_SECONDS
        if self.running is None and time.monotonic() >= self.start_at:
            with self.said.open("ab") as said:
                self.running = subprocess.Popen(
                    self.command,
                    cwd=ROOT,
                    env=dict(self.environ),
                    stdin=subprocess.DEVNULL,
                    stdout=said,
                    stderr=said,
                    start_new_session=True,
                    preexec_fn=die_with_parent,  # noqa: PLW1509  one system call, no lock taken
                )
            self.starts += 1

    def kill(self) -> None:
        """It is gone without a word, for the moment."""
        if self.running is not None:
            self.running.kill()
            self.running.wait()

    def end(self) -> None:
        """It was asked to end, and will be started again when it did."""
        if self.running is not None:
            self.running.terminate()


@dataclass
class Machine:
    """All processes of an installation. ``program`` is what takes ``serve`` and ``work``."""

    folder: Path
    postgres: Postgres
    database_url: str
    program: str = "cli.main"
    ports: tuple[int, ...] = field(default_factory=lambda: (_free_port(), _free_port()))
    workers: int = 2
    drain_seconds: int = 0
    all: list[Process] = field(default_factory=list)

    def __post_init__(self) -> None:
        environ = os.environ | {
            "INBOUNDS_DATABASE_URL": self.database_url,
            "INBOUNDS_REDIS_URL": self.redis_url,
            "INBOUNDS_VAR_DIR": str(self.folder),
            "INBOUNDS_SWEEP_EVERY": "2s",
            "INBOUNDS_JUDGING_LEASE": "20s",
            "INBOUNDS_BATCH_SIZE": "16",
            "INBOUNDS_WEBHOOK_NETWORKS": "127.0.0.0/8",
            "INBOUNDS_DRAIN_SECONDS": str(self.drain_seconds),
            "INBOUNDS_LOG_FORMAT": "json",
        }
        program = (sys.executable, "-m", self.program)
        for number, port in enumerate(self.ports, start=1):
            named = environ | {"INBOUNDS_PORT": str(port)}
            self._add(f"server-{number}", (*program, "serve"), named)
        for number in range(1, self.workers + 1):
            self._add(f"worker-{number}", (*program, "work"), environ)
        self._add("redis", self._redis(), environ)

    @property
    def addresses(self) -> list[str]:
        """Where the servers listen."""
        return [f"http://127.0.0.1:{port}" for port in self.ports]

    @property
    def redis_url(self) -> str:
        """Where Redis listens, whichever it is."""
        return f"unix://{self.folder / 'redis.sock'}"

    def named(self, kind: str) -> list[Process]:
        """The processes of a kind: server, worker or redis."""
        return [process for process in self.all if process.name.startswith(kind)]

    def look(self) -> None:
        """What died is started again."""
        for process in self.all:
            process.look()

    def until_ready(self) -> None:
        """Every server answers. Raises TimeoutError."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not all(map(_is_ready, self.addresses)):
            self.look()
            if time.monotonic() > deadline:
                raise TimeoutError("the servers do not start")
            time.sleep(0.1)

    def is_answering(self) -> bool:
        """Whether any server does."""
        return any(map(_is_ready, self.addresses))

    def empty_redis(self) -> None:
        """Redis forgot everything, and goes on."""
        with suppress(redis.RedisError), redis.Redis.from_url(self.redis_url) as client:
            client.flushall()

    def die(self) -> None:
        """Everything is gone at once, as when the power fails; then the database comes back."""
        for process in self.all:
            process.kill()
        self.postgres.kill()
        self.postgres.start()

    def stop(self) -> None:
        """Nothing runs any more."""
        for process in self.all:
            process.kill()

    def _add(self, name: str, command: tuple[str, ...], environ: Mapping[str, str]) -> None:
        self.all.append(Process(name, command, environ, self.folder / f"{name}.log"))

    def _redis(self) -> tuple[str, ...]:
        """It keeps nothing on disk, so each one that is started is empty."""
        options = ("--port", "0", "--unixsocket", str(self.folder / "redis.sock"))
        return (str(redis_server.find_server()), *options, "--save", "", "--appendonly", "no")


def _is_ready(address: str) -> bool:
    try:
        return httpx.get(f"{address}/readyz", timeout=2.0).is_success
    except httpx.HTTPError:
        return False


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
