"""Somebody, or the network's time, sets the PC's clock while the till runs, and then a customer comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from pos_app.domain.charge import Reply
from pos_app.domain.errors import OutcomeUnknownError
from pos_app.domain.evidence import Call, CancelReason, Reading, TransactionStatus
from pos_app.domain.method import Method
from pos_app.domain.receipt import Slip
from pos_app.domain.states import State
from pos_app.till.lane_messages import Heard, RelayProven
from pos_app.till.messages import Cancel, Print
from pos_app.till.stage import Stage
from tests.fakes.gateway import Fault
from tests.till.harness import Bench

YEARS = 6 * 365 * 86_400.0
JUMPS = (600.0, -600.0, 3600.0, -3600.0, YEARS, -YEARS)


def _store_takes_it_back(bench: Bench, order: str) -> None:
    """Minutes after its settlement was confirmed, which has to be seen."""
    bench.wait(240)
    assert bench.stored(order).confirmed
    bench.gateway.set(order, TransactionStatus.DENY)
    bench.wait(240)
    assert bench.stored(order).state is State.REVERSED


def _set_our_clock(bench: Bench, by: float) -> None:
    """The gateway's own runs on as it did."""
    bench.clock.jump(by)
    bench.gateway.offset -= timedelta(seconds=by)


@pytest.fixture(params=JUMPS)
def bench(request: pytest.FixtureRequest) -> Bench:
    one = Bench()
    one.clock.jump(request.param)
    return one


@pytest.mark.parametrize(("is_proven", "interval"), [(False, 10), (True, 30)])
def test_a_payment_made_after_it_is_asked_for_at_its_usual_pace(
    bench: Bench, is_proven: bool, interval: int
) -> None:
    if is_proven:
        bench.do(RelayProven(0.1))
    began = bench.clock.monotonic()
    order = bench.charge()
    bench.wait(125)
    moments = [began, *(at for _, at in bench.gateway.asks)]
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert len(gaps) == 120 // interval
    assert max(gaps) < interval + 2
    bench.gateway.pay(order)
    bench.wait(interval + 1)
    assert bench.stored(order).state is State.PAID


@pytest.mark.parametrize("is_proven", [False, True])
def test_a_store_code_made_after_it_is_found_paid_in_minutes(bench: Bench, is_proven: bool) -> None:
    if is_proven:
        bench.do(RelayProven(0.1))
    order = bench.charge(Method.ALFAMART)
    bench.wait(600)
    assert 8 < bench.count(Call.STATUS) <= 60
    bench.gateway.pay(order)
    bench.wait(300)
    assert bench.stored(order).state is State.PAID


def test_a_lost_charge_is_repeated_for_five_minutes_and_then_only_read(bench: Bench) -> None:
    lost = Fault(error=OutcomeUnknownError("lost"))
    bench.gateway.fail(Call.CHARGE, *[lost] * 99)
    bench.gateway.fail(Call.STATUS, *[lost] * 99)
    bench.charge()
    bench.wait(310)
    assert bench.count(Call.CHARGE) == 9
    bench.wait(900)
    assert bench.count(Call.CHARGE) == 9
    assert bench.count(Call.STATUS) > 5


def test_a_qr_whose_end_nobody_names_is_shown_for_its_life_and_then_closed(bench: Bench) -> None:
    def nameless(reading: Reading) -> Reading:
        return replace(reading, expiry_time=None)

    bench.gateway.fail(Call.CHARGE, Fault(change=nameless))
    bench.gateway.fail(Call.STATUS, *[Fault(change=nameless)] * 99)
    bench.charge()
    watch = bench.counter.watch
    assert watch is not None
    assert watch.ends == pytest.approx(bench.clock.monotonic() + bench.shop.qr_life.total_seconds(), abs=1)
    bench.wait(bench.shop.qr_life.total_seconds() - 5)
    assert (bench.stage(), bench.count(Call.EXPIRE)) == (Stage.WAITING, 0)
    bench.wait(10)
    assert bench.count(Call.EXPIRE) == 1


@pytest.mark.parametrize("jump", JUMPS)
def test_a_code_settled_by_a_notification_after_it_is_read_for_as_long_as_a_store_can_take_it_back(
    jump: float,
) -> None:
    bench = Bench()
    order = bench.charge(Method.INDOMARET)
    bench.wait(60)
    _set_our_clock(bench, jump)
    bench.gateway.pay(order)
    bench.do(Heard(bench.gateway.notification(order, TransactionStatus.SETTLEMENT), "e-1"))
    _store_takes_it_back(bench, order)


@pytest.mark.parametrize("jump", JUMPS)
def test_an_end_that_was_told_without_a_date_after_it_begins_the_grace_now(jump: float) -> None:
    def dateless(reply: Reply) -> Reply:
        return replace(reply, gateway_at=None)

    bench = Bench()
    order = bench.charge()
    bench.wait(60)
    _set_our_clock(bench, jump)
    bench.gateway.on_the_way = dateless
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    bench.settle_calls()
    assert bench.stored(order).state is State.CANCELLED
    bench.wait(23 * 3600)
    bench.gateway.pay(order, late=True)
    bench.wait(3600 - 100)
    assert bench.stored(order).state is State.PAID


@pytest.mark.parametrize("jump", JUMPS)
def test_a_code_settled_by_the_first_thing_that_a_new_start_hears_is_read_for_as_long(jump: float) -> None:
    bench = Bench()
    order = bench.charge(Method.INDOMARET)
    _set_our_clock(bench, jump)
    bench.crash()
    bench.gateway.pay(order)
    bench.do(Heard(bench.gateway.notification(order, TransactionStatus.SETTLEMENT), "e-1"))
    _store_takes_it_back(bench, order)


@pytest.mark.parametrize("jump", JUMPS)
def test_a_slip_asked_for_after_it_is_still_payable_to_the_printer(jump: float) -> None:
    bench = Bench(printer=True)
    order = bench.charge(Method.ALFAMART)
    _set_our_clock(bench, jump)
    bench.do(Print(order))
    assert bench.printer is not None
    slip = bench.printer.taken[-1][1]
    assert isinstance(slip, Slip)
    left = slip.pay_before - (bench.clock.now() + slip.clock_offset)
    assert abs(left - bench.shop.code_life) < timedelta(seconds=5)
