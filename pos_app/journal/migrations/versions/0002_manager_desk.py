"""The manager's desk: staff, decisions, the audit of settings, the proofs of days."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ONLY_ON = {
    "sqlite": (
        "ALTER TABLE payments ADD COLUMN attached_to INTEGER REFERENCES sales (id)",
        (
            "CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON settings_audit "
            "BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END"
        ),
        (
            "CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON settings_audit "
            "BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END"
        ),
    ),
    "postgresql": (
        "ALTER TABLE payments ADD COLUMN attached_to BIGINT REFERENCES sales (id)",
        (
            "CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the audit is never changed or deleted'; END $$"
        ),
        (
            "CREATE TRIGGER audit_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON settings_audit "
            "FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept()"
        ),
    ),
}


def upgrade() -> None:
    op.create_table(
        "staff",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("pin_salt", sa.Text(), nullable=False),
        sa.Column("pin_cost", sa.Integer(), nullable=False),
        sa.Column("pin_hash", sa.LargeBinary(), nullable=False),
        sa.Column("dismissed_at", sa.Text()),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "settings_audit",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("till", "number"),
    )
    op.create_table(
        "day_proofs",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.add_column(
        "tills", sa.Column("audit_count", sa.Integer(), nullable=False, server_default=sa.text("0"))
    )
    op.add_column(
        "tills", sa.Column("audit_hash", sa.Text(), nullable=False, server_default=sa.text(f"'{'0' * 64}'"))
    )
    op.add_column("tills", sa.Column("wrong_pins", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.add_column("payments", sa.Column("other_amount", sa.BigInteger()))
    op.add_column("payments", sa.Column("decision", sa.Text()))
    for statement in _ONLY_ON[op.get_bind().dialect.name]:
        op.execute(statement)
    op.add_column("payments", sa.Column("refund_asked_at", sa.Text()))
    op.add_column("payments", sa.Column("refund_trouble", sa.Text()))
    _index("payments_attached", "payments", ["attached_to"], "attached_to IS NOT NULL")
    op.create_index("payments_refunding", "payments", ["till", "refund_asked_at"])
    _index("staff_names", "staff", ["name"], "dismissed_at IS NULL", unique=True)
    _index("staff_pins", "staff", ["pin_salt", "pin_hash"], "dismissed_at IS NULL", unique=True)
    op.create_index("sales_open", "sales", ["till", "state"])
    op.create_index("day_proofs_of_day", "day_proofs", ["till", "day"])


def _index(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    op.create_index(
        name, table, columns, unique=unique, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
    )
