"""Keyed fingerprints of details; proofs of keys; room for encrypted secrets."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "details",
        sa.Column("message_pk", KEY, autoincrement=False, nullable=False),
        sa.Column("finding", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("sender", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_pk"], ["messages.pk"], name=op.f("fk_details_message_pk")
        ),
        sa.PrimaryKeyConstraint("message_pk", "finding", name=op.f("pk_details")),
    )
    op.create_index("ix_details_fingerprint_sender", "details", ["fingerprint", "sender"])
    op.create_table(
        "key_proofs",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("proof", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_key_proofs")),
    )
    if op.get_bind().dialect.name == "postgresql":  # SQLite minds no length
        for column in ("secret", "old_secret"):
            op.alter_column("webhooks", column, type_=sa.Text())


def downgrade() -> None:
    raise NotImplementedError("what is encrypted stays so")
