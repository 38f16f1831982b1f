"""A sale from ring-up to paid, and every row of the table *Cases* that the till itself decides."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from pos_app.domain.catalog import Product
from pos_app.domain.charge import Reply
from pos_app.domain.effect import EffectKind
from pos_app.domain.errors import (
    GatewayError,
    MisconfiguredError,
    OutcomeUnknownError,
    Problem,
    UnreachableError,
)
from pos_app.domain.evidence import Call, CancelReason, Decision, Evidence, Reading, TransactionStatus
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.receipt import Receipt, Slip
from pos_app.domain.record import Judge, Recorded
from pos_app.domain.relay import RelayTrouble
from pos_app.domain.sale import SaleState
from pos_app.domain.states import Attention, State
from pos_app.till.desk_messages import Decide
from pos_app.till.errand import Fetch
from pos_app.till.lane_messages import GapHeard, Heard, Printed, RelayLost, RelayProven
from pos_app.till.messages import (
    AddProduct,
    BoardShown,
    Cancel,
    ChangeQuantity,
    Charge,
    CheckNow,
    Chimed,
    CounterShown,
    NewSale,
    Park,
    ParkedChanged,
    Print,
    Refused,
    RemoveLine,
    Resume,
    SelectLine,
    ShowStory,
    StoryShown,
)
from pos_app.till.stage import Stage
from tests.fakes.gateway import FakeGateway, Fault
from tests.journal import shop
from tests.till.harness import COFFEE, Bench, FakePrinter

PHONE = Product("p", "Ponsel", "8991234567891", Rupiah(900_000))

S = TransactionStatus
LOST = OutcomeUnknownError("no answer")


def refusals(bench: Bench) -> list[Problem]:
    return [event.problem for event in bench.seen(Refused) if isinstance(event, Refused)]


# --- the plain sale ---


def test_a_sale_is_rung_up_charged_shown_and_paid() -> None:
    bench = Bench()
    order = bench.charge()
    assert bench.stage() is Stage.WAITING
    waiting = bench.counter
    assert waiting.qr is not None
    assert waiting.watch is not None
    assert waiting.watch.ends is not None
    assert waiting.watch.ends - bench.clock.monotonic() == pytest.approx(900, abs=1.5)
    bench.gateway.pay(order)
    bench.wait(11)
    assert bench.stage() is Stage.PAID
    assert bench.counter.qr is None
    assert bench.seen(Chimed) == [Chimed(order)]
    bench.do(NewSale())
    assert (bench.stage(), bench.counter.cart.is_empty, bench.counter.sale.number) == (
        Stage.RINGING_UP,
        True,
        2,
    )


def test_the_intent_is_on_disk_before_anything_leaves() -> None:
    bench = Bench()
    bench.ring_up()
    bench.do(Charge(Method.GOPAY))
    stored = bench.stored(bench.payment.order_id)
    assert (stored.state, bench.gateway.bodies, len(bench.calls.pending)) == (State.CHARGING, [], 1)
    bench.settle_calls()
    assert bench.gateway.bodies == [(stored.request, stored.idempotency_key)]


def test_scanning_the_next_article_starts_a_new_sale() -> None:
    bench = Bench()
    bench.gateway.pay(bench.charge())
    bench.wait(11)
    bench.do(AddProduct(COFFEE))
    assert (bench.stage(), bench.counter.cart.total, bench.counter.sale.number) == (
        Stage.RINGING_UP,
        18_000,
        2,
    )


def test_a_second_press_never_makes_a_second_payment() -> None:
    bench = Bench()
    bench.ring_up()
    bench.do(Charge(Method.GOPAY), Charge(Method.GOPAY))
    bench.settle_calls()
    bench.do(Charge(Method.QRIS))
    assert len(bench.gateway.transactions) == 1
    assert refusals(bench) == [Problem.SALE_ALREADY_HAS_PAYMENT] * 2


def test_what_waits_for_money_is_locked() -> None:
    bench = Bench()
    bench.charge()
    line = bench.counter.cart.lines[0]
    bench.do(AddProduct(COFFEE), ChangeQuantity(0, 5, line), RemoveLine(0, line))
    assert bench.counter.cart.total == Rupiah(44_000)
    assert refusals(bench) == [Problem.SALE_IS_LOCKED] * 3


def test_every_plus_counts_however_old_the_cart_was_that_the_cashier_saw() -> None:
    bench = Bench()
    bench.do(AddProduct(COFFEE))
    line = bench.counter.cart.lines[0]
    bench.do(*[ChangeQuantity(0, 1, line)] * 3)
    assert bench.counter.cart.pieces == 4
    bench.do(*[ChangeQuantity(0, -1, line)] * 6)
    assert bench.counter.cart.pieces == 1


def test_a_row_that_has_made_room_for_another_article_is_not_changed() -> None:
    """Del and plus in one breath: the second key meant the article that has gone."""
    bench = Bench()
    bench.do(AddProduct(COFFEE), AddProduct(PHONE), SelectLine(0))
    coffee, phone = bench.counter.cart.lines
    bench.do(RemoveLine(0, coffee))
    shown = len(bench.seen(CounterShown))
    bench.do(ChangeQuantity(0, 9, coffee), RemoveLine(0, coffee), RemoveLine(1, phone))
    assert bench.counter.cart.lines == (phone,)
    assert len(bench.seen(CounterShown)) == shown + 3
    assert refusals(bench) == []


def test_a_row_is_removed_whatever_its_quantity_is_by_now() -> None:
    bench = Bench()
    bench.do(AddProduct(COFFEE))
    seen = bench.counter.cart.lines[0]
    bench.do(AddProduct(COFFEE), RemoveLine(0, seen))
    assert bench.counter.cart.is_empty


@pytest.mark.parametrize(
    ("method", "amount", "problem"),
    [
        (Method.GOPAY, 20_000_001, Problem.AMOUNT_TOO_LARGE),
        (Method.QRIS, 10_000_001, Problem.AMOUNT_TOO_LARGE),
        (Method.ALFAMART, 5_000_001, Problem.AMOUNT_TOO_LARGE),
        (Method.INDOMARET, 9_999, Problem.AMOUNT_TOO_SMALL),
    ],
)
def test_amounts_that_a_method_can_not_take_are_refused_before_any_call(
    method: Method, amount: int, problem: Problem
) -> None:
    bench = Bench()
    bench.ring_up(amount)
    bench.do(Charge(method))
    assert refusals(bench) == [problem]
    assert (bench.gateway.calls, bench.counter.cart.total) == ([], amount)


def test_an_empty_sale_is_not_charged() -> None:
    bench = Bench()
    bench.do(Charge(Method.GOPAY))
    assert bench.seen(Refused) == [Refused(Problem.EMPTY_SALE)]


@pytest.mark.parametrize("written", [True, False])
def test_an_empty_sale_of_last_night_gets_todays_number_with_its_first_article(written: bool) -> None:
    bench = Bench()
    bench.ring_up()
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    bench.do(Park())
    evening = bench.counter.sale
    assert (evening.number, evening.cart.is_empty) == (2, True)
    bench.wait(timedelta(days=1).total_seconds())
    bench.journal.fails_with = None if written else JournalUnwritableError("full")
    bench.do(SelectLine(0))
    assert bench.counter.sale.id == evening.id

    bench.do(AddProduct(COFFEE), AddProduct(COFFEE))

    morning = bench.counter.sale
    assert (morning.cart.pieces, morning.id == evening.id) == (2, not written)
    assert (morning.day - evening.day, morning.number) == (
        (timedelta(days=1), 1) if written else (timedelta(0), 2)
    )


def test_a_cart_left_over_night_keeps_its_number() -> None:
    bench = Bench()
    bench.ring_up()
    evening = bench.counter.sale
    bench.wait(timedelta(days=1).total_seconds())
    bench.ring_up()
    assert (bench.counter.sale.id, bench.counter.cart.pieces) == (evening.id, 2)


# --- the charge got no answer ---


@pytest.mark.parametrize("after", [False, True])
def test_a_lost_answer_is_found_again_with_the_same_order_key_and_bytes(after: bool) -> None:
    bench = Bench()
    bench.gateway.fail(Call.CHARGE, Fault(LOST, after=after), Fault(LOST, after=after))
    bench.ring_up()
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    assert bench.stage() is Stage.IN_DOUBT
    assert bench.counter.watch is not None
    assert bench.counter.watch.next_charge == pytest.approx(bench.clock.monotonic() + 1)
    bench.wait(5)
    assert bench.stage() is Stage.WAITING
    assert len(bench.gateway.transactions) == 1
    assert len(bench.gateway.bodies) == 3
    assert len(set(bench.gateway.bodies)) == 1
    assert bench.gateway.asks == []


def test_a_lost_indomaret_code_comes_back_by_reading_the_status() -> None:
    bench = Bench()
    bench.gateway.fail(Call.CHARGE, Fault(LOST, after=True))
    order = bench.charge(Method.INDOMARET)
    bench.wait(15)
    assert bench.stage() is Stage.WAITING
    assert bench.counter.payment_code.startswith("0")
    assert len(bench.gateway.transactions) == 1
    assert len(bench.gateway.bodies) == 2
    assert bench.stored(order).known_to_gateway


def test_a_lost_qr_that_can_not_come_back_is_closed_and_a_new_order_is_made() -> None:
    bench = Bench()
    bench.gateway.fail(
        Call.CHARGE, Fault(LOST, after=True), Fault(reading=Reading(code=406, http_status=200))
    )
    order = bench.charge()
    bench.wait(30)
    assert (bench.stage(), bench.payment.state) == (Stage.ENDED, State.CANCELLED)
    assert bench.payment.problem is Problem.ANSWER_LOST
    assert bench.gateway.transactions[order].status is S.CANCEL
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    assert bench.stage() is Stage.WAITING
    assert bench.payment.order_id != order
    assert bench.payment.attempt == 2


def test_after_five_minutes_only_reads_are_made_and_two_of_them_end_it() -> None:
    bench = Bench()
    bench.gateway.fail(Call.CHARGE, *[Fault(LOST)] * 50)
    bench.charge()
    bench.wait(299)
    assert bench.stage() is Stage.IN_DOUBT
    sent = bench.count(Call.CHARGE)
    bench.wait(60)
    assert bench.count(Call.CHARGE) == sent
    assert (bench.stage(), bench.payment.problem) == (Stage.ENDED, Problem.NOTHING_CREATED)
    assert len(bench.gateway.asks) >= 2


def test_after_a_restart_only_reads_are_made() -> None:
    bench = Bench()
    bench.gateway.fail(Call.CHARGE, Fault(LOST, after=True))
    bench.ring_up()
    bench.do(Charge(Method.GOPAY))
    order = bench.payment.order_id
    bench.deliver()
    bench.crash()
    assert bench.stage() is Stage.IN_DOUBT
    bench.gateway.pay(order)
    bench.wait(15)
    assert (bench.stage(), bench.count(Call.CHARGE)) == (Stage.PAID, 1)


def test_what_never_left_failed_and_the_cart_is_free() -> None:
    bench = Bench()
    bench.gateway.fail(Call.CHARGE, Fault(UnreachableError("refused")))
    bench.charge()
    assert (bench.stage(), bench.payment.problem) == (Stage.ENDED, Problem.UNREACHABLE)
    bench.do(AddProduct(COFFEE))
    assert (bench.stage(), bench.counter.cart.total) == (Stage.RINGING_UP, 62_000)


@pytest.mark.parametrize("problem", [Problem.NO_KEY, Problem.KEYRING_UNAVAILABLE])
def test_no_key_is_said_plainly(problem: Problem) -> None:
    bench = Bench()
    bench.gateway.fail(Call.CHARGE, Fault(MisconfiguredError(problem)))
    bench.charge()
    assert (bench.stage(), bench.payment.problem) == (Stage.ENDED, problem)


def test_cash_can_be_taken_while_in_doubt_only_after_a_cancel_that_the_gateway_confirms() -> None:
    bench = Bench()
    bench.gateway.fail(Call.CHARGE, *[Fault(LOST, after=True)] * 9)
    order = bench.charge()
    bench.do(Cancel(order, CancelReason.OTHER_METHOD))
    assert bench.stage() is Stage.CLOSING
    bench.settle_calls()
    assert bench.stored(order).state is State.CANCELLED
    assert bench.stage() is Stage.RINGING_UP


# --- the QR ---


def test_a_qr_with_a_wrong_amount_is_never_shown() -> None:
    bench = Bench()
    bench.gateway.qr_problem = Problem.WRONG_AMOUNT
    order = bench.charge()
    assert (bench.stage(), bench.payment.problem) == (Stage.ENDED, Problem.WRONG_AMOUNT)
    assert bench.gateway.transactions[order].status is S.CANCEL
    assert all(event.counter.qr is None for event in bench.events if hasattr(event, "counter"))


def test_a_picture_that_does_not_come_is_fetched_again_and_given_up_in_the_end() -> None:
    bench = Bench()
    bench.gateway.fail(Fetch.QR, *[Fault(UnreachableError("picture"))] * 2)
    bench.charge()
    assert bench.stage() is Stage.PREPARING
    bench.wait(4)
    assert bench.stage() is Stage.WAITING

    lost = Bench()
    lost.gateway.fail(Fetch.QR, *[Fault(LOST)] * 20)
    lost.charge()
    lost.wait(120)
    assert (lost.stage(), lost.payment.problem) == (Stage.ENDED, Problem.QR_UNREADABLE)


def test_a_read_waits_until_the_qr_is_there_and_drawn() -> None:
    bench = Bench()
    bench.ring_up()
    bench.do(Charge(Method.GOPAY))
    bench.deliver()
    order = bench.payment.order_id
    bench.do(Heard(bench.gateway.notification(order, S.PENDING), "e-1"))
    assert [one.errand for one in bench.calls.pending] == [Fetch.QR]
    bench.deliver()
    assert bench.stage() is Stage.WAITING
    assert bench.calls.pending == []
    bench.wait(0.25, deliver=False)
    assert [one.errand for one in bench.calls.pending] == [Call.STATUS]


def test_a_crash_while_the_qr_shows_brings_the_same_sale_qr_and_time() -> None:
    bench = Bench(offset=timedelta(seconds=3))
    bench.charge()
    qr, sale = bench.counter.qr, bench.counter.sale
    bench.clock.advance(100)
    bench.crash()
    assert (bench.stage(), bench.counter.qr, bench.counter.sale) == (Stage.WAITING, qr, sale)
    assert bench.counter.watch is not None
    assert bench.counter.watch.ends is not None
    assert bench.counter.watch.ends - bench.clock.monotonic() == pytest.approx(800, abs=1.5)


def test_a_crash_between_the_charge_and_its_qr_fetches_the_qr() -> None:
    bench = Bench()
    bench.ring_up()
    bench.do(Charge(Method.GOPAY))
    bench.deliver()
    assert bench.stage() is Stage.PREPARING
    bench.crash()
    bench.wait(1)
    assert bench.stage() is Stage.WAITING


def test_a_crash_before_the_first_byte_left_failed_safely() -> None:
    bench = Bench()
    bench.ring_up()
    bench.do(Charge(Method.GOPAY))
    order = bench.payment.order_id
    bench.crash()  # the call was on its way, nobody knows how far
    assert bench.stage() is Stage.IN_DOUBT
    bench.wait(60)
    assert (bench.stored(order).state, bench.stored(order).problem) == (State.FAILED, Problem.NOTHING_CREATED)


# --- time ---


def test_a_check_of_what_left_the_watch_long_ago_reads_it_once() -> None:
    bench = Bench()
    order = bench.charge()
    bench.wait(905)
    bench.wait(2 * 86_400)
    asks = len(bench.gateway.asks)
    bench.gateway.pay(order, late=True)
    bench.wait(900)
    assert len(bench.gateway.asks) == asks  # nobody looks by itself any more
    bench.do(CheckNow(order))
    bench.wait(11)
    assert len(bench.gateway.asks) == asks + 1
    assert bench.stored(order).attention == {Attention.PAID_LATE}
    assert bench.counter.watch is not None
    assert bench.counter.watch.last_check_said is State.PAID


def test_what_a_check_said_stays_until_it_was_seen_and_is_not_asked_again() -> None:
    bench = Bench()
    order = bench.charge()
    bench.wait(2 * 86_400)
    asks = len(bench.gateway.asks)
    bench.do(CheckNow(order))
    bench.wait(11)
    watch = bench.counter.watch
    assert watch is not None
    assert (watch.last_check_said, watch.last_check_at is None) == (State.EXPIRED, False)
    bench.wait(3600)
    assert len(bench.gateway.asks) == asks + 1
    bench.do(SelectLine(0))
    assert bench.counter.watch is None


def test_a_check_of_what_the_gateway_never_had_asks_nothing() -> None:
    bench = Bench()
    bench.ring_up()
    bench.do(Charge(Method.GOPAY))
    order = bench.payment.order_id
    bench.crash()
    bench.wait(2 * 86_400)
    assert not bench.stored(order).known_to_gateway
    asks = len(bench.gateway.asks)
    bench.do(CheckNow(order))
    bench.wait(30)
    assert len(bench.gateway.asks) == asks


def test_at_the_end_of_the_time_the_gateway_is_asked_to_expire_it() -> None:
    bench = Bench()
    order = bench.charge()
    bench.wait(905)
    assert (bench.stage(), bench.payment.state) == (Stage.ENDED, State.EXPIRED)
    assert bench.gateway.transactions[order].status is S.EXPIRE


def test_money_at_the_last_moment_wins_over_the_expiry() -> None:
    bench = Bench()
    order = bench.charge()
    bench.wait(895)
    bench.gateway.pay(order)
    bench.wait(30)
    assert bench.stage() is Stage.PAID


def test_late_money_is_recorded_and_releases_nothing() -> None:
    bench = Bench()
    order = bench.charge()
    bench.wait(905)
    bench.gateway.pay(order, late=True)
    bench.wait(3600)
    late = bench.stored(order)
    assert (late.state, late.attention) == (State.PAID, frozenset({Attention.PAID_LATE}))
    assert bench.stage() is Stage.ENDED
    board = bench.seen(BoardShown)[-1]
    assert isinstance(board, BoardShown)
    assert board.wanting_attention == 1
    bench.do(Charge(bench.shop.qr_method))
    bench.settle_calls()
    assert refusals(bench) == [Problem.MONEY_UNDECIDED]
    assert bench.count(Call.CHARGE) == 1


def test_late_money_of_an_earlier_attempt_lets_no_charge_go_out_either() -> None:
    bench = Bench()
    first = bench.charge()
    bench.do(Cancel(first, CancelReason.OTHER_METHOD))
    bench.settle_calls()
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    bench.gateway.pay(first, late=True)
    bench.do(Cancel(bench.payment.order_id, CancelReason.OTHER_METHOD))
    bench.wait(400)
    assert bench.stored(first).attention == {Attention.PAID_LATE}
    bench.do(Charge(Method.GOPAY))
    assert refusals(bench) == [Problem.MONEY_UNDECIDED]
    assert len(bench.gateway.transactions) == 2


def test_the_countdown_follows_the_gateways_clock_not_ours() -> None:
    bench = Bench(offset=timedelta(hours=-3))
    bench.charge()
    watch = bench.counter.watch
    assert watch is not None
    assert watch.ends is not None
    assert watch.ends - bench.clock.monotonic() == pytest.approx(900, abs=1.5)
    bench.clock.jump(7200)
    bench.gateway.offset -= timedelta(hours=2)
    bench.wait(11)
    bench.do(AddProduct(COFFEE))  # refused; the counter is as it was
    bench.do(CheckNow(bench.payment.order_id))
    assert bench.stage() is Stage.WAITING


@pytest.mark.parametrize("jump", [-7200, 7200, -5, 5])
def test_the_ten_second_rule_holds_when_the_clock_jumps(jump: float) -> None:
    bench = Bench()
    order = bench.charge()
    bench.wait(12)
    bench.clock.jump(jump)
    for _ in range(40):
        bench.do(CheckNow(order))
        bench.wait(1)
    gaps = _gaps(bench)
    assert gaps
    assert min(gaps) >= 10
    assert max(gaps) <= 25


@pytest.mark.parametrize("jump", [0, -3600, 3600, 7])
def test_the_ten_second_rule_holds_across_restarts(jump: float) -> None:
    bench = Bench()
    order = bench.charge()
    for round_ in range(60):
        bench.do(CheckNow(order))
        bench.settle_calls()
        bench.wait(1.5)
        if round_ % 20 == 3:
            bench.crash()
            bench.clock.jump(jump)
            bench.wait(1)
    assert min(_gaps(bench)) >= 10
    assert max(_gaps(bench)) <= 32  # a clock set back is believed only slowly


@pytest.mark.parametrize("asked", [False, True])
def test_a_clock_that_was_set_while_the_till_was_off_ends_no_qr_that_lives(asked: bool) -> None:
    bench = Bench()
    order = bench.charge()
    if asked:
        bench.wait(11)
    bench.clock.jump(7200)
    bench.gateway.offset -= timedelta(hours=2)
    bench.crash()
    bench.wait(60)
    assert bench.count(Call.EXPIRE) == 0
    assert not bench.stored(order).attention
    assert bench.stage() is Stage.WAITING
    bench.wait(900)
    assert bench.stored(order).state is State.EXPIRED


def test_check_now_is_heard_at_the_next_allowed_moment() -> None:
    bench = Bench()
    order = bench.charge()
    bench.do(RelayProven(0.1))
    bench.wait(11)
    bench.do(CheckNow(order))
    bench.settle_calls()
    first = len(bench.gateway.asks)
    bench.do(CheckNow(order))
    bench.wait(9)
    assert len(bench.gateway.asks) == first
    bench.wait(2)
    assert len(bench.gateway.asks) == first + 1


def _gaps(bench: Bench) -> list[float]:
    return [later - earlier for (_, earlier), (_, later) in pairwise(bench.gateway.asks)]


@pytest.mark.parametrize(
    ("trouble", "longest"), [(UnreachableError("no route"), 20.0), (OutcomeUnknownError("html"), 120.0)]
)
def test_a_network_that_is_away_is_tried_sooner_again_than_a_gateway_in_trouble(
    trouble: GatewayError, longest: float
) -> None:
    bench = Bench()
    bench.charge()
    bench.gateway.fail(Call.STATUS, *[Fault(error=trouble)] * 30)
    bench.wait(800)
    assert 0.75 * longest <= max(_gaps(bench)) <= longest
    assert min(_gaps(bench)) >= 10


# --- notifications ---


def test_a_signed_settlement_pays_at_once_and_is_confirmed_once() -> None:
    bench = Bench()
    order = bench.charge()
    bench.gateway.pay(order)
    note = bench.gateway.notification(order, S.SETTLEMENT)
    bench.do(Heard(note, "e-1"))
    assert (bench.stage(), bench.payment.confirmed) == (Stage.PAID, False)
    bench.do(Heard(note, "e-2"), Heard(note, "e-3"))
    bench.wait(30)
    assert bench.stored(order).confirmed
    assert bench.seen(Chimed) == [Chimed(order)]
    assert bench.acknowledged == ["e-3"]
    assert bench.journal.cursor() == "e-3"


@pytest.mark.parametrize("status", [S.PENDING, S.EXPIRE, S.CANCEL, S.DENY])
def test_any_other_notification_rings_the_bell(status: TransactionStatus) -> None:
    bench = Bench()
    order = bench.charge()
    bench.do(RelayProven(0.1))
    bench.wait(1)
    bench.do(Heard(bench.gateway.notification(order, status), "e-1"))
    assert [name for name, _ in bench.gateway.asks] == [] and len(bench.calls.pending) == 1
    bench.settle_calls()
    assert bench.stage() is Stage.WAITING


@pytest.mark.parametrize("body", ["", "not json", "{}", '{"order_id": "somebody"}'])
def test_noise_costs_no_call(body: str, caplog: pytest.LogCaptureFixture) -> None:
    bench = Bench()
    bench.charge()
    calls = len(bench.gateway.calls)
    bench.do(Heard(body, "e-1"))
    assert (len(bench.gateway.calls), bench.calls.pending) == (calls, [])
    assert "without effect" in caplog.text


def test_a_forged_notification_costs_no_call(caplog: pytest.LogCaptureFixture) -> None:
    bench = Bench()
    order = bench.charge()
    calls = len(bench.gateway.calls)
    bench.do(Heard(bench.gateway.notification(order, S.SETTLEMENT, signed=False), "e-1"))
    assert (bench.stage(), len(bench.gateway.calls), bench.calls.pending) == (Stage.WAITING, calls, [])
    assert "without effect" in caplog.text


def test_a_hundred_thousand_forged_notifications_fill_no_log(caplog: pytest.LogCaptureFixture) -> None:
    bench = Bench()
    forged = bench.gateway.notification(bench.charge(), S.SETTLEMENT, signed=False)
    for number in range(1_000):
        bench.do(Heard(forged, f"e-{number}"))
    assert (bench.stage(), len(caplog.records)) == (Stage.WAITING, 1)


def test_a_gap_asks_about_every_live_payment() -> None:
    bench = Bench()
    first = bench.charge()
    bench.do(Park())
    second = bench.charge()
    bench.do(RelayProven(0.1))
    bench.wait(1)
    bench.do(GapHeard("e-9"))
    bench.settle_calls()
    assert {name for name, _ in bench.gateway.asks} == {first, second}


def test_with_the_relay_proven_asking_is_gentle_and_without_it_every_ten_seconds() -> None:
    bench = Bench()
    bench.charge()
    bench.do(RelayProven(0.1))
    bench.wait(300)
    gentle = len(bench.gateway.asks)
    bench.do(RelayLost(RelayTrouble.NO_ECHO))
    bench.wait(300)
    assert gentle <= 11
    assert 25 <= len(bench.gateway.asks) - gentle <= 31


# --- cancelling ---


def test_a_cancel_hides_the_qr_at_once_and_is_final_when_confirmed() -> None:
    bench = Bench()
    order = bench.charge()
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    assert (bench.stage(), bench.counter.qr) == (Stage.CLOSING, None)
    bench.settle_calls()
    assert (bench.stage(), bench.payment.state) == (Stage.ENDED, State.CANCELLED)


def test_a_cancel_that_meets_a_settlement_pays() -> None:
    bench = Bench()
    order = bench.charge()
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    bench.gateway.pay(order)
    bench.settle_calls()
    bench.wait(15)
    assert bench.stage() is Stage.PAID
    assert bench.payment.attention == {Attention.PAID_WHILE_CANCELLING}


def test_a_cancel_without_an_answer_is_asked_again_until_it_is_known() -> None:
    bench = Bench()
    order = bench.charge()
    bench.gateway.fail(Call.CANCEL, *[Fault(LOST)] * 3)
    bench.do(Cancel(order, CancelReason.WRONG_ITEM))
    bench.wait(120)
    assert bench.stored(order).state is State.CANCELLED


def test_switching_the_method_goes_back_to_the_cart_only_when_the_old_one_is_dead() -> None:
    bench = Bench()
    order = bench.charge()
    bench.do(Cancel(order, CancelReason.OTHER_METHOD))
    bench.do(Charge(Method.INDOMARET))
    assert refusals(bench) == [Problem.SALE_ALREADY_HAS_PAYMENT]
    bench.settle_calls()
    assert bench.stage() is Stage.RINGING_UP
    bench.do(Charge(Method.INDOMARET))
    bench.settle_calls()
    assert (bench.stage(), bench.payment.method) == (Stage.WAITING, Method.INDOMARET)


def test_a_cancel_while_the_charge_is_on_its_way_waits_for_it() -> None:
    bench = Bench()
    bench.ring_up()
    bench.do(Charge(Method.GOPAY))
    order = bench.payment.order_id
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    assert [one.errand for one in bench.calls.pending] == [Call.CHARGE]
    bench.settle_calls()
    assert bench.stored(order).state is State.CANCELLED
    assert bench.gateway.transactions[order].status is S.CANCEL


def test_a_cancel_that_could_not_be_kept_yet_lets_no_charge_go_out_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The disk takes the next charge's intent just before it takes the cancel."""
    bench = Bench()
    bench.ring_up()
    bench.gateway.fail(Call.CHARGE, Fault(LOST))
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    order = bench.payment.order_id
    record, faults = bench.journal.record, [JournalUnwritableError("disk full")] * 2

    def full_at_first(evidence: Evidence, judge: Judge) -> Recorded:
        if faults:
            raise faults.pop()
        return record(evidence, judge)

    monkeypatch.setattr(bench.journal, "record", full_at_first)
    bench.clock.advance(1)
    bench.till.handle(Cancel(order, CancelReason.CUSTOMER_LEFT))
    bench.till.tick()
    assert (faults, bench.stored(order).charges_sent) == ([], 1)
    bench.wait(120)
    assert bench.count(Call.CHARGE) == 1
    assert bench.stored(order).state.is_dead


