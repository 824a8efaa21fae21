"""How the store holds up when it is large: ``python -m tests.millions [messages]``.

A PostgreSQL of its own, filled with a year of messages, one in thirty with a case, all but the
latest decided; and the time at the server of what people and workers ask of it. At the end, how
the database answers the ten questions that took it longest.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, Engine, Table, event, select, text

from scanner.verdict import CATEGORIES
from store import messages, retention, rooms, senders, verdicts
from store.database import Database
from store.schema import cases, contents
from store.schema import messages as message_table
from store.schema import verdicts as verdict_table
from tests.burst import LANGUAGES, REPEATS, desk, show, tell, timed
from tests.cast import franks_message, verdict_on
from tests.services.postgres import running

MESSAGES = 10_000_000
SAMPLE = 3_000  # messages that came by the front door; the others are copies of them
A_CASE_IN = 30
OPEN = 20_000  # cases
PEOPLE = 300_000  # few of them write much: the first one 18,000 of ten million
HOTTEST = 10  # questions whose plans are shown
SHAPE = re.compile(r"IN \((?:%\(\w+\)s(?:::\w+)?,? ?)+\)")  # lists differ in length alone
IN_A_ROOM, ROOMS_AT_A_TIME = 20, 10_000
YEAR = timedelta(days=365)
OPTIONS = ("shared_buffers=2GB", "maintenance_work_mem=1GB", "max_wal_size=8GB", "fsync=off")
PLACES = (
    *("/", "/?decision=hold&category=scam", "/?language=fr&contract=none", "/?group=sender"),
    *("/?sender=sender-1", "/?sender=sender-200000", "/together", "/quality"),
)

# What a copy has of its own; everything else is its original's. ``n`` is the copy's pk.
ROOM = f"'room-' || (n / {IN_A_ROOM * ROOMS_AT_A_TIME}) * {ROOMS_AT_A_TIME} + n % {ROOMS_AT_A_TIME}"
SENDER = f"'sender-' || floor({PEOPLE} * power((hashint8(n) + 2147483648.0) / 4294967296.0, 2))"
AT = "CAST(:began AS timestamptz) + n * CAST(:pace AS interval)"
COPIES: Mapping[Table, Mapping[str, str]] = {
    message_table: {
        "pk": "n",
        "id": "'m-' || n",
        "room": ROOM,
        "sender": SENDER,
        "received_at": AT,
        "sent_at": AT,
        "judged_at": AT,
    },
    contents: {"message_pk": "n"},
    verdict_table: {"message_pk": "n", "judged_at": AT},
    cases: {
        "id": "n",
        "message_pk": "n",
        "sender": SENDER,
        "opened_at": AT,
        "counts_from": AT,
        "due_at": f"{AT} + interval '1 day'",
        "alike": "n",
        "state": "CASE WHEN n > :decided THEN 'open' ELSE 'decided' END",
        "action": "CASE WHEN n > :decided THEN NULL ELSE 'refuse' END",
        "claimed_by": "CASE WHEN n > :decided THEN NULL ELSE 'mona' END",
        "decided_at": f"CASE WHEN n > :decided THEN NULL ELSE {AT} + interval '1 hour' END",
    },
}

DECISIONS = """
INSERT INTO decisions (case_id, action, by, at)
SELECT id, action, claimed_by, decided_at FROM cases WHERE state = 'decided'
"""


def main() -> None:
    """Prints the median and the longest time of each, in milliseconds."""
    with running(options=OPTIONS) as server:
        address = server.url(server.create_database())
        with desk("millions", fill, size=MESSAGES, role="lead", address=address) as (browser, size):
            database = Database.open(address)
            seen = [newest_below(database, pk) for pk in (size, size // 2)]
            with questions() as asked:
                for place in (*PLACES, *(f"/cases/{case_id}" for case_id in seen)):
                    show(browser, place)
                for name, act in work(database, size).items():
                    times = [timed(act) for _ in range(REPEATS)]
                    tell(name, times)
            explain(database, asked)
            database.close()


@dataclass(slots=True)
class Question:
    """A statement that reads, with what it was last bound to, and how long each answer took."""

    statement: str = ""
    bound: Any = None
    begun: float = 0.0
    times: list[float] = field(default_factory=list)


@contextmanager
def questions() -> Iterator[dict[str, Question]]:
    """All that is asked meanwhile, of any database."""
    asked: defaultdict[str, Question] = defaultdict(Question)

    def begin(_: object, __: object, statement: str, bound: object, *___: object) -> None:
        question = asked[SHAPE.sub("IN (…)", statement)]
        question.statement, question.bound, question.begun = statement, bound, perf_counter()

    def end(_: object, __: object, statement: str, *___: object) -> None:
        question = asked[SHAPE.sub("IN (…)", statement)]
        question.times.append((perf_counter() - question.begun) * 1000)

    event.listen(Engine, "before_cursor_execute", begin)
    event.listen(Engine, "after_cursor_execute", end)
    yield asked
    event.remove(Engine, "before_cursor_execute", begin)
    event.remove(Engine, "after_cursor_execute", end)


def explain(database: Database, asked: Mapping[str, Question]) -> None:
    """Prints the plans of the questions that took longest."""
    reads = [item for item in asked.items() if item[0].lstrip().startswith(("SELECT", "WITH"))]
    reads.sort(key=lambda item: -median(item[1].times))
    for shape, question in reads[:HOTTEST]:
        print(f"\n{median(question.times):.1f} ms  {' '.join(shape.split())}")
        with database.read() as connection:
            asking = f"EXPLAIN (ANALYZE, COSTS OFF) {question.statement}"
            plan = connection.exec_driver_sql(asking, question.bound)
            print("\n".join(f"    {line[:160]}" for line in plan.scalars()), flush=True)


def work(database: Database, size: int) -> dict[str, Callable[[], object]]:
    """What workers, the API and the chores ask; what they change is undone."""
    now = datetime.now(UTC)
    day = timedelta(days=30)
    keep = retention.Keep(allowed=day, cases=day, labels=day, details=day, traffic=day)
    numbers = itertools.count()

    def reading(ask: Callable[[Connection], object]) -> Callable[[], object]:
        def act() -> None:
            with database.read() as connection:
                ask(connection)

        return act

    def batch() -> None:
        new = [
            franks_message(id=f"new-{next(numbers)}", room=f"room-{n}", sender=f"sender-{n}")
            for n in range(64)
        ]
        with database.begin() as connection:
            messages.receive(connection, new, now=now)
        with database.begin() as connection:
            leased = messages.lease_waiting(
                connection, by="us", limit=64, lease=timedelta(minutes=1), now=now
            )
        with database.read() as connection:
            loaded = messages.load(connection, [one.pk for one in leased])
        said = {pk: verdict_on(message.text, "allow") for pk, message in loaded.items()}
        with database.begin() as connection:
            verdicts.record_all(connection, said, now=now)

    def old_texts() -> None:
        with suppress(InterruptedError), database.begin() as connection:
            retention.remove_old_texts(connection, keep=keep, after=0, limit=500, now=now)
            raise InterruptedError

    somebody = franks_message(room="room-7")
    return {
        "a message by its id": reading(lambda it: messages.find(it, f"m-{size // 3}")),
        "the room before a new message": reading(lambda it: rooms.history_for(it, somebody)),
        "a sender": reading(lambda it: senders.record_of(it, "sender-200000", now=now)),
        "the sender who writes most": reading(
            lambda it: senders.record_of(it, "sender-0", now=now)
        ),
        "64 received, lent, read, judged": batch,
        "500 old texts removed": old_texts,
    }


def newest_below(database: Database, pk: int) -> int:
    """The id of a case."""
    with database.read() as connection:
        newest = select(cases.c.id).where(cases.c.id <= pk).order_by(cases.c.id.desc()).limit(1)
        return int(connection.execute(newest).scalar_one())


def fill(database: Database, size: int, now: datetime) -> None:
    """A sample by the front door, and copies of it up to that many messages."""
    sample(database, now - YEAR)
    bound = {
        "size": size,
        "began": now - YEAR,
        "pace": YEAR / size,
        "decided": size - OPEN * A_CASE_IN,
    }
    for table, own in COPIES.items():
        named = [column.name for column in table.columns]
        values = ", ".join(own.get(name, f"original.{name}") for name in named)
        key = "pk" if table is message_table else "message_pk"
        statement = (
            f"INSERT INTO {table.name} ({', '.join(named)}) SELECT {values}"
            f" FROM generate_series({SAMPLE} + 1, :size) AS n"
            f" JOIN {table.name} AS original ON original.{key} = n % {SAMPLE} + 1"
        )
        used = {name: bound[name] for name in bound if f":{name}" in statement}
        took = timed(partial(_run, database, statement, used))
        print(f"{table.name:<10} {took / 1000:6.0f} s", flush=True)
    _run(database, DECISIONS, {})
    for table, key in ((message_table, "pk"), (cases, "id")):
        sequence = f"pg_get_serial_sequence('{table.name}', '{key}')"
        _run(database, f"SELECT setval({sequence}, :size)", {"size": size})
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET statement_timeout = 0"))
        connection.execute(text("VACUUM ANALYZE"))


def sample(database: Database, at: datetime) -> None:
    """Messages that came and were judged, with the numbers 1 to SAMPLE."""
    given = [
        franks_message(id=f"m-{n}", text=f"{n} {'about the work ' * (n % 20)}")
        for n in range(1, SAMPLE + 1)
    ]
    with database.begin() as connection:
        pks = [one.pk for one in messages.receive(connection, given, now=at)]
        said = {
            pk: verdict_on(
                given[pk - 1].text,
                "allow" if pk % A_CASE_IN else "hold",
                CATEGORIES[pk // A_CASE_IN % len(CATEGORIES)],
            )
            for pk in pks
        }
        languages = {pk: LANGUAGES[pk % len(LANGUAGES)] for pk in pks}
        verdicts.record_all(connection, said, now=at, languages=languages)


def _run(database: Database, statement: str, bound: Mapping[str, object]) -> None:
    with database.begin() as connection:
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text(statement), dict(bound))


if __name__ == "__main__":
    main()
