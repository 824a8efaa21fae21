"""The tables of ways in that are not passwords."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from store.instant import Instant
from store.schema import metadata, of_column

ISSUER_MAX_LENGTH = 255  # characters
SUBJECT_MAX_LENGTH = 255  # ASCII characters; OpenID Connect Core, section 2

identities = Table(  # who somebody is at a provider: never their address, which may be passed on
    "identities",
    metadata,
    Column("issuer", String(ISSUER_MAX_LENGTH), primary_key=True),
    Column("subject", String(SUBJECT_MAX_LENGTH), primary_key=True),
    of_column("users.id", "user_id", index=True),
    Column("linked_at", Instant, nullable=False),
)
