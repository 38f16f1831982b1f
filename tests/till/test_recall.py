"""News of money that had left the watch brings the payment back for one read."""

from __future__ import annotations

from itertools import pairwise

from pos_app.domain.errors import OutcomeUnknownError, Problem, UnreachableError
from pos_app.domain.evidence import Call, CancelReason, Decision, Reading, TransactionStatus
from pos_app.domain.method import Method
from pos_app.domain.states import Attention, State
from pos_app.till.desk_messages import Decide, RefundOnline
from pos_app.till.lane_messages import Heard
from pos_app.till.messages import Cancel
from tests.fakes.gateway import Fault
from tests.till.harness import Bench

S = TransactionStatus


def settled_long_ago(bench: Bench) -> str:
    """A store's settlement that was confirmed, and beyond the time in which stores take one back."""
    order = bench.charge(Method.INDOMARET)
    bench.gateway.pay(order)
    bench.wait(3600)
    assert bench.stored(order).state is State.PAID
    assert bench.till._collector.watchlist.get(order) is None
    return order


def test_a_reversal_that_comes_late_is_read_and_recorded() -> None:
    bench = Bench()
    order = settled_long_ago(bench)
    bench.gateway.set(order, S.DENY)
    bench.do(Heard(bench.gateway.notification(order, S.DENY), "1"))
    bench.wait(11)
    assert bench.stored(order).state is State.REVERSED
    assert Attention.REVERSED in bench.stored(order).attention


def test_it_is_asked_again_until_the_gateway_has_answered() -> None:
    bench = Bench()
    order = settled_long_ago(bench)
    bench.gateway.set(order, S.DENY)
    bench.gateway.fail(Call.STATUS, *[Fault(error=UnreachableError("no route"))] * 3)
    bench.do(Heard(bench.gateway.notification(order, S.DENY), "1"))
    bench.wait(300)
    assert bench.stored(order).state is State.REVERSED


def test_a_refused_key_is_no_answer() -> None:
    bench = Bench()
    order = settled_long_ago(bench)
    bench.gateway.set(order, S.DENY)
    bench.gateway.fail(Call.STATUS, *[Fault(reading=Reading(code=401, http_status=200))] * 3)
    bench.do(Heard(bench.gateway.notification(order, S.DENY), "1"))
    bench.wait(60)
    assert bench.stored(order).state is State.REVERSED


def test_the_relay_tells_it_again_after_a_crash_before_it_was_read() -> None:
    bench = Bench()
    order = settled_long_ago(bench)
    bench.gateway.set(order, S.DENY)
    bench.gateway.fail(Call.STATUS, *[Fault(error=UnreachableError("no route"))] * 3)
    bench.do(Heard(bench.gateway.notification(order, S.DENY), "1"))
    bench.wait(10)
    assert (bench.journal.cursor(), bench.acknowledged) == ("", [])
    bench.wait(300)
    assert (bench.journal.cursor(), bench.acknowledged) == ("1", ["1"])


def test_after_a_restart_too() -> None:
    bench = Bench()
    order = settled_long_ago(bench)
    bench.crash()
    bench.gateway.set(order, S.DENY)
    bench.do(Heard(bench.gateway.notification(order, S.DENY), "1"))
    bench.wait(11)
    assert bench.stored(order).state is State.REVERSED


def test_coming_back_breaks_no_ten_second_rule_even_when_the_clock_was_set() -> None:
    bench = Bench()
    order = bench.charge()
    bench.wait(125)
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    bench.gateway.pay(order)
    bench.settle_calls()
    bench.wait(10)
    bench.do(Decide(order, Decision.HAND_OVER, "karena"))
    bench.wait(120)
    assert bench.till._collector.watchlist.get(order) is None
    before = len(bench.gateway.asks)
    bench.clock.jump(1800)
    bench.gateway.fail(Call.REFUND, Fault(error=OutcomeUnknownError("lost")))
    bench.do(Decide(order, Decision.REFUND_TASK, "karena"), RefundOnline(order))
    bench.settle_calls()
    bench.wait(30)
    assert len(bench.gateway.asks) > before
    assert all(later - earlier >= 10 for (_, earlier), (_, later) in pairwise(bench.gateway.asks))


def test_money_for_a_charge_that_was_taken_for_never_created_is_read_however_late() -> None:
    bench = Bench()
    bench.gateway.fail(Call.CHARGE, *[Fault(error=OutcomeUnknownError("lost"))] * 9)
    order = bench.charge(Method.ALFAMART)
    bench.wait(25 * 3600)
    lost = bench.stored(order)
    assert (lost.state, lost.problem) == (State.FAILED, Problem.NOTHING_CREATED)
    assert bench.till._collector.watchlist.get(order) is None
    bench.gateway.charge(lost.request, lost.idempotency_key)
    bench.gateway.pay(order)
    bench.do(Heard(bench.gateway.notification(order, S.SETTLEMENT), "1"))
    bench.wait(11)
    assert bench.stored(order).state is State.PAID
    assert bench.stored(order).attention == {Attention.PAID_LATE}


def test_what_says_nothing_new_costs_no_call() -> None:
    bench = Bench()
    order = settled_long_ago(bench)
    before = bench.count(Call.STATUS)
    for status in (S.SETTLEMENT, S.PENDING, S.SETTLEMENT):
        bench.do(Heard(bench.gateway.notification(order, status), "1"))
    bench.wait(300)
    assert bench.count(Call.STATUS) == before


def test_it_leaves_the_watch_again_when_it_was_read() -> None:
    bench = Bench()
    order = settled_long_ago(bench)
    before = bench.count(Call.STATUS)
    bench.do(Heard(bench.gateway.notification(order, S.DENY), "1"))
    bench.wait(3600)
    assert bench.count(Call.STATUS) == before + 1
    assert bench.stored(order).state is State.PAID
    assert bench.till._collector.watchlist.get(order) is None


def test_a_start_reads_what_a_store_may_have_taken_back_meanwhile() -> None:
    bench = Bench()
    order = settled_long_ago(bench)
    bench.gateway.set(order, S.DENY)
    bench.crash()
    bench.wait(11)
    assert bench.stored(order).state is State.REVERSED
