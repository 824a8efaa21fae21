"""Verdicts: one for each message, and a case for each that was flagged or held."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from scanner.verdict import Verdict
from store.cases import open_case
from store.content import read_content, write_content
from store.schema import contents, messages, verdicts
from store.verdict_json import values_of, write_verdict


def record(connection: Connection, pk: int, verdict: Verdict, *, now: datetime) -> bool:
    """The message is judged, and has a case when it was flagged or held.

    False, and nothing is changed, when it had been judged before: the first verdict stays.
    """
    judged = connection.execute(
        update(messages)
        .where(messages.c.pk == pk, messages.c.state == "waiting")
        .values(state="judged", judged_at=now, leased_by=None, lease_expires_at=None)
    )
    if judged.rowcount == 0:
        return False
    connection.execute(
        insert(verdicts).values(
            message_pk=pk, decision=verdict.decision, body=write_verdict(verdict), judged_at=now
        )
    )
    values = values_of(verdict)
    if any(value is not None for value in values):
        _keep_values(connection, pk, values)
    if verdict.decision != "allow":
        open_case(connection, pk, verdict=verdict, opened_by="verdict", now=now)
    return True


def _keep_values(connection: Connection, pk: int, values: tuple[str | None, ...]) -> None:
    column = contents.c.content
    written = connection.execute(select(column).where(contents.c.message_pk == pk)).scalar_one()
    content = read_content(written)
    connection.execute(
        update(contents)
        .where(contents.c.message_pk == pk)
        .values(content=write_content(content.text, content.history, values))
    )
