"""A marketplace that receives webhooks, and an installation that sends them."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_network
from typing import Any

from sqlalchemy import select

from scanner.verdict import DecisionName
from store import messages, verdicts
from store.database import Database
from store.schema import deliveries
from store.webhooks import add_webhook
from tests.services.listener import listening_with
from tests.verdicts import NOON, message, verdict
from worker.webhooks import Sender

HERE = (ip_network("127.0.0.0/8"),)


@dataclass
class Receiver:
    """The marketplace's end: keeps what it is sent, and answers with ``status``."""

    status: int = 204
    location: str | None = None
    pause: float = 0.0
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    @property
    def events(self) -> list[dict[str, Any]]:
        return [json.loads(body) for _, body in self.heard]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver that listens."""
    kept = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            kept.heard.append(({k.lower(): v for k, v in self.headers.items()}, body))
            time.sleep(kept.pause)
            self.send_response(kept.status)
            if kept.location:
                self.send_header("location", kept.location)
            self.end_headers()

    with listening_with(Handler) as kept.port:
        yield kept


@dataclass
class Post:
    """A database with one webhook, a sender, and a clock that stands until it is moved."""

    database: Database
    now: datetime = NOON
    secret: str = ""

    def __post_init__(self) -> None:
        self.sender = Sender(self.database, allowed=HERE, now=lambda: self.now, chance=lambda: 0.5)

    def add(self, url: str) -> None:
        with self.database.begin() as connection:
            self.secret = add_webhook(connection, name="shop", url=url, now=self.now)

    def judge(self, id: str = "m-1", decision: DecisionName = "hold") -> int:
        """A message is judged; its case, 0 for none."""
        with self.database.begin() as connection:
            (receipt,) = messages.receive(connection, [message(id)], now=self.now)
            verdicts.record(connection, receipt.pk, verdict(decision), now=self.now)
            return messages.find_by_pk(connection, receipt.pk).case_id or 0

    def send_all(self) -> None:
        """All that is due now, and what comes due by that."""
        while self.sender.send_due():
            pass

    def states(self) -> list[str]:
        with self.database.read() as connection:
            query = select(deliveries.c.state).order_by(deliveries.c.id)
            return list(connection.execute(query).scalars())

    def failures(self) -> set[str | None]:
        with self.database.read() as connection:
            return set(connection.execute(select(deliveries.c.failure)).scalars())
