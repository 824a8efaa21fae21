"""What the queue is ordered, narrowed and grouped by; saved views; decisions on many cases."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.urgency import counts_from, due_at

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    for column in (
        sa.Column("counts_from", INSTANT, nullable=True),
        sa.Column("due_at", INSTANT, nullable=True),
        sa.Column("language", sa.String(length=16), nullable=True),
        sa.Column("contract", sa.String(length=16), nullable=True),
        sa.Column("surface", sa.String(length=16), nullable=True),
        sa.Column("sender", sa.String(length=200), nullable=True),
        sa.Column("alike", KEY, nullable=True),
    ):
        op.add_column("cases", column)
    _fill()
    op.drop_index("ix_cases_state_priority_id", table_name="cases")
    op.create_index("ix_cases_state_counts_from_id", "cases", ["state", "counts_from", "id"])
    op.create_index(
        "ix_cases_waiting",
        "cases",
        ["counts_from", "id"],
        sqlite_where=sa.text("state <> 'decided'"),
        postgresql_where=sa.text("state <> 'decided'"),
    )
    kinds = ["decision", "category", "language", "contract", "surface"]
    for name, columns in (
        ("ix_cases_kinds", [*kinds, "state", "opened_at", "due_at", "claim_expires_at"]),
        ("ix_cases_alike_waiting", ["alike", "counts_from", "id", "state"]),
        ("ix_cases_sender_waiting", ["sender", "counts_from", "id", "state"]),
    ):
        op.create_index(
            name,
            "cases",
            columns,
            sqlite_where=sa.text("state <> 'decided'"),
            postgresql_where=sa.text("state <> 'decided'"),
        )
    op.create_index("ix_cases_sender_state", "cases", ["sender", "state"])
    op.create_table(
        "likenesses",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("case_id", KEY, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_likenesses_case_id")),
        sa.PrimaryKeyConstraint("key", "case_id", name=op.f("pk_likenesses")),
    )
    op.create_table(
        "views",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("owner", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_views")),
        sa.UniqueConstraint("owner", "name", name=op.f("uq_views_owner_name")),
    )
    op.create_table(
        "batches",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batches")),
    )
    op.add_column("decisions", sa.Column("batch", KEY, nullable=True))
    op.create_index("ix_decisions_batch", "decisions", ["batch"])


def _fill() -> None:
    """Cases that are there already are found under the new order and filters."""
    op.execute(
        sa.text(
            "UPDATE cases SET alike = id,"
            " contract = (SELECT contract FROM messages WHERE pk = cases.message_pk),"
            " surface = (SELECT surface FROM messages WHERE pk = cases.message_pk),"
            " sender = (SELECT sender FROM messages WHERE pk = cases.message_pk)"
        )
    )
    cases = sa.table(
        "cases",
        sa.column("id", KEY),
        sa.column("priority", sa.Float()),
        sa.column("decision", sa.String()),
        sa.column("opened_at", INSTANT),
        sa.column("counts_from", INSTANT),
        sa.column("due_at", INSTANT),
    )
    connection = op.get_bind()
    filled = [
        {
            "case": row.id,
            "from": counts_from(row.priority, row.opened_at),
            "due": due_at(row.decision, row.opened_at),
        }
        for row in connection.execute(sa.select(cases))
    ]
    if filled:
        connection.execute(
            sa.update(cases)
            .where(cases.c.id == sa.bindparam("case"))
            .values(counts_from=sa.bindparam("from"), due_at=sa.bindparam("due")),
            filled,
        )


def downgrade() -> None:
    raise NotImplementedError("the order of the queue stays")
