"""The tables of what follows a decision. Only notes in them are written by people."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from store.instant import Instant
from store.schema import ID_MAX_LENGTH, NAME_MAX_LENGTH, Key, key_column, metadata, of_column
from store.sealed import Sealed

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

reviews = Table(
    "reviews",
    metadata,
    key_column(),
    of_column("cases.id", "case_id", index=True),
    of_column("decisions.id", "decision_id"),  # the one that is compared with
    Column("state", String(16), nullable=False),  # open, claimed, done, void
    Column("made_at", Instant, nullable=False),
    Column("by", String(NAME_MAX_LENGTH)),
    Column("claim_expires_at", Instant),
    Column("action", String(16)),
    Column("reason", String(32)),
    Column("note", Sealed("reviews.note")),
    Column("at", Instant),
    Column("golden_id", Key, index=True),  # of goldens: given to teach, and not compared
    Index("ix_reviews_state_id", "state", "id"),
    Index("ix_reviews_by_id", "by", "id"),
)

goldens = Table(  # cases with a known answer, which come up among the others to teach
    "goldens",
    metadata,
    key_column(),
    of_column("cases.id", "case_id", index=True),
    of_column("decisions.id", "decision_id"),  # the one that stood when it was marked
    Column("actions", String(64), nullable=False),  # the right ones, parted by blanks
    Column("why", Sealed("goldens.why")),  # a sentence; gone with the text of the message
    Column("by", String(NAME_MAX_LENGTH), nullable=False),
    Column("at", Instant, nullable=False),
    Column("retired_at", Instant),
)

days = Table(  # counted once, when they are over: store/days.py
    "days",
    metadata,
    Column("day", String(10), primary_key=True),  # 2026-11-26, of UTC
    Column("kind", String(16), primary_key=True),  # all, category, language, people
    Column("name", String(NAME_MAX_LENGTH), primary_key=True),  # empty where it is not known
    Column("opened", Integer),  # of all together alone
    *(Column(name, Integer, nullable=False) for name in ("decided", "in_time")),
    *(
        Column(action, Integer, nullable=False)  # how many of the decided
        for action in ("allow", "mask", "bounce", "refuse", "escalate")
    ),
)
