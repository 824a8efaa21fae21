"""``inbounds load`` measures what callers meet, and says so when it is not good enough."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from itertools import islice
from threading import Lock, Thread
from typing import Any

import pytest

from bench.cases import Case, read_all
from bench.load import Report, connect, drive, moments
from bench.traffic import traffic
from cli.load import CASES
from config.settings import ROOT
from tests.api.conftest import Market, Serving
from tests.services.listener import listening_with

MIXED = 2_000


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return read_all(sorted(CASES.glob("*.jsonl")))


def load(serving: Serving, market: Market, *options: str) -> subprocess.CompletedProcess[str]:
    host, port = serving.address
    key = market.headers["authorization"].removeprefix("Bearer ")
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "cli.main",
            "load",
            f"http://{host}:{port}",
            "--key",
            key,
            "--seconds",
            "1.5",
            *options,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


# The command


def test_missed_bars_are_named_and_the_exit_code_says_so(serving: Serving, door: Market) -> None:
    ran = load(serving, door, "--rate", "8", "--p50", "0.001", "--per-second", "1e6")
    assert ran.returncode == 1
    assert "MISSED  p50 of the answers, ms: " in ran.stderr
    assert "MISSED  messages a second: " in ran.stderr


def test_requests_that_fail_miss_the_bar_unless_told_otherwise(
    serving: Serving, door: Market
) -> None:
    wrong = ("--key", "inb_" + "x" * 43, "--json")
    ran = load(serving, door, *wrong)
    assert ran.returncode == 1
    told = json.loads(ran.stdout)
    assert told["errors"] == {"401": told["requests"]}
    assert told["messages"] == 0
    assert load(serving, door, *wrong, "--errors", "100").returncode == 0


def test_bars_that_hold_are_a_success_and_all_is_reported(serving: Serving, door: Market) -> None:
    ran = load(serving, door, "--rate", "8", "--p99", "60000", "--json")
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told["missed"] == []
    assert told["messages"] == told["requests"] > 0
    assert told["errors"] == {}
    assert 0 < told["answer_ms"]["p50"] <= told["answer_ms"]["p99"] <= told["answer_ms"]["longest"]


def test_queue_is_measured_until_it_is_empty(serving: Serving, door: Market) -> None:
    judging = [True]

    def work() -> None:
        while judging:
            door.judge_waiting()
            time.sleep(0.05)

    worker = Thread(target=work)
    worker.start()
    ran = load(serving, door, "--call", "messages", "--rate", "30", "--batch", "5", "--json")
    judging.clear()
    worker.join()
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told["messages"] == 5 * told["requests"]
    assert told["verdict_ms"]["p99"] > 0


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["http://127.0.0.1:9", "--key", "x"], "the system is not there (ConnectError)"),
        (["http://127.0.0.1:9", "--key", "x", "--batch", "3"], "--call messages"),
    ],
)
def test_what_cannot_be_loaded_is_said_without_a_traceback(options: list[str], told: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "cli.main", "load", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode != 0
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr


# Open loop


@contextmanager
def stalling(at: int, seconds: float) -> Iterator[str]:
    """A server that stands still once, from its so-manieth request on, for all that come then."""
    seen, lock = [0], Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            with lock:  # one at a time, as a single process answers
                seen[0] += 1
                if seen[0] == at:
                    time.sleep(seconds)
            self.send_response(200)
            self.send_header("content-length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

    with listening_with(Handler) as port:
        yield f"http://127.0.0.1:{port}"


def test_all_that_come_while_the_system_stands_still_are_late() -> None:
    async def run(address: str) -> Report:
        async with connect(address, "any") as client:
            bodies: Iterator[dict[str, Any]] = ({"id": str(n)} for n in range(10_000))
            return await drive(client, bodies, call="scans", rate=40, seconds=3, seed=1)

    with stalling(10, seconds=2) as address:
        report = asyncio.run(run(address))
    due = list(moments(40, 3, seed=1))
    late = sum(due[9] < at < due[9] + 1 for at in due)
    assert late > 20
    slow = 100 - 100 * late / len(due)  # a caller that waited for answers would have met one
    assert report.answers.ms(slow) > 900
    assert report.requests == len(due)


# The mix


def test_traffic_is_the_same_for_a_seed_and_another_for_another(cases: list[Case]) -> None:
    one, again, other = (
        list(islice(traffic(cases, seed=seed, run="r"), 200)) for seed in (1, 1, 2)
    )
    assert one == again
    assert one != other


def test_most_of_the_traffic_is_innocent_and_talks_go_on(cases: list[Case]) -> None:
    violations = {case.message.text for case in cases if case.is_violation}
    bodies = list(islice(traffic(cases, seed=3, run="r"), MIXED))
    assert len({body["id"] for body in bodies}) == MIXED
    assert 0.02 < sum(body["text"] in violations for body in bodies) / MIXED < 0.1
    assert len({body["room"] for body in bodies}) < MIXED / 3
    assert len({body["sender"] for body in bodies}) > 100
