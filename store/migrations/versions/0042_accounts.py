"""Accounts can be shut and given a new password, and who was shown details is known."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    for name in ("last_came_at", "disabled_at", "one_time_until"):
        op.add_column("users", sa.Column(name, INSTANT, nullable=True))
    op.create_table(
        "reveals",
        sa.Column("case_id", KEY, autoincrement=False, nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_reveals_case_id")),
        sa.PrimaryKeyConstraint("case_id", "by", name=op.f("pk_reveals")),
    )


def downgrade() -> None:
    op.drop_table("reveals")
    for name in ("one_time_until", "disabled_at", "last_came_at"):
        op.drop_column("users", name)
