"""Keys open what their scopes say, have a rate of their own, and tell when they were last used.

Keys that were there keep what they could do. A program of the version before that makes a key
meanwhile makes one without scopes, which opens nothing.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "api_keys", sa.Column("scopes", sa.String(length=64), server_default="", nullable=False)
    )
    op.add_column("api_keys", sa.Column("rate_per_minute", sa.Integer(), nullable=True))
    op.add_column("api_keys", sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(sa.text("UPDATE api_keys SET scopes = 'scan read moderate'"))


def downgrade() -> None:
    for name in ("last_used_at", "rate_per_minute", "scopes"):
        op.drop_column("api_keys", name)
