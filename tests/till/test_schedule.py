from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.evidence import Call, Decided, Decision, RefundAsked, Stalled, TransactionStatus
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.states import State
from pos_app.till import schedule
from pos_app.till.schedule import GAP, Asking, earliest, next_ask, next_charge
from tests.domain.builders import (
    cancelling,
    charging,
    evidence,
    in_doubt,
    notified,
    paid,
    payment,
    pending,
    said,
)

DEAD = pending().apply(said(Call.STATUS, TransactionStatus.EXPIRE))
LATE = DEAD.apply(said(Call.STATUS, TransactionStatus.SETTLEMENT))
TASK = LATE.apply(
    evidence(Decided(decision=Decision.REFUND_TASK, by="Bayu", reason="karena", about=LATE.attention))
)
REFUNDING = TASK.apply(evidence(RefundAsked("k", Rupiah(44_000), "karena")))
PAID_BY_NEWS = pending().apply(notified(TransactionStatus.SETTLEMENT))
STUCK = pending().apply(evidence(Stalled()))
DISPUTED = PAID_BY_NEWS.apply(said(Call.STATUS, TransactionStatus.PENDING))

payments = st.sampled_from(
    [
        *(payment(), charging(), in_doubt(), pending(), pending(Method.ALFAMART), cancelling(), paid(), DEAD),
        *(LATE, REFUNDING, PAID_BY_NEWS, DISPUTED, STUCK),
    ]
)
askings = st.builds(
    Asking,
    payment=payments,
    now=st.floats(0, 1e6),
    since=st.floats(0, 1e6),
    age=st.floats(0, 200_000),
    last_asked=st.one_of(st.none(), st.floats(0, 1e6)),
    failures=st.integers(0, 40),
    rung=st.booleans(),
    overdue=st.booleans(),
    reads_only=st.booleans(),
    relay_proven=st.booleans(),
    jitter=st.floats(0, 1),
)


@given(askings)
def test_nobody_is_asked_sooner_than_ten_seconds_after_the_last_ask(asking: Asking) -> None:
    when = next_ask(asking)
    if when is not None and asking.last_asked is not None:
        assert when - asking.last_asked >= GAP


@given(askings)
def test_every_watched_payment_is_asked_again_within_a_quarter_of_an_hour(asking: Asking) -> None:
    when = next_ask(asking)
    unsure = asking.payment.state in (State.INTENDED, State.CHARGING, State.IN_DOUBT)
    if not unsure:
        assert when is not None
        assert when - (asking.since if asking.last_asked is None else asking.last_asked) <= 900


@given(askings, st.floats(0, 1e6))
def test_no_first_ask_is_put_off_by_waiting_for_it(asking: Asking, later: float) -> None:
    first = replace(asking, last_asked=None, since=min(asking.since, asking.now))
    then = replace(first, now=first.now + later)
    assert next_ask(then) == next_ask(first)


@given(askings)
def test_failures_keep_us_away_for_two_minutes_at_most(asking: Asking) -> None:
    if asking.last_asked is not None:
        assert earliest(asking) - asking.last_asked <= 120 + 1e-6


def asking(one: Payment, **changes: object) -> Asking:
    base = Asking(payment=one, now=1005.0, since=945.0, age=60.0, last_asked=1000.0)
    return replace(base, **changes)  # type: ignore[arg-type]  # a test names real fields


@pytest.mark.parametrize(
    ("look", "interval"),
    [
        (asking(pending()), GAP),
        (asking(pending(), relay_proven=True), 30.0),
        (asking(pending(), relay_proven=True, rung=True), GAP),
        (asking(pending(), relay_proven=True, overdue=True), GAP),
        (asking(pending(Method.ALFAMART)), GAP),
        (asking(pending(Method.ALFAMART), relay_proven=True), 30.0),
        (asking(pending(Method.ALFAMART), relay_proven=True, age=80_000.0), 300.0),
        (asking(pending(Method.ALFAMART), age=3_600.0), 60.0),
        (asking(pending(Method.ALFAMART), age=80_000.0), 300.0),
        (asking(cancelling(), relay_proven=True), GAP),
        (asking(paid()), 60.0),
        (asking(PAID_BY_NEWS), GAP),
        (asking(DISPUTED, age=4_000.0), 900.0),
        (asking(TASK), 60.0),
        (asking(TASK, age=90_000.0), 900.0),
        (asking(REFUNDING, age=90_000.0), 60.0),
        (asking(DEAD), 60.0),
        (asking(DEAD, age=86_000.0), 900.0),
        (asking(STUCK, age=4_500.0, overdue=True), 900.0),
        (asking(STUCK, age=90_000.0, overdue=True, rung=True), GAP),
        (asking(STUCK, age=90_000.0, overdue=True, failures=4), 80.0),
        (asking(pending(), failures=1), GAP),
        (asking(pending(), failures=3), 40.0),
        (asking(pending(), failures=3, rung=True), 40.0),
        (asking(pending(), failures=30), 120.0),
    ],
)
def test_the_pace(look: Asking, interval: float) -> None:
    assert next_ask(look) == pytest.approx(1000.0 + interval)


def test_a_lost_charge_is_repeated_before_anybody_asks() -> None:
    assert next_ask(asking(in_doubt())) is None
    assert next_ask(asking(in_doubt(), reads_only=True)) == pytest.approx(1000.0 + GAP)
    assert next_ask(asking(charging())) is None


def test_the_first_ask_comes_one_interval_after_the_charge_or_with_the_doorbell() -> None:
    assert next_ask(asking(pending(), last_asked=None, since=1003.0)) == pytest.approx(1003.0 + GAP)
    assert next_ask(asking(pending(), last_asked=None, rung=True)) == float("-inf")


def test_a_doorbell_waits_until_the_windows_have_drawn_and_never_less_than_the_rule() -> None:
    drawn = 1000.25
    assert next_ask(asking(pending(), last_asked=None, rung=True, not_before=drawn)) == drawn
    soon = replace(asking(pending(), rung=True), last_asked=1000.0, not_before=drawn)
    assert next_ask(soon) == 1000.0 + GAP


def test_the_repetitions_grow() -> None:
    assert [next_charge(sent, 0.0) for sent in (1, 2, 3, 4, 5, 9)] == [1, 3, 9, 27, 60, 60]
    assert schedule.REPEATS_END == 300.0
