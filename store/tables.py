"""The tables. What people wrote stands in ``contents.content`` and in no other column.

The one exception are the notes that moderators write themselves, ``decisions.note``.
Times are UTC. A ``pk`` counts up in the order of arrival and is ours; ``messages.id`` is the
marketplace's.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from store.columns import IDENTIFIER_MAX_LENGTH, AsciiJson, Json, PrimaryKey, Utc

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_WORD = String(40)  # a value of one of our own closed sets; the longest is 19 characters
_NAME = String(IDENTIFIER_MAX_LENGTH)
_DIGEST = LargeBinary(32)  # SHA-256


def _one_of(column: str, *values: str) -> CheckConstraint:
    names = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({names})", name=column)


messages = Table(
    "messages",
    metadata,
    Column("pk", PrimaryKey, primary_key=True),
    Column("id", _NAME, nullable=False, unique=True),
    Column("room", _NAME),
    Column("sender", _NAME),
    Column("sent_at", Utc),
    Column("contract", _WORD, nullable=False),
    Column("surface", _WORD, nullable=False),
    Column("sender_role", _WORD),
    Column("relationship", _WORD, nullable=False),
    Column("conversion_fee_paid", Boolean, nullable=False),
    Column("received_at", Utc, nullable=False),
    Column("state", _WORD, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("leased_by", _NAME),
    Column("lease_expires_at", Utc),
    Column("judged_at", Utc),
    _one_of("state", "waiting", "judged"),
    Index("ix_messages_room_pk", "room", "pk"),
    Index("ix_messages_sender_pk", "sender", "pk"),
    Index(
        "ix_messages_waiting",
        "pk",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    sqlite_autoincrement=True,  # the pk of an erased message is never given to another
)

contents = Table(
    "contents",
    metadata,
    Column(
        "message_pk",
        ForeignKey("messages.pk", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    # {"text": str, "history": [[role or null, str], ...], "values": {"index of a finding": str}}
    Column("content", AsciiJson, nullable=False),
)

verdicts = Table(
    "verdicts",
    metadata,
    # The primary key is what makes a message judged exactly once.
    Column(
        "message_pk",
        ForeignKey("messages.pk", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("decision", _WORD, nullable=False),
    Column("reasons", Json, nullable=False),
    Column("findings", Json, nullable=False),  # without their values
    Column("excuses", Json, nullable=False),
    Column("scores", Json, nullable=False),
    Column("failures", Json, nullable=False),
    Column("versions", Json, nullable=False),
    Column("otherwise", Json, nullable=False),
    Column("elapsed_ms", Float),
    Column("judged_at", Utc, nullable=False),
    _one_of("decision", "allow", "flag", "hold"),
)

cases = Table(
    "cases",
    metadata,
    Column("id", PrimaryKey, primary_key=True),
    Column(
        "message_pk", ForeignKey("messages.pk", ondelete="CASCADE"), nullable=False, unique=True
    ),
    Column("state", _WORD, nullable=False),
    Column("opened_by", _WORD, nullable=False),
    Column("decision", _WORD),  # of the verdict; NULL when reported before it was judged
    Column("category", _WORD),  # that weighs most; NULL when there is a report alone
    Column("score", Float),
    Column("stage", _WORD, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("escalated", Boolean, nullable=False),
    Column("opened_at", Utc, nullable=False),
    Column("claimed_by", _NAME),
    Column("claim_expires_at", Utc),
    Column("decided_by", _NAME),
    Column("decided_at", Utc),
    Column("action", _WORD),
    _one_of("state", "open", "claimed", "decided"),
    _one_of("opened_by", "verdict", "report"),
    Index("ix_cases_state_priority", "state", "priority", "opened_at", "id"),
    sqlite_autoincrement=True,
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", PrimaryKey, primary_key=True),
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("action", _WORD, nullable=False),
    Column("reason", _NAME),
    Column("note", AsciiJson),
    Column("by", _NAME, nullable=False),
    Column("at", Utc, nullable=False),
    # Set on a row with the action "undo" alone; unique, so a decision is undone once.
    Column("undoes", ForeignKey("decisions.id", ondelete="CASCADE"), unique=True),
    _one_of("action", "allow", "mask", "bounce", "refuse", "escalate", "undo"),
    sqlite_autoincrement=True,
)

reports = Table(
    "reports",
    metadata,
    Column("id", PrimaryKey, primary_key=True),
    Column("message_pk", ForeignKey("messages.pk", ondelete="CASCADE"), nullable=False),
    Column("reporter", _NAME, nullable=False),
    Column("reason", _WORD, nullable=False),
    Column("at", Utc, nullable=False),
    UniqueConstraint("message_pk", "reporter"),
    _one_of("reason", "spam", "scam", "inappropriate", "circumvention"),
)

log = Table(
    "log",
    metadata,
    Column("seq", PrimaryKey, primary_key=True, autoincrement=False),
    Column("at", Utc, nullable=False),
    Column("actor", _NAME, nullable=False),
    Column("event", _WORD, nullable=False),
    Column("subject", _NAME),
    Column("details", Text, nullable=False),  # canonical JSON, the very bytes that were hashed
    Column("prev_hash", _DIGEST, nullable=False),
    Column("hash", _DIGEST, nullable=False),
    Index("ix_log_subject_seq", "subject", "seq"),
)

log_head = Table(  # one row, locked by whoever appends, so that there is one chain
    "log_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", PrimaryKey, nullable=False),
    Column("hash", _DIGEST, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", PrimaryKey, primary_key=True),
    Column("name", _NAME, nullable=False, unique=True),
    Column("prefix", _WORD, nullable=False, unique=True),
    Column("digest", _DIGEST, nullable=False),
    Column("created_at", Utc, nullable=False),
    Column("revoked_at", Utc),
)

users = Table(
    "users",
    metadata,
    Column("id", PrimaryKey, primary_key=True),
    Column("name", _NAME, nullable=False, unique=True),
    Column("password", Text, nullable=False),  # Argon2id, with its parameters and salt
    Column("role", _WORD, nullable=False),
    Column("created_at", Utc, nullable=False),
    Column("disabled_at", Utc),
    _one_of("role", "moderator", "lead", "ts", "admin"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", _DIGEST, primary_key=True),
    Column("user_id", ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("csrf", _NAME, nullable=False),
    Column("created_at", Utc, nullable=False),
    Column("expires_at", Utc, nullable=False, index=True),
)

idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("digest", _DIGEST, primary_key=True),  # of API key and idempotency key
    Column("request", _DIGEST, nullable=False),  # keyed with the idempotency key, kept nowhere
    Column("message_pk", ForeignKey("messages.pk", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", Utc, nullable=False, index=True),
)
