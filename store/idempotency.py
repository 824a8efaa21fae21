"""Idempotency keys: a request sent twice is done once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from store.errors import IdempotencyConflict
from store.inserting import insert_into
from store.keys import ApiKey
from store.schema import idempotency

KEY_MAX_LENGTH = (
    255  # characters, as the IETF draft's examples and the large payment services have it
)


def recall(connection: Connection, *, caller: ApiKey, key: str, fingerprint: str) -> int | None:
    """The message that this request was answered with before; None when it is new.

    Raises IdempotencyConflict when the key was used for another request.
    """
    row = connection.execute(
        select(idempotency.c.fingerprint, idempotency.c.message_pk).where(
            idempotency.c.api_key_id == caller.id, idempotency.c.key == key
        )
    ).one_or_none()
    if row is None:
        return None
    if row.fingerprint != fingerprint:
        raise IdempotencyConflict(key)
    return None if row.message_pk is None else int(row.message_pk)


def remember(
    connection: Connection,
    *,
    caller: ApiKey,
    key: str,
    fingerprint: str,
    message_pk: int | None,
    now: datetime,
) -> int | None:
    """The request is bound to its message; the message that it is bound to from now on.

    Of two that came at the same time the first one to commit stays. Raises IdempotencyConflict.
    """
    connection.execute(
        insert_into(connection, idempotency)
        .values(
            api_key_id=caller.id, key=key, fingerprint=fingerprint, message_pk=message_pk, at=now
        )
        .on_conflict_do_nothing(index_elements=[idempotency.c.api_key_id, idempotency.c.key])
    )
    return recall(connection, caller=caller, key=key, fingerprint=fingerprint)
