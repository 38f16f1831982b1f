"""Sales, payments and evidence as a journal meets them, and a judge that lets the domain judge."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from pos_app.domain.effect import Effect
from pos_app.domain.evidence import (
    Call,
    Evidence,
    Fact,
    FraudStatus,
    Reading,
    Said,
    Sent,
    TransactionStatus,
    Unanswered,
)
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.record import Judge
from pos_app.domain.sale import Sale

DAY = date(2026, 11, 20)
DAYS = timedelta(days=1)
GAP = timedelta(seconds=10)
NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
_order_ids = itertools.count(1)


class Opener(Protocol):
    def open_sale(self, cashier: str, day: date, at: datetime) -> Sale: ...


def a_sale(journal: Opener, day: date = DAY) -> Sale:
    return journal.open_sale("Rani Pratiwi", day, NOON)


def a_payment(
    sale: Sale, *, attempt: int = 1, method: Method = Method.GOPAY, at: datetime = NOON, order_id: str = ""
) -> Payment:
    return Payment(
        order_id=order_id or f"TSJ-{sale.till}-261120-{sale.label}-{attempt}-{next(_order_ids):05d}",
        sale_id=sale.id,
        attempt=attempt,
        method=method,
        amount=Rupiah(44_000),
        created_at=at + timedelta(seconds=attempt),
        request='{"payment_type": "gopay"}',
        idempotency_key=f"key-{attempt}",
        cashier="Rani Pratiwi",
    )


def learnt(payment: Payment, fact: Fact, at: datetime = NOON, raw: str = "") -> Evidence:
    return Evidence(order_id=payment.order_id, at=at, fact=fact, raw=raw)


def judging(evidence: Evidence, *effects: Effect) -> Judge:
    """Let the domain judge the evidence, and cause these effects."""

    def judge(payment: Payment, sale_is_paid: bool) -> tuple[Payment, tuple[Effect, ...]]:
        return payment.apply(evidence, sale_is_paid=sale_is_paid), effects

    return judge


def reading(payment: Payment, status: TransactionStatus, code: int = 200) -> Reading:
    return Reading(
        code=code,
        status=status,
        fraud=FraudStatus.ACCEPT,
        order_id=payment.order_id,
        transaction_id=f"tx-{payment.order_id}",
        gross_amount=payment.amount,
        currency="IDR",
        payment_code="0123456789",
    )


Record = Callable[[Evidence, Judge], object]


def sent(record: Record, payment: Payment, at: datetime = NOON) -> None:
    _tell(record, payment, Sent(), at)


def pending(record: Record, payment: Payment, at: datetime = NOON) -> None:
    sent(record, payment, at)
    _tell(record, payment, Said(Call.CHARGE, reading(payment, TransactionStatus.PENDING, 201)), at)


def settled(record: Record, payment: Payment, at: datetime = NOON) -> None:
    _tell(record, payment, Said(Call.STATUS, reading(payment, TransactionStatus.SETTLEMENT)), at)


def expired(record: Record, payment: Payment, at: datetime = NOON) -> None:
    _tell(record, payment, Said(Call.STATUS, reading(payment, TransactionStatus.EXPIRE, 407)), at)


def never_left(record: Record, payment: Payment, at: datetime = NOON) -> None:
    sent(record, payment, at)
    _tell(record, payment, Unanswered(Call.CHARGE, was_sent=False), at)


def never_created(record: Record, payment: Payment, at: datetime = NOON) -> None:
    """The charge got no answer, and two reads found no such transaction."""
    sent(record, payment, at)
    _tell(record, payment, Unanswered(Call.CHARGE, was_sent=True), at)
    for _ in range(2):
        _tell(record, payment, Said(Call.STATUS, Reading(code=404, http_status=200)), at)


def turned_up(record: Record, payment: Payment, at: datetime = NOON) -> None:
    _tell(record, payment, Said(Call.STATUS, reading(payment, TransactionStatus.PENDING, 201)), at)


def _tell(record: Record, payment: Payment, fact: Fact, at: datetime) -> None:
    evidence = learnt(payment, fact, at)
    record(evidence, judging(evidence))


def with_total(sale: Sale, amount: int) -> Sale:
    return replace(sale, cart=sale.cart.add_amount(Rupiah(amount), "Nominal"))
