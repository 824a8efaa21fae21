"""Labels: what moderators say of single findings, right or wrong, to teach the engine with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, select

from store import log
from store.errors import NotFound
from store.inserting import insert_into
from store.schema import labels, verdicts
from store.verdict_json import read_verdict

PAGE_LENGTH = 1_000  # labels read at a time when all are

_SAID = {True: "right", False: "wrong", None: "withdrawn"}


@dataclass(frozen=True, slots=True)
class Label:
    """One moderator's word on the finding at a place, from 0, among those of its verdict."""

    message_pk: int
    finding: int
    category: str
    source: str
    is_right: bool
    by: str
    at: datetime


def label(
    connection: Connection,
    message_pk: int,
    finding: int,
    *,
    is_right: bool | None,
    by: str,
    now: datetime,
) -> None:
    """The finding is right or wrong in their eyes; None takes back what they said.

    One word each: the last one counts. Raises NotFound when the verdict has no such finding.
    """
    body = connection.execute(
        select(verdicts.c.body).where(verdicts.c.message_pk == message_pk)
    ).scalar_one_or_none()
    findings = () if body is None else read_verdict(body, ()).findings
    if not 0 <= finding < len(findings):
        raise NotFound("finding", finding)
    if is_right is None:
        connection.execute(
            delete(labels).where(
                labels.c.message_pk == message_pk, labels.c.finding == finding, labels.c.by == by
            )
        )
    else:
        told = {"is_right": is_right, "at": now}
        connection.execute(
            insert_into(connection, labels)
            .values(
                message_pk=message_pk,
                finding=finding,
                category=findings[finding].category,
                source=findings[finding].source,
                by=by,
                **told,
            )
            .on_conflict_do_update(
                index_elements=[labels.c.message_pk, labels.c.finding, labels.c.by], set_=told
            )
        )
    log.append(
        connection,
        event="finding.labelled",
        subject=f"message:{message_pk}",
        actor=by,
        now=now,
        details={"finding": finding, "said": _SAID[is_right]},
    )


def labels_on(connection: Connection, message_pk: int) -> list[Label]:
    """What was said of a message's findings, in their order."""
    rows = connection.execute(
        select(labels)
        .where(labels.c.message_pk == message_pk)
        .order_by(labels.c.finding, labels.c.id)
    )
    return [_as_label(row) for row in rows]


def all_labels(connection: Connection) -> Iterator[Label]:
    """Every label, oldest first, read page by page."""
    after = 0
    query = select(labels).order_by(labels.c.id).limit(PAGE_LENGTH)
    while page := connection.execute(query.where(labels.c.id > after)).all():
        yield from map(_as_label, page)
        after = page[-1].id


def _as_label(row: Row[Any]) -> Label:
    return Label(
        row.message_pk, row.finding, row.category, row.source, row.is_right, row.by, row.at
    )
