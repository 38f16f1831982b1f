"""Sales and payments as rows and back, and how they are held against other processes."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, Select, bindparam, or_, select

from pos_app.domain.cart import Cart, Line
from pos_app.domain.journal_errors import AlreadyLiveError
from pos_app.domain.payment import Payment
from pos_app.domain.sale import Sale, SaleState, sale_label
from pos_app.journal.schema import payments, sale_lines, sales

PAYMENT_FIELDS = tuple(field.name for field in fields(Payment))

# Built once: a statement takes longer to put together than to run, and a customer waits for several.
_SALE = select(sales).where(sales.c.id == bindparam("sale_id"))
_LINES = (
    select(sale_lines).where(sale_lines.c.sale_id == bindparam("sale_id")).order_by(sale_lines.c.position)
)
_SALE_HELD = _SALE.with_for_update()
_SALES_LOCK = (
    select(sales.c.id)
    .where(sales.c.id.in_(bindparam("sale_ids", expanding=True)))
    .order_by(sales.c.id)
    .with_for_update()
)
_PAYMENT = select(payments).where(payments.c.order_id == bindparam("order_id"))
_OLDEST_FIRST = select(payments).order_by(payments.c.created_at, payments.c.attempt)
_OWN = payments.c.sale_id == bindparam("sale_id")
_PAYMENTS_OF = _OLDEST_FIRST.where(_OWN)
_PAYMENTS_FOR = _OLDEST_FIRST.where(or_(_OWN, payments.c.attached_to == bindparam("sale_id")))
_named = payments.alias()
_ITS_SALE = select(_named.c.sale_id).where(_named.c.order_id == bindparam("order_id")).scalar_subquery()
_BESIDE = _OLDEST_FIRST.where(or_(payments.c.sale_id == _ITS_SALE, payments.c.attached_to == _ITS_SALE))


def hold(connection: Connection, rows: Select[Any], which: dict[str, object]) -> bool:
    """Keep the other tills of a server from some rows; False for a file, whose one writer has it all to itself."""
    if connection.dialect.name == "sqlite":
        return False
    connection.execute(rows, which)
    return True


def sale_of(connection: Connection, sale_id: int) -> Sale:
    """One sale with its lines; raises KeyError."""
    row = _sale_row(connection, _SALE, sale_id)
    lines = connection.execute(_LINES, {"sale_id": sale_id})
    bought = tuple(Line(one.name, one.price, one.quantity, one.product_id) for one in lines)
    return sale_with(row, Cart(bought, row.selected))


def sale_with(row: Row[Any], cart: Cart) -> Sale:
    return Sale(
        id=row.id,
        till=row.till,
        day=row.day,
        number=row.number,
        cart=cart,
        cashier=row.cashier,
        opened_at=row.opened_at,
        state=row.state,
    )


def _sale_row(connection: Connection, query: Select[Any], sale_id: int) -> Row[Any]:
    row = connection.execute(query, {"sale_id": sale_id}).first()
    if row is None:
        raise KeyError(sale_id)
    return row


def line_rows(sale_id: int, cart: Cart) -> list[dict[str, object]]:
    return [
        {
            "sale_id": sale_id,
            "position": position,
            "name": line.name,
            "price": line.price,
            "quantity": line.quantity,
            "product_id": line.product_id,
        }
        for position, line in enumerate(cart.lines)
    ]


def locked_open_sale(connection: Connection, sale_id: int) -> Row[Any]:
    """The sale's row, which nobody else can change now; raises KeyError, and AlreadyLiveError unless it is open."""
    row = _sale_row(connection, _SALE_HELD, sale_id)
    if row.state is not SaleState.OPEN:
        raise AlreadyLiveError(f"sale {sale_label(row.number)} is {row.state.value}")
    return row


def locked_payment(
    connection: Connection, order_id: str, other_sale: int | None = None
) -> tuple[Payment, tuple[Payment, ...]]:
    """One payment and the other ones that pay its sale, which nobody else can change now; raises KeyError.

    `other_sale` is one that is about to be paid by it; sales are locked in the order of their ids.
    """
    payment, others = _beside(connection, order_id)
    touched = {one for one in (payment.sale_id, payment.attached_to, other_sale) if one is not None}
    if hold(connection, _SALES_LOCK, {"sale_ids": list(touched)}):  # until then somebody may have moved them
        payment, others = _beside(connection, order_id)
    return payment, tuple(one for one in others if one.sale_it_pays == payment.sale_id)


def _beside(connection: Connection, order_id: str) -> tuple[Payment, list[Payment]]:
    """One payment, and all others that have to do with its sale."""
    found = {one.order_id: one for one in _payments(connection, _BESIDE, {"order_id": order_id})}
    payment = found.pop(order_id)
    return payment, list(found.values())


def payment_at(connection: Connection, order_id: str) -> Payment | None:
    row = connection.execute(_PAYMENT, {"order_id": order_id}).mappings().first()
    return None if row is None else payment_of(row)


def payments_of(connection: Connection, sale_id: int) -> tuple[Payment, ...]:
    """The sale's own payments, oldest first."""
    return _payments(connection, _PAYMENTS_OF, {"sale_id": sale_id})


def payments_for(connection: Connection, sale_id: int) -> tuple[Payment, ...]:
    """The sale's own payments, and those whose money was attached to it."""
    return _payments(connection, _PAYMENTS_FOR, {"sale_id": sale_id})


def _payments(connection: Connection, query: Select[Any], which: dict[str, object]) -> tuple[Payment, ...]:
    return tuple(payment_of(row) for row in connection.execute(query, which).mappings())


def payment_row(payment: Payment) -> dict[str, object]:
    return {name: getattr(payment, name) for name in PAYMENT_FIELDS}


def payment_of(row: RowMapping) -> Payment:
    return Payment(**{name: row[name] for name in PAYMENT_FIELDS})
