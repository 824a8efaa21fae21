"""Servers and workers are replaced one after the other while callers call, and no request fails.

The callers do as a load balancer does: they ask only servers that say they are ready, and nothing
twice.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from store.database import Database
from store.keys import create_key
from tests.chaos.findings import is_calm
from tests.chaos.machine import PATIENCE_SECONDS, Machine, Process
from tests.services.postgres import Postgres

CALLERS = 3
LOOK_SECONDS = 0.2
DRAIN_SECONDS = 8  # a busy machine looks late


@dataclass
class Callers:
    """They call until they are told to stop."""

    machine: Machine
    key: str
    ready: set[str] = field(default_factory=set)
    answers: Counter[str] = field(default_factory=Counter)
    stopping: threading.Event = field(default_factory=threading.Event)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def look(self) -> None:
        """Which servers are ready is known, a moment late."""
        while not self.stopping.wait(LOOK_SECONDS):
            for address in self.machine.addresses:
                try:
                    is_ready = httpx.get(f"{address}/readyz", timeout=5).is_success
                except httpx.HTTPError:
                    is_ready = False
                (self.ready.add if is_ready else self.ready.discard)(address)

    def call(self) -> None:
        """One caller, that keeps its connections."""
        headers = {"authorization": f"Bearer {self.key}"}
        limits = httpx.Limits(keepalive_expiry=2)
        with httpx.Client(headers=headers, timeout=PATIENCE_SECONDS, limits=limits) as client:
            while not self.stopping.wait(0.05):
                number = next(self.numbers)
                path = ("/v1/messages", "/v1/previews", "/v1/scans")[number % 3]
                body = {"id": f"m-{number}", "text": "Shall we say Thursday for the drawings?"}
                ready = sorted(self.ready)
                try:
                    answer = client.post(f"{ready[number % len(ready)]}{path}", json=body)
                    self.answers[str(answer.status_code)] += 1
                except httpx.HTTPError as error:
                    self.answers[type(error).__name__] += 1


@contextmanager
def calling(machine: Machine, key: str) -> Iterator[Callers]:
    """Callers call within."""
    callers = Callers(machine, key, ready=set(machine.addresses))
    acts = [callers.look, *[callers.call] * CALLERS]
    threads = [threading.Thread(target=act) for act in acts]
    for thread in threads:
        thread.start()
    yield callers
    callers.stopping.set()
    for thread in threads:
        thread.join()


def replace_one(process: Process) -> int:
    """It ended by itself after it was told to, and another runs; its exit code."""
    old = process.running
    assert old is not None
    process.end()
    code = old.wait(PATIENCE_SECONDS)
    process.look()
    deadline = time.monotonic() + PATIENCE_SECONDS
    while process.running is None and time.monotonic() < deadline:
        time.sleep(0.1)
        process.look()
    return code


@pytest.mark.timeout(1500)  # everything is started twice, also on a busy machine
def test_rolling_restart_under_load_fails_no_request(
    postgres_server: Postgres, postgres_template: str, tmp_path: Path
) -> None:
    name = postgres_server.create_database(postgres_template)
    database = Database.open(postgres_server.url(name))
    with database.begin() as connection:
        key = create_key(connection, name="shop", scopes=("scan", "read"), now=datetime.now(UTC))
    machine = Machine(
        tmp_path, postgres_server, postgres_server.url(name), drain_seconds=DRAIN_SECONDS, workers=1
    )
    try:
        machine.until_ready()
        with calling(machine, key) as callers:
            codes = []
            for process in [*machine.named("server"), *machine.named("worker")]:
                before = callers.answers.total()
                codes.append(replace_one(process))
                machine.until_ready()
                while callers.answers.total() < before + 2 * CALLERS:
                    time.sleep(0.1)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_calm(database) and time.monotonic() < deadline:
            machine.look()
            time.sleep(0.2)
        assert is_calm(database)
    finally:
        machine.stop()
        database.close()
    postgres_server.drop_database(name)
    assert set(callers.answers) <= {"200", "202"}
    assert callers.answers["200"] > 0
    assert codes == [0, 0, 0]
