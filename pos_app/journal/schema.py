"""The tables. Amounts are whole rupiah, times UTC, free texts as they came.

A row belongs to the till that it names; lines belong to their sale. `migrations/` tells how older
journals become this one.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    DDL,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
    true,
)

from pos_app.domain.audit import Act
from pos_app.domain.decision import RefundTrouble
from pos_app.domain.effect import EffectKind
from pos_app.domain.errors import Problem
from pos_app.domain.evidence import CancelAsked, Decided, QrCode
from pos_app.domain.method import Method
from pos_app.domain.reconciliation import DayProof
from pos_app.domain.sale import SaleState
from pos_app.domain.staff import Role
from pos_app.domain.states import Attention, State
from pos_app.journal.columns import Moment, Money, OneOf, Record, SomeOf, Span, Words

REVISIONS = ("0001", "0002", "0003", "0004")
"""Every revision of the tables, oldest first; the last is what this version of the app reads and writes."""

START = "0" * 64
"""What the first row of a chain calls the one before it."""

metadata = MetaData()


def _index_some(name: str, *columns: Column[Any], where: ColumnElement[bool], unique: bool = False) -> None:
    """An index over the rows that `where` picks.

    To name PostgreSQL at all loads everything that SQLAlchemy knows of it, which takes a till with a file
    5 MiB; so it is named where a server's tables are made.
    """
    index = Index(name, *columns, unique=unique, sqlite_where=where)

    @event.listens_for(columns[0].table, "before_create")
    def pick_on_a_server(_table: Table, connection: Connection, **_named: object) -> None:
        if connection.dialect.name == "postgresql":
            index.dialect_kwargs["postgresql_where"] = where


# SQLite numbers rows by itself only in a column of exactly INTEGER.
_Number = BigInteger().with_variant(Integer, "sqlite")

stamp = Table("alembic_version", metadata, Column("version_num", Text, primary_key=True))

products = Table(
    "products",
    metadata,
    Column("position", _Number, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False, unique=True),
    Column("name", Words, nullable=False),
    Column("barcode", Words, nullable=False, index=True),
    Column("price", Money, nullable=False),
    Column("stock", BigInteger),
    Column("folded", Text, nullable=False),
)
"""What the shop sells, in its own order; `folded` is the name as the search compares it."""

sales = Table(
    "sales",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("till", Words, nullable=False),
    Column("day", Date, nullable=False),
    Column("number", Integer, nullable=False),
    Column("cashier", Words, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("state", OneOf(SaleState), nullable=False),
    Column("selected", Integer, nullable=False),
    UniqueConstraint("till", "day", "number"),
)

sale_lines = Table(
    "sale_lines",
    metadata,
    Column("sale_id", ForeignKey(sales.c.id), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Words, nullable=False),
    Column("price", Money, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("product_id", Words, nullable=False),
)

tills = Table(
    "tills",
    metadata,
    Column("till", Words, primary_key=True),
    Column("counter_sale", ForeignKey(sales.c.id)),
    Column("cursor", Words, nullable=False),
    Column("evidence_count", Integer, nullable=False),
    Column("evidence_hash", Text, nullable=False),
    Column("audit_count", Integer, nullable=False, server_default=text("0")),
    Column("audit_hash", Text, nullable=False, server_default=text(f"'{START}'")),
    Column("wrong_pins", Integer, nullable=False, server_default=text("0")),
)
"""What each till has at hand: the sale on its counter, how far it heard the relay, the ends of its chains."""

payments = Table(
    "payments",
    metadata,
    Column("order_id", Words, primary_key=True),
    Column("till", Words, nullable=False),
    Column("sale_id", ForeignKey(sales.c.id), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("method", OneOf(Method), nullable=False),
    Column("amount", Money, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("request", Words, nullable=False),
    Column("idempotency_key", Words, nullable=False),
    Column("cashier", Words, nullable=False),
    Column("state", OneOf(State), nullable=False),
    Column("attention", SomeOf(Attention), nullable=False),
    Column("charges_sent", Integer, nullable=False),
    Column("first_sent_at", Moment),
    Column("last_sent_at", Moment),
    Column("known_to_gateway", Boolean, nullable=False),
    Column("transaction_id", Words, nullable=False),
    Column("qr_text", Words, nullable=False),
    Column("qr_picture_url", Words, nullable=False),
    Column("qr", Record(QrCode)),
    Column("payment_code", Words, nullable=False),
    Column("expires_at", Moment),
    Column("clock_offset", Span, nullable=False),
    Column("absent_reads", Integer, nullable=False),
    Column("cancel", Record(CancelAsked)),
    Column("problem", OneOf(Problem)),
    Column("problem_detail", Words, nullable=False),
    Column("ended_at", Moment),
    Column("settled_at", Moment),
    Column("verified_at", Moment),
    Column("confirmed", Boolean, nullable=False),
    Column("refunded", Money, nullable=False),
    Column("holds_sale", Boolean, nullable=False),
    Column("other_amount", Money),
    Column("decision", Record(Decided)),
    Column("attached_to", ForeignKey(sales.c.id)),
    Column("refund_asked_at", Moment),
    Column("refund_trouble", OneOf(RefundTrouble)),
)
"""Every field of `Payment` under its own name. `holds_sale` marks the one payment that may be paid now.

