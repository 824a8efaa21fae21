"""Texts are kept for their time, and what was decided of them stays."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from scanner.message import Earlier
from scanner.verdict import DecisionName
from store import decisions, idempotency, labels, log, messages, outbox, reports, reveals, verdicts
from store.audit import verify
from store.database import Database
from store.keys import create_key, find_key
from store.messages import Stored
from store.removal import removed
from store.retention import Keep
from store.schema import contents, deliveries, likenesses, metadata
from store.schema import idempotency as keys
from store.schema import labels as label_rows
from store.schema import messages as message_rows
from store.schema import verdicts as verdict_rows
from store.webhooks import add_webhook, remove_webhook
from tests.verdicts import NOON, message, verdict
from worker import retention
from worker.retention import Retention

DAY = timedelta(days=1)
KEEP = Keep(allowed=30 * DAY, cases=180 * DAY, labels=90 * DAY, details=365 * DAY, traffic=7 * DAY)
CANARY = "quokka zanzibar wrote this and more of it"


@dataclass
class House:
    """A database whose clock stands until it is moved."""

    database: Database
    now: datetime = NOON

    def receive(self, id: str, text: str = CANARY) -> int:
        given = message(id, text, history=(Earlier(text=CANARY, sender_role="client"),))
        with self.database.begin() as connection:
            return messages.receive(connection, [given], now=self.now)[0].pk

    def judge(self, id: str, decision: DecisionName = "allow", text: str = CANARY) -> int:
        pk = self.receive(id, text)
        with self.database.begin() as connection:
            verdicts.record(
                connection, pk, verdict(decision, value=CANARY), now=self.now, language="en"
            )
        return pk

    def decide(self, id: str) -> None:
        case_id = self.find(id).case_id
        assert case_id is not None
        with self.database.begin() as connection:
            decisions.decide(
                connection, case_id, action="refuse", by="mona", note=CANARY, now=self.now
            )

    def find(self, id: str) -> Stored:
        with self.database.read() as connection:
            return messages.find(connection, id)

    def run(self, *, after: timedelta = timedelta()) -> dict[str, int]:
        self.now += after
        return dict(Retention(self.database, KEEP, now=lambda: self.now).run_once())

    def holds(self, word: str) -> set[str]:
        """The columns in which the word stands."""
        found = set()
        with self.database.read() as connection:
            for table in metadata.sorted_tables:
                for row in connection.execute(select(table)).mappings():
                    found |= {f"{table.name}.{n}" for n, v in row.items() if word in str(v)}
        return found


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


# What stays


def test_young_texts_stay(house: House) -> None:
    house.judge("m-1")
    assert house.run(after=29 * DAY) == {}
    assert house.find("m-1").message.text == CANARY


def test_message_that_still_waits_keeps_its_text(house: House) -> None:
    house.receive("m-1")
    assert house.run(after=400 * DAY) == {}
    assert house.find("m-1").message.text == CANARY


def test_text_with_a_case_stays_longer_than_an_allowed_one(house: House) -> None:
    house.judge("held", "hold")
    house.judge("allowed")
    assert house.run(after=31 * DAY) == {"allowed": 1}
    assert house.find("held").message.text == CANARY
    assert house.find("allowed").removed == "retention"


def test_reported_text_stays_as_long_as_a_stopped_one(house: House) -> None:
    house.judge("m-1")
    with house.database.begin() as connection:
        reports.report(connection, "m-1", reporter="clara", reason="scam", now=NOON)
    assert house.run(after=31 * DAY) == {}


def test_time_of_a_case_counts_from_its_decision(house: House) -> None:
    house.judge("m-1", "hold")
    house.now += 100 * DAY
    house.decide("m-1")
    assert house.run(after=170 * DAY) == {}
    assert house.run(after=10 * DAY) == {"cases": 1}


def test_verdict_stays_countable_when_its_text_is_gone(house: House) -> None:
    house.judge("m-1", "hold")
    house.run(after=200 * DAY)
    stored = house.find("m-1")
    assert (stored.message.text, stored.message.history) == ("", ())
    assert stored.verdict is not None
    assert stored.verdict.decision == "hold"
    assert [finding.value for finding in stored.verdict.findings] == [None]
    with house.database.read() as connection:
        assert connection.execute(select(func.count()).select_from(verdict_rows)).scalar_one() == 1


# What goes


def test_nothing_that_was_written_is_left_anywhere(house: House) -> None:
    house.judge("m-1", "hold")
    house.decide("m-1")
    assert house.holds("quokka") != set()
    house.run(after=200 * DAY)
    assert house.holds("quokka") == set()
    with house.database.read() as connection:
        assert connection.execute(select(likenesses)).all() == []
        assert set(connection.execute(select(message_rows.c.fingerprint)).scalars()) == {""}


def test_same_message_again_is_not_judged_again(house: House) -> None:
    pk = house.judge("m-1")
    house.run(after=31 * DAY)
    assert house.receive("m-1") == pk
    assert house.find("m-1").state == "judged"
    assert house.find("m-1").message.text == ""


def test_name_on_an_old_label_goes_and_the_label_stays(house: House) -> None:
    pk = house.judge("m-1", "hold")
    with house.database.begin() as connection:
        for name in ("mona", "nils"):
            labels.label(connection, pk, 0, is_right=True, by=name, now=house.now)
    assert house.run(after=89 * DAY) == {}
    assert house.run(after=2 * DAY) == {"labels": 2}
    assert house.run() == {}
    with house.database.read() as connection:
        names = set(connection.execute(select(label_rows.c.by)).scalars())
        assert [one.is_right for one in labels.all_labels(connection)] == [True, True]
    assert names.isdisjoint({"mona", "nils"})
    assert len(names) == 2


def test_door_to_details_is_not_kept_when_it_is_shut_and_the_log_is(house: House) -> None:
    house.judge("m-1", "hold")
    case_id = house.find("m-1").case_id
    assert case_id is not None
    with house.database.begin() as connection:
        reveals.reveal(connection, case_id, by="mona", now=NOON)
    assert house.run(after=reveals.SHOWN_FOR - timedelta(seconds=1)) == {}
    assert house.holds("mona") == {"reveals.by", "log.actor"}
    assert house.run(after=timedelta(seconds=1)) == {}
    assert house.holds("mona") == {"log.actor"}


def test_old_events_and_idempotency_keys_go_unless_they_are_still_tried(house: House) -> None:
    with house.database.begin() as connection:
        key = create_key(connection, name="shop", scopes=["scan"], now=NOON)
        caller = find_key(connection, key)
        assert caller is not None
        add_webhook(connection, name="shop", url="https://shop.example/", now=NOON)
        idempotency.remember(
            connection, caller=caller, key="k", fingerprint="f", message_pk=None, now=NOON
        )
    house.judge("m-1")
    house.judge("m-2")
    with house.database.begin() as connection:
        first, second = outbox.lease_due(connection, limit=2, lease=DAY, now=NOON)
        outbox.note_failed(connection, first, failure="503", wait=2 * DAY, now=NOON)
        outbox.note_delivered(connection, [second.id], now=NOON)
        outbox.resend(connection, first.id, now=NOON + 8 * DAY - timedelta(hours=1))
    assert house.run(after=6 * DAY) == {}
    assert house.run(after=2 * DAY) == {"deliveries": 1, "idempotency": 1}
    with house.database.read() as connection:
        assert connection.execute(select(deliveries.c.id)).scalars().all() == [first.id]
        assert connection.execute(select(keys)).all() == []


def test_event_that_nobody_could_be_told_waits_as_long_as_its_webhook_is_there(
    house: House,
) -> None:
    with house.database.begin() as connection:
        add_webhook(connection, name="shop", url="https://shop.example/", now=NOON)
    house.judge("m-1")
    assert house.run(after=8 * DAY) == {}
    with house.database.begin() as connection:
        remove_webhook(connection, name="shop", now=NOON)
    assert house.run(after=DAY) == {"deliveries": 1}


# How


def test_many_are_removed_in_small_batches(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BATCH_SIZE", 3)
    for number in range(10):
        house.judge(f"m-{number}", "hold" if number % 4 == 0 else "allow")
    assert house.run(after=31 * DAY) == {"allowed": 7}
    assert house.run(after=150 * DAY) == {"cases": 3}
    with house.database.read() as connection:
        assert removed(connection) == {"allowed": 7, "cases": 3}


def test_run_that_is_stopped_is_taken_up_by_the_next(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "BATCH_SIZE", 2)
    for number in range(5):
        house.judge(f"m-{number}")
    house.now += 31 * DAY
    stopping = threading.Event()

    def now() -> datetime:
        stopping.set()  # somebody asks it to end while the first batch is removed
        return house.now

    assert Retention(house.database, KEEP, now=now).run_once(stopping) == {"allowed": 2}
    assert house.run() == {"allowed": 3}
    with house.database.read() as connection:
        kept = select(func.count()).where(contents.c.removed_at.is_(None))
        assert connection.execute(kept).scalar_one() == 0


def test_one_process_does_it_and_no_other_until_it_is_due_again(house: House) -> None:
    house.judge("m-1")
    house.now += 31 * DAY
    several = [Retention(house.database, KEEP, now=lambda: house.now) for _ in range(2)]
    stopping = threading.Event()
    assert [one.run_when_due(stopping) for one in several] == [{"allowed": 1}, None]
    house.now += timedelta(hours=1)
    assert [one.run_when_due(stopping) for one in several] == [{}, None]


def test_log_tells_what_was_removed_and_holds(house: House) -> None:
    house.judge("m-1")
    house.run(after=31 * DAY)
    house.run()
    with house.database.read() as connection:
        rows = [row.details for row in log.read(connection) if row.event == "retention.ran"]
        assert verify(connection).breaks == ()
    assert rows == ['{"allowed":1}']
