"""Messages that wait and events to be sent know the trace that they go on with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("messages", "deliveries"):
        op.add_column(table, sa.Column("trace", sa.String(length=55), nullable=True))


def downgrade() -> None:
    for table in ("messages", "deliveries"):
        op.drop_column(table, "trace")