A charge that was taken for never created can turn up while its successor lives; it is then on its way
to being closed and does not hold the sale.
"""

_index_some(
    "one_live_payment_a_sale", payments.c.sale_id, where=payments.c.holds_sale.is_(true()), unique=True
)
Index("payments_of_sale", payments.c.sale_id)
Index("payments_standing", payments.c.till, payments.c.state, payments.c.confirmed)
Index("payments_ended", payments.c.till, payments.c.ended_at)
Index("payments_undecided", payments.c.till, payments.c.attention)
_index_some("payments_attached", payments.c.attached_to, where=payments.c.attached_to.is_not(None))
_index_some(
    "payments_decided", payments.c.till, payments.c.created_at, where=payments.c.decision.is_not(None)
)
Index("sales_open", sales.c.till, sales.c.state)

evidence = Table(
    "evidence",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("till", Words, nullable=False),
    Column("number", Integer, nullable=False),
    Column("order_id", ForeignKey(payments.c.order_id), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("gateway_at", Moment),
    Column("kind", Text, nullable=False),
    Column("fact", Text, nullable=False),
    Column("raw", Words, nullable=False),
    Column("state", OneOf(State), nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    UniqueConstraint("till", "number"),
)
"""What was learnt, for ever. `number` counts a till's rows without a gap, `hash` seals each on the one before."""

outbox = Table(
    "outbox",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("till", Words, nullable=False),
    Column("order_id", ForeignKey(payments.c.order_id), nullable=False),
    Column("kind", OneOf(EffectKind), nullable=False),
    Column("copy", Integer, nullable=False),
    Column("done_at", Moment),
    UniqueConstraint("order_id", "kind", "copy"),
)
_index_some("outbox_due", outbox.c.till, where=outbox.c.done_at.is_(None))

asks = Table(
    "asks",
    metadata,
    Column("order_id", ForeignKey(payments.c.order_id), primary_key=True),
    Column("till", Words, nullable=False),
    Column("asked_at", Moment),
)
"""When anybody last asked for a payment's status, and who; the row is made with the payment."""

staff = Table(
    "staff",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("name", Words, nullable=False),
    Column("role", OneOf(Role), nullable=False),
    Column("pin_salt", Words, nullable=False),
    Column("pin_cost", Integer, nullable=False),
    Column("pin_hash", LargeBinary, nullable=False),
    Column("dismissed_at", Moment),
)
"""Everybody who works or ever worked here. Among those who work here now, names and PINs are unique."""

for _name, _unique in (
    ("staff_names", (staff.c.name,)),
    ("staff_pins", (staff.c.pin_salt, staff.c.pin_hash)),
):
    _index_some(_name, *_unique, where=staff.c.dismissed_at.is_(None), unique=True)

settings_audit = Table(
    "settings_audit",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("till", Words, nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("act", OneOf(Act), nullable=False),
    Column("by", Words, nullable=False),
    Column("subject", Words, nullable=False),
    Column("detail", Words, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    UniqueConstraint("till", "number"),
)
"""Who changed what about the till itself, sealed like the evidence in a chain of its own."""

day_proofs = Table(
    "day_proofs",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("till", Words, nullable=False),
    Column("day", Date, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("proof", Record(DayProof), nullable=False),
)
Index("day_proofs_of_day", day_proofs.c.till, day_proofs.c.day)


def _only_on(table: Table, dialect: str, *statements: str) -> None:
    for statement in statements:
        ddl = DDL(statement)  # type: ignore[no-untyped-call]  # SQLAlchemy annotates it without a return
        event.listen(table, "after_create", ddl.execute_if(dialect=dialect))


_only_on(
    products,
    "sqlite",
    "CREATE VIRTUAL TABLE products_fts USING fts5"
    "(folded, content='products', content_rowid='position', tokenize='trigram')",
)
_only_on(
    evidence,
    "sqlite",
    "CREATE TRIGGER evidence_is_not_changed BEFORE UPDATE ON evidence "
    "BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END",
    "CREATE TRIGGER evidence_is_not_deleted BEFORE DELETE ON evidence "
    "BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END",
)
_only_on(
    evidence,
    "postgresql",
    "CREATE FUNCTION evidence_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'evidence is never changed or deleted'; END $$",
    "CREATE TRIGGER evidence_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence "
    "FOR EACH STATEMENT EXECUTE FUNCTION evidence_is_kept()",
)
_only_on(
    settings_audit,
    "sqlite",
    "CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON settings_audit "
    "BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END",
    "CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON settings_audit "
    "BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END",
)
_only_on(
    settings_audit,
    "postgresql",
    "CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the audit is never changed or deleted'; END $$",
    "CREATE TRIGGER audit_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON settings_audit "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept()",
)
