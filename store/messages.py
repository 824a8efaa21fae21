"""Messages: kept once, lent to one worker at a time, read with the room around them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from scanner.message import Context, Message
from scanner.verdict import Verdict
from store import log
from store.content import UNKNOWN, Removal, fingerprint, read_content, write_content
from store.errors import InvalidId, MessageConflict, NotFound
from store.inserting import insert_into
from store.log import SYSTEM
from store.rooms import histories_of, history_for
from store.schema import ID_MAX_LENGTH, cases, contents, is_id, messages, verdicts
from store.verdict_json import read_verdict

State = Literal["waiting", "judged"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A message is kept. ``is_new`` is False for one that was there already, the very same."""

    pk: int
    id: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Leased:
    """A message lent to be judged; ``attempts`` counts this one, so above 1 a worker was lost.

    ``trace`` is the ``traceparent`` of the request that brought it, where that is traced.
    """

    pk: int
    attempts: int
    received_at: datetime
    trace: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """All that is known of a message. ``verdict`` and ``judged_at`` are None while it waits.

    ``message`` has the history that the caller gave, else what came before in its room. ``removed``
    says why its text, and what was found in it, are not kept any more.
    """

    pk: int
    id: str
    message: Message
    state: State
    received_at: datetime
    judged_at: datetime | None
    verdict: Verdict | None
    case_id: int | None
    removed: Removal | None = None


def receive(
    connection: Connection, given: Sequence[Message], *, now: datetime, trace: str | None = None
) -> list[Receipt]:
    """All are kept and wait to be judged; one receipt each, in their order.

    Every message has an id. The same message again gets the receipt of the first. Raises InvalidId
    and MessageConflict; then the caller's transaction has to be undone, so that none is kept.
    """
    prints: dict[str, str] = {}
    first: dict[str, Message] = {}
    conflicts = set()
    for index, message in enumerate(given):
        id = _checked_id(index, message)
        seal = fingerprint(message)
        if prints.setdefault(id, seal) != seal:
            conflicts.add(id)
        first.setdefault(id, message)
    new = _insert(connection, first, prints, now=now, trace=trace)
    known = select(messages.c.pk, messages.c.id, messages.c.fingerprint).where(
        messages.c.id.in_(prints.keys() - new.keys())
    )
    old = {row.id: row for row in connection.execute(known)} if len(new) < len(prints) else {}
    conflicts.update(id for id, row in old.items() if row.fingerprint not in (prints[id], UNKNOWN))
    if conflicts:
        raise MessageConflict(sorted(conflicts))
    if new:
        log.append(
            connection,
            event="messages.received",
            subject=f"message:{min(new.values())}",
            actor=SYSTEM,
            now=now,
            details={"messages": sorted(new.values())},
        )
    receipts, seen = [], set(old)
    for message in given:
        id = str(message.id)
        pk = new[id] if id in new else old[id].pk
        receipts.append(Receipt(pk, id, is_new=id not in seen))
        seen.add(id)
    return receipts


def lease_waiting(
    connection: Connection, *, by: str, limit: int, lease: timedelta, now: datetime
) -> list[Leased]:
    """The oldest messages that wait and are nobody's are theirs until the lease runs out.

    One conditional UPDATE; on PostgreSQL it steps over what another is taking at this moment.
    """
    waiting = messages.alias("waiting")
    # A CTE that locks is worked out once. A mere subquery PostgreSQL may work out again for each
    # row, stepping every time over what it took before, and so lease all there is.
    free = (
        select(waiting.c.pk)
        .where(_is_waiting(waiting), _is_free(waiting, now))
        .order_by(waiting.c.pk)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte("free")
    )
    rows = connection.execute(
        update(messages)
        .where(messages.c.pk.in_(select(free.c.pk)), _is_waiting(messages))
        .values(leased_by=by, lease_expires_at=now + lease, attempts=messages.c.attempts + 1)
        .returning(messages.c.pk, messages.c.attempts, messages.c.received_at, messages.c.trace)
    )
    leased = (Leased(row.pk, row.attempts, row.received_at, row.trace) for row in rows)
    return sorted(leased, key=lambda one: one.pk)


def give_back(connection: Connection, pks: Collection[int], *, by: str) -> None:
    """Those of these that wait and are theirs are nobody's, as if they had not been leased."""
    connection.execute(
        update(messages)
        .where(messages.c.pk.in_(pks), _is_waiting(messages), messages.c.leased_by == by)
        .values(leased_by=None, lease_expires_at=None, attempts=messages.c.attempts - 1)
    )


def any_waiting(connection: Connection, pks: Collection[int]) -> bool:
    """Whether any of these is still to be judged."""
    query = select(messages.c.pk).where(messages.c.pk.in_(pks), _is_waiting(messages)).limit(1)
    return connection.execute(query).first() is not None


def count_left(connection: Connection, *, now: datetime, older_than: timedelta) -> int:
    """How many messages wait, are nobody's, and came longer ago than that."""
    query = select(func.count()).select_from(messages)
    return connection.execute(
        query.where(
            _is_waiting(messages),
            _is_free(messages, now),
            messages.c.received_at <= now - older_than,
        )
    ).scalar_one()


def count_waiting(connection: Connection, *, at_most: int | None = None) -> int:
    """How many messages are still to be judged; counted no further than ``at_most``."""
    waiting = select(messages.c.pk).where(_is_waiting(messages)).limit(at_most).subquery()
    return connection.execute(select(func.count()).select_from(waiting)).scalar_one()


