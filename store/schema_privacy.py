"""The tables of what is kept for a time, known again or forgotten."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from store.instant import Instant
from store.schema import (
    ID_MAX_LENGTH,
    SHA256_LENGTH,
    Key,
    key_column,
    metadata,
    of_column,
)

details = Table(
    "details",
    metadata,
    of_column("messages.pk", "message_pk", primary_key=True, autoincrement=False),
    Column("finding", Integer, primary_key=True, autoincrement=False),  # as in labels
    Column("key", String(16), nullable=False),
    Column("fingerprint", String(SHA256_LENGTH), nullable=False),  # store/details.py
    Column("sender", String(ID_MAX_LENGTH), nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_details_fingerprint_sender", "fingerprint", "sender"),
)

key_proofs = Table(
    "key_proofs",
    metadata,
    Column("kind", String(16), primary_key=True),  # text, fingerprint
    Column("id", String(16), primary_key=True),
    Column("proof", String(SHA256_LENGTH), nullable=False),  # tells a wrong key of the same name
)

aliases = Table(
    "aliases",
    metadata,
    key_column(),  # the log says ``sender:7`` for the one whose id stands here
    Column("sender", String(ID_MAX_LENGTH), unique=True),  # NULL once they are erased
)

chores = Table(
    "chores",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("next_at", Instant, nullable=False),  # whoever moves this on does it
    Column("done_at", Instant),
)

removals = Table(
    "removals",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("count", Key, nullable=False),  # removed since the beginning
)
