"""Cases with a known answer, which come up among the others to teach."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "goldens",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("decision_id", KEY, nullable=False),
        sa.Column("actions", sa.String(length=64), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("retired_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_goldens_case_id")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.id"], name=op.f("fk_goldens_decision_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goldens")),
    )
    op.create_index(op.f("ix_goldens_case_id"), "goldens", ["case_id"])
    op.add_column("reviews", sa.Column("golden_id", KEY, nullable=True))
    op.create_index(op.f("ix_reviews_golden_id"), "reviews", ["golden_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_reviews_golden_id"), "reviews")
    op.drop_column("reviews", "golden_id")
    op.drop_table("goldens")
