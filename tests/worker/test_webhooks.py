"""Every event arrives at least once, signed and in order for each message, and nowhere else."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from config.settings import ROOT
from scanner.verdict import DecisionName
from store import cases, decisions, messages, outbox, verdicts
from store.database import Database
from store.schema import deliveries
from store.webhooks import OLD_SECRET_SIGNS_FOR, add_webhook, remove_webhook, rotate_secret
from tests.verdicts import NOON, SECRET, message, verdict
from worker import targets
from worker import webhooks as sending
from worker.signing import signature_headers
from worker.webhooks import LEASE, Sender

HERE = (ip_network("127.0.0.0/8"),)
PATIENCE_SECONDS = 60.0


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


@pytest.fixture
def receiver() -> Iterator[Receiver]:
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

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    kept.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield kept
    server.shutdown()
    server.server_close()


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


@pytest.fixture
def post(database: Database, receiver: Receiver) -> Post:
    opened = Post(database)
    opened.add(receiver.url)
    return opened


# Where nothing is sent to


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://localhost/",
        "https://10.1.2.3/",
        "https://192.168.0.1/",
        "https://172.16.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://224.0.0.1/",
        "https://255.255.255.255/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://[::]/",
        "https://[fd00::1]/",
        "https://[fe80::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:8.8.8.8]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "http://8.8.8.8/",
    ],
)
def test_private_addresses_and_plain_http_are_refused(database: Database, url: str) -> None:
    post = Post(database)
    post.sender = Sender(database, now=lambda: post.now)
    post.add(url)
    post.judge(decision="allow")
    assert post.sender.send_due() == 1
    assert post.failures() == {"TargetError"}


@pytest.mark.parametrize(
    "url",
    ["", "shop", "ftp://shop.example/", "https://", "https://a:b@shop.example/", "https://x:0/"],
)
def test_url_of_another_form_is_refused_when_it_is_added(url: str) -> None:
    with pytest.raises(targets.TargetError):
        targets.parse(url)


def test_name_is_refused_when_only_one_of_its_addresses_is_private(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.getaddrinfo", answers(["8.8.8.8", "10.0.0.7"]))
    with post.database.begin() as connection:
        add_webhook(connection, name="other", url="https://shop.example/", now=post.now)
    post.judge(decision="allow")
    post.send_all()
    assert post.failures() == {None, "TargetError"}


def answers(*rounds: list[str]) -> Callable[..., list[Any]]:
    """A name server that answers otherwise each time."""
    left = [list(addresses) for addresses in rounds]

    def getaddrinfo(host: str, port: int, *given: Any, **named: Any) -> list[Any]:
        if host.replace(".", "").isdigit():
            return [(2, 1, 6, "", (host, port))]
        return [(2, 1, 6, "", (address, port)) for address in left.pop(0)]

    return getaddrinfo


def test_name_is_looked_up_once_and_the_call_goes_to_what_was_checked(
    post: Post, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.getaddrinfo", answers(["127.0.0.1"]))  # a second time would break
    with post.database.begin() as connection:
        remove_webhook(connection, name="shop", now=post.now)
        url = f"http://hook.shop.example:{receiver.port}/hook"
        add_webhook(connection, name="other", url=url, now=post.now)
    post.judge(decision="allow")
    post.send_all()
    ((headers, _),) = receiver.heard
    assert headers["host"] == f"hook.shop.example:{receiver.port}"


def test_redirect_is_not_followed(post: Post, receiver: Receiver) -> None:
    receiver.status, receiver.location = 307, receiver.url
    post.judge(decision="allow")
    post.send_all()
    assert len(receiver.heard) == 1
    assert post.failures() == {"307"}


def test_without_a_webhook_nothing_is_put_into_the_outbox(database: Database) -> None:
    post = Post(database)
    post.judge()
    assert post.states() == []
    assert post.sender.send_due() == 0


def test_nothing_is_sent_to_a_webhook_that_was_removed(post: Post, receiver: Receiver) -> None:
    post.judge()
    with post.database.begin() as connection:
        remove_webhook(connection, name="shop", now=post.now)
    post.judge("m-2")
    post.send_all()
    assert receiver.heard == []
    assert len(post.states()) == 2


def test_outbox_holds_nothing_that_people_wrote(post: Post) -> None:
    post.judge()
    with post.database.read() as connection:
        rows = connection.execute(select(deliveries)).all()
    assert rows
    assert SECRET not in str(rows)


def test_event_of_a_transaction_that_was_undone_is_none(post: Post) -> None:
    with post.database.engine.connect() as connection:
        messages.receive(connection, [message()], now=NOON)
        outbox.put(connection, "message.judged", [1], now=NOON)
        connection.rollback()
    assert post.states() == []


# What arrives


def test_signature_is_that_of_the_specification() -> None:
    # Made with the reference implementation, standardwebhooks 1.1.0.
    headers = signature_headers(
        ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLjSw"],
        id="msg_p5jXN8AQM9LWM0D4loKWxJek",
        timestamp=1614265330,
        body=b'{"test": 2432232314}',
    )
    assert headers["webhook-signature"] == "v1,q6KMVIJHk4Gs770FfR5f591Ftx7uVJSGl5wHV1ri978="


def test_events_of_a_message_arrive_signed_and_in_order(post: Post, receiver: Receiver) -> None:
    case_id = post.judge()
    with post.database.begin() as connection:
        lease = timedelta(minutes=15)
        cases.claim(connection, case_id, by="mona", lease=lease, now=post.now)
        decided = decisions.decide(
            connection, case_id, action="refuse", by="mona", reason="contact.email", now=post.now
        )
        decisions.undo(connection, case_id, by="mona", lease=lease, now=post.now)
    post.send_all()
    judged, opened, refused, undone = receiver.events
    told = [event["type"] for event in receiver.events]
    assert told == ["message.judged", "case.opened", "case.decided", "case.undone"]
    assert judged["data"]["message_id"] == "m-1"
    assert judged["data"]["verdict"]["decision"] == "hold"
    assert judged["timestamp"] == "2026-03-01T12:00:00Z"
    assert opened["data"] == {"message_id": "m-1", "case_id": case_id}
    assert (refused["data"]["action"], refused["data"]["by"]) == ("refuse", "mona")
    assert undone["data"]["undoes"] == decided.id
    for headers, body in receiver.heard:
        expected = signature_headers(
            [post.secret], id=headers["webhook-id"], timestamp=int(NOON.timestamp()), body=body
        )
        assert expected.items() <= headers.items()
        assert headers["content-type"] == "application/json"
    assert len({headers["webhook-id"] for headers, _ in receiver.heard}) == 4
    assert set(post.states()) == {"delivered"}


def test_old_secret_signs_beside_the_new_one_for_a_day(post: Post, receiver: Receiver) -> None:
    with post.database.begin() as connection:
        new = rotate_secret(connection, name="shop", now=post.now)
    for later, secrets in ((timedelta(0), [new, post.secret]), (OLD_SECRET_SIGNS_FOR, [new])):
        post.now = NOON + later
        post.judge(f"m-{later}", "allow")
        post.send_all()
        headers, body = receiver.heard[-1]
        timestamp = int(post.now.timestamp())
        expected = signature_headers(
            secrets, id=headers["webhook-id"], timestamp=timestamp, body=body
        )
        assert headers["webhook-signature"] == expected["webhook-signature"]


def test_event_waits_for_the_one_before_it_of_its_message_alone(
    post: Post, receiver: Receiver
) -> None:
    receiver.status = 500
    post.judge("m-1")
    post.send_all()
    assert [event["type"] for event in receiver.events] == ["message.judged"]
    receiver.status = 200
    post.judge("m-2", "allow")
    post.send_all()
    assert [event["data"]["message_id"] for event in receiver.events] == ["m-1", "m-2"]
    post.now += timedelta(seconds=6)
    post.send_all()
    told = [(event["type"], event["data"]["message_id"]) for event in receiver.events[2:]]
    assert told == [("message.judged", "m-1"), ("case.opened", "m-1")]
    assert receiver.heard[0][0]["webhook-id"] == receiver.heard[2][0]["webhook-id"]


def test_waits_grow_until_a_day_is_over_and_then_it_is_dead_until_it_is_sent_again(
    post: Post, receiver: Receiver
) -> None:
    receiver.status = 503
    post.judge(decision="allow")
    tries: list[datetime] = []
    while post.states() == ["pending"]:
        if post.sender.send_due():
            tries.append(post.now)
        post.now += timedelta(seconds=1) if len(tries) < 4 else timedelta(minutes=5)
    waits = [int((b - a).total_seconds()) for a, b in itertools.pairwise(tries)]
    assert waits[:3] == [5, 15, 45]
    assert max(waits) <= 2 * 3600 + 300
    assert timedelta(hours=21) < tries[-1] - NOON < timedelta(days=1)
    with post.database.read() as connection:
        (dead,) = outbox.list_dead(connection)
        assert outbox.count_deliveries(connection) == {"pending": 0, "dead": 1}
    assert (dead.webhook, dead.message_id, dead.failure) == ("shop", "m-1", "503")
    assert dead.attempts == len(tries)
    receiver.status = 200
    post.send_all()
    assert len(receiver.heard) == len(tries)
    with post.database.begin() as connection:
        outbox.resend(connection, dead.id, now=post.now)
    post.send_all()
    assert post.states() == ["delivered"]
    assert len({headers["webhook-id"] for headers, _ in receiver.heard}) == 1


def test_chance_parts_what_failed_together(post: Post) -> None:
    low, high = (Sender(post.database, chance=lambda n=n: n)._wait(3) for n in (0.0, 1.0))
    assert (low, high) == (timedelta(seconds=36), timedelta(seconds=54))


def test_receiver_that_hangs_or_is_not_there_holds_nobody_up(
    post: Post, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "WEBHOOK_CALL_SECONDS", 0.3)
    receiver.pause = 2.0
    with post.database.begin() as connection:
        add_webhook(connection, name="gone", url="http://127.0.0.1:9/", now=post.now)
    post.judge(decision="allow")
    post.send_all()
    assert post.failures() == {"TimeoutError", "ConnectError"}


def test_delivery_whose_worker_died_is_made_again(post: Post, receiver: Receiver) -> None:
    post.judge(decision="allow")
    with post.database.begin() as connection:
        assert len(outbox.lease_due(connection, limit=9, lease=LEASE, now=post.now)) == 1
    post.send_all()
    assert receiver.heard == []
    post.now += LEASE
    post.send_all()
    assert len(receiver.heard) == 1


def test_many_senders_at_once_keep_the_order(post: Post, receiver: Receiver) -> None:
    for number in range(20):
        post.judge(f"m-{number}")
    senders = [
        threading.Thread(target=Post(post.database, now=post.now).send_all) for _ in range(3)
    ]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    post.send_all()
    assert set(post.states()) == {"delivered"}
    for number in range(20):
        own = [e["type"] for e in receiver.events if e["data"]["message_id"] == f"m-{number}"]
        assert own == ["message.judged", "case.opened"]


def test_worker_sends_by_itself(
    post: Post, receiver: Receiver, database_url: str, redis_url: str, tmp_path: Path
) -> None:
    environ = os.environ | {
        "INBOUNDS_DATABASE_URL": database_url,
        "INBOUNDS_REDIS_URL": redis_url,
        "INBOUNDS_VAR_DIR": str(tmp_path),
        "INBOUNDS_WEBHOOK_NETWORKS": "127.0.0.0/8",
    }
    post.judge()
    command = [sys.executable, "-m", "cli.main", "work"]
    worker = subprocess.Popen(command, cwd=ROOT, env=environ)
    try:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while post.states() != ["delivered"] * 2:
            assert time.monotonic() < deadline
            time.sleep(0.1)
    finally:
        worker.terminate()
        worker.wait(PATIENCE_SECONDS)
    assert [event["type"] for event in receiver.events] == ["message.judged", "case.opened"]
