"""An installation of real processes: a server and workers, and all that they say in one file."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import text

from config.settings import ROOT
from store.database import Database
from store.keys import SCOPES, create_key
from store.webhooks import add_webhook

PATIENCE_SECONDS = 150.0  # a busy machine takes a minute to start them
NOBODY = "http://127.0.0.1:9/nobody"


@dataclass
class Installation:
    """The real server and a real worker, all that they say kept in one file."""

    folder: Path
    database: Database
    client: httpx.Client
    redis_url: str
    environ: dict[str, str]
    said: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)

    def start(self, command: str) -> subprocess.Popen[bytes]:
        with self.said.open("ab") as said:
            self.processes.append(
                subprocess.Popen(
                    [sys.executable, "-m", "cli.main", command],
                    cwd=ROOT,
                    env=self.environ,
                    stdout=said,
                    stderr=said,
                )
            )
        return self.processes[-1]

    def ask(self, method: str, path: str, body: object = None, *, told: bool = True) -> Any:
        """The answer; what may not hold the word is kept in ``answers``."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"content-type": "application/json"}
        answer = self.client.request(method, path, content=content, headers=headers)
        if told or answer.status_code >= 400:
            self.answers.append(f"{answer.status_code} {answer.headers} {answer.text}")
        return answer

    def until(self, is_so: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            assert time.monotonic() < deadline, self.said.read_text(errors="replace")[-3000:]
            time.sleep(0.1)

    def is_ready(self) -> bool:
        try:
            return self.client.get("/readyz").is_success
        except httpx.HTTPError:
            return False

    def waiting(self) -> int:
        with self.database.read() as connection:
            query = text("SELECT count(*) FROM messages WHERE state = 'waiting'")
            return int(connection.execute(query).scalar_one())


def free_port() -> int:
    """A port on which nobody listens at the moment."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def installed(
    database_url: str, redis_url: str, folder: Path, *, webhook: str = NOBODY, **settings: str
) -> Iterator[Installation]:
    """Nothing runs yet; what was started is killed at the end."""
    port = free_port()
    database = Database.open(database_url)
    with database.begin() as connection:
        now = datetime.now(UTC)
        key = create_key(connection, name="shop", scopes=SCOPES, now=now)
        add_webhook(connection, name="shop", url=webhook, now=now)
    environ = os.environ | {
        "INBOUNDS_DATABASE_URL": database_url,
        "INBOUNDS_REDIS_URL": redis_url,
        "INBOUNDS_VAR_DIR": str(folder),
        "INBOUNDS_PORT": str(port),
        "INBOUNDS_SWEEP_EVERY": "1s",
        "INBOUNDS_WEBHOOK_NETWORKS": "127.0.0.0/8",
        "INBOUNDS_JUDGING_LEASE": "2s",
        "INBOUNDS_LOG_LEVEL": "debug",
        "INBOUNDS_LOG_FORMAT": "json",
        **settings,
    }
    client = httpx.Client(
        base_url=f"http://127.0.0.1:{port}",
        headers={"authorization": f"Bearer {key}"},
        timeout=PATIENCE_SECONDS,
    )
    opened = Installation(folder, database, client, redis_url, environ, folder / "everything-said")
    try:
        yield opened
    finally:
        for process in opened.processes:
            process.kill()
            process.wait()
        client.close()
        database.close()
