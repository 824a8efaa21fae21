"""What happened, who did it, and to what: rows that are only added, each sealed with a hash.

A hash covers its row and the hash before it. Whoever changes, removes or inserts a row breaks the
chain there; whoever cuts rows off the end leaves a head that points beyond it. A row holds ids and
counts, never what people wrote.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from store.schema import SHA256_LENGTH
from store.schema import log as rows
from store.schema import log_head as head

GENESIS = "0" * SHA256_LENGTH  # what the first row takes for the hash before it
PAGE_LENGTH = 1_000  # rows read at a time when all are; some hundred kilobytes

Detail = str | int | None | Sequence[int]


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


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the chain does not hold."""

    seq: int
    why: str


def append(
    connection: Connection,
    *,
    event: str,
    subject: str,
    actor: str,
    now: datetime,
    details: Mapping[str, Detail] | None = None,
) -> None:
    """The event stands at the end of the log.

    ``subject`` is ``message:pk``, ``case:id``, ``key:name`` or ``user:name``. Nobody else can
    append before this transaction ends.
    """
    last = connection.execute(select(head.c.seq, head.c.hash).with_for_update()).one()
    told = json.dumps(dict(details or {}), sort_keys=True, separators=(",", ":"))
    fields = (last.seq + 1, now.astimezone(UTC), actor, event, subject, told)
    seal = _seal(last.hash, *fields)
    connection.execute(
        insert(rows).values(
            seq=last.seq + 1,
            at=now,
            actor=actor,
            event=event,
            subject=subject,
            details=told,
            previous_hash=last.hash,
            hash=seal,
        )
    )
    connection.execute(update(head).values(seq=last.seq + 1, hash=seal))


def read(
    connection: Connection,
    *,
    subject: str | None = None,
    after: int = 0,
    limit: int = PAGE_LENGTH,
) -> list[Entry]:
    """Rows after number ``after``, oldest first; of one subject when it is given."""
    query = select(rows).where(rows.c.seq > after)
    if subject is not None:
        query = query.where(rows.c.subject == subject)
    return [Entry(*row) for row in connection.execute(query.order_by(rows.c.seq).limit(limit))]


def last_seq(connection: Connection) -> int:
    """The number of the newest row; 0 for an empty log."""
    seq: int = connection.execute(select(head.c.seq)).scalar_one()
    return seq


def subjects_after(connection: Connection, seq: int, *, events: Sequence[str]) -> list[str]:
    """What the newest rows after number ``seq`` with one of these events are about; PAGE_LENGTH."""
    query = select(rows.c.subject).where(rows.c.seq > seq, rows.c.event.in_(events))
    return list(connection.execute(query.order_by(rows.c.seq.desc()).limit(PAGE_LENGTH)).scalars())


def verify(connection: Connection) -> Break | None:
    """The first broken row; None when the whole chain holds. Reads everything, page by page.

    Rows may be added meanwhile; they are checked as well.
    """
    start = connection.execute(select(head.c.seq, head.c.hash)).one()
    seq, seal = 0, GENESIS
    for entry in _all(connection):
        seq += 1
        if why := _doubt(entry, seq=seq, previous_hash=seal):
            return Break(seq, why)
        seal = entry.hash
        if seq == start.seq and seal != start.hash:
            return Break(seq, f"row {seq} is not the one that was written")
    if seq < start.seq:
        return Break(seq + 1, f"the log ends at row {seq} and had {start.seq}")
    end = connection.execute(select(head.c.seq)).scalar_one()
    if end < seq:
        return Break(end + 1, f"row {end + 1} was added behind the back of the log")
    return None


def _doubt(entry: Entry, *, seq: int, previous_hash: str) -> str | None:
    """Why the row cannot be the next one of the chain; None when it is."""
    if entry.seq != seq:
        return f"row {seq} is missing"
    if entry.previous_hash != previous_hash:
        return f"row {seq} does not follow the row before it"
    told = (entry.actor, entry.event, entry.subject, entry.details)
    if _seal(previous_hash, seq, entry.at, *told) != entry.hash:
        return f"row {seq} was changed after it was written"
    return None


def _all(connection: Connection) -> Iterator[Entry]:
    after = 0
    while page := read(connection, after=after):
        yield from page
        after = page[-1].seq


def _seal(previous_hash: str, seq: int, at: datetime, *texts: str) -> str:
    """SHA-256 of a JSON list, whose quotes leave no doubt where a field ends."""
    fields = [previous_hash, seq, at.isoformat(timespec="microseconds"), *texts]
    return hashlib.sha256(json.dumps(fields).encode("ascii")).hexdigest()
