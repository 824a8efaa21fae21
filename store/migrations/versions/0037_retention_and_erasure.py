"""Texts that are removed: by their age, or with their sender."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0033"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("contents", sa.Column("removed_at", INSTANT, nullable=True))
    op.add_column("contents", sa.Column("removed_by", sa.String(length=16), nullable=True))
    op.create_index(
        "ix_contents_kept",
        "contents",
        ["message_pk"],
        sqlite_where=sa.text("removed_at IS NULL"),
        postgresql_where=sa.text("removed_at IS NULL"),
    )
    op.add_column("labels", sa.Column("pseudonymised_at", INSTANT, nullable=True))
    op.create_index("ix_idempotency_at", "idempotency", ["at"])
    op.create_index("ix_reports_reporter", "reports", ["reporter"])
    op.create_table(
        "aliases",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("sender", sa.String(length=200), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aliases")),
        sa.UniqueConstraint("sender", name=op.f("uq_aliases_sender")),
    )
    op.create_table(
        "chores",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("next_at", INSTANT, nullable=False),
        sa.Column("done_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_chores")),
    )
    op.create_table(
        "removals",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("count", KEY, nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_removals")),
    )


def downgrade() -> None:
    raise NotImplementedError("what was removed does not come back")
