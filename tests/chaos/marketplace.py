"""The marketplace: it sends until it is told that a message is kept, decides, and listens."""

from __future__ import annotations

import asyncio
import json
import random
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

import httpx

from bench.traffic import Body
from tests.services.listener import listening_with

SENDERS = 8
BATCH_MAX = 20  # messages in one call
SCANNED = 0.15  # of the calls are scans
ASK_SECONDS = 20.0  # until an answer is given up, and the same is sent again
PAUSE_SECONDS = 0.2  # before that
UNDONE = 0.2  # of the decisions
REFUSED = 0.05  # of the webhooks are answered with 503


@dataclass
class Ledger:
    """What the marketplace was told is kept, and what it heard by webhook, in that order."""

    accepted: dict[str, str] = field(default_factory=dict)  # id of a message: by which call
    tries: int = 0
    decided: int = 0
    undone: int = 0
    heard: list[tuple[int, str, str]] = field(default_factory=list)  # delivery, event, message


@dataclass
class Marketplace(threading.Thread):
    """Sends all bodies at about so many a second; meanwhile a moderator decides what comes up."""

    addresses: Sequence[str]
    key: str
    bodies: Sequence[Body]
    rate: float
    seed: int
    ledger: Ledger

    def __post_init__(self) -> None:
        super().__init__(name="marketplace", daemon=True)
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            asyncio.run(self._run())
        except BaseException as error:
            self.failure = error
            raise

    __hash__ = threading.Thread.__hash__

    async def _run(self) -> None:
        chance = random.Random(self.seed)
        calls = self._calls(chance)
        async with httpx.AsyncClient(
            headers={"authorization": f"Bearer {self.key}"},
            timeout=ASK_SECONDS,
            limits=httpx.Limits(keepalive_expiry=1),
        ) as client:
            moderating = asyncio.create_task(self._moderate(client, random.Random(self.seed + 1)))
            async with asyncio.TaskGroup() as sending:
                for _ in range(SENDERS):
                    sending.create_task(self._send_all(client, calls))
            moderating.cancel()

    def _calls(self, chance: random.Random) -> Iterator[tuple[float, list[Body]]]:
        """When each call is due, and what is sent: one message is a scan."""
        begun, start = time.monotonic(), 0
        while start < len(self.bodies):
            size = 1 if chance.random() < SCANNED else chance.randint(2, BATCH_MAX)
            yield begun + start / self.rate, list(self.bodies[start : start + size])
            start += size

    async def _send_all(
        self, client: httpx.AsyncClient, calls: Iterator[tuple[float, list[Body]]]
    ) -> None:
        for due, given in calls:
            await asyncio.sleep(due - time.monotonic())
            if len(given) == 1:
                await self._until_kept(client, "/v1/scans", given[0], given)
            else:
                await self._until_kept(client, "/v1/messages", {"messages": given}, given)

    async def _until_kept(
        self, client: httpx.AsyncClient, path: str, body: object, given: list[Body]
    ) -> None:
        """The very same is sent, to one server or the other, until it is told to be kept."""
        headers = {"idempotency-key": given[0]["id"]}
        for address in self._in_turn():
            self.ledger.tries += 1
            try:
                answer = await client.post(f"{address}{path}", json=body, headers=headers)
            except httpx.HTTPError:
                await asyncio.sleep(PAUSE_SECONDS)
                continue
            if answer.is_success and answer.json().get("stored", True):
                self.ledger.accepted |= {one["id"]: path for one in given}
                return
            if answer.status_code not in (200, 429, 500, 503):
                raise AssertionError(f"{path}: {answer.status_code} {answer.text[:300]}")
            await asyncio.sleep(PAUSE_SECONDS)

    def _in_turn(self) -> Iterator[str]:
        number = self.ledger.tries
        while True:
            number += 1
            yield self.addresses[number % len(self.addresses)]

    async def _moderate(self, client: httpx.AsyncClient, chance: random.Random) -> None:
        """Cases are decided, and some decisions taken back; what fails is left to later."""
        mona = {"moderator": "Mona"}
        while True:
            address = chance.choice(list(self.addresses))
            try:
                listed = await client.get(f"{address}/v1/cases?state=open&limit=5")
                for case in listed.json()["cases"] if listed.is_success else []:
                    place = f"{address}/v1/cases/{case['id']}"
                    decided = await client.post(
                        f"{place}/decision", json={**mona, "action": "allow"}
                    )
                    self.ledger.decided += decided.is_success
                    if decided.is_success and chance.random() < UNDONE:
                        undone = await client.post(f"{place}/undo", json=mona)
                        self.ledger.undone += undone.is_success
            except httpx.HTTPError:
                pass
            await asyncio.sleep(PAUSE_SECONDS)


@contextmanager
def listening(ledger: Ledger, *, seed: int) -> Iterator[str]:
    """A receiver of webhooks that now and then refuses one; its address."""
    chance, lock = random.Random(seed), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers["content-length"])
            body = self.rfile.read(size)
            if len(body) < size:  # who sent it died meanwhile
                return
            told: Any = json.loads(body)
            number = int(self.headers["webhook-id"].removeprefix("evt_"))
            with lock:
                refused = chance.random() < REFUSED
                if not refused:
                    ledger.heard.append((number, told["type"], told["data"]["message_id"]))
            self.send_response(503 if refused else 204)
            self.end_headers()

    with listening_with(Handler) as port:
        yield f"http://127.0.0.1:{port}/hook"
