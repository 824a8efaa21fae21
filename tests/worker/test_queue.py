"""Every accepted message ends judged exactly once, whatever is killed, emptied or away."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import redis
from sqlalchemy import func, select

from config import redis_server
from store import audit, log, messages, schema
from store.database import Database
from tests.verdicts import SECRET, message
from tests.worker.judging import POISON
from worker.doorbell import QUEUE_NAME, Doorbell
from worker.judge import utc_now

PATIENCE_SECONDS = 150.0  # a test that hangs fails; nothing is measured by it

pytestmark = pytest.mark.timeout(400)  # workers are started again and again


@dataclass
class Workshop:
    """Worker processes over one database and one Redis."""

    database: Database
    database_url: str
    folder: Path
    redis_url: str
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def calls(self) -> Path:
        """A line for each batch that was begun: the process, and how many messages."""
        return self.folder / "calls"

    def start(self, number: int = 1, *, seconds: float = 0.0, **settings: str) -> None:
        """More workers, that spend so long on each message."""
        environ = os.environ | {
            "INBOUNDS_DATABASE_URL": self.database_url,
            "INBOUNDS_VAR_DIR": str(self.folder),
            "INBOUNDS_SWEEP_EVERY": "1s",
            "INBOUNDS_JUDGING_LEASE": "2s",
            "INBOUNDS_BATCH_SIZE": "10",
            **settings,
        }
        command = [sys.executable, "-m", "tests.worker.judging", self.redis_url]
        for _ in range(number):
            self.workers.append(
                subprocess.Popen(
                    [*command, str(seconds), str(self.calls)],
                    env=environ,
                    stderr=(self.folder / "workers.log").open("ab"),
                )
            )

    def kill(self) -> None:
        """All workers are gone without a word."""
        for worker in self.workers:
            worker.kill()
            worker.wait()
        self.workers.clear()

    def accept(self, *ids: str, text: str = "hello") -> list[int]:
        """Messages are accepted; nobody is told."""
        given = [message(id, text, room=f"room-{n % 5}") for n, id in enumerate(ids)]
        with self.database.begin() as connection:
            return [one.pk for one in messages.receive(connection, given, now=utc_now())]

    def waiting(self) -> int:
        """How many are not judged yet."""
        with self.database.read() as connection:
            return messages.count_waiting(connection)

    def until(self, is_so: Callable[[], bool]) -> None:
        """It is so; or the test fails with what the workers said."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            assert time.monotonic() < deadline, (self.folder / "workers.log").read_text()
            time.sleep(0.02)

    def begun(self) -> int:
        """How many batches were begun."""
        return len(self.calls.read_text().splitlines()) if self.calls.exists() else 0

    def assert_judged_once(self, number: int) -> None:
        """As many messages, verdicts and cases; the log holds and tells of each judgement once."""
        with self.database.read() as connection:
            for table in (schema.messages, schema.verdicts, schema.cases):
                counted = connection.execute(select(func.count()).select_from(table))
                assert counted.scalar_one() == number, table.name
            assert audit.verify(connection).breaks == ()
            told: Counter[int] = Counter()
            for entry in log.read(connection, limit=100_000):
                if entry.event == "messages.judged":
                    told.update(pk for pks in _lists(entry.details) for pk in pks)
        assert len(told) == number
        assert set(told.values()) == {1}


def _lists(details: str) -> list[list[int]]:
    return list(json.loads(details).values())


@pytest.fixture
def workshop(
    database: Database, database_url: str, tmp_path: Path, redis_url: str
) -> Iterator[Workshop]:
    opened = Workshop(database, database_url, tmp_path, redis_url)
    yield opened
    opened.kill()


def test_killed_workers_and_an_emptied_redis_lose_and_double_nothing(workshop: Workshop) -> None:
    bell = Doorbell(workshop.redis_url)
    for round_ in range(4):
        workshop.start(2, seconds=0.01)
        for call in range(5):
            pks = workshop.accept(*(f"{round_}-{call}-{n}" for n in range(12)))
            assert bell.ring(pks)
        begun = workshop.begun()
        workshop.until(lambda begun=begun: workshop.begun() > begun)  # type: ignore[misc]
        workshop.kill()
        with redis.Redis.from_url(workshop.redis_url) as client:
            client.flushall()
    assert workshop.waiting() > 0
    workshop.start(2)
    workshop.until(lambda: workshop.waiting() == 0)
    workshop.assert_judged_once(240)


