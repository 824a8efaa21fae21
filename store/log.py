"""What happened, who did it, to what: rows that are only ever added, each sealed with a hash.

The hash of a row covers the row and the hash before it. Whoever changes, removes or inserts a row
breaks the chain there; whoever cuts rows off the end leaves a head that points beyond it. A row
holds ids and counts, never what people wrote.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update
from sqlalchemy import Row as SqlRow

from store import tables

GENESIS = bytes(32)  # what the first row takes for the hash before it
_PAGE = 1000  # rows read at a time; some hundred kilobytes

Detail = str | int | bool | None | Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is to be logged. ``subject`` is ``message:pk``, ``case:id``, ``key:name`` or ``user:name``."""

    actor: str
    event: str
    subject: str | None = None
    details: Mapping[str, Detail] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was logged. ``details`` is canonical JSON."""

    seq: int
    at: datetime
    actor: str
    event: str
    subject: str | None
    details: str
    prev_hash: bytes
    hash: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """The first place where the chain does not hold: ``why`` is for people to read."""

    seq: int
    why: str


def append(connection: Connection, *entries: Entry, now: datetime) -> None:
    """The entries stand at the end of the log, in their order.

    Call it last in a transaction: until that ends, nobody else can append.
    """
    if not entries:
        return
    head = _head(connection, locked=True)
    seq, seal = head.seq, head.hash
    rows: list[Row] = []
    for entry in entries:
        seq += 1
        row = Row(
            seq=seq,
            at=now.astimezone(UTC),
            actor=entry.actor,
            event=entry.event,
            subject=entry.subject,
            details=json.dumps(dict(entry.details), sort_keys=True, separators=(",", ":")),
            prev_hash=seal,
        )
        seal = _seal(row)
        rows.append(replace(row, hash=seal))
    connection.execute(insert(tables.log), [asdict(row) for row in rows])
    connection.execute(update(tables.log_head).values(seq=seq, hash=seal))


def read(
    connection: Connection, *, subject: str | None = None, after: int = 0, limit: int = 100
) -> list[Row]:
    """Rows that came later than number ``after``, oldest first; of one subject when it is given."""
    query = select(tables.log).where(tables.log.c.seq > after)
    if subject is not None:
        query = query.where(tables.log.c.subject == subject)
    rows = connection.execute(query.order_by(tables.log.c.seq).limit(limit))
    return [Row(**row._mapping) for row in rows]


def verify(connection: Connection) -> Break | None:
    """The first broken row, None when the whole chain holds. Reads everything, page by page.

    Rows may be added meanwhile; they are checked as well.
    """
    head = _head(connection)
    seq, seal = 0, GENESIS
    for row in _all(connection):
        seq += 1
        if row.seq != seq:
            return Break(seq=seq, why=f"row {seq} is missing")
        if row.prev_hash != seal:
            return Break(seq=seq, why=f"row {seq} does not follow the row before it")
        seal = _seal(row)
        if seal != row.hash:
            return Break(seq=seq, why=f"row {seq} was changed after it was written")
        if seq == head.seq and seal != head.hash:
            return Break(seq=seq, why=f"row {seq} is not the one that was written")
    if seq < head.seq:
        return Break(seq=seq + 1, why=f"the log ends at row {seq}, and once ended at {head.seq}")
    if (end := _head(connection).seq) < seq:
        return Break(seq=end + 1, why=f"row {end + 1} was added behind the back of the log")
    return None


def _head(connection: Connection, *, locked: bool = False) -> SqlRow[int, bytes]:
    query = select(tables.log_head.c.seq, tables.log_head.c.hash)
    return connection.execute(query.with_for_update() if locked else query).one()


def _all(connection: Connection) -> Iterator[Row]:
    after = 0
    while rows := read(connection, after=after, limit=_PAGE):
        yield from rows
        after = rows[-1].seq


def _seal(row: Row) -> bytes:
    """SHA-256 over the hash before and the fields as a JSON list, which leaves no room for tricks."""
    at = row.at.isoformat(timespec="microseconds")
    fields = [row.seq, at, row.actor, row.event, row.subject, row.details]
    return hashlib.sha256(row.prev_hash + json.dumps(fields).encode("ascii")).digest()
