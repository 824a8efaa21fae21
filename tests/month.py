"""How the numbers hold up: ``python -m tests.month [cases] [database address]``.

A month in which that many cases came, all but the last few decided, and the time that the pages
with the numbers take at the server, from the request to the last octet of the answer.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table, insert
from starlette.testclient import TestClient

from scanner.message import CONTRACTS, SURFACES
from scanner.verdict import CATEGORIES
from store import days
from store.database import Database
from store.decisions import ACTIONS
from store.schema import cases, decisions, messages
from store.schema_after import reviews
from tests.burst import LANGUAGES, REPEATS, desk, timed

CASES = 100_000
WAITING = 2_000
PEOPLE = ("mona", *(f"moderator-{n}" for n in range(14)))
LENGTH = timedelta(days=30)
BATCH = 2_000
PLACES = (
    *("/numbers?period=1d", "/numbers?period=7d", "/numbers?period=30d"),
    *("/numbers.csv?table=people&period=30d", "/pace?period=7d", "/pace?period=30d", "/quality"),
)


def main() -> None:
    """Prints what each page takes by the clock and of this processor, in milliseconds."""
    with desk("month", fill, size=CASES, role="lead") as (browser, _):
        for place in PLACES:
            show(browser, place)


def show(browser: TestClient, place: str) -> None:
    """Prints the medians; a machine that does other things besides shows in the first one alone."""
    walls, works = [], []
    for _ in range(REPEATS):
        start = time.process_time()
        walls.append(timed(lambda: browser.get(f"/console{place}").raise_for_status()))
        works.append((time.process_time() - start) * 1000)
    wall, work = statistics.median(walls), statistics.median(works)
    print(f"{place[:44]:<45} by the clock {wall:6.1f}   of the processor {work:6.1f}")


def fill(database: Database, size: int, now: datetime) -> None:
    """The rows that the numbers are counted from; of messages no more than has to be."""
    chance = random.Random(7)
    for start in range(1, size + 1, BATCH):
        numbers = range(start, min(start + BATCH, size + 1))
        rows = list(_rows(numbers, size, now, chance))
        with database.begin() as connection:
            for table in (messages, cases, decisions, reviews):
                given = [row[table] for row in rows if table in row]
                if given:
                    connection.execute(insert(table), given)
    with database.begin() as connection:
        for day in days.unwritten(connection, now=now):
            days.write(connection, day, now=now)
        connection.exec_driver_sql("ANALYZE")  # as autovacuum would have done in a month


def _rows(
    numbers: Sequence[int], size: int, now: datetime, chance: random.Random
) -> Iterator[dict[Table, dict[str, Any]]]:
    for n in numbers:
        came = now - LENGTH * (1 - n / size)
        due = came + timedelta(hours=4 if n % 3 else 0.25)
        seconds = chance.lognormvariate(3.2, 0.8)
        decided = came + timedelta(minutes=chance.expovariate(1 / 20), seconds=seconds)
        is_waiting = n > size - WAITING
        by = chance.choice(PEOPLE)
        action = chance.choice(ACTIONS[:4])
        context = {"contract": CONTRACTS[n % 3], "surface": SURFACES[n % 6]}
        told: dict[Table, dict[str, Any]] = {
            messages: {
                "pk": n, "id": f"m-{n}", "fingerprint": "", "state": "judged",
                "received_at": came, "judged_at": came, "sender": f"sender-{n % 3_000}",
                "relationship": "platform", "conversion_fee_paid": False, **context,
            },
            cases: {
                "id": n, "message_pk": n, "opened_by": "verdict", "opened_at": came,
                "decision": "flag" if n % 3 else "hold", "score": 0.9, "priority": 1.0,
                "category": CATEGORIES[n % len(CATEGORIES)], "counts_from": came, "due_at": due,
                "language": LANGUAGES[n % len(LANGUAGES)], "sender": f"sender-{n % 3_000}",
                "alike": n, "state": "open" if is_waiting else "decided",
                "claimed_by": None if is_waiting else by,
                "action": None if is_waiting else action,
                "decided_at": None if is_waiting else min(decided, now),
                "handling_ms": None if is_waiting or n % 5 == 0 else int(seconds * 1000),
                **context,
            },
        }  # fmt: skip
        if not is_waiting:
            told[decisions] = {
                "id": n, "case_id": n, "action": action, "by": by, "at": min(decided, now)
            }  # fmt: skip
            if n % 20 == 0:
                second = action if chance.random() < 0.9 else chance.choice(ACTIONS[:4])
                told[reviews] = {
                    "case_id": n, "decision_id": n, "state": "done", "made_at": decided,
                    "by": chance.choice([one for one in PEOPLE if one != by]),
                    "action": second, "at": min(decided + timedelta(hours=1), now),
                }  # fmt: skip
        yield told


if __name__ == "__main__":
    main()
