"""Strikes: what a moderator's decision brings the sender, until it expires or is taken back.

A case has at most one strike: that of the decision that stands. A message that came before its
sender was told of their last strike brings none of its own, since they could not know better yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zlib import crc32

from sqlalchemy import Connection, Row, exists, func, insert, select, update

from scanner.ladders import Ladder, LadderName, Step, ladders
from store.schema import cases, decisions, messages
from store.schema_after import strikes

STRIKING = ("bounce", "refuse")  # the actions that say that the message was a violation
_LOCKS = 64  # of PostgreSQL, which has room for some thousand; senders share them
_LOCK_SPACE = 0x73747269  # "stri"; any number that nobody else takes for locks


@dataclass(frozen=True, slots=True)
class Strike:
    """One violation. ``step`` is its place on the ladder when it was made, from 1."""

    id: int
    sender: str
    ladder: LadderName
    step: int
    case_id: int
    decision_id: int
    at: datetime
    expires_at: datetime
    ended_at: datetime | None

    @property
    def brings(self) -> Step | None:
        """What it brought the sender, as the ladder stands today."""
        return ladders().by_name[self.ladder].at(self.step)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a sender stands on one ladder. ``violations`` are those that count now."""

    ladder: Ladder
    violations: tuple[Strike, ...]

    @property
    def place(self) -> int:
        """The step they are on; 0 is none."""
        return len(self.violations)

    @property
    def strikes(self) -> int:
        """The violations after the teaching."""
        return self.ladder.strikes(self.place)

    @property
    def current(self) -> Step | None:
        """What the last violation brought them."""
        return self.ladder.at(self.place)

    @property
    def following(self) -> Step | None:
        """What another one would bring."""
        return self.ladder.at(self.place + 1)

    @property
    def next_expiry(self) -> datetime | None:
        """When they go down a step."""
        return min((one.expires_at for one in self.violations), default=None)

    def covers(self, received_at: datetime) -> bool:
        """A message that came then brings none: they had not been told of the last one yet."""
        return any(received_at <= one.at for one in self.violations)


@dataclass(frozen=True, slots=True)
class Settled:
    """The ids of strikes that decisions made and ended."""

    made: tuple[int, ...]
    ended: tuple[int, ...]

    def told(self) -> dict[str, Sequence[int]]:
        """The same for the log; nothing where nothing changed."""
        given = {"strikes_made": self.made, "strikes_ended": self.ended}
        return {name: ids for name, ids in given.items() if ids}


def settle(connection: Connection, decision_ids: Sequence[int], *, now: datetime) -> Settled:
    """Each decision's case has the strike that it deserves, and no other.

    1. Strikes of these cases that their new decisions do not bear out end. 2. Each sender has a new
    one on a ladder where a message of theirs came after they were told of the last.
    """
    made = _made(connection, decision_ids)
    _take_turns(connection, {row.sender for row in made if row.sender is not None})
    deserved = {row.case_id: _ladder_of(row) for row in made}
    old = _standing_on(connection, deserved)
    unfounded = [one for one in old if deserved[one.case_id] != one.ladder]
    by = made[0].by if made else ""
    ended = _end(connection, unfounded, by=by, now=now)
    kept = {one.case_id for one in old} - {one.case_id for one in unfounded}
    new = [row for row in made if deserved[row.case_id] and row.case_id not in kept]
    return Settled(_make(connection, new, deserved, now=now), ended)


def take_back(
    connection: Connection, case_ids: Collection[int], *, by: str, now: datetime
) -> tuple[int, ...]:
    """The strikes of these cases count no more; the ids of those that nobody took over."""
    ending = _standing_on(connection, case_ids)
    _take_turns(connection, {one.sender for one in ending})
    return _end(connection, ending, by=by, now=now)


def standing_of(connection: Connection, sender: str, *, now: datetime) -> tuple[Standing, ...]:
    """Where the sender stands on each ladder."""
    rows = connection.execute(
        select(strikes)
        .where(strikes.c.sender == sender, strikes.c.ended_at.is_(None))
        .where(strikes.c.expires_at > now)
        .order_by(strikes.c.id)
    )
    counting = [_as_strike(row) for row in rows]
    return tuple(
        Standing(ladder, tuple(one for one in counting if one.ladder == name))
        for name, ladder in ladders().by_name.items()
    )


def strikes_on(connection: Connection, case_id: int) -> tuple[Strike, ...]:
    """All strikes that decisions on the case made and no other took over, oldest first."""
    query = select(strikes).where(strikes.c.case_id == case_id).order_by(strikes.c.id)
    return tuple(_as_strike(row) for row in connection.execute(query))


def strike_of(connection: Connection, decision_id: int) -> Strike | None:
    """The strike that the decision made or took over, whether it counts still or not."""
    query = select(strikes).where(strikes.c.decision_id == decision_id).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else _as_strike(row)


def _ladder_of(row: Row[Any]) -> LadderName | None:
    """The ladder on which a decision counts: by its reason, else by what the case is about."""
    if row.action not in STRIKING or row.sender is None:
        return None
    ladder = ladders().of(row.reason or row.category)
    return None if ladder is None else ladder.name


