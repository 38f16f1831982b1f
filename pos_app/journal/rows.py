"""Sales and payments as rows and back, and how they are held against other processes."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import Connection, RowMapping, select

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


def locked_payment(connection: Connection, order_id: str) -> tuple[Payment, tuple[Payment, ...]]:
    """One payment and the other ones of its sale, which nobody else can change now; raises KeyError."""
    sale_id = connection.scalar(select(payments.c.sale_id).where(payments.c.order_id == order_id))
    if sale_id is None:
        raise KeyError(order_id)
    connection.execute(select(sales.c.id).where(sales.c.id == sale_id).with_for_update())
    by_id = {payment.order_id: payment for payment in payments_of(connection, sale_id)}
    return by_id.pop(order_id), tuple(by_id.values())


def payments_of(connection: Connection, sale_id: int) -> tuple[Payment, ...]:
    query = select(payments).where(payments.c.sale_id == sale_id)
    rows = connection.execute(query.order_by(payments.c.created_at, payments.c.attempt)).mappings()
    return tuple(payment_of(row) for row in rows)


def payment_row(payment: Payment) -> dict[str, object]:
    return {name: getattr(payment, name) for name in _PAYMENT_FIELDS}


def payment_of(row: RowMapping) -> Payment:
    return Payment(**{name: row[name] for name in _PAYMENT_FIELDS})
