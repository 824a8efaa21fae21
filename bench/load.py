"""A running system under load, at a rate that does not wait for it.

Requests are due at moments of chance (Poisson), whatever became of those before, and each is timed
from the moment it was due: a system that stalls makes all that came meanwhile late, as it would its
callers (Tene's "coordinated omission").
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any, Final, Literal

import httpx
from hdrh.histogram import HdrHistogram
from prometheus_client.parser import text_string_to_metric_families

from bench.traffic import Body

Call = Literal["scans", "messages", "previews"]
CALLS: Final[tuple[Call, ...]] = ("scans", "messages", "previews")

ANSWER_SECONDS = 30.0  # after which a request counts as failed
CONNECTIONS = 256  # at once; who waits for one is timed all the same
LONGEST_US = 10 * 60 * 1_000_000  # of a histogram, in microseconds
DIGITS = 3  # of a time that are kept
WAITING = "inbounds_messages_waiting"
LOOK_SECONDS = 0.5  # between two looks at how much waits
SAMPLE = 200  # messages that are asked after, for how long they waited


class LoadError(Exception):
    """The system cannot be put under load; the text says why."""


class Times:
    """Durations: how many, and which part of them was how short."""

    def __init__(self) -> None:
        self._kept = HdrHistogram(1, LONGEST_US, DIGITS)

    def note(self, seconds: float) -> None:
        """One more."""
        self._kept.record_value(min(LONGEST_US, max(1, round(seconds * 1e6))))

    def __len__(self) -> int:
        return int(self._kept.get_total_count())

    def ms(self, percentile: float) -> float:
        """So many percent took no longer than this, in milliseconds."""
        return float(self._kept.get_value_at_percentile(percentile)) / 1000

    @property
    def longest_ms(self) -> float:
        """Milliseconds."""
        return float(self._kept.get_max_value()) / 1000


@dataclass(slots=True)
class Report:
    """What came of it. ``late`` is how much later than due requests were sent: our own fault.

    ``messages`` counts those of requests that were answered well; ``unstored`` are scans that said
    so. ``seconds`` ends with the last answer, and for the queue when nothing waits any more;
    ``verdicts`` is how long a sample of the queued waited for theirs.
    """

    call: Call
    rate: float
    seconds: float = 0.0
    messages: int = 0
    unstored: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    answers: Times = field(default_factory=Times)
    late: Times = field(default_factory=Times)
    verdicts: Times = field(default_factory=Times)

    @property
    def requests(self) -> int:
        """All that were sent."""
        return len(self.answers) + self.errors.total()

    @property
    def per_second(self) -> float:
        """Messages that were answered well in a second; for the queue, judged."""
        return self.messages / self.seconds if self.seconds else 0.0

    @property
    def error_share(self) -> float:
        """Of all requests, in [0, 1]."""
        return self.errors.total() / self.requests if self.requests else 0.0


def moments(rate: float, seconds: float, *, seed: int) -> Iterator[float]:
    """When requests are due, in seconds from the beginning: a Poisson process."""
    chance = random.Random(seed)  # traffic, no secrets  # nosec B311
    at = chance.expovariate(rate)
    while at < seconds:
        yield at
        at += chance.expovariate(rate)


async def drive(
    client: httpx.AsyncClient,
    bodies: Iterator[Body],
    *,
    call: Call,
    rate: float,
    seconds: float,
    batch: int = 1,
    seed: int = 1,
) -> Report:
    """The system was under load; ``rate`` is in messages a second.

    1. Each request is sent when it is due. 2. All answers are waited for. 3. For the queue it is
    waited until it is empty, and a sample is asked how long it waited. Raises LoadError, and
    httpx.HTTPError when the system is lost after the load.
    """
    report = Report(call, rate)
    sent: list[str] = []
    begun = time.perf_counter()
    async with asyncio.TaskGroup() as running:
        for due in moments(rate / batch, seconds, seed=seed):
            await asyncio.sleep(begun + due - time.perf_counter())
            given = list(islice(bodies, batch))
            sent += [body["id"] for body in given]
            running.create_task(_send(client, report, given, due=begun + due))
    if call == "messages":
        await _until_empty(client)
    report.seconds = time.perf_counter() - begun
    if call == "messages":
        await _ask_after(client, report, sent[:: len(sent) // SAMPLE + 1])
    return report


def connect(address: str, key: str) -> httpx.AsyncClient:
    """A client that is ready for many requests at once."""
    return httpx.AsyncClient(
        base_url=address,
        headers={"authorization": f"Bearer {key}"},
        timeout=ANSWER_SECONDS,
        limits=httpx.Limits(
            max_connections=CONNECTIONS,
            max_keepalive_connections=CONNECTIONS,
            keepalive_expiry=2,  # sooner than the server, which would close one as we take it
        ),
    )


async def _send(
    client: httpx.AsyncClient, report: Report, given: Sequence[Body], *, due: float
) -> None:
    report.late.note(time.perf_counter() - due)
    body: Any = {"messages": given} if report.call == "messages" else given[0]
    try:
        answer = await client.post(f"/v1/{report.call}", json=body)
    except httpx.HTTPError as error:
        report.errors[type(error).__name__] += 1
        return
    if not answer.is_success:
        report.errors[str(answer.status_code)] += 1
        return
    report.answers.note(time.perf_counter() - due)
    report.messages += len(given)
    report.unstored += answer.json().get("stored") is False


async def _until_empty(client: httpx.AsyncClient) -> None:
    while await _waiting(client) > 0:
        await asyncio.sleep(LOOK_SECONDS)


async def _waiting(client: httpx.AsyncClient) -> float:
    answer = await client.get("/metrics")
    for family in text_string_to_metric_families(answer.raise_for_status().text):
        if family.name == WAITING:
            return float(family.samples[0].value)
    raise LoadError(f"/metrics does not tell {WAITING}; is the database away?")


async def _ask_after(client: httpx.AsyncClient, report: Report, ids: Sequence[str]) -> None:
    for id in ids:
        answer = await client.get(f"/v1/messages/{id}")
        if answer.is_success and (told := answer.json())["judged_at"] is not None:
            received, judged = (
                datetime.fromisoformat(told[name]) for name in ("received_at", "judged_at")
            )
            report.verdicts.note((judged - received).total_seconds())
