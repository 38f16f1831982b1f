"""Payments and readings for tests, with sensible everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pos_app.domain.evidence import (
    Call,
    CancelAsked,
    CancelReason,
    Evidence,
    Fact,
    FraudStatus,
    Notified,
    QrCode,
    QrRead,
    Reading,
    Said,
    Sent,
    TransactionStatus,
    Unanswered,
)
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment

T0 = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
ORDER = "TSJ-02-261120-0218-1-k7q2m"
TRANSACTION = "231c79c5-e39e-4993-86da-cadcaee56c1d"


def payment(method: Method = Method.GOPAY, amount: int = 44_000) -> Payment:
    return Payment(
        order_id=ORDER,
        sale_id=1,
        attempt=1,
        method=method,
        amount=Rupiah(amount),
        created_at=T0,
        request="{}",
        idempotency_key="k",
    )


def reading(status: TransactionStatus = TransactionStatus.PENDING, **changes: object) -> Reading:
    codes = {
        TransactionStatus.PENDING: 201,
        TransactionStatus.EXPIRE: 407,
        TransactionStatus.DENY: 202,
        TransactionStatus.ABSENT: 404,
    }
    base = Reading(
        code=codes.get(status, 200),
        http_status=200,
        status=status,
        fraud=FraudStatus.ACCEPT,
        order_id=ORDER,
        transaction_id=TRANSACTION,
        gross_amount=Rupiah(44_000),
        currency="IDR",
        expiry_time=T0 + timedelta(minutes=15),
        qr_picture_url="http://127.0.0.1/qr",
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # a test names real fields


def evidence(fact: Fact, seconds: float = 1) -> Evidence:
    return Evidence(order_id=ORDER, at=T0 + timedelta(seconds=seconds), fact=fact)


def said(call: Call, status: TransactionStatus = TransactionStatus.PENDING, **changes: object) -> Evidence:
    return evidence(Said(call, reading(status, **changes)))


def notified(status: TransactionStatus, *, signed: bool = True, **changes: object) -> Evidence:
    return evidence(Notified(replace(reading(status, **changes), http_status=None), signed))


SENT = evidence(Sent())
NO_ANSWER = evidence(Unanswered(Call.CHARGE, was_sent=True))
CANCEL = evidence(CancelAsked(CancelReason.CUSTOMER_LEFT, by="Manajer"))
QR = evidence(QrRead(QrCode("00020101", "TOKO SINAR JAYA", "ID1020304050607")))


def charging(method: Method = Method.GOPAY) -> Payment:
    return payment(method).apply(SENT)


def in_doubt(method: Method = Method.GOPAY) -> Payment:
    return charging(method).apply(NO_ANSWER)


def pending(method: Method = Method.GOPAY) -> Payment:
    code = "0812345678" if method.has_store_code else ""
    return charging(method).apply(said(Call.CHARGE, payment_code=code)).apply(QR)


def cancelling(method: Method = Method.GOPAY) -> Payment:
    return pending(method).apply(CANCEL)


def paid(method: Method = Method.GOPAY) -> Payment:
    return pending(method).apply(said(Call.STATUS, TransactionStatus.SETTLEMENT))