def test_what_an_earlier_attempt_made_of_the_sale_is_seen_with_the_next_ask() -> None:
    """The counter reads the sale again where its own payment did not move, and not only where that let go of it."""
    bench = Bench()
    bench.gateway.fail(Call.CHARGE, Fault(UnreachableError("gone")))
    lost = bench.stored(bench.charge())
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    shown = bench.payment
    assert (lost.state, bench.stage(), shown.attempt) == (State.FAILED, Stage.WAITING, 2)

    shop.turned_up(bench.journal.record, lost)
    shop.settled(bench.journal.record, lost)
    assert bench.journal.sale(lost.sale_id).state is SaleState.PAID
    bench.wait(10)

    assert (bench.stage(), bench.payment) == (Stage.PAID, shown)


# --- money of another amount ---


def test_money_of_another_amount_hides_the_qr_and_waits_for_a_manager() -> None:
    bench = Bench()
    order = bench.charge()
    other = Fault(change=lambda reading: replace(reading, gross_amount=Rupiah(4_400)))
    bench.gateway.fail(Call.STATUS, *[other] * 500)
    bench.gateway.pay(order)
    bench.wait(11)
    assert (bench.stage(), bench.counter.qr) == (Stage.ENDED, None)
    assert bench.stored(order).attention == {Attention.AMOUNT_MISMATCH}
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    bench.wait(3600)
    assert (bench.count(Call.CANCEL), bench.count(Call.EXPIRE)) == (0, 0)
    assert len(bench.gateway.asks) < 40
    bench.do(Charge(Method.GOPAY))
    assert refusals(bench) == [Problem.SALE_ALREADY_HAS_PAYMENT]
    bench.do(Decide(order, Decision.CASH_REFUND, "Jumlah salah"))
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    assert bench.stage() is Stage.WAITING


