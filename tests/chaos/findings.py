"""What has to be true at the end, whatever died: counted in the database and by the marketplace."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from store import audit, log
from store.database import Database
from tests.chaos.marketplace import Ledger

# Each counts rows that may not be there.
ORPHANS = {
    "messages without their text": "SELECT count(*) FROM messages m WHERE NOT EXISTS"
    " (SELECT 1 FROM contents c WHERE c.message_pk = m.pk)",
    "judged without a verdict": "SELECT count(*) FROM messages m WHERE state = 'judged'"
    " AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.message_pk = m.pk)",
    "verdicts of what is not judged": "SELECT count(*) FROM verdicts v JOIN messages m"
    " ON m.pk = v.message_pk WHERE m.state <> 'judged'",
    "flagged or held without a case": "SELECT count(*) FROM verdicts v WHERE decision <> 'allow'"
    " AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.message_pk = v.message_pk)",
    "cases of what was allowed": "SELECT count(*) FROM cases c JOIN verdicts v"
    " ON v.message_pk = c.message_pk WHERE v.decision = 'allow'",
    "decided without a decision": "SELECT count(*) FROM cases c WHERE state = 'decided'"
    " AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.case_id = c.id)",
    "still leased": "SELECT count(*) FROM messages WHERE leased_by IS NOT NULL",
    "verdicts that no webhook tells of": "SELECT count(*) FROM verdicts v WHERE 1 <> (SELECT"
    " count(*) FROM deliveries d WHERE d.message_pk = v.message_pk AND event = 'message.judged')",
    "cases that no webhook tells of": "SELECT count(*) FROM cases c WHERE 1 <> (SELECT count(*)"
    " FROM deliveries d WHERE d.case_id = c.id AND event = 'case.opened')",
    "decisions that no webhook tells of": "SELECT count(*) FROM decisions c WHERE 1 <> (SELECT"
    " count(*) FROM deliveries d WHERE d.decision_id = c.id)",
    "events not delivered": "SELECT count(*) FROM deliveries WHERE state <> 'delivered'",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was promised: how many there should be, and how many there are."""

    what: str
    wanted: int
    found: int

    @property
    def holds(self) -> bool:
        """Whether the promise was kept."""
        return self.wanted == self.found


def is_calm(database: Database) -> bool:
    """Nothing waits to be judged or to be sent."""
    with database.read() as connection:
        waiting = _count(connection, "SELECT count(*) FROM messages WHERE state = 'waiting'")
        pending = _count(connection, "SELECT count(*) FROM deliveries WHERE state = 'pending'")
    return waiting + pending == 0


def findings(connection: Connection, ledger: Ledger, sent: Collection[str]) -> Iterator[Finding]:
    """Every promise, and what became of it."""
    kept = set(connection.execute(text("SELECT id FROM messages")).scalars())
    yield Finding("messages told to be kept", len(sent), len(ledger.accepted))
    yield Finding("of these, in the database", len(sent), len(kept & ledger.accepted.keys()))
    yield Finding("messages that nobody sent", 0, len(kept - set(sent)))
    yield Finding("verdicts", len(sent), _count(connection, "SELECT count(*) FROM verdicts"))
    judged = _judgements(connection)
    yield Finding("judged once, by the log", len(sent), sum(n == 1 for n in judged.values()))
    yield Finding("judged more than once, by the log", 0, sum(n > 1 for n in judged.values()))
    flagged = _count(connection, "SELECT count(*) FROM verdicts WHERE decision <> 'allow'")
    yield Finding("cases", flagged, _count(connection, "SELECT count(*) FROM cases"))
    acts = "SELECT count(*) FROM decisions WHERE undoes IS "
    for what, told, query in (
        ("decisions lost", ledger.decided, f"{acts} NULL"),
        ("undone decisions lost", ledger.undone, f"{acts} NOT NULL"),
    ):  # one whose answer was lost was made all the same
        yield Finding(what, 0, max(0, told - _count(connection, query)))
    for what, query in ORPHANS.items():
        yield Finding(what, 0, _count(connection, query))
    numbers = set(connection.execute(text("SELECT id FROM deliveries")).scalars())
    yield Finding("events heard", len(numbers), len(numbers & {one[0] for one in ledger.heard}))
    yield Finding("messages told of out of order", 0, len(out_of_order(ledger.heard)))
    yield Finding("breaks in the log", 0, len(audit.verify(connection).breaks))


def out_of_order(heard: Sequence[tuple[int, str, str]]) -> set[str]:
    """Messages of which an event came after a later one; the same again at once is allowed."""
    last: dict[str, int] = {}
    wrong = set()
    for number, _, message in heard:
        if number < last.get(message, 0):
            wrong.add(message)
        last[message] = max(number, last.get(message, 0))
    return wrong


def told(connection: Connection, ledger: Ledger) -> Mapping[str, int]:
    """What else is worth knowing of the run."""
    given_up = "SELECT count(*) FROM verdicts WHERE body LIKE '%WorkerLost%'"
    again = len(ledger.heard) - len({number for number, _, _ in ledger.heard})
    return {
        "calls that were made": ledger.tries,
        "decisions · of these undone": ledger.decided,
        "undone": ledger.undone,
        "events heard again": again,
        "given up unread (their workers died four times)": _count(connection, given_up),
        "leased more than once": _count(
            connection, "SELECT count(*) FROM messages WHERE attempts > 1"
        ),
    }


def _judgements(connection: Connection) -> Counter[int]:
    """How often the log says that each message was judged."""
    judged: Counter[int] = Counter()
    after = 0
    while entries := log.read(connection, after=after):
        for entry in entries:
            if entry.event == "messages.judged":
                details = json.loads(entry.details)
                judged.update(pk for name in ("allow", "flag", "hold") for pk in details[name])
        after = entries[-1].seq
    return judged


def _count(connection: Connection, query: str) -> int:
    return int(connection.execute(text(query)).scalar_one())
