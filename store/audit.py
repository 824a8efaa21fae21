"""Whether the log still is what was written: every row that was changed, removed or put in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import Connection, select

from store.log import GENESIS, PAGE_LENGTH, Entry, read, seal
from store.schema import log_head as head

BREAKS_MAX = 100  # named at once; a log with more of them is lost as a whole
FAR_BEFORE = -(2**62)  # the number before any that somebody could give a row

Kind = Literal["changed", "removed", "inserted"]


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold: the number of the row, and what was done to it."""

    seq: int
    kind: Kind
    why: str


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found. ``rows`` and ``hash`` are of the last row: a copy of them kept elsewhere
    tells later whether the log up to there was written anew."""

    rows: int
    hash: str
    breaks: tuple[Break, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A copy of the log's end as it was, ``rows`` long and ending in ``hash``."""

    rows: int
    hash: str


@dataclass(slots=True)
class _Walk:
    """Where we are in the chain.

    ``shift`` is by how much rows were renumbered; ``link`` is what the next row has to follow, None
    where any will do since the last one was broken; ``before`` is what the last row followed.
    """

    seq: int = 0
    shift: int = 0
    link: str | None = GENESIS
    before: str | None = None
    hash: str = GENESIS
    breaks: list[Break] = field(default_factory=list)

    def note(self, seq: int, kind: Kind, why: str) -> None:
        if len(self.breaks) < BREAKS_MAX and not any(known.seq == seq for known in self.breaks):
            self.breaks.append(Break(seq, kind, why))


def verify(connection: Connection, *, seen: Seen | None = None) -> Audit:
    """Reads the whole log, page by page, and names what does not hold.

    With ``seen`` it also has to be the log of which that is a copy. Rows may be added meanwhile;
    they are checked as well.
    """
    start = connection.execute(select(head.c.seq, head.c.hash)).one()
    known = {start.seq: start.hash} | ({} if seen is None else {seen.rows: seen.hash})
    walk, ends = _Walk(), dict[int, str]()
    for entry in _all(connection):
        _step(walk, entry)
        if (row := walk.seq - walk.shift) in known:
            ends[row] = entry.hash
    length = walk.seq - walk.shift
    for rows, hash in sorted(known.items()):
        if length < rows:
            walk.note(
                length + 1, "removed", f"the log had {rows} rows; it ends before row {length + 1}"
            )
        elif rows in ends and ends[rows] != hash:
            walk.note(rows, "changed", f"row {rows} is not the one that was written")
    end = connection.execute(select(head.c.seq)).scalar_one()
    if end < length:
        why = f"row {end + 1} was added behind the back of the log"
        walk.note(end + 1, "inserted", why)
    return Audit(length, walk.hash, tuple(sorted(walk.breaks, key=lambda broken: broken.seq)))


def _step(walk: _Walk, entry: Entry) -> None:
    """One row further.

    1. Numbers that are left out. 2. A row that its own hash does not fit was changed, unless all
    from here on were renumbered, because one was put in or taken out before. 3. A row that does
    not follow the one before it tells that that one was put in, or replaced.
    """
    if entry.seq < 1:
        walk.note(entry.seq, "inserted", f"row {entry.seq} stands before the first one")
        return
    if entry.seq > walk.seq + 1:
        last = entry.seq - 1
        rows = f"row {last} is" if last == walk.seq + 1 else f"rows {walk.seq + 1} to {last} are"
        walk.note(walk.seq + 1, "removed", f"{rows} missing")
        walk.link = None
    fits = _shift(walk.shift, entry)
    if fits is None:
        walk.note(entry.seq, "changed", f"row {entry.seq} was changed after it was written")
        walk.before, walk.link = walk.link, None
    else:
        _follow(walk, entry, moved=fits - walk.shift)
        walk.shift, walk.before, walk.link = fits, walk.link, entry.hash
    walk.seq, walk.hash = entry.seq, entry.hash


def _follow(walk: _Walk, entry: Entry, *, moved: int) -> None:
    """What a sound row tells about the one before it."""
    last = entry.seq - 1
    if moved > 0:
        walk.note(last, "inserted", f"row {last} was put in, and those behind it renumbered")
    elif moved < 0:
        why = f"a row before row {entry.seq} was removed, and those behind it renumbered"
        walk.note(entry.seq, "removed", why)
    elif walk.link is not None and entry.previous_hash != walk.link:
        if entry.previous_hash == walk.before:
            why = f"row {last} was put in: row {entry.seq} does not follow it"
            walk.note(last, "inserted", why)
        elif last < 1:
            walk.note(1, "changed", "row 1 does not begin the log")
        else:
            why = f"row {last} was replaced: row {entry.seq} followed another one"
            walk.note(last, "changed", why)


def _shift(shift: int, entry: Entry) -> int | None:
    """By how much the row was renumbered, one more or less than those before; None: changed."""
    told = (entry.actor, entry.event, entry.subject, entry.details)
    for tried in (shift, shift + 1, shift - 1):
        if seal(entry.previous_hash, entry.seq - tried, entry.at, *told) == entry.hash:
            return tried
    return None


def _all(connection: Connection) -> Iterator[Entry]:
    after = FAR_BEFORE
    while page := read(connection, after=after, limit=PAGE_LENGTH):
        yield from page
        after = page[-1].seq
