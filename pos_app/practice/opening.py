"""Turns a valid charge request into a new transaction: ids, payment code, QR text, notification addresses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from secrets import randbelow
from uuid import uuid4

from pos_app.practice.account import Account, Habits
from pos_app.practice.charges import ChargeOrder
from pos_app.practice.emv import qris_text
from pos_app.practice.faults import Operation
from pos_app.practice.ledger import PaymentType, Status, Store, Transaction
from pos_app.practice.wire import JsonObject

_ALFAMART_FIRST_DIGITS = "8037"


@dataclass(frozen=True, slots=True)
class Order:
    """One call that passed the door: what it asks, about what, under which key.

    `name` is the order id or transaction id in the path, empty for a charge. `override` and `append` are
    the addresses of the two notification headers. `base_url` has no slash at its end.
    """

    operation: Operation
    name: str
    server_key: str
    body: JsonObject
    base_url: str = ""
    override: tuple[str, ...] = ()
    append: tuple[str, ...] = ()
    is_direct_refund: bool = False


def opened(
    asked: ChargeOrder, order: Order, account: Account, habits: Habits, *, serial: int, now: datetime
) -> Transaction:
    is_card = asked.payment_type is PaymentType.CREDIT_CARD
    transaction = Transaction(
        id=str(uuid4()),
        serial=serial,
        order_id=asked.order_id,
        amount=asked.amount,
        payment_type=asked.payment_type,
        created_at=now,
        expires_at=asked.expires_at,
        status=Status.CAPTURE if is_card else Status.PENDING,
        server_key=order.server_key,
        addresses=_addresses(order, account, habits),
        store=asked.store,
        payment_code=_payment_code(asked, habits, serial),
        acquirer=asked.acquirer,
        bank=asked.bank,
        echoed=asked.echoed,
    )
    if not transaction.is_scanned:
        return transaction
    scanned = replace(transaction, qr_reference=f"A1{now:%Y%m%d%H%M%S}{_digits(8)}ID")
    return with_qr_amount(scanned, account, asked.amount)


def with_qr_amount(transaction: Transaction, account: Account, amount: int) -> Transaction:
    """The same transaction with a QR text over `amount` rupiah."""
    if not transaction.is_scanned:
        return transaction
    return replace(transaction, qr_text=qris_text(account, amount, transaction.id))


def _addresses(order: Order, account: Account, habits: Habits) -> tuple[str, ...]:
    """Where this transaction's notifications go (wire-facts 2.1)."""
    most = habits.addresses_used
    dashboard = (account.dashboard_address,) if account.dashboard_address else ()
    replaced = order.override[:most] or dashboard
    if order.override and habits.override_wins:
        return replaced
    return (*replaced, *order.append[:most])


def _payment_code(asked: ChargeOrder, habits: Habits, serial: int) -> str | None:
    """Every fourth Alfamart code begins with a zero that must not get lost."""
    if asked.store is Store.ALFAMART:
        return _ALFAMART_FIRST_DIGITS[serial % len(_ALFAMART_FIRST_DIGITS)] + _digits(15)
    if asked.store is Store.INDOMARET:
        return "5" + _digits(habits.indomaret_digits - 1)
    return _digits(11) if asked.bank is not None else None


def _digits(count: int) -> str:
    return "".join(str(randbelow(10)) for _ in range(count))