def test_one_wrong_date_ends_no_qr() -> None:
    bench = Bench()
    bench.charge()
    bench.gateway.offset = timedelta(minutes=20)
    bench.wait(10)
    bench.gateway.offset = timedelta(0)
    bench.wait(60)
    assert (bench.stage(), bench.count(Call.EXPIRE)) == (Stage.WAITING, 0)


def test_a_full_disk_under_a_waiting_payment_is_said() -> None:
    bench = Bench()
    bench.charge()
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.wait(25)
    assert set(refusals(bench)) == {Problem.JOURNAL_UNWRITABLE}
    assert bench.gateway.asks == []


# --- one customer after the other ---


def test_a_parked_payment_is_watched_and_its_money_is_told() -> None:
    bench = Bench()
    order = bench.charge()
    bench.do(Park())
    assert (bench.stage(), bench.counter.cart.is_empty) == (Stage.RINGING_UP, True)
    bench.gateway.pay(order)
    bench.wait(11)
    told = bench.seen(ParkedChanged)
    assert len(told) == 1
    assert isinstance(told[0], ParkedChanged)
    assert told[0].payment.state is State.PAID
    assert bench.stage() is Stage.RINGING_UP


def test_a_customer_with_a_store_code_leaves_the_counter_to_the_next_article() -> None:
    bench = Bench()
    order = bench.charge(Method.ALFAMART)
    bench.do(AddProduct(COFFEE))
    assert (bench.stage(), bench.counter.cart.total) == (Stage.RINGING_UP, 18_000)
    bench.gateway.pay(order)
    bench.wait(11)
    assert bench.stored(order).state is State.PAID
    assert bench.counter.cart.total == Rupiah(18_000)


