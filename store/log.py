"""What happened, who did it, and to what: rows that are only added, each sealed with a hash.

A hash covers its row and the hash before it. Whoever changes, removes or inserts a row breaks the
chain there; whoever cuts rows off the end leaves a head that points beyond it. ``store.audit``
finds the place. The database itself refuses to change or remove a row. A row holds ids and counts,
never what people wrote.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, insert, select, update

from store.database import AT_END, VIA, AtEnd
from store.schema import SHA256_LENGTH
from store.schema import log as rows
from store.schema import log_head as head

SYSTEM = "inbounds"  # the actor of what nobody in particular did
REVEALED = "case.revealed"
LOOKS = ("case.read", "message.read", REVEALED)  # of one message; lists have their own event
GENESIS = "0" * SHA256_LENGTH  # what the first row takes for the hash before it
PAGE_LENGTH = 1_000  # rows read at a time when all are; some hundred kilobytes

Detail = str | int | None | Sequence[int]


class _Event(NamedTuple):
    """What a row says, before it has a place and a seal."""

    at: datetime
    actor: str
    event: str
    subject: str
    details: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. ``details`` is canonical JSON, the very text that was sealed."""

    seq: int
    at: datetime
    actor: str
    event: str
    subject: str
    details: str
    previous_hash: str
    hash: str


def append(
    connection: Connection,
    *,
    event: str,
    subject: str,
    actor: str,
    now: datetime,
    details: Mapping[str, Detail] | None = None,
) -> None:
    """The event will stand at the end of the log when this transaction ends.

    ``subject`` names a row, like ``case:7`` or ``user:mona``, and is ``cases`` for a list of them.
    Who has taken the head of the log keeps all others from it until the transaction ends, so it is
    taken last, for all events together.
    """
    options = connection.get_execution_options()
    via = options.get(VIA)
    given = dict(details or {}) | ({} if via is None else {"via": via})
    told = json.dumps(given, sort_keys=True, separators=(",", ":"))
    happened = _Event(now, actor, event, subject, told)
    at_end: AtEnd = options[AT_END]
    at_end.setdefault(_write, []).append(happened)


def _write(connection: Connection, events: list[_Event]) -> None:
    last = connection.execute(select(head.c.seq, head.c.hash).with_for_update()).one()
    sealed, written = last.hash, []
    for seq, event in enumerate(events, last.seq + 1):
        previous = sealed
        sealed = seal(previous, seq, event.at.astimezone(UTC), *event[1:])
        written.append({**event._asdict(), "seq": seq, "previous_hash": previous, "hash": sealed})
    connection.execute(insert(rows), written)
    connection.execute(update(head).values(seq=last.seq + len(events), hash=sealed))


def read(
    connection: Connection,
    *,
    subject: str | None = None,
    actor: str | None = None,
    after: int = 0,
    limit: int = PAGE_LENGTH,
) -> list[Entry]:
    """Rows after number ``after``, oldest first; of one subject or actor when it is given."""
    query = select(rows).where(rows.c.seq > after)
    if subject is not None:
        query = query.where(rows.c.subject == subject)
    if actor is not None:
        query = query.where(rows.c.actor == actor)
    return [Entry(*row) for row in connection.execute(query.order_by(rows.c.seq).limit(limit))]


def last_seq(connection: Connection) -> int:
    """The number of the newest row; 0 for an empty log."""
    seq: int = connection.execute(select(head.c.seq)).scalar_one()
    return seq


def subjects_after(
    connection: Connection, seq: int, *, events: Sequence[str], actor: str | None = None
) -> list[str]:
    """What the newest rows after number ``seq`` with one of these events are about; PAGE_LENGTH."""
    query = select(rows.c.subject).where(rows.c.seq > seq, rows.c.event.in_(events))
    if actor is not None:
        query = query.where(rows.c.actor == actor)
    return list(connection.execute(query.order_by(rows.c.seq.desc()).limit(PAGE_LENGTH)).scalars())


def seal(previous_hash: str, seq: int, at: datetime, *texts: str) -> str:
    """The hash of a row: SHA-256 of a JSON list, whose quotes leave no doubt where a field ends."""
    fields = [previous_hash, seq, at.isoformat(timespec="microseconds"), *texts]
    return hashlib.sha256(json.dumps(fields).encode("ascii")).hexdigest()
