"""All that is kept on a sender, for the one who asks after it. docs/privacy.md has the shape.

It says nothing of others: neither what the other side wrote nor who reported, looked or decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from scanner.message import Earlier
from scanner.wire import verdict_record
from store import log
from store.appeals import appeals_on
from store.content import read_content
from store.decisions import Decision, decisions_of
from store.details import fingerprinted
from store.goldens import Golden, goldens_on
from store.labels import labels_on
from store.messages import whole_messages
from store.reports import reports_on
from store.reviews import Review, answers_on
from store.schema import cases, deliveries, messages, reports
from store.schema import log as log_rows
from store.schema_after import strikes
from store.verdict_json import read_verdict

PAGE_MAX_LENGTH = 200  # messages


@dataclass(frozen=True, slots=True)
class Page:
    """``messages`` are plain values as docs/privacy.md has them; ``last`` is the last one's pk."""

    messages: list[dict[str, Any]]
    last: int | None


def page_of(connection: Connection, sender: str, *, after: int, limit: int) -> Page:
    """Their messages behind the pk ``after``, oldest first, each with all that was made of it."""
    rows = connection.execute(
        whole_messages()
        .where(messages.c.sender == sender, messages.c.pk > after)
        .order_by(messages.c.pk)
        .limit(min(limit, PAGE_MAX_LENGTH))
    ).all()
    looks = _looks(connection, rows)
    told = [_message(connection, row, looks) for row in rows]
    return Page(told, rows[-1].pk if len(rows) == limit else None)


def reports_made(connection: Connection, sender: str) -> list[dict[str, Any]]:
    """What they reported of others, oldest first."""
    rows = connection.execute(
        select(messages.c.id, reports.c.reason, reports.c.at)
        .join(messages, messages.c.pk == reports.c.message_pk)
        .where(reports.c.reporter == sender)
        .order_by(reports.c.id)
    )
    return [{"message_id": row.id, "reason": row.reason, "at": row.at} for row in rows]


def strikes_of(connection: Connection, sender: str) -> list[dict[str, Any]]:
    """What violations brought them, oldest first, those that count no more, too."""
    names = ("ladder", "step", "at", "expires_at", "ended_at")
    query = select(strikes).where(strikes.c.sender == sender).order_by(strikes.c.id)
    return [{name: getattr(row, name) for name in names} for row in connection.execute(query)]


def _message(
    connection: Connection, row: Row[Any], looks: Mapping[str, Sequence[dict[str, Any]]]
) -> dict[str, Any]:
    content = read_content(row.content)
    verdict = None if row.body is None else read_verdict(row.body, content.values)
    return {
        "id": row.id,
        "room": row.room,
        "state": row.state,
        "sent_at": row.sent_at,
        "sender_since": row.sender_since,
        "received_at": row.received_at,
        "judged_at": row.judged_at,
        "context": {
            "contract": row.contract,
            "surface": row.surface,
            "sender_role": row.sender_role,
            "relationship": row.relationship,
            "conversion_fee_paid": row.conversion_fee_paid,
        },
        "text": content.text,
        "text_removed": row.removed_by,
        "earlier": _own(content.history, row.sender_role),
        "verdict": None if verdict is None else verdict_record(verdict, id=row.id),
        "labels": [
            {"finding": one.finding, "is_right": one.is_right, "at": one.at}
            for one in labels_on(connection, row.pk)
        ],
        "fingerprinted": fingerprinted(connection, row.pk),
        "reports": [{"reason": one.reason, "at": one.at} for one in reports_on(connection, row.pk)],
        "case": None if row.case_id is None else _case(connection, row.case_id),
        "events": _events(connection, row.pk),
        "looked_at": [
            *looks.get(f"message:{row.pk}", ()),
            *looks.get(f"case:{row.case_id}", ()),
        ],
    }


def _own(history: Sequence[Earlier], role: str | None) -> list[str]:
    """What they themselves had said before, as far as the sides tell."""
    return [
        entry.text
        for entry in history
        if entry.text and role is not None and entry.sender_role == role
    ]


def _case(connection: Connection, case_id: int) -> dict[str, Any]:
    row = connection.execute(select(cases).where(cases.c.id == case_id)).one()
    names = ("id", "state", "opened_by", "opened_at", "decision", "category", "score", "priority")
    more = ("language", "due_at", "action", "decided_at")
    return {
        **{name: getattr(row, name) for name in (*names, *more)},
        "decisions": [_decision(one) for one in decisions_of(connection, case_id)],
        "appeals": [
            {"state": one.state, "at": one.at, "text": one.text}
            for one in appeals_on(connection, case_id)
        ],
        "second_looks": [
            *(_decision(one) for one in answers_on(connection, case_id)),
            *(_taught(one) for one in goldens_on(connection, case_id)),
        ],
    }


def _decision(decision: Decision | Review) -> dict[str, Any]:
    return {
        "action": decision.action,
        "reason": decision.reason,
        "note": decision.note,
        "at": decision.at,
    }


def _taught(golden: Golden) -> dict[str, Any]:
    """What colleagues are taught by the case; the sentence is the note."""
    return {"action": golden.actions[0], "reason": None, "note": golden.why, "at": golden.at}


def _events(connection: Connection, pk: int) -> list[dict[str, Any]]:
    rows = connection.execute(
        select(deliveries.c.event, deliveries.c.state, deliveries.c.created_at)
        .where(deliveries.c.message_pk == pk)
        .order_by(deliveries.c.id)
    )
    return [{"event": row.event, "state": row.state, "at": row.created_at} for row in rows]


def _looks(connection: Connection, rows: Sequence[Row[Any]]) -> dict[str, list[dict[str, Any]]]:
    """When people looked at what they wrote, by what the log says it was."""
    subjects = [f"message:{row.pk}" for row in rows]
    subjects += [f"case:{row.case_id}" for row in rows if row.case_id is not None]
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in connection.execute(
        select(log_rows.c.subject, log_rows.c.at, log_rows.c.event)
        .where(log_rows.c.subject.in_(subjects), log_rows.c.event.in_(log.LOOKS))
        .order_by(log_rows.c.seq)
    ):
        found[row.subject].append({"at": row.at, "details": row.event == log.REVEALED})
    return found
