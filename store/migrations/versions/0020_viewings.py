"""Who looks at which case."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0012"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "viewings",
        sa.Column("case_id", KEY, autoincrement=False, nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_viewings_case_id")),
        sa.PrimaryKeyConstraint("case_id", "by", name=op.f("pk_viewings")),
    )


def downgrade() -> None:
    op.drop_table("viewings")
