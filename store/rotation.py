"""Everything is encrypted and fingerprinted by the newest key; old rows are taken along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, Text, func, or_, select, type_coerce, update

from config.keys import Key
from store.content import read_content
from store.details import Told, note_details
from store.keyring import keyring_of
from store.schema import contents, decisions, messages, verdicts, webhooks
from store.schema_after import goldens, reviews
from store.schema_privacy import key_proofs
from store.sealed import MARK, starts_with
from store.verdict_json import read_verdict

SEALED: Sequence[tuple[Table, Column[Any], tuple[Column[Any], ...]]] = (
    (contents, contents.c.message_pk, (contents.c.content,)),
    (decisions, decisions.c.id, (decisions.c.note,)),
    (reviews, reviews.c.id, (reviews.c.note,)),
    (goldens, goldens.c.id, (goldens.c.why,)),
    (webhooks, webhooks.c.id, (webhooks.c.secret, webhooks.c.old_secret)),
)
"""Every table with encrypted columns: its key, and these columns."""


def reseal(
    connection: Connection,
    table: Table,
    by: Column[Any],
    columns: Sequence[Column[Any]],
    *,
    after: int,
    limit: int,
) -> tuple[int, int | None]:
    """A page of the table is encrypted with the newest key.

    How many rows were not before, and the key behind which the next page begins; None at the end.
    """
    newest = keyring_of(connection.dialect).text[0]
    old = or_(*(_is_old(column, newest) for column in columns))
    rows = connection.execute(
        select(by.label("key"), *columns)
        .where(by > after, old)
        .order_by(by)
        .limit(limit)
        .with_for_update()
    ).all()
    for row in rows:
        values = {column: getattr(row, column.name) for column in columns}
        connection.execute(update(table).where(by == row.key).values(values))
    return len(rows), rows[-1].key if len(rows) == limit else None


def count_by_key(connection: Connection) -> dict[str, int]:
    """How many values each key encrypts, by its name; "" counts those that are in the clear."""
    names = {key.id for key in keyring_of(connection.dialect).text}
    names |= set(
        connection.execute(select(key_proofs.c.id).where(key_proofs.c.kind == "text")).scalars()
    )
    counts: Counter[str] = Counter()
    for table, _, columns in SEALED:
        for column in columns:
            raw, count = type_coerce(column, Text), select(func.count()).select_from(table)
            counts[""] += connection.execute(
                count.where(column.is_not(None), raw.not_like(f"{MARK}%"))
            ).scalar_one()
            for name in names:
                like = raw.like(f"{MARK}{name}:%")
                counts[name] += connection.execute(count.where(like)).scalar_one()
    return {name: count for name, count in sorted(counts.items()) if count}


def renew_details(connection: Connection, *, after: int, limit: int) -> tuple[int, int | None]:
    """A page of stopped messages whose text is kept has its fingerprints by the newest key.

    Those of older keys whose text is gone stay as they are: they match among themselves. How many
    fingerprints were made, and the pk behind which the next page begins; None at the end.
    """
    rows = connection.execute(
        select(
            messages.c.pk,
            messages.c.sender,
            messages.c.judged_at,
            contents.c.content,
            verdicts.c.body,
        )
        .join(contents, contents.c.message_pk == messages.c.pk)
        .join(verdicts, verdicts.c.message_pk == messages.c.pk)
        .where(
            messages.c.pk > after, contents.c.removed_at.is_(None), verdicts.c.decision != "allow"
        )
        .order_by(messages.c.pk)
        .limit(limit)
    ).all()
    told = {
        row.pk: Told(
            row.sender, read_verdict(row.body, read_content(row.content).values), row.judged_at
        )
        for row in rows
    }
    made = note_details(connection, told)
    return made, rows[-1].pk if len(rows) == limit else None


def _is_old(column: Column[Any], newest: Key) -> Any:
    raw = type_coerce(column, Text)
    return column.is_not(None) & raw.not_like(f"{starts_with(newest)}%")
