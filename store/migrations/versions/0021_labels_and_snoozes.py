"""What moderators say of findings, and rules that keep silent in a room for a while."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "labels",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("message_pk", KEY, nullable=False),
        sa.Column("finding", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=32), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("is_right", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["message_pk"], ["messages.pk"], name=op.f("fk_labels_message_pk")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labels")),
        sa.UniqueConstraint(
            "message_pk", "finding", "by", name=op.f("uq_labels_message_pk_finding_by")
        ),
    )
    op.create_table(
        "snoozes",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("room", sa.String(length=200), nullable=False),
        sa.Column("category", sa.String(length=32), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snoozes")),
    )
    op.create_index("ix_snoozes_room_until", "snoozes", ["room", "until"], unique=False)


def downgrade() -> None:
    op.drop_table("snoozes")
    op.drop_table("labels")