def test_redis_emptied_under_a_living_worker_stops_nothing(workshop: Workshop) -> None:
    bell = Doorbell(workshop.redis_url)
    workshop.start()
    bell.ring(workshop.accept("a"))
    workshop.until(lambda: workshop.waiting() == 0)
    with redis.Redis.from_url(workshop.redis_url) as client:
        client.flushall()
    workshop.accept("b")
    workshop.until(lambda: workshop.waiting() == 0)
    bell.ring(workshop.accept("c"))
    workshop.until(lambda: workshop.waiting() == 0)
    workshop.assert_judged_once(3)


def test_redis_that_is_away_or_comes_back_stops_nothing(workshop: Workshop) -> None:
    socket = workshop.folder / "own.sock"
    workshop.redis_url = redis_server.address(socket)
    bell = Doorbell(workshop.redis_url)
    workshop.start()
    assert not bell.ring(workshop.accept("never there yet"))
    assert not bell.is_answering()
    workshop.until(lambda: workshop.waiting() == 0)
    for number in range(2):
        with redis_server.running(socket, log_path=workshop.folder / "redis.log"):
            workshop.until(bell.is_answering)
            workshop.accept(f"there {number}")
            workshop.until(lambda: workshop.waiting() == 0)
        workshop.accept(f"gone {number}")
        workshop.until(lambda: workshop.waiting() == 0)
    workshop.assert_judged_once(5)


def test_bell_alone_wakes_a_worker(workshop: Workshop) -> None:
    workshop.start(INBOUNDS_SWEEP_EVERY="1h")
    bell = Doorbell(workshop.redis_url)
    assert bell.ring(workshop.accept("a"))
    workshop.until(lambda: workshop.waiting() == 0)
    for _ in range(3):
        assert bell.ring([1])
    assert bell.ring(workshop.accept("b"))
    workshop.until(lambda: workshop.waiting() == 0)
    workshop.assert_judged_once(2)


def test_message_that_kills_its_workers_is_flagged_in_the_end(workshop: Workshop) -> None:
    workshop.accept("poison", text=POISON)
    workshop.accept(*(f"m-{n}" for n in range(5)))

    def judged_with_new_workers() -> bool:
        if not workshop.workers or workshop.workers[-1].poll() is not None:
            workshop.start(INBOUNDS_JUDGING_LEASE="1s")
        return workshop.waiting() == 0

    workshop.until(judged_with_new_workers)
    workshop.assert_judged_once(6)
    with workshop.database.read() as connection:
        found = messages.find(connection, "poison").verdict
    assert found is not None
    assert found.decision == "flag"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_worker_that_is_told_to_stop_finishes_its_batch(
    workshop: Workshop, number: signal.Signals
) -> None:
    workshop.accept(*(f"m-{n}" for n in range(100)))
    workshop.start(seconds=0.02, INBOUNDS_BATCH_SIZE="5")
    workshop.until(lambda: workshop.begun() > 1)
    workshop.workers[0].send_signal(number)
    assert workshop.workers[0].wait(PATIENCE_SECONDS) == 0
    with workshop.database.read() as connection:
        leased = connection.execute(
            select(func.count()).where(schema.messages.c.leased_by.is_not(None))
        ).scalar_one()
    assert leased == 0
    assert workshop.waiting() > 0


def test_models_are_loaded_once_and_many_that_wait_are_taken_together(
    workshop: Workshop,
) -> None:
    pks = workshop.accept(*(f"m-{n}" for n in range(100)))
    Doorbell(workshop.redis_url).ring(pks)
    workshop.start()
    workshop.until(lambda: workshop.waiting() == 0)
    lines = [line.split() for line in workshop.calls.read_text().splitlines()]
    assert {pid for pid, _ in lines} == {str(workshop.workers[0].pid)}
    assert [count for _, count in lines] == ["10"] * 10


def test_redis_holds_ids_as_json_and_no_text(workshop: Workshop) -> None:
    bell = Doorbell(workshop.redis_url)
    assert bell.ring(workshop.accept("a", "b", text=f"mail {SECRET}"))
    workshop.start()
    workshop.until(lambda: workshop.waiting() == 0)
    assert bell.ring(workshop.accept(*(f"m-{n}" for n in range(150)), text=f"mail {SECRET}"))
    with redis.Redis.from_url(workshop.redis_url) as client:
        kept = b"".join(client.dump(key) or b"" for key in client.scan_iter())
        jobs = client.lrange(f"rq:queue:{QUEUE_NAME}", 0, -1)
    assert SECRET.encode() not in kept
    assert b"frank" not in kept
    assert len(jobs) <= 2
    assert SECRET not in (workshop.folder / "workers.log").read_text()