def test_a_parked_sale_can_be_laid_on_the_counter_again() -> None:
    bench = Bench()
    order = bench.charge()
    bench.do(Park(), Resume(order))
    assert (bench.stage(), bench.payment.order_id) == (Stage.WAITING, order)
    bench.do(Park(), AddProduct(COFFEE), Resume(order))
    assert bench.stage() is Stage.RINGING_UP
    assert refusals(bench) == [Problem.COUNTER_IN_USE]


def test_parking_is_for_what_waits() -> None:
    bench = Bench()
    bench.ring_up()
    bench.do(Park(), NewSale())
    assert bench.counter.cart.total == Rupiah(44_000)


def test_the_story_of_a_payment_is_its_evidence() -> None:
    bench = Bench()
    order = bench.charge()
    bench.gateway.pay(order)
    bench.wait(11)
    bench.do(ShowStory(order))
    story = bench.seen(StoryShown)[-1]
    assert isinstance(story, StoryShown)
    states = [step.state for step in story.steps]
    assert states[0] is State.CHARGING
    assert states[-1] is State.PAID
    assert any(step.raw for step in story.steps)


# --- the journal ---


def test_nothing_is_sent_that_could_not_be_written_down() -> None:
    bench = Bench()
    bench.ring_up()
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    assert bench.gateway.calls == []
    assert Problem.JOURNAL_UNWRITABLE in refusals(bench)
    bench.journal.fails_with = None
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    assert bench.stage() is Stage.WAITING


