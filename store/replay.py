"""What was judged, as another policy would judge it: scores and contexts, and no text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from scanner.message import Context
from scanner.verdict import Category, DecisionName, Failure
from store.messages import context_of
from store.schema import cases, messages, verdicts

BATCH = 2_000  # verdicts read at once


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict that stands. ``action`` is what a moderator decided on its case, if one has."""

    context: Context
    scores: dict[Category, float]
    failures: tuple[Failure, ...]
    decision: DecisionName
    action: str | None


def judgements(connection: Connection, *, since: datetime) -> Iterator[Judgement]:
    """All verdicts since then, newest first."""
    query = (
        select(
            *(verdicts.c.message_pk, verdicts.c.body, verdicts.c.decision),
            *(messages.c.contract, messages.c.surface, messages.c.sender_role),
            *(messages.c.relationship, messages.c.conversion_fee_paid, messages.c.received_at),
            cases.c.action,
        )
        .join(messages, messages.c.pk == verdicts.c.message_pk)
        .outerjoin(cases, cases.c.message_pk == verdicts.c.message_pk)
        .order_by(verdicts.c.message_pk.desc())
        .limit(BATCH)
    )
    before: int | None = None
    while True:
        page = query if before is None else query.where(verdicts.c.message_pk < before)
        rows = connection.execute(page).all()
        for row in rows:
            if row.received_at < since:
                return
            body = json.loads(row.body)
            yield Judgement(
                context=context_of(row),
                scores=body["scores"],
                failures=tuple(Failure(**failure) for failure in body["failures"]),
                decision=row.decision,
                action=row.action,
            )
        if len(rows) < BATCH:
            return
        before = rows[-1].message_pk
