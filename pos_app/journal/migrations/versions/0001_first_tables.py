"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ONLY_ON = {
    "sqlite": (
        (
            "CREATE VIRTUAL TABLE products_fts USING fts5"
            "(folded, content='products', content_rowid='position', tokenize='trigram')"
        ),
        (
            "CREATE TRIGGER evidence_is_not_changed BEFORE UPDATE ON evidence "
            "BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END"
        ),
        (
            "CREATE TRIGGER evidence_is_not_deleted BEFORE DELETE ON evidence "
            "BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END"
        ),
    ),
    "postgresql": (
        (
            "CREATE FUNCTION evidence_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'evidence is never changed or deleted'; END $$"
        ),
        (
            "CREATE TRIGGER evidence_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence "
            "FOR EACH STATEMENT EXECUTE FUNCTION evidence_is_kept()"
        ),
    ),
}


def upgrade() -> None:
    op.create_table(
        "products",
        sa.Column("position", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("barcode", sa.Text(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("stock", sa.BigInteger()),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_products_barcode", "products", ["barcode"])
    op.create_table(
        "sales",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("cashier", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("selected", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("till", "day", "number"),
    )
    op.create_table(
        "payments",
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("sale_id", _NUMBER, nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("idempotency_key", sa.Text(), nullable=False),
        sa.Column("cashier", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attention", sa.Text(), nullable=False),
        sa.Column("charges_sent", sa.Integer(), nullable=False),
        sa.Column("first_sent_at", sa.Text()),
        sa.Column("last_sent_at", sa.Text()),
        sa.Column("known_to_gateway", sa.Boolean(), nullable=False),
        sa.Column("transaction_id", sa.Text(), nullable=False),
        sa.Column("qr_text", sa.Text(), nullable=False),
        sa.Column("qr_picture_url", sa.Text(), nullable=False),
        sa.Column("qr", sa.Text()),
        sa.Column("payment_code", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.Text()),
        sa.Column("clock_offset", sa.BigInteger(), nullable=False),
        sa.Column("absent_reads", sa.Integer(), nullable=False),
        sa.Column("cancel", sa.Text()),
        sa.Column("problem", sa.Text()),
        sa.Column("problem_detail", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text()),
        sa.Column("settled_at", sa.Text()),
        sa.Column("verified_at", sa.Text()),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("refunded", sa.BigInteger(), nullable=False),
        sa.Column("holds_sale", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["sale_id"], ["sales.id"]),
        sa.PrimaryKeyConstraint("order_id"),
    )
    op.create_index(
        "one_live_payment_a_sale",
        "payments",
        ["sale_id"],
        unique=True,
        sqlite_where=sa.text("holds_sale IS 1"),
        postgresql_where=sa.text("holds_sale IS true"),
    )
    op.create_index("payments_ended", "payments", ["till", "ended_at"])
    op.create_index("payments_of_sale", "payments", ["sale_id"])
    op.create_index("payments_undecided", "payments", ["till", "attention"])
    op.create_index("payments_standing", "payments", ["till", "state", "confirmed"])
    op.create_table(
        "sale_lines",
        sa.Column("sale_id", _NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["sale_id"], ["sales.id"]),
        sa.PrimaryKeyConstraint("sale_id", "position"),
    )
    op.create_table(
        "tills",
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("counter_sale", _NUMBER),
        sa.Column("cursor", sa.Text(), nullable=False),
        sa.Column("evidence_count", sa.Integer(), nullable=False),
        sa.Column("evidence_hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["counter_sale"], ["sales.id"]),
        sa.PrimaryKeyConstraint("till"),
    )
    op.create_table(
        "asks",
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.Text()),
        sa.ForeignKeyConstraint(["order_id"], ["payments.order_id"]),
        sa.PrimaryKeyConstraint("order_id"),
    )
    op.create_table(
        "evidence",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("gateway_at", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["payments.order_id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("till", "number"),
    )
    op.create_index("ix_evidence_order_id", "evidence", ["order_id"])
    op.create_table(
        "outbox",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("till", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("done_at", sa.Text()),
        sa.ForeignKeyConstraint(["order_id"], ["payments.order_id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("order_id", "kind", "copy"),
    )
    op.create_index(
        "outbox_due",
        "outbox",
        ["till"],
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )
    for statement in _ONLY_ON[op.get_bind().dialect.name]:
        op.execute(statement)
