"""Erasing a sender: nothing that they wrote, and nothing that names them, is kept.

What was decided stays and can be counted; it is nobody's any more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from urllib.parse import parse_qs

from sqlalchemy import (
    Connection,
    CursorResult,
    Row,
    String,
    case,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy import cast as sql_cast

from store import log
from store.aliases import alias_of, forget_alias, has_alias
from store.content import read_content
from store.copies import Theirs, remove_copies_in_room, text_hash
from store.details import remove_details
from store.log import SYSTEM
from store.removal import count_removed, remove_texts
from store.schema import (
    cases,
    contents,
    decisions,
    deliveries,
    idempotency,
    messages,
    reports,
    snoozes,
    views,
)
from store.schema_after import appeals, strikes

# No caller can give such an id, since ids do not begin with this: docs/api.md, limits.
ERASED = "~erased-"
REASON = "erased"  # of the decision on a case that waited


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased. ``subject`` is the number that the log has for it; None for nothing.

    ``copies`` are places where their words stood as the talk before another's message, ``reports``
    those that they made, ``views`` saved filters that named them.
    """

    subject: str | None = None
    messages: int = 0
    copies: int = 0
    reports: int = 0
    views: int = 0


def texts_of(connection: Connection, sender: str) -> frozenset[bytes]:
    """Hashes of all that they wrote and that is kept still, to know it again elsewhere."""
    query = (
        select(contents.c.content)
        .join(messages, messages.c.pk == contents.c.message_pk)
        .where(messages.c.sender == sender, contents.c.removed_at.is_(None))
        .execution_options(yield_per=500)
    )
    texts = (read_content(column).text for column in connection.execute(query).scalars())
    return frozenset(map(text_hash, texts))


def erase_batch(
    connection: Connection, sender: str, *, limit: int, now: datetime
) -> Counter[str] | None:
    """The sender's next messages are nobody's and empty; None when there are none.

    1. The messages are taken. 2. Their words go from what others' messages of their rooms brought.
    3. The texts go, with all that tells of them. 4. Events that wait to be sent go, and idempotency
    keys. 5. Cases that wait are decided, since there is nothing left to look at. 6. Ids, times and
    the sender go from the messages, and rooms in which nobody else spoke.
    """
    rows = connection.execute(
        select(messages, contents.c.content)
        .join(contents, contents.c.message_pk == messages.c.pk)
        .where(messages.c.sender == sender)
        .order_by(messages.c.pk)
        .limit(limit)
        .with_for_update(of=messages)
    ).all()
    if not rows:
        return None
    pks = [row.pk for row in rows]
    counts = Counter(messages=len(pks))
    for room, said in _by_room(rows):
        theirs = Theirs(
            roles=frozenset(row.sender_role for row in said),
            texts=frozenset(text_hash(read_content(row.content).text) for row in said),
        )
        counts["copies"] += remove_copies_in_room(connection, room, theirs, sender=sender)
    remove_texts(connection, pks, by="erasure", now=now)
    remove_details(connection, pks)
    connection.execute(delete(deliveries).where(deliveries.c.message_pk.in_(pks)))
    moments = {row.received_at for row in rows}  # a batch's key is bound to its first message alone
    connection.execute(
        delete(idempotency).where(
            or_(idempotency.c.message_pk.in_(pks), idempotency.c.at.in_(moments))
        )
    )
    _close_cases(connection, pks, now=now)
    _cut_loose(connection, pks, now=now)
    _forget_rooms(connection, {row.room for row in rows if row.room is not None})
    count_removed(connection, "erasure", len(pks))
    return counts


