"""A sale that is played in memory, so that the first customer of the day finds the SQL of a sale put together.

Putting it together takes longer than the whole sale takes afterwards. The journal itself is neither read nor
written: what stands in it is of real sales alone.
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta

from pos_app.domain.cart import Cart
from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.evidence import (
    Call,
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
)
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.sale import Sale
from pos_app.journal.opening import create_tables
from pos_app.journal.sqlite_file import in_memory
from pos_app.journal.store import SqlJournal

_ORDER = "REHEARSAL"
_AT = datetime(2026, 1, 1, tzinfo=UTC)
_AMOUNT = Rupiah(1_000)


def rehearse(journal: SqlJournal) -> None:
    """Play one sale by QR, from its first article to *paid*. Any thread may do it beside the till's.

    A database server has nothing that could be played in memory: there the first sale takes longer.
    """
    if journal.engine.dialect.name != "sqlite":
        return
    engine = in_memory(journal.engine)
    with engine.begin() as connection:
        create_tables(connection)
    with closing(SqlJournal(engine, journal.till)) as stage:
        sale = stage.open_sale("", _AT.date(), _AT)
        sale = stage.keep_cart(sale.id, Cart().add_amount(_AMOUNT, ""))
        _pay(stage, sale)
        stage.open_sale("", _AT.date(), _AT)
        stage.keep_cursor("")


def _pay(stage: SqlJournal, sale: Sale) -> None:
    payment = Payment(
        order_id=_ORDER,
        sale_id=sale.id,
        attempt=1,
        method=Method.GOPAY,
        amount=_AMOUNT,
        created_at=_AT,
        request="{}",
        idempotency_key="",
    )
    stage.payments_of(sale.id)
    stage.intend(payment, _learnt(Sent()))
    _look(stage, sale)
    _tell(stage, Said(Call.CHARGE, _reading(TransactionStatus.PENDING, 201)))
    _tell(stage, Notified(_reading(TransactionStatus.PENDING, 201), signed=True))
    _tell(stage, QrRead(QrCode("")))
    stage.claim_ask(_ORDER, _AT, timedelta())
    chime = Effect(_ORDER, EffectKind.CHIME)
    _tell(stage, Said(Call.STATUS, _reading(TransactionStatus.SETTLEMENT, 200)), chime)
    stage.effect_done(chime, _AT)
    _look(stage, sale)


def _look(stage: SqlJournal, sale: Sale) -> None:
    """What is read after each move."""
    stage.sale(sale.id)
    stage.payment(_ORDER)
    stage.last_ask(_ORDER)
    stage.effects_due()
    stage.attached_to(sale.id)


def _tell(stage: SqlJournal, fact: Fact, *effects: Effect) -> None:
    learnt = _learnt(fact)
    stage.record(learnt, lambda payment, paid: (payment.apply(learnt, sale_is_paid=paid), effects))


def _learnt(fact: Fact) -> Evidence:
    return Evidence(order_id=_ORDER, at=_AT, fact=fact)


def _reading(status: TransactionStatus, code: int) -> Reading:
    return Reading(
        code=code,
        status=status,
        fraud=FraudStatus.ACCEPT,
        order_id=_ORDER,
        transaction_id=_ORDER,
        gross_amount=_AMOUNT,
        currency="IDR",
    )
