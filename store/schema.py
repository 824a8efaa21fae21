"""The tables. Private data stands in ``contents.content`` and in no other column."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from store.instant import Instant
from store.sealed import Sealed

TRACE_LENGTH = 55  # characters of a traceparent; W3C Trace Context, version 00
ID_MAX_LENGTH = 200  # characters of an id that the marketplace gives; stated in docs/api.md
# PostgreSQL keeps neither NULs nor lone surrogates, and a log line ends at a line break.
ID_PATTERN = rf"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]{{1,{ID_MAX_LENGTH}}}"
NAME_MAX_LENGTH = 100  # characters
SHA256_LENGTH = 64  # hex digits

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def is_id(value: str) -> bool:
    """Whether every database keeps the value, as an id or a name."""
    return re.fullmatch(ID_PATTERN, value) is not None


Key = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts only INTEGER PRIMARY KEY up


def _key(name: str = "id") -> Column[Any]:
    return Column(name, Key, primary_key=True, autoincrement=True)


def _of(target: str, name: str, **options: Any) -> Column[Any]:
    return Column(name, Key, ForeignKey(target), nullable=options.pop("nullable", False), **options)


key_column, of_column = _key, _of  # for the other schema files


def _of_waiting(name: str, *columns: str) -> Index:
    """An index that knows only cases that are not decided."""
    where = text("state <> 'decided'")
    return Index(name, *columns, sqlite_where=where, postgresql_where=where)


messages = Table(
    "messages",
    metadata,
    _key("pk"),
    Column("id", String(ID_MAX_LENGTH), nullable=False, unique=True),
    Column("room", String(ID_MAX_LENGTH)),
    Column("sender", String(ID_MAX_LENGTH)),
    Column("sent_at", Instant),
    Column("sender_since", Instant),  # the age of their account, as the marketplace gives it
    Column("contract", String(16), nullable=False),
    Column("surface", String(16), nullable=False),
    Column("sender_role", String(16)),
    Column("relationship", String(16), nullable=False),
    Column("conversion_fee_paid", Boolean, nullable=False),
    Column("fingerprint", String(SHA256_LENGTH), nullable=False),
    Column("state", String(16), nullable=False),  # waiting, judged
    Column("leased_by", String(NAME_MAX_LENGTH)),
    Column("lease_expires_at", Instant),
    Column("attempts", Integer, nullable=False, default=0),
    Column("received_at", Instant, nullable=False),
    Column("judged_at", Instant),
    Column("trace", String(TRACE_LENGTH)),  # while it waits, for who judges it to go on with
    Index("ix_messages_room_pk", "room", "pk"),
    Index("ix_messages_sender", "sender"),
    Index(
        "ix_messages_waiting",
        "pk",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
)

contents = Table(
    "contents",
    metadata,
    _of("messages.pk", "message_pk", primary_key=True, autoincrement=False),
    Column("content", Sealed("contents.content"), nullable=False),
    Column("removed_at", Instant),  # since then the content is empty
    Column("removed_by", String(16)),  # retention, erasure
    Index(
        "ix_contents_kept",
        "message_pk",
        sqlite_where=text("removed_at IS NULL"),
        postgresql_where=text("removed_at IS NULL"),
    ),
)

verdicts = Table(
    "verdicts",
    metadata,
    _of("messages.pk", "message_pk", primary_key=True, autoincrement=False),
    Column("decision", String(8), nullable=False),
    Column("body", Text, nullable=False),
    Column("judged_at", Instant, nullable=False),
)

cases = Table(
    "cases",
    metadata,
    _key(),
    _of("messages.pk", "message_pk", unique=True),
    Column("state", String(16), nullable=False),  # open, claimed, decided
    Column("opened_by", String(16), nullable=False),  # verdict, report
    Column("decision", String(8)),  # of the verdict; unknown until the message is judged
    Column("category", String(32)),  # the strictest reason's
    Column("score", Float),
    Column("priority", Float, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("claimed_by", String(NAME_MAX_LENGTH)),
    Column("claim_expires_at", Instant),
    Column("action", String(16)),
    Column("decided_at", Instant),
    Column("claimed_at", Instant),  # since when whoever has it, or had it last, has it
    Column("handling_ms", Integer),  # in the hands of who decided; store/decisions.py
    # What the queue is sorted, narrowed and grouped by, set for every case. ``contract``,
    # ``surface`` and ``sender`` are those of its message, so that no other table is asked.
    Column("counts_from", Instant),  # store/urgency.py
    Column("due_at", Instant),
    Column("language", String(16)),  # BCP 47; unknown for a case that only a report opened
    Column("contract", String(16)),
    Column("surface", String(16)),
    Column("sender", String(ID_MAX_LENGTH)),
    # While an appeal waits: which one, and whose decision it is against, who may not answer it.
    Column("appeal_id", Key),
    Column("barred", String(NAME_MAX_LENGTH)),
    Column("alike", Key),  # the id of the first case that says nearly the same: store/likeness.py
    Index("ix_cases_state_counts_from_id", "state", "counts_from", "id"),
    Index("ix_cases_sender_state", "sender", "state"),
    Index("ix_cases_opened_at", "opened_at"),
    Index(
        "ix_cases_decided",
        *("decided_at", "category", "language", "action", "claimed_by", "due_at", "handling_ms"),
        "state",
    ),
    Index(
        "ix_cases_decided_by",
        *("claimed_by", "decided_at", "category", "language", "action", "due_at", "handling_ms"),
        "state",
    ),
    # Decided cases are many and waiting ones few; with their state, which SQLite looks at again,
    # these answer without the table.
    _of_waiting("ix_cases_waiting", "counts_from", "id"),
    _of_waiting("ix_cases_alike_waiting", "alike", "counts_from", "id", "state"),
    _of_waiting("ix_cases_sender_waiting", "sender", "counts_from", "id", "state"),
    _of_waiting(
        "ix_cases_kinds",
        *("decision", "category", "language", "contract", "surface"),
        *("state", "opened_at", "due_at", "claim_expires_at"),
    ),
)

likenesses = Table(
    "likenesses",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),  # which hash, and its 32 bits
    _of("cases.id", "case_id", primary_key=True, autoincrement=False),
)

views = Table(
    "views",
    metadata,
    _key(),
    Column("owner", String(NAME_MAX_LENGTH), nullable=False),
    Column("name", String(NAME_MAX_LENGTH), nullable=False),
    Column("query", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("owner", "name"),
)

batches = Table(
    "batches",
    metadata,
    _key(),
    Column("action", String(16), nullable=False),
    Column("size", Integer, nullable=False),
    Column("by", String(NAME_MAX_LENGTH), nullable=False),
    Column("at", Instant, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    _key(),
    _of("cases.id", "case_id", index=True),
    Column("action", String(16), nullable=False),
    Column("reason", String(32)),
    Column("note", Sealed("decisions.note")),
    Column("by", String(NAME_MAX_LENGTH), nullable=False),
    Column("at", Instant, nullable=False),
    _of("decisions.id", "undoes", nullable=True, unique=True),
    Column("batch", Key),  # of batches, where many cases were decided at once
    Index("ix_decisions_batch", "batch"),
    Index("ix_decisions_by_id", "by", "id"),
)

viewings = Table(
    "viewings",
    metadata,
    _of("cases.id", "case_id", primary_key=True, autoincrement=False),
    Column("by", String(NAME_MAX_LENGTH), primary_key=True),
    Column("seen_at", Instant, nullable=False),
)

reveals = Table(
    "reveals",
    metadata,
    _of("cases.id", "case_id", primary_key=True, autoincrement=False),
    Column("by", String(NAME_MAX_LENGTH), primary_key=True),
    Column("at", Instant, nullable=False),
)

labels = Table(
    "labels",
    metadata,
    _key(),
    _of("messages.pk", "message_pk"),
    Column("finding", Integer, nullable=False),  # its place among the verdict's findings
    Column("category", String(32), nullable=False),
    Column("source", String(200), nullable=False),
    Column("is_right", Boolean, nullable=False),
    Column("by", String(NAME_MAX_LENGTH), nullable=False),
    Column("at", Instant, nullable=False),
    Column("pseudonymised_at", Instant),  # since then ``by`` names nobody
    UniqueConstraint("message_pk", "finding", "by"),
)

snoozes = Table(
    "snoozes",
    metadata,
    _key(),
    Column("room", String(ID_MAX_LENGTH), nullable=False),
    Column("category", String(32), nullable=False),
    Column("until", Instant, nullable=False),  # ending one early brings this forward
    Column("by", String(NAME_MAX_LENGTH), nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_snoozes_room_until", "room", "until"),
)

reports = Table(
    "reports",
    metadata,
    _key(),
    _of("messages.pk", "message_pk"),
    Column("reporter", String(ID_MAX_LENGTH), nullable=False),
    Column("reason", String(16), nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("message_pk", "reporter"),
    Index("ix_reports_reporter", "reporter"),
)

log = Table(
    "log",
    metadata,
    Column("seq", Key, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("actor", String(NAME_MAX_LENGTH), nullable=False),
    Column("event", String(64), nullable=False),
    Column("subject", String(ID_MAX_LENGTH), nullable=False),
    Column("details", Text, nullable=False),
    Column("previous_hash", String(SHA256_LENGTH), nullable=False),
    Column("hash", String(SHA256_LENGTH), nullable=False),
)

compatibility = Table(  # one row
    "compatibility",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    # The newest migration that takes something away which programs before it need.
    Column("since", String(32), nullable=False),
)

log_head = Table(
    "log_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", Key, nullable=False),
    Column("hash", String(SHA256_LENGTH), nullable=False),
)

api_keys = Table(
    "api_keys",
    metadata,
    _key(),
    Column("name", String(NAME_MAX_LENGTH), nullable=False, unique=True),
    Column("hash", String(SHA256_LENGTH), nullable=False, unique=True),
    Column("scopes", String(64), nullable=False, server_default=""),  # parted by blanks
    Column("rate_per_minute", Integer),  # requests; NULL is what the settings say
    Column("created_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    Column("last_used_at", Instant),  # to about a minute
)

users = Table(
    "users",
    metadata,
    _key(),
    Column("name", String(NAME_MAX_LENGTH), nullable=False, unique=True),
    Column("password_hash", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("last_came_at", Instant),
    Column("disabled_at", Instant),
    Column("one_time_until", Instant),  # the password is a secret that opens once, until then
    Column("language", String(35)),  # of the console, BCP 47; none: what the browser asks for
)

sessions = Table(
    "sessions",
    metadata,
    Column("hash", String(SHA256_LENGTH), primary_key=True),
    _of("users.id", "user_id"),
    Column("csrf_token", String(64), nullable=False),
    Column("expires_at", Instant, nullable=False),
)

idempotency = Table(
    "idempotency",
    metadata,
    _of("api_keys.id", "api_key_id", primary_key=True, autoincrement=False),
    Column("key", String(255), primary_key=True),
    Column("fingerprint", String(SHA256_LENGTH), nullable=False),
    _of("messages.pk", "message_pk", nullable=True),
    Column("at", Instant, nullable=False),
    Index("ix_idempotency_at", "at"),
)

webhooks = Table(
    "webhooks",
    metadata,
    _key(),
    Column("name", String(NAME_MAX_LENGTH), nullable=False, unique=True),
    Column("url", Text, nullable=False),
    Column("secret", Sealed("webhooks.secret", length=100), nullable=False),
    Column("old_secret", Sealed("webhooks.secret", length=100)),  # signs as well until old_until
    Column("old_until", Instant),
    Column("created_at", Instant, nullable=False),
    Column("removed_at", Instant),
)

deliveries = Table(
    "deliveries",
    metadata,
    _key(),
    _of("webhooks.id", "webhook_id"),
    Column("event", String(32), nullable=False),
    _of("messages.pk", "message_pk"),
    _of("cases.id", "case_id", nullable=True),
    _of("decisions.id", "decision_id", nullable=True),
    Column("state", String(16), nullable=False),  # pending, delivered, dead
    Column("attempts", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("give_up_at", Instant, nullable=False),
    Column("next_at", Instant, nullable=False),  # of one that is being sent: when it is lost
    Column("delivered_at", Instant),
    Column("failure", String(64)),  # a status or the name of an exception
    Column("trace", String(TRACE_LENGTH)),  # that its webhook goes on with
    Index(
        "ix_deliveries_due",
        "next_at",
        "id",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    Index("ix_deliveries_message_pk_id", "message_pk", "id"),
    Index("ix_deliveries_state_id", "state", "id"),
)
