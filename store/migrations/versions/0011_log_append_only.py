"""The log takes new rows and nothing else: the database refuses to change or remove one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

REFUSAL = "the log is append-only"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                sa.text(
                    f"CREATE TRIGGER log_no_{deed.lower()} BEFORE {deed} ON log "
                    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
                )
            )
        return
    op.execute(
        sa.text(
            "CREATE FUNCTION log_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
        )
    )
    op.execute(
        sa.text(
            "CREATE TRIGGER log_no_change BEFORE UPDATE OR DELETE ON log "
            "FOR EACH ROW EXECUTE FUNCTION log_refuse()"
        )
    )
    op.execute(
        sa.text(
            "CREATE TRIGGER log_no_truncate BEFORE TRUNCATE ON log "
            "FOR EACH STATEMENT EXECUTE FUNCTION log_refuse()"
        )
    )


def downgrade() -> None:
    raise NotImplementedError("the log stays append-only")