def test_what_is_rung_up_on_a_full_disk_stays_on_screen() -> None:
    bench = Bench()
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.do(AddProduct(COFFEE))
    assert bench.counter.cart.total == Rupiah(18_000)
    bench.journal.fails_with = None
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    assert (bench.stage(), bench.payment.amount) == (Stage.WAITING, 18_000)


def test_old_news_of_the_sale_takes_nothing_off_the_screen_that_is_not_on_disk() -> None:
    bench = Bench()
    order = bench.charge()
    bench.gateway.set(order, TransactionStatus.DENY)
    bench.do(CheckNow(order))
    bench.settle_calls()
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.do(AddProduct(COFFEE))
    bench.do(Heard(bench.gateway.notification(order, TransactionStatus.DENY), "1"))
    bench.journal.fails_with = None
    bench.wait(2)
    assert bench.counter.cart.total == Rupiah(62_000)
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    assert (bench.stage(), bench.payment.amount) == (Stage.WAITING, 62_000)


def test_an_answer_that_could_not_be_written_is_written_later() -> None:
    bench = Bench()
    bench.ring_up()
    bench.do(Charge(Method.GOPAY))
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.deliver()
    bench.wait(5, deliver=False)
    assert bench.stage() is Stage.PREPARING
    bench.journal.fails_with = None
    bench.wait(5)
    assert bench.stage() is Stage.WAITING
    assert len(bench.gateway.transactions) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault(reading=Reading(code=401, http_status=401, message="access denied")),
        Fault(reading=Reading(code=500, http_status=200)),
        Fault(LOST),
    ],
)
def test_a_check_without_an_answer_does_not_say_that_nobody_paid(fault: Fault) -> None:
    bench = Bench()
    bench.charge()
    bench.wait(11)
    assert bench.counter.watch is not None
    assert bench.counter.watch.last_check_said is State.PENDING
    bench.gateway.fail(Call.STATUS, fault)
    bench.wait(10)
    assert bench.counter.watch is not None
    assert bench.counter.watch.last_check_said is None