def oldest_waiting(connection: Connection) -> datetime | None:
    """When the message came that has waited longest; None when none waits."""
    query = select(messages.c.received_at).where(_is_waiting(messages)).order_by(messages.c.pk)
    return connection.execute(query.limit(1)).scalar_one_or_none()


def load(connection: Connection, pks: Collection[int]) -> dict[int, Message]:
    """The messages by their pk in ascending order, each with the talk before it."""
    rows = connection.execute(
        select(messages, contents.c.content)
        .join(contents, contents.c.message_pk == messages.c.pk)
        .where(messages.c.pk.in_(pks))
        .order_by(messages.c.pk)
    )
    loaded = {row.pk: _as_message(row) for row in rows}
    return loaded | histories_of(
        connection, {pk: bare for pk, bare in loaded.items() if not bare.history}
    )


def with_room(connection: Connection, message: Message) -> Message:
    """A message that is not kept yet, with what its room says so far when it has no history."""
    return message if message.history else history_for(connection, message)


def find(connection: Connection, id: str) -> Stored:
    """All that is known of the message with this id of the marketplace. Raises NotFound."""
    pk = None
    if is_id(id):
        query = select(messages.c.pk).where(messages.c.id == id)
        pk = connection.execute(query).scalar_one_or_none()
    if pk is None:
        raise NotFound("message", ascii(id[:ID_MAX_LENGTH]))
    return find_by_pk(connection, pk)


def whole_messages() -> Select[Any]:
    """A query for messages with their content, verdict and case, none chosen yet."""
    return (
        select(
            messages,
            contents.c.content,
            contents.c.removed_at,
            contents.c.removed_by,
            verdicts.c.body,
            cases.c.id.label("case_id"),
        )
        .join(contents, contents.c.message_pk == messages.c.pk)
        .outerjoin(verdicts, verdicts.c.message_pk == messages.c.pk)
        .outerjoin(cases, cases.c.message_pk == messages.c.pk)
    )


def find_by_pk(connection: Connection, pk: int, *, in_room: bool = True) -> Stored:
    """The same, by our own key; not ``in_room``, without what came before. Raises NotFound."""
    row = connection.execute(whole_messages().where(messages.c.pk == pk)).one_or_none()
    if row is None:
        raise NotFound("message", pk)
    message = _as_message(row)
    if in_room and not message.history:
        message = histories_of(connection, {pk: message}).get(pk, message)
    return Stored(
        pk=pk,
        id=row.id,
        message=message,
        state=row.state,
        received_at=row.received_at,
        judged_at=row.judged_at,
        verdict=None
        if row.body is None
        else read_verdict(row.body, read_content(row.content).values),
        case_id=row.case_id,
        removed=row.removed_by,
    )


def _is_waiting(table: FromClause) -> ColumnElement[bool]:
    # Written out rather than bound: both databases then see that the partial index answers it.
    return table.c.state == literal_column("'waiting'")


def _is_free(table: FromClause, now: datetime) -> ColumnElement[bool]:
    return or_(table.c.lease_expires_at.is_(None), table.c.lease_expires_at <= now)


def _checked_id(index: int, message: Message) -> str:
    """The message's id, when it and the other ids can be kept. Raises InvalidId."""
    for field in ("id", "room", "sender"):
        value = getattr(message, field)
        if value is None and field != "id":
            continue
        if value is None or not is_id(value):
            raise InvalidId(index, field, ID_MAX_LENGTH)
    return str(message.id)


def _insert(
    connection: Connection,
    given: dict[str, Message],
    prints: dict[str, str],
    *,
    now: datetime,
    trace: str | None,
) -> dict[str, int]:
    """The messages whose ids were not there are; their pks by id, ascending in the order given."""
    rows = connection.execute(
        insert_into(connection, messages)
        .on_conflict_do_nothing()
        .returning(messages.c.pk, messages.c.id),
        [
            {
                "id": id,
                "room": message.room,
                "sender": message.sender,
                "sent_at": message.sent_at,
                "sender_since": message.sender_since,
                "contract": message.context.contract,
                "surface": message.context.surface,
                "sender_role": message.context.sender_role,
                "relationship": message.context.relationship,
                "conversion_fee_paid": message.context.conversion_fee_paid,
                "fingerprint": prints[id],
                "state": "waiting",
                "attempts": 0,
                "received_at": now,
                "trace": trace,
            }
            for id, message in given.items()
        ],
    )
    new = {row.id: row.pk for row in rows}
    if new:
        connection.execute(
            insert(contents),
            [
                {"message_pk": pk, "content": write_content(given[id].text, given[id].history)}
                for id, pk in new.items()
            ],
        )
    return new


def _as_message(row: Row[Any]) -> Message:
    content = read_content(row.content)
    return Message(
        id=row.id,
        text=content.text,
        sender=row.sender,
        room=row.room,
        sent_at=row.sent_at,
        sender_since=row.sender_since,
        context=context_of(row),
        history=content.history,
    )


def context_of(row: Any) -> Context:
    """The context that a row of messages keeps in columns of its own."""
    return Context(
        contract=row.contract,
        surface=row.surface,
        sender_role=row.sender_role,
        relationship=row.relationship,
        conversion_fee_paid=row.conversion_fee_paid,
    )
