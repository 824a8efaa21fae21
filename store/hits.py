"""What each rule found or excused in what was judged, and what moderators said of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from store.labels import PAGE_LENGTH
from store.replay import OUTCOME, Outcome, first_since
from store.schema import cases, labels, messages, verdicts

_SOURCE = re.compile(r'"source":"([^"\\]+)"')


@dataclass(slots=True)
class Heard:
    """The messages that a rule spoke in, by what moderators decided, and labels on its findings."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    labels: Counter[bool] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Hit:
    """A message that a rule spoke in; ``case_id`` is None where it has no case."""

    case_id: int | None
    received_at: datetime
    outcome: Outcome


def heard_of_all(
    connection: Connection, *, since: datetime, limit: int
) -> tuple[Mapping[str, Heard], int]:
    """By the source of findings and excuses, rules among them, and how many were looked at.

    Of messages in which something was found; at most so many of the newest.
    """
    body = verdicts.c.body
    speaks = or_(*(_find(connection, f'"{name}":[]') == 0 for name in ("findings", "excuses")))
    query = _judged(connection, since, body).where(speaks).limit(limit)
    found: defaultdict[str, Heard] = defaultdict(Heard)
    looked = 0
    for row in connection.execute(query).yield_per(PAGE_LENGTH):
        looked += 1
        for source in set(_SOURCE.findall(row.body)):
            found[source].outcomes[row.outcome] += 1
    said = select(labels.c.source, labels.c.is_right, func.count().label("size"))
    grouped = said.where(labels.c.at >= since).group_by(labels.c.source, labels.c.is_right)
    for row in connection.execute(grouped):
        found[row.source].labels[bool(row.is_right)] = row.size
    return dict(found), looked


def hits_of(connection: Connection, source: str, *, since: datetime, limit: int) -> list[Hit]:
    """The newest messages that one rule spoke in, at most so many."""
    query = _judged(connection, since, cases.c.id.label("case_id"), messages.c.received_at)
    rows = connection.execute(
        query.where(_find(connection, f'"source":"{source}"') > 0).limit(limit)
    )
    return [Hit(row.case_id, row.received_at, row.outcome) for row in rows]


def labels_of(connection: Connection, source: str, *, since: datetime) -> Counter[bool]:
    """How many of its findings were said to be right, and wrong."""
    rows = connection.execute(
        select(labels.c.is_right, func.count().label("size"))
        .where(labels.c.source == source, labels.c.at >= since)
        .group_by(labels.c.is_right)
    )
    return Counter({bool(row.is_right): row.size for row in rows})


def _judged(connection: Connection, since: datetime, *columns: ColumnElement[Any]) -> Select[Any]:
    return (
        select(
            *columns,
            OUTCOME.label("outcome"),
        )
        .select_from(messages)
        .join(verdicts, verdicts.c.message_pk == messages.c.pk)
        .outerjoin(cases, cases.c.message_pk == messages.c.pk)
        .where(
            messages.c.pk >= first_since(connection, since=since), messages.c.received_at >= since
        )
        .order_by(messages.c.pk.desc())
    )


def _find(connection: Connection, part: str) -> ColumnElement[int]:
    find = func.strpos if connection.dialect.name == "postgresql" else func.instr
    return find(verdicts.c.body, part)
