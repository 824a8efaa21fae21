"""Judging and storing are one act, and one broken message harms no other."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from scanner.message import Earlier, Message
from scanner.verdict import Failure, Verdict
from store import audit, desk, messages
from store.database import Database
from store.errors import IdempotencyConflict, InvalidId, MessageConflict, NotFound
from store.keys import SCOPES, ApiKey, create_key, find_key
from tests.verdicts import NOON, message, verdict
from tests.worker.judging import BREAKS, ByTheFirstLetter
from worker.judge import ATTEMPTS_MAX, Judge, Request

LEASE = timedelta(minutes=2)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> object:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def scanner() -> ByTheFirstLetter:
    return ByTheFirstLetter()


@pytest.fixture
def judge(database: Database, scanner: ByTheFirstLetter, clock: Clock) -> Judge:
    return Judge(database, scanner, name="w-1", batch_size=10, lease=LEASE, now=clock)  # type: ignore[arg-type]


@pytest.fixture
def shop(database: Database) -> ApiKey:
    with database.begin() as connection:
        found = find_key(connection, create_key(connection, name="shop", scopes=SCOPES, now=NOON))
    assert found is not None
    return found


def receive(database: Database, *given: Message) -> list[int]:
    with database.begin() as connection:
        return [one.pk for one in messages.receive(connection, given, now=NOON)]


def stored(database: Database, id: str) -> messages.Stored:
    with database.read() as connection:
        return messages.find(connection, id)


def test_broken_message_is_flagged_and_harms_no_other(database: Database, judge: Judge) -> None:
    receive(database, message("a", "hello"), message("b", BREAKS), message("c", "yes"))
    assert judge.judge_waiting() == 3
    found = {id: stored(database, id).verdict for id in "abc"}
    assert found["a"] == verdict("hold")
    assert found["b"] == replace(verdict("flag"), failures=(Failure("judge", "MemoryError"),))
    assert found["c"] == verdict("allow")


def test_message_that_took_its_worker_down_is_judged_alone_and_at_last_given_up(
    database: Database, judge: Judge, scanner: ByTheFirstLetter, clock: Clock
) -> None:
    receive(database, *(message(f"m-{n}") for n in range(3)))
    for _ in range(ATTEMPTS_MAX - 1):
        with database.begin() as connection:
            messages.lease_waiting(connection, by="dead", limit=9, lease=LEASE, now=clock.now)
        clock.now += LEASE
    assert judge.judge_waiting() == 3
    assert scanner.seen == [("m-0",), ("m-1",), ("m-2",)]
    receive(database, message("last"))
    for _ in range(ATTEMPTS_MAX):
        with database.begin() as connection:
            messages.lease_waiting(connection, by="dead", limit=9, lease=LEASE, now=clock.now)
        clock.now += LEASE
    assert judge.judge_waiting() == 1
    given_up = stored(database, "last").verdict
    assert given_up is not None
    assert given_up.decision == "flag"
    assert given_up.failures == (Failure("judge", "WorkerLost"),)


def test_whatever_waits_is_judged_in_batches_with_its_room(
    database: Database, judge: Judge, scanner: ByTheFirstLetter
) -> None:
    receive(database, *(message(f"m-{n}", str(n)) for n in range(25)))
    assert judge.judge_waiting() == 25
    assert [len(ids) for ids in scanner.seen] == [10, 10, 5]
    assert judge.judge_waiting() == 0
    with database.read() as connection:
        assert audit.verify(connection).breaks == ()


def test_judges_at_once_judge_each_message_once(database: Database, clock: Clock) -> None:
    receive(database, *(message(f"m-{n}", "hello") for n in range(60)))
    scanners = [ByTheFirstLetter(), ByTheFirstLetter(), ByTheFirstLetter()]
    judges = [
        Judge(database, scanner, name=f"w-{n}", batch_size=7, lease=LEASE, now=clock)  # type: ignore[arg-type]
        for n, scanner in enumerate(scanners)
    ]
    threads = [threading.Thread(target=judge.judge_waiting) for judge in judges]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seen = [id for scanner in scanners for ids in scanner.seen for id in ids]
    assert len(seen) == len(set(seen)) == 60
    with database.read() as connection:
        assert len(desk.list_cases(connection, now=NOON, limit=100)) == 60


def test_message_judged_now_is_stored_with_its_case(database: Database, judge: Judge) -> None:
    answer = judge.judge_now(message("a", "hello"))
    assert answer == stored(database, "a")
    assert answer.state == "judged"
    assert answer.case_id is not None
    assert judge.judge_now(message("b", "fine")).case_id is None


def test_message_judged_now_is_read_with_its_room(database: Database, judge: Judge) -> None:
    judge.judge_now(message("a", "my number is"))
    answer = judge.judge_now(message("b", "415"))
    assert answer.message.history == (Earlier(text="my number is", sender_role="freelancer"),)


def test_same_message_again_is_not_judged_again(
    judge: Judge, database: Database, clock: Clock
) -> None:
    first = judge.judge_now(message("a", "hello"))
    clock.now += LEASE
    assert judge.judge_now(message("a", "hello")) == first
    with pytest.raises(MessageConflict):
        judge.judge_now(message("a", "hello!"))
    assert stored(database, "a") == first


def test_message_without_an_id_is_given_one_of_its_own(judge: Judge) -> None:
    ids = {judge.judge_now(replace(message(), id=None)).id for _ in range(3)}
    assert len(ids) == 3


def test_message_whose_id_cannot_be_is_refused(judge: Judge, database: Database) -> None:
    with pytest.raises(InvalidId):
        judge.judge_now(message("a\x00"))


def test_request_that_comes_twice_is_answered_with_the_first(
    judge: Judge, shop: ApiKey, scanner: ByTheFirstLetter
) -> None:
    asked = Request(shop, "k-1", "f" * 64)
    bare = replace(message(text="hello"), id=None)
    first = judge.judge_now(bare, request=asked)
    assert judge.judge_now(bare, request=asked) == first
    assert len(scanner.seen) == 1
    with pytest.raises(IdempotencyConflict):
        judge.judge_now(bare, request=replace(asked, fingerprint="0" * 64))


def test_requests_at_once_leave_one_message(judge: Judge, shop: ApiKey, database: Database) -> None:
    asked, start, answers = Request(shop, "k-1", "f" * 64), threading.Barrier(4), []

    def ask() -> None:
        start.wait()
        answers.append(judge.judge_now(replace(message(), id=None), request=asked))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({answer.pk for answer in answers}) == 1
    assert len(answers) == 4
    with database.read() as connection:
        with pytest.raises(NotFound):
            messages.find_by_pk(connection, answers[0].pk + 1)
        assert messages.count_waiting(connection) == 0


class LosesTheDatabase(ByTheFirstLetter):
    """While it reads, the database is lost for whoever wants to keep the verdict."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.database = database
        self.is_away = False
        self.is_over = False

    def lose(self, *, is_away: bool) -> None:
        if is_away != self.is_away:
            names = ("verdicts", "away") if is_away else ("away", "verdicts")
            with self.database.begin() as connection:
                connection.exec_driver_sql("ALTER TABLE {} RENAME TO {}".format(*names))
            self.is_away = is_away

    def scan_many(self, messages: Sequence[Message]) -> list[Verdict]:
        self.lose(is_away=not self.is_over)
        return super().scan_many(messages)


def test_database_that_is_lost_again_and_again_gives_no_message_up(
    sqlite_template: Path, tmp_path: Path, clock: Clock
) -> None:
    shutil.copyfile(sqlite_template, tmp_path / "lost.db")
    database = Database.open(f"sqlite:///{tmp_path / 'lost.db'}")
    receive(database, message("a", "hello"), message("b", "yes"))
    scanner = LosesTheDatabase(database)
    losing = Judge(database, scanner, name="w-1", lease=LEASE, now=clock)  # type: ignore[arg-type]
    for _ in range(ATTEMPTS_MAX + 2):
        with pytest.raises(OperationalError):
            losing.judge_waiting()
        scanner.lose(is_away=False)
    scanner.is_over = True
    assert losing.judge_waiting() == 2
    for id, decision in (("a", "hold"), ("b", "allow")):
        found = stored(database, id).verdict
        assert found is not None
        assert (found.decision, found.failures) == (decision, verdict(decision).failures)
    database.close()
