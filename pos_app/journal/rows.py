"""Sales and payments as rows and back, and how they are held against other processes."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import ColumnElement, Connection, RowMapping, or_, select

from pos_app.domain.cart import Cart, Line
from pos_app.domain.errors import AlreadyLiveError
from pos_app.domain.payment import Payment
from pos_app.domain.sale import Sale, SaleState
from pos_app.journal.schema import payments, sale_lines, sales

_PAYMENT_FIELDS = tuple(field.name for field in fields(Payment))


def sale_of(connection: Connection, sale_id: int) -> Sale:
    """One sale with its lines; raises KeyError."""
    row = connection.execute(select(sales).where(sales.c.id == sale_id)).first()
    if row is None:
        raise KeyError(sale_id)
    lines = select(sale_lines).where(sale_lines.c.sale_id == sale_id).order_by(sale_lines.c.position)
    return Sale(
        id=row.id,
        till=row.till,
        day=row.day,
        number=row.number,
        cart=Cart(
            tuple(
                Line(one.name, one.price, one.quantity, one.product_id) for one in connection.execute(lines)
            ),
            row.selected,
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
    connection.execute(select(sales.c.id).where(sales.c.id == sale_id).with_for_update())
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
    found = select(payments.c.sale_id, payments.c.attached_to).where(payments.c.order_id == order_id)
    row = connection.execute(found).first()
    if row is None:
        raise KeyError(order_id)
    touched = {one for one in (row.sale_id, row.attached_to, other_sale) if one is not None}
    locked = select(sales.c.id).where(sales.c.id.in_(touched)).order_by(sales.c.id).with_for_update()
    connection.execute(locked)
    mine = connection.execute(select(payments).where(payments.c.order_id == order_id)).mappings().one()
    payment = payment_of(mine)
    rivals = (one for one in payments_for(connection, payment.sale_id) if one.order_id != order_id)
    return payment, tuple(one for one in rivals if one.sale_it_pays == payment.sale_id)


def payments_of(connection: Connection, sale_id: int) -> tuple[Payment, ...]:
    """The sale's own payments, oldest first."""
    return _payments(connection, payments.c.sale_id == sale_id)


def payments_for(connection: Connection, sale_id: int) -> tuple[Payment, ...]:
    """The sale's own payments, and those whose money was attached to it."""
    return _payments(connection, or_(payments.c.sale_id == sale_id, payments.c.attached_to == sale_id))


def _payments(connection: Connection, which: ColumnElement[bool]) -> tuple[Payment, ...]:
    query = select(payments).where(which).order_by(payments.c.created_at, payments.c.attempt)
    return tuple(payment_of(row) for row in connection.execute(query).mappings())


def payment_row(payment: Payment) -> dict[str, object]:
    return {name: getattr(payment, name) for name in _PAYMENT_FIELDS}


def payment_of(row: RowMapping) -> Payment:
    return Payment(**{name: row[name] for name in _PAYMENT_FIELDS})
