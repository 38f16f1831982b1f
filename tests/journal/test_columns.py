"""A payment with anything in it comes back from either database as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pos_app.domain.evidence import CancelAsked, CancelReason, QrCode, Sent
from pos_app.domain.method import Method
from pos_app.domain.payment import Payment
from pos_app.domain.sale import Sale
from pos_app.domain.states import Attention, State
from pos_app.journal.schema import payments
from pos_app.journal.store import SqlJournal
from tests.journal import shop
from tests.journal.test_codec import AMOUNTS, MOMENTS, PROBLEMS, TEXTS

COUNTS = st.integers(0, 2**31 - 1)
PAYMENTS = st.builds(
    Payment,
    order_id=st.just(""),
    sale_id=st.just(0),
    attempt=COUNTS,
    method=st.sampled_from(Method),
    amount=AMOUNTS,
    created_at=MOMENTS,
    request=TEXTS,
    idempotency_key=TEXTS,
    cashier=TEXTS,
    state=st.sampled_from(State),
    attention=st.frozensets(st.sampled_from(Attention)),
    charges_sent=COUNTS,
    first_sent_at=st.none() | MOMENTS,
    last_sent_at=st.none() | MOMENTS,
    known_to_gateway=st.booleans(),
    transaction_id=TEXTS,
    qr_text=TEXTS,
    qr_picture_url=TEXTS,
    qr=st.none() | st.builds(QrCode, TEXTS, TEXTS, TEXTS),
    payment_code=TEXTS,
    expires_at=st.none() | MOMENTS,
    clock_offset=st.timedeltas(timedelta(days=-40_000), timedelta(days=40_000)),
    absent_reads=COUNTS,
    cancel=st.none() | st.builds(CancelAsked, st.sampled_from(CancelReason), TEXTS, TEXTS),
    problem=st.none() | PROBLEMS,
    problem_detail=TEXTS,
    ended_at=st.none() | MOMENTS | st.just(shop.NOON),
    settled_at=st.none() | MOMENTS,
    verified_at=st.none() | MOMENTS,
    confirmed=st.booleans(),
    refunded=AMOUNTS,
)


def test_every_field_of_a_payment_has_a_column_of_its_name() -> None:
    of_a_payment = {field.name for field in fields(Payment)}
    assert of_a_payment | {"till", "holds_sale"} == {column.name for column in payments.columns}


@pytest.fixture
def held(url: str) -> Iterator[tuple[SqlJournal, Sale]]:
    with closing(SqlJournal.open(url, "02")) as journal:
        yield journal, shop.a_sale(journal)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(payment=PAYMENTS, raw=TEXTS)
def test_a_payment_comes_back_as_it_was(held: tuple[SqlJournal, Sale], payment: Payment, raw: str) -> None:
    journal, _ = held
    first = shop.a_payment(shop.a_sale(journal))
    journal.intend(first)
    becoming = replace(payment, order_id=first.order_id, sale_id=first.sale_id)
    evidence = shop.learnt(first, Sent(), raw=raw)

    journal.record(evidence, lambda _before, _paid: (becoming, ()))

    assert journal.payment(first.order_id) == becoming
    assert journal.evidence_of(first.order_id)[0].evidence == evidence


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(payment=PAYMENTS, hours=st.integers(-30, 30))
def test_the_watch_misses_no_payment_that_may_still_change(
    held: tuple[SqlJournal, Sale], payment: Payment, hours: int
) -> None:
    """Whatever a payment looks like: the index asks for enough, and the domain decides."""
    journal, _ = held
    first = shop.a_payment(shop.a_sale(journal))
    journal.intend(first)
    becoming = replace(payment, order_id=first.order_id, sale_id=first.sale_id)
    evidence = shop.learnt(first, Sent())
    journal.record(evidence, lambda _before, _paid: (becoming, ()))
    at = shop.NOON + timedelta(hours=hours)

    watched = {one.order_id for one in journal.watched(at)}

    assert (first.order_id in watched) == becoming.is_watched(at)
