"""Sales and payments as rows and back, and how they are held against other processes."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, bindparam, or_, select

from pos_app.domain.cart import Cart, Line
from pos_app.domain.journal_errors import AlreadyLiveError
from pos_app.domain.payment import Payment
from pos_app.domain.sale import Sale, SaleState
from pos_app.journal.schema import payments, sale_lines, sales

PAYMENT_FIELDS = tuple(field.name for field in fields(Payment))

# Built once: a statement takes longer to put together than to run, and a customer waits for several.
_SALE = select(sales).where(sales.c.id == bindparam("sale_id"))
_LINES = (
    select(sale_lines).where(sale_lines.c.sale_id == bindparam("sale_id")).order_by(sale_lines.c.position)
)
_SALE_LOCK = select(sales.c.id).where(sales.c.id == bindparam("sale_id")).with_for_update()
_SALES_LOCK = (
    select(sales.c.id)
    .where(sales.c.id.in_(bindparam("sale_ids", expanding=True)))
    .order_by(sales.c.id)
    .with_for_update()
)
_PAYMENT = select(payments).where(payments.c.order_id == bindparam("order_id"))
_WHOSE = select(payments.c.sale_id, payments.c.attached_to).where(
    payments.c.order_id == bindparam("order_id")
)
_OLDEST_FIRST = select(payments).order_by(payments.c.created_at, payments.c.attempt)
_OWN = payments.c.sale_id == bindparam("sale_id")
_PAYMENTS_OF = _OLDEST_FIRST.where(_OWN)
_PAYMENTS_FOR = _OLDEST_FIRST.where(or_(_OWN, payments.c.attached_to == bindparam("sale_id")))


def sale_of(connection: Connection, sale_id: int) -> Sale:
    """One sale with its lines; raises KeyError."""
    which = {"sale_id": sale_id}
    row = connection.execute(_SALE, which).first()
    if row is None:
        raise KeyError(sale_id)
    lines = connection.execute(_LINES, which)
    return Sale(
        id=row.id,
        till=row.till,
        day=row.day,
        number=row.number,
        cart=Cart(
            tuple(Line(one.name, one.price, one.quantity, one.product_id) for one in lines), row.selected
        ),
        cashier=row.cashier,
        opened_at=row.opened_at,
        state=row.state,
    )


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


def locked_open_sale(connection: Connection, sale_id: int) -> Sale:
    connection.execute(_SALE_LOCK, {"sale_id": sale_id})
    sale = sale_of(connection, sale_id)
    if sale.state is not SaleState.OPEN:
        raise AlreadyLiveError(f"sale {sale.label} is {sale.state.value}")
    return sale


def locked_payment(
    connection: Connection, order_id: str, other_sale: int | None = None
) -> tuple[Payment, tuple[Payment, ...]]:
    """One payment and the other ones that pay its sale, which nobody else can change now; raises KeyError.

    `other_sale` is one that is about to be paid by it; sales are locked in the order of their ids.
    """
    found = connection.execute(_WHOSE, {"order_id": order_id}).first()
    if found is None:
        raise KeyError(order_id)
    touched = {one for one in (found.sale_id, found.attached_to, other_sale) if one is not None}
    connection.execute(_SALES_LOCK, {"sale_ids": list(touched)})
    locked = payments_for(connection, found.sale_id)
    (payment,) = (one for one in locked if one.order_id == order_id)
    rivals = (one for one in locked if one.order_id != order_id)
    return payment, tuple(one for one in rivals if one.sale_it_pays == payment.sale_id)


def payment_at(connection: Connection, order_id: str) -> Payment | None:
    row = connection.execute(_PAYMENT, {"order_id": order_id}).mappings().first()
    return None if row is None else payment_of(row)


def payments_of(connection: Connection, sale_id: int) -> tuple[Payment, ...]:
    """The sale's own payments, oldest first."""
    return _payments(connection, _PAYMENTS_OF, sale_id)


def payments_for(connection: Connection, sale_id: int) -> tuple[Payment, ...]:
    """The sale's own payments, and those whose money was attached to it."""
    return _payments(connection, _PAYMENTS_FOR, sale_id)


def _payments(connection: Connection, which: Select[Any], sale_id: int) -> tuple[Payment, ...]:
    return tuple(payment_of(row) for row in connection.execute(which, {"sale_id": sale_id}).mappings())


def payment_row(payment: Payment) -> dict[str, object]:
    return {name: getattr(payment, name) for name in PAYMENT_FIELDS}


def payment_of(row: RowMapping) -> Payment:
    return Payment(**{name: row[name] for name in PAYMENT_FIELDS})
