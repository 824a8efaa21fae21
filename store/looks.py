"""Who looked at what people wrote. A look leaves a row in the log, or shows nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from store import log
from store.aliases import alias_of


def look_at_case(
    connection: Connection, case_id: int, *, by: str, now: datetime, beside: Iterable[int] = ()
) -> None:
    """The log says that they read the case; ``beside`` are cases whose texts stood next to it."""
    log.append(
        connection,
        event="case.read",
        subject=f"case:{case_id}",
        actor=by,
        now=now,
        details={"beside": sorted({*beside} - {case_id})},
    )


def look_at_list(
    connection: Connection, case_ids: Iterable[int], *, by: str, now: datetime
) -> None:
    """The log says that they saw these cases in a list with their texts. None leave no row."""
    _look_at_all(connection, "cases", case_ids, by=by, now=now)


def look_at_messages(
    connection: Connection, message_pks: Iterable[int], *, by: str, now: datetime
) -> None:
    """The same for messages that may have no case. None leave no row."""
    _look_at_all(connection, "messages", message_pks, by=by, now=now)


def _look_at_all(
    connection: Connection, kind: str, numbers: Iterable[int], *, by: str, now: datetime
) -> None:
    seen = sorted(numbers)
    if seen:
        details = {kind: seen}
        log.append(
            connection, event=f"{kind}.read", subject=kind, actor=by, now=now, details=details
        )


def look_at_message(connection: Connection, message_pk: int, *, by: str, now: datetime) -> None:
    """The log says that they saw what was found in a message."""
    log.append(connection, event="message.read", subject=f"message:{message_pk}", actor=by, now=now)


def look_at_sender(
    connection: Connection, sender: str, *, by: str, now: datetime, messages: int
) -> None:
    """The log says that they were given all that is kept on the sender, by the sender's number."""
    log.append(
        connection,
        event="sender.exported",
        subject=alias_of(connection, sender),
        actor=by,
        now=now,
        details={"messages": messages},
    )
