"""Appeals: the sender asks that somebody else look again at what was decided.

The case is open again, for everybody but the one who decided. Whatever is decided then answers the
appeal. What the sender writes stands beside their message, in the one private column.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, func, select, update

from store import log, outbox
from store.content import read_content, write_content
from store.errors import (
    AppealTooLate,
    NotFound,
    NothingToAppeal,
    NotTheirs,
    TextGone,
    Unanswered,
)
from store.inserting import insert_into
from store.log import SYSTEM
from store.outbox import Subject
from store.schema import ID_MAX_LENGTH, cases, contents, decisions, is_id, messages
from store.schema_after import appeals
from store.urgency import counts_from
from store.voiding import void

AppealState = Literal["open", "upheld", "overturned"]

APPEALABLE = ("mask", "bounce", "refuse")  # the actions that are against the sender
DELIVERING = ("allow", "mask")  # the actions after which the message arrives
APPEAL_WINDOW = timedelta(days=183)  # six months; Regulation (EU) 2022/2065, Article 20(1)
APPEAL_MAX_LENGTH = 2_000  # characters, as a moderator's note
ANSWER_WITHIN = timedelta(days=1)  # somebody waits, and knows that it takes a person


@dataclass(frozen=True, slots=True)
class Appeal:
    """``decision_id`` is what it is against, ``outcome_id`` what answered it.

    ``text`` is what the sender wrote, and private.
    """

    id: int
    case_id: int
    decision_id: int
    state: AppealState
    at: datetime
    outcome_id: int | None
    text: str | None


def appeal(
    connection: Connection, message_id: str, *, sender: str, text: str | None, now: datetime
) -> Appeal:
    """The case waits for somebody else than who decided it. One appeal for each decision.

    The same again gives the first back, and so does one against the answer to it. Raises NotFound,
    NotTheirs, NothingToAppeal, AppealTooLate, TextGone.
    """
    row = _find(connection, message_id)
    if row.sender is not None and row.sender != sender:
        raise NotTheirs(row.message_id)
    if row.id is None:
        raise NothingToAppeal(row.message_id)
    if (earlier := _earlier(connection, row)) is not None:
        return earlier
    last = _last_decision(connection, row.id)
    if row.state != "decided" or last is None or last.action not in APPEALABLE:
        raise NothingToAppeal(row.message_id)
    if now > last.at + APPEAL_WINDOW:
        raise AppealTooLate(row.message_id, last.at + APPEAL_WINDOW)
    if row.removed_at is not None:  # nobody could read it again
        raise TextGone(row.message_id, row.removed_at)
    made = connection.execute(
        insert_into(connection, appeals)
        .values(case_id=row.id, decision_id=last.id, state="open", at=now)
        .on_conflict_do_nothing(index_elements=[appeals.c.decision_id])
        .returning(appeals.c.id)
    ).scalar_one_or_none()
    if made is None:  # it came twice at once
        return appeals_on(connection, row.id)[-1]
    _reopen(connection, row, made, barred=last.by, now=now)
    void(connection, [row.id])
    _keep_text(connection, row.message_pk, made, text)
    log.append(
        connection,
        event="case.appealed",
        subject=f"case:{row.id}",
        actor=SYSTEM,
        now=now,
        details={"appeal": made, "decision": last.id},
    )
    return appeals_on(connection, row.id)[-1]


def answer(
    connection: Connection, appeal_id: int, *, decision_id: int, action: str, now: datetime
) -> AppealState:
    """The appeal is answered by the decision; webhooks will be told. Raises Unanswered.

    It is overturned when the message arrives now and did not before, or is no longer masked.
    """
    row = connection.execute(
        select(appeals.c.case_id, decisions.c.action, cases.c.message_pk)
        .join(decisions, decisions.c.id == appeals.c.decision_id)
        .join(cases, cases.c.id == appeals.c.case_id)
        .where(appeals.c.id == appeal_id)
    ).one()
    if action not in (*APPEALABLE, *DELIVERING):
        raise Unanswered(row.case_id)
    is_milder = action == "allow" or (action in DELIVERING and row.action not in DELIVERING)
    state: AppealState = "overturned" if is_milder else "upheld"
    connection.execute(
        update(appeals).where(appeals.c.id == appeal_id).values(state=state, outcome_id=decision_id)
    )
    connection.execute(
        update(cases).where(cases.c.id == row.case_id).values(appeal_id=None, barred=None)
    )
    told = Subject(row.message_pk, case_id=row.case_id, decision_id=decision_id)
    outbox.put(connection, "appeal.decided", [told], now=now)
    return state


def ask_again(connection: Connection, decision_id: int) -> None:
    """The decision was taken back: where it answered an appeal, that waits for another answer."""
    row = connection.execute(
        update(appeals)
        .where(appeals.c.outcome_id == decision_id)
        .values(state="open", outcome_id=None)
        .returning(appeals.c.id, appeals.c.case_id, appeals.c.decision_id)
    ).one_or_none()
    if row is None:
        return
    first = select(decisions.c.by).where(decisions.c.id == row.decision_id)
    connection.execute(
        update(cases)
        .where(cases.c.id == row.case_id)
        .values(appeal_id=row.id, barred=first.scalar_subquery())
    )


def appeals_on(connection: Connection, case_id: int) -> tuple[Appeal, ...]:
    """All appeals on the case, oldest first."""
    rows = connection.execute(
        select(appeals, contents.c.content)
        .join(cases, cases.c.id == appeals.c.case_id)
        .join(contents, contents.c.message_pk == cases.c.message_pk)
        .where(appeals.c.case_id == case_id)
        .order_by(appeals.c.id)
    )
    return tuple(_as_appeal(row) for row in rows)


def appeal_answered_by(connection: Connection, decision_id: int) -> Appeal | None:
    """The appeal that the decision answers; None where it answers none any more."""
    query = select(appeals.c.case_id).where(appeals.c.outcome_id == decision_id)
    case_id = connection.execute(query).scalar_one_or_none()
    found = () if case_id is None else appeals_on(connection, case_id)
    return next((one for one in found if one.outcome_id == decision_id), None)


def appeals_by(connection: Connection, sender: str) -> dict[AppealState, int]:
    """How many appeals of the sender there are, by what became of them."""
    rows = connection.execute(
        select(appeals.c.state, func.count().label("size"))
        .join(cases, cases.c.id == appeals.c.case_id)
        .where(cases.c.sender == sender)
        .group_by(appeals.c.state)
    )
    return {row.state: row.size for row in rows}


def _find(connection: Connection, message_id: str) -> Row[Any]:
    """The message with its case, if it has one. Raises NotFound."""
    if not is_id(message_id):
        raise NotFound("message", ascii(message_id[:ID_MAX_LENGTH]))
    query: Select[Any] = (
        select(
            messages.c.id.label("message_id"),
            messages.c.pk.label("message_pk"),
            messages.c.sender,
            cases.c.id,
            cases.c.state,
            cases.c.priority,
            contents.c.removed_at,
        )
        .join(contents, contents.c.message_pk == messages.c.pk)
        .outerjoin(cases, cases.c.message_pk == messages.c.pk)
        .where(messages.c.id == message_id)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        raise NotFound("message", message_id)
    return row


def _earlier(connection: Connection, row: Row[Any]) -> Appeal | None:
    """The appeal that waits, or whose answer stands."""
    found = appeals_on(connection, row.id)
    if not found:
        return None
    last = _last_decision(connection, row.id)
    stands = row.state == "decided" and last is not None and found[-1].outcome_id == last.id
    return found[-1] if found[-1].state == "open" or stands else None


def _last_decision(connection: Connection, case_id: int) -> Row[Any] | None:
    return connection.execute(
        select(decisions)
        .where(decisions.c.case_id == case_id)
        .order_by(decisions.c.id.desc())
        .limit(1)
    ).one_or_none()


def _reopen(
    connection: Connection, row: Row[Any], appeal_id: int, *, barred: str, now: datetime
) -> None:
    connection.execute(
        update(cases)
        .where(cases.c.id == row.id)
        .values(
            state="open",
            claimed_by=None,
            claim_expires_at=None,
            action=None,
            decided_at=None,
            appeal_id=appeal_id,
            barred=barred,
            opened_at=now,
            counts_from=counts_from(row.priority, now),
            due_at=now + ANSWER_WITHIN,
        )
    )


def _keep_text(connection: Connection, message_pk: int, appeal_id: int, text: str | None) -> None:
    if text is None:
        return
    query = select(contents.c.content).where(contents.c.message_pk == message_pk)
    content = read_content(connection.execute(query.with_for_update()).scalar_one())
    written = {**content.appeals, appeal_id: text}
    connection.execute(
        update(contents)
        .where(contents.c.message_pk == message_pk)
        .values(content=write_content(content.text, content.history, content.values, written))
    )


def _as_appeal(row: Row[Any]) -> Appeal:
    return Appeal(
        row.id,
        row.case_id,
        row.decision_id,
        row.state,
        row.at,
        row.outcome_id,
        read_content(row.content).appeals.get(row.id),
    )