def erase_traces(connection: Connection, sender: str) -> Counter[str]:
    """Nothing besides their messages names them: neither reports that they made nor filters.

    Their strikes stay to be counted, each as if it were somebody else's.
    """
    made = _rowcount(
        connection.execute(
            update(reports)
            .where(reports.c.reporter == sender)
            .values(reporter=literal(ERASED) + sql_cast(reports.c.id, String))
        )
    )
    named = [
        row.id
        for row in connection.execute(select(views.c.id, views.c.query))
        if sender in parse_qs(row.query).get("sender", ())
    ]
    connection.execute(delete(views).where(views.c.id.in_(named)))
    connection.execute(
        update(strikes)
        .where(strikes.c.sender == sender)
        .values(sender=literal(ERASED) + sql_cast(strikes.c.id, String))
    )
    return Counter(reports=made, views=len(named))


def note_erasure(
    connection: Connection, sender: str, counts: Counter[str], *, by: str = SYSTEM, now: datetime
) -> Erased:
    """The log tells that somebody was erased, under a number that stands for nobody from now on."""
    if not counts.total() and not has_alias(connection, sender):
        return Erased()
    subject = alias_of(connection, sender)
    forget_alias(connection, sender)
    log.append(
        connection,
        event="sender.erased",
        subject=subject,
        actor=by,
        now=now,
        details=dict(sorted(counts.items())),
    )
    return Erased(subject, **{name: counts[name] for name in _COUNTED})


_COUNTED = ("messages", "copies", "reports", "views")


def _by_room(rows: Sequence[Row[Any]]) -> Iterator[tuple[str, list[Row[Any]]]]:
    rooms: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        if row.room is not None:
            rooms[row.room].append(row)
    yield from rooms.items()


def _close_cases(connection: Connection, pks: Sequence[int], *, now: datetime) -> None:
    """What waits is decided: by what an appeal was against, else by what the machine said."""
    appealed = (
        select(decisions.c.action)
        .join(appeals, appeals.c.decision_id == decisions.c.id)
        .where(appeals.c.id == cases.c.appeal_id)
        .correlate(cases)
    )
    waiting = connection.execute(
        update(cases)
        .where(cases.c.message_pk.in_(pks), cases.c.state != "decided")
        .values(
            state="decided",
            action=func.coalesce(
                appealed.scalar_subquery(),
                case((cases.c.decision == "hold", "refuse"), else_="allow"),
            ),
            decided_at=now,
            claimed_by=SYSTEM,
            claim_expires_at=None,
            appeal_id=None,
            barred=None,
        )
        .returning(cases.c.id, cases.c.action)
    ).all()
    if waiting:
        ids = [row.id for row in waiting]
        connection.execute(
            delete(appeals).where(appeals.c.case_id.in_(ids), appeals.c.state == "open")
        )
        connection.execute(
            insert(decisions),
            [
                {
                    "case_id": row.id,
                    "action": row.action,
                    "reason": REASON,
                    "by": SYSTEM,
                    "at": now,
                }
                for row in sorted(waiting, key=lambda row: int(row.id))
            ],
        )
    connection.execute(update(cases).where(cases.c.message_pk.in_(pks)).values(sender=None))


def _cut_loose(connection: Connection, pks: Sequence[int], *, now: datetime) -> None:
    connection.execute(
        update(messages)
        .where(messages.c.pk.in_(pks))
        .values(
            id=literal(ERASED) + sql_cast(messages.c.pk, String),
            sender=None,
            sent_at=None,
            sender_since=None,
            state="judged",  # one that waited has nothing left to be judged
            judged_at=func.coalesce(messages.c.judged_at, now),
            leased_by=None,
            lease_expires_at=None,
            trace=None,
        )
    )


def _forget_rooms(connection: Connection, rooms: set[str]) -> None:
    """Rooms in which nobody else spoke were theirs alone."""
    others = connection.execute(
        select(messages.c.room)
        .where(messages.c.room.in_(rooms), messages.c.id.not_like(f"{ERASED}%"))
        .distinct()
    ).scalars()
    alone = rooms - set(others)
    if alone:
        connection.execute(update(messages).where(messages.c.room.in_(alone)).values(room=None))
        connection.execute(delete(snoozes).where(snoozes.c.room.in_(alone)))


def _rowcount(result: Any) -> int:
    return int(cast("CursorResult[Any]", result).rowcount)
