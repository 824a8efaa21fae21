"""How long a case was in somebody's hands, the way to it, and days that are counted once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

KINDS = ["category", "language", "action"]
DECIDED = ["decided_at", *KINDS, "claimed_by", "due_at", "handling_ms", "state"]
DECIDED_BY = ["claimed_by", "decided_at", *KINDS, "due_at", "handling_ms", "state"]
COUNTED = ["decided", "in_time", "allow", "mask", "bounce", "refuse", "escalate"]


def upgrade() -> None:
    op.add_column("cases", sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("cases", sa.Column("handling_ms", sa.Integer(), nullable=True))
    op.create_index("ix_cases_opened_at", "cases", ["opened_at"])
    op.create_index("ix_cases_decided", "cases", DECIDED)
    op.create_index("ix_cases_decided_by", "cases", DECIDED_BY)
    op.create_table(
        "days",
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("opened", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in COUNTED),
        sa.PrimaryKeyConstraint("day", "kind", "name", name=op.f("pk_days")),
    )


def downgrade() -> None:
    op.drop_table("days")
    op.drop_index("ix_cases_decided_by", table_name="cases")
    op.drop_index("ix_cases_decided", table_name="cases")
    op.drop_index("ix_cases_opened_at", table_name="cases")
    op.drop_column("cases", "handling_ms")
    op.drop_column("cases", "claimed_at")
