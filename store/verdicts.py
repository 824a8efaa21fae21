"""Verdicts: one for each message, and a case for each that was flagged or held."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import Connection, bindparam, insert, select, update

from scanner.verdict import DECISIONS, Verdict
from store import log, outbox
from store.cases import open_case
from store.content import Content, read_content, write_content
from store.details import Told, note_details
from store.log import SYSTEM
from store.outbox import Subject
from store.schema import cases, contents, messages, verdicts
from store.snoozes import lifted
from store.verdict_json import values_of, write_verdict


def record(
    connection: Connection,
    pk: int,
    verdict: Verdict,
    *,
    now: datetime,
    language: str | None = None,
) -> bool:
    """The message is judged, and has a case, in its language, when it was flagged or held.

    False, and nothing is changed, when it had been judged before: the first verdict stays.
    """
    languages = {} if language is None else {pk: language}
    return record_all(connection, {pk: verdict}, now=now, languages=languages) == [pk]


def record_all(
    connection: Connection,
    given: Mapping[int, Verdict],
    *,
    now: datetime,
    languages: Mapping[int, str] = MappingProxyType({}),
    traces: Mapping[int, str] = MappingProxyType({}),
) -> list[int]:
    """The same for many messages at once; the pks of those that had not been judged before.

    1. Their rows are taken, in one statement. 2. What is snoozed in their rooms is left out. 3. The
    verdicts stand, their values in the private column and fingerprints of them beside. 4. Webhooks
    will be told, and cases are opened. 5. It is logged.
    ``traces`` are what the webhooks go on with; that of the block around, where one has none.
    """
    rows = connection.execute(
        update(messages)
        .where(messages.c.pk.in_(given), messages.c.state == "waiting")
        .values(state="judged", judged_at=now, leased_by=None, lease_expires_at=None, trace=None)
        .returning(messages.c.pk, messages.c.sender)
    )
    senders = {row.pk: row.sender for row in rows}
    pks = sorted(senders)
    if not pks:
        return []
    said = {pk: given[pk] for pk in pks}
    given = lifted(connection, said, now=now)
    snoozed = [pk for pk in pks if given[pk] != said[pk]]
    connection.execute(
        insert(verdicts),
        [
            {
                "message_pk": pk,
                "decision": given[pk].decision,
                "body": write_verdict(given[pk]),
                "judged_at": now,
            }
            for pk in pks
        ],
    )
    _keep_values(connection, {pk: values_of(given[pk]) for pk in pks})
    note_details(connection, {pk: Told(senders[pk], given[pk], now) for pk in pks})
    told = [Subject(pk, trace=traces.get(pk)) for pk in pks]
    outbox.put(connection, "message.judged", told, now=now)
    judged = {pk: given[pk] for pk in pks}
    _open_cases(connection, judged, now=now, languages=languages, traces=traces)
    log.append(
        connection,
        event="messages.judged",
        subject=f"message:{pks[0]}",
        actor=SYSTEM,
        now=now,
        details={
            **{name: [pk for pk in pks if given[pk].decision == name] for name in DECISIONS},
            **({"snoozed": snoozed} if snoozed else {}),
        },
    )
    return pks


def _open_cases(
    connection: Connection,
    judged: Mapping[int, Verdict],
    *,
    now: datetime,
    languages: Mapping[int, str],
    traces: Mapping[int, str],
) -> None:
    """Each has a case that was flagged, held or reported; those that had one come first.

    A moderator may have such a case in hand, and be waiting for the log that we are about to take.
    """
    query = select(cases.c.message_pk).where(cases.c.message_pk.in_(judged))
    reported = set(connection.execute(query).scalars())
    for pk in sorted(judged, key=lambda pk: (pk not in reported, pk)):
        if pk in reported or judged[pk].decision != "allow":
            open_case(
                connection,
                pk,
                verdict=judged[pk],
                opened_by="verdict",
                now=now,
                language=languages.get(pk),
                trace=traces.get(pk),
            )


def _keep_values(connection: Connection, found: Mapping[int, tuple[str | None, ...]]) -> None:
    """What the findings say stands beside the text, and is erased with it."""
    telling = [pk for pk, values in found.items() if any(value is not None for value in values)]
    if not telling:
        return
    rows = connection.execute(
        select(contents).where(contents.c.message_pk.in_(telling), contents.c.removed_at.is_(None))
    ).all()
    if not rows:
        return
    written = [(row.message_pk, read_content(row.content)) for row in rows]
    connection.execute(
        update(contents).where(contents.c.message_pk == bindparam("pk")),
        [{"pk": pk, "content": _with_values(content, found[pk])} for pk, content in written],
    )


def _with_values(content: Content, values: tuple[str | None, ...]) -> str:
    return write_content(content.text, content.history, values, content.appeals)
