"""The tables of what follows a decision. Nothing in them is of what people wrote."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from store.schema import ID_MAX_LENGTH, NAME_MAX_LENGTH, Instant, key_column, metadata, of_column

strikes = Table(
    "strikes",
    metadata,
    key_column(),
    Column("sender", String(ID_MAX_LENGTH), nullable=False),
    Column("ladder", String(16), nullable=False),
    Column("step", Integer, nullable=False),  # its place on the ladder when it was made, from 1
    of_column("cases.id", "case_id", index=True),
    of_column("decisions.id", "decision_id"),
    Column("at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("ended_at", Instant),  # taken back
    Column("ended_by", String(NAME_MAX_LENGTH)),
    Index("ix_strikes_sender_ladder", "sender", "ladder"),
)

appeals = Table(
    "appeals",
    metadata,
    key_column(),
    of_column("cases.id", "case_id", index=True),
    of_column("decisions.id", "decision_id", unique=True),  # the one that it is against
    Column("state", String(16), nullable=False),  # open, upheld, overturned
    Column("at", Instant, nullable=False),
    of_column("decisions.id", "outcome_id", nullable=True),  # the one that answered it
)