def _made(connection: Connection, decision_ids: Collection[int]) -> Sequence[Row[Any]]:
    return connection.execute(
        _with_sender()
        .where(decisions.c.id.in_(decision_ids))
        .order_by(cases.c.sender, messages.c.received_at, decisions.c.id)
    ).all()


def _with_sender() -> Any:
    return (
        select(
            decisions.c.id,
            decisions.c.case_id,
            decisions.c.action,
            decisions.c.reason,
            decisions.c.by,
            decisions.c.at,
            cases.c.sender,
            cases.c.category,
            messages.c.received_at,
        )
        .join(cases, cases.c.id == decisions.c.case_id)
        .join(messages, messages.c.pk == cases.c.message_pk)
    )


def _standing_on(connection: Connection, case_ids: Collection[int]) -> list[Strike]:
    rows = connection.execute(
        select(strikes).where(strikes.c.case_id.in_(case_ids), strikes.c.ended_at.is_(None))
    )
    return [_as_strike(row) for row in rows]


def _make(
    connection: Connection,
    new: Sequence[Row[Any]],
    deserved: Mapping[int, LadderName | None],
    *,
    now: datetime,
) -> tuple[int, ...]:
    if not new:
        return ()
    senders = {row.sender for row in new}
    counted: Counter[tuple[str, str]] = Counter()
    told_at: dict[tuple[str, str], datetime] = {}
    for one in connection.execute(
        select(strikes.c.sender, strikes.c.ladder, strikes.c.at)
        .where(strikes.c.sender.in_(senders), strikes.c.ended_at.is_(None))
        .where(strikes.c.expires_at > now)
        .order_by(strikes.c.at)
    ):
        counted[one.sender, one.ladder] += 1
        told_at[one.sender, one.ladder] = one.at
    rows = []
    for row in new:
        name = deserved[row.case_id]
        assert name is not None
        place = (row.sender, name)
        if place in told_at and row.received_at <= told_at[place]:
            continue
        counted[place] += 1
        told_at[place] = now
        rows.append(
            {
                "sender": row.sender,
                "ladder": name,
                "step": counted[place],
                "case_id": row.case_id,
                "decision_id": row.id,
                "at": now,
                "expires_at": now + ladders().by_name[name].expires_after,
            }
        )
    if not rows:
        return ()
    ids = connection.execute(insert(strikes).returning(strikes.c.id), rows).scalars()
    return tuple(sorted(ids))


def _end(
    connection: Connection, ending: Sequence[Strike], *, by: str, now: datetime
) -> tuple[int, ...]:
    """They count no more; but one that was made for several messages is handed to the next.

    The next is the oldest decision that stands and would have made it, had the first not been.
    """
    if not ending:
        return ()
    heirs = _heirs(connection, ending)
    ended = []
    for one in ending:
        heir = heirs.get(one.id)
        if heir is None:
            ended.append(one.id)
            continue
        connection.execute(
            update(strikes)
            .where(strikes.c.id == one.id)
            .values(case_id=heir.case_id, decision_id=heir.id)
        )
    connection.execute(
        update(strikes).where(strikes.c.id.in_(ended)).values(ended_at=now, ended_by=by)
    )
    return tuple(sorted(ended))


def _heirs(connection: Connection, ending: Sequence[Strike]) -> dict[int, Row[Any]]:
    leaving = {one.case_id for one in ending}
    undone = decisions.alias("undone")
    rows = connection.execute(
        _with_sender()
        .where(
            cases.c.sender.in_({one.sender for one in ending}),
            cases.c.state == "decided",
            decisions.c.at == cases.c.decided_at,
            decisions.c.action.in_(STRIKING),
            decisions.c.at >= min(one.at for one in ending),
            ~exists().where(undone.c.undoes == decisions.c.id),
            cases.c.id.not_in(select(strikes.c.case_id).where(strikes.c.ended_at.is_(None))),
        )
        .order_by(decisions.c.at, decisions.c.id)
    ).all()
    heirs: dict[int, Row[Any]] = {}
    for one in ending:
        for row in rows:
            is_same = (row.sender, _ladder_of(row)) == (one.sender, one.ladder)
            if is_same and row.case_id not in leaving and row.received_at <= one.at <= row.at:
                heirs[one.id] = row
                leaving.add(row.case_id)
                break
    return heirs


def _take_turns(connection: Connection, senders: Collection[str]) -> None:
    """Whoever makes or ends strikes of the same people waits; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        for lock in sorted({crc32(sender.encode()) % _LOCKS for sender in senders}):
            connection.execute(select(func.pg_advisory_xact_lock(_LOCK_SPACE, lock)))


def _as_strike(row: Row[Any]) -> Strike:
    return Strike(
        row.id,
        row.sender,
        row.ladder,
        row.step,
        row.case_id,
        row.decision_id,
        row.at,
        row.expires_at,
        row.ended_at,
    )
