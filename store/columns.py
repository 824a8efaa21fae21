"""The kinds of columns that mean the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator

IDENTIFIER_MAX_LENGTH = 200  # code points; ids of marketplaces are UUIDs or shorter, with room
IDENTIFIER_PATTERN = rf"[^\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]{{1,{IDENTIFIER_MAX_LENGTH}}}"
"""What an id or a name may be: PostgreSQL keeps no NUL and no lone surrogate, logs no line end."""

_IDENTIFIER = re.compile(IDENTIFIER_PATTERN)

# Only INTEGER PRIMARY KEY counts up by itself in SQLite, where it has 64 bits as well.
PrimaryKey = BigInteger().with_variant(Integer(), "sqlite")
Json = JSON().with_variant(JSONB(), "postgresql")


def is_identifier(value: str) -> bool:
    """Whether both databases keep the value as it is, and a log line may hold it."""
    return _IDENTIFIER.fullmatch(value) is not None


class Utc(TypeDecorator[datetime]):
    """A moment; aware and in UTC on the way in and out. Refuses moments without a zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone; give it in UTC")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class AsciiJson(TypeDecorator[Any]):
    """Whatever people wrote, as JSON in ASCII: NULs and lone surrogates survive on both databases."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)
