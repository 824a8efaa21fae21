"""Every event arrives at least once, signed and in order for each message, and nowhere else."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from config.settings import ROOT
from store import cases, decisions, messages, outbox
from store.database import Database
from store.schema import deliveries, verdicts
from store.webhooks import OLD_SECRET_SIGNS_FOR, add_webhook, remove_webhook, rotate_secret
from tests.verdicts import NOON, SECRET, message
from tests.worker.posting import Post, Receiver
from worker import webhooks as sending
from worker.signing import signature_headers
from worker.webhooks import LEASE, Sender

PATIENCE_SECONDS = 60.0


# Where nothing is sent to


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
    with suppress(InterruptedError), post.database.begin() as connection:
        messages.receive(connection, [message()], now=NOON)
        outbox.put(connection, "message.judged", [outbox.Subject(1)], now=NOON)
        raise InterruptedError
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


def test_event_that_cannot_be_told_keeps_back_no_other(post: Post, receiver: Receiver) -> None:
    for number in (1, 2):
        post.judge(f"m-{number}", "allow")
    with post.database.begin() as connection:
        connection.execute(update(verdicts).where(verdicts.c.message_pk == 1).values(body="{"))
    post.send_all()
    assert [event["data"]["message_id"] for event in receiver.events] == ["m-2"]
    assert post.states() == ["pending", "delivered"]
    assert post.failures() == {"JSONDecodeError", None}


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
    for _ in range(5):  # on a slow machine a call may have failed, or the note of one
        post.send_all()
        post.now += LEASE
    assert set(post.states()) == {"delivered"}
    told = {headers["webhook-id"]: json.loads(body) for headers, body in receiver.heard}
    for number in range(20):
        own = {id for id, event in told.items() if event["data"]["message_id"] == f"m-{number}"}
        calls = [h["webhook-id"] for h, _ in receiver.heard if h["webhook-id"] in own]
        assert [told[id]["type"] for id, _ in itertools.groupby(calls)] == [
            "message.judged",
            "case.opened",
        ]


def test_worker_sends_by_itself(
    post: Post, receiver: Receiver, database_url: str, redis_url: str, tmp_path: Path
) -> None:
    environ = os.environ | {
        "INBOUNDS_DATABASE_URL": database_url,
        "INBOUNDS_REDIS_URL": redis_url,
        "INBOUNDS_VAR_DIR": str(tmp_path),
        "INBOUNDS_WEBHOOK_NETWORKS": "127.0.0.0/8",
        "INBOUNDS_KEEP_TRAFFIC": "10000d",  # what is sent here is old, and looked at afterwards
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