# --- paper ---


def printed(bench: Bench) -> list[tuple[EffectKind, int]]:
    assert isinstance(bench.printer, FakePrinter)
    return [(effect.kind, effect.copy) for effect, _ in bench.printer.taken]


def test_a_store_code_is_printed_once_even_across_a_crash() -> None:
    bench = Bench(printer=True)
    order = bench.charge(Method.ALFAMART)
    assert printed(bench) == [(EffectKind.SLIP, 0)]
    bench.crash()  # the printer never said that it was done
    assert printed(bench) == [(EffectKind.SLIP, 0)] * 2
    assert isinstance(bench.printer, FakePrinter)
    effect, slip = bench.printer.taken[-1]
    assert isinstance(slip, Slip)
    assert slip.code == bench.counter.payment_code
    bench.do(Printed(effect))
    bench.crash()
    assert len(printed(bench)) == 2
    bench.do(Print(order))
    assert printed(bench)[-1] == (EffectKind.SLIP, 1)


def test_a_receipt_is_printed_when_asked_for_and_copies_are_numbered() -> None:
    bench = Bench(printer=True)
    order = bench.charge()
    bench.do(Print(order))
    assert printed(bench) == []
    bench.gateway.pay(order)
    bench.wait(11)
    bench.do(Print(order), Print(order))
    assert printed(bench) == [(EffectKind.RECEIPT, 0), (EffectKind.RECEIPT, 1)]
    assert isinstance(bench.printer, FakePrinter)
    receipt = bench.printer.taken[0][1]
    assert isinstance(receipt, Receipt)
    assert receipt.reference == bench.stored(order).transaction_id
    assert replace(receipt, copy=1) == bench.printer.taken[1][1]


class NamesNoEnd(FakeGateway):
    """As the gateway was before 2023, and as its published samples still are."""

    def _reply(self, reading: Reading) -> Reply:
        return super()._reply(replace(reading, expiry_time=None))


def test_a_slip_is_printed_where_the_gateway_names_no_end() -> None:
    bench = Bench(printer=True)
    bench.gateway = NamesNoEnd(bench.clock, timedelta(hours=-3))
    bench.crash()
    order = bench.charge(Method.ALFAMART)
    assert printed(bench) == [(EffectKind.SLIP, 0)]
    assert isinstance(bench.printer, FakePrinter)
    slip = bench.printer.taken[0][1]
    assert isinstance(slip, Slip)
    asked_for = bench.gateway.transactions[order].expires_at
    assert abs(slip.pay_before - asked_for) < timedelta(seconds=2)


def test_a_slip_of_a_dead_code_is_not_printed() -> None:
    bench = Bench(printer=True)
    order = bench.charge(Method.ALFAMART)
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    bench.settle_calls()
    bench.do(Print(order))
    bench.crash()
    assert printed(bench) == [(EffectKind.SLIP, 0)]
