"""What a manager makes of payments that want attention, and how money goes back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pos_app.domain.decision import Obstacle, RefundTrouble
from pos_app.domain.errors import OutcomeUnknownError, UnreachableError
from pos_app.domain.evidence import (
    Call,
    CancelReason,
    Decided,
    Decision,
    Reading,
    RefundAsked,
    TransactionStatus,
)
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.receipt import Receipt
from pos_app.domain.sale import SaleState
from pos_app.domain.staff import Pin, Right, Role
from pos_app.domain.states import Attention, State
from pos_app.till.desk_messages import (
    AddStaff,
    AttachableSale,
    AttachableShown,
    Decide,
    DecisionTaken,
    DeskRefused,
    PinRefusal,
    PinRefused,
    RefundAnswered,
    RefundOnline,
    ShowAttachable,
)
from pos_app.till.lane_messages import Heard
from pos_app.till.messages import (
    BoardShown,
    Cancel,
    Charge,
    CheckNow,
    NewSale,
    Park,
    Print,
    RemoveLine,
    Resume,
)
from pos_app.till.stage import Stage
from tests.fakes.gateway import Fault
from tests.till.harness import Bench

S = TransactionStatus
WHY = "pelanggan datang lagi"
BAYU, RANI = Pin("271828"), Pin("1111")
HOUR = 3600.0


def paid_late(
    method: Method = Method.GOPAY, amount: int = 44_000, *, printer: bool = False
) -> tuple[Bench, str]:
    """A payment whose money came after it had expired; the counter has the next sale."""
    bench = Bench(method=method if method.shows_qr else Method.GOPAY, printer=printer)
    order = bench.charge(method, amount)
    bench.gateway.set(order, S.EXPIRE)
    bench.wait(1200)
    bench.do(NewSale())
    bench.gateway.pay(order, late=True)
    bench.wait(HOUR)
    assert bench.stored(order).attention == {Attention.PAID_LATE}
    return bench, order


def obstacles(bench: Bench) -> list[Obstacle]:
    return [event.obstacle for event in bench.events if isinstance(event, DeskRefused)]


def board(bench: Bench) -> BoardShown:
    bench.wait(1)
    return next(event for event in reversed(bench.events) if isinstance(event, BoardShown))


def sale_state_of(bench: Bench, order: str) -> SaleState:
    return bench.journal.sale(bench.stored(order).sale_id).state


def decide(bench: Bench, order: str, decision: Decision, sale_id: int | None = None) -> None:
    bench.do(Decide(order, decision, WHY, sale_id=sale_id))


# what wants a decision


def test_late_money_pays_its_sale_once_the_manager_hands_the_goods_over() -> None:
    bench, order = paid_late()
    assert sale_state_of(bench, order) is SaleState.OPEN
    assert board(bench).wanting_attention == 1

    decide(bench, order, Decision.HAND_OVER)

    assert sale_state_of(bench, order) is SaleState.PAID
    assert (board(bench).wanting_attention, board(bench).rows) == (0, ())
    assert bench.journal.undecided() == ()
    assert isinstance(bench.journal.evidence_of(order)[-1].evidence.fact, Decided)
    assert bench.seen(DecisionTaken) == [DecisionTaken(bench.stored(order))]


def test_a_decision_is_undone_only_by_another_one() -> None:
    bench, order = paid_late()
    before = bench.stored(order)
    decide(bench, order, Decision.HAND_OVER)
    decide(bench, order, Decision.REOPEN)
    assert bench.stored(order) == before
    assert sale_state_of(bench, order) is SaleState.OPEN
    assert board(bench).wanting_attention == 1
    assert (
        len([one for one in bench.journal.evidence_of(order) if isinstance(one.evidence.fact, Decided)]) == 2
    )


def test_a_decision_outlives_a_crash() -> None:
    bench, order = paid_late()
    decide(bench, order, Decision.REFUND_TASK)
    bench.crash()
    assert bench.stored(order).has_refund_task
    assert [row.payment.order_id for row in board(bench).rows] == [order]
    assert board(bench).wanting_attention == 0


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_decision_needs_a_reason(reason: str) -> None:
    bench, order = paid_late()
    bench.do(Decide(order, Decision.HAND_OVER, reason))
    assert obstacles(bench) == [Obstacle.REASON_MISSING]
    assert bench.stored(order).wants_decision


@pytest.mark.parametrize("decision", list(Decision))
def test_a_payment_that_is_in_order_is_nothing_to_decide(decision: Decision) -> None:
    bench = Bench()
    order = bench.charge()
    bench.gateway.pay(order)
    bench.wait(60)
    decide(bench, order, decision)
    assert obstacles(bench) == [Obstacle.NOTHING_TO_DECIDE]


def test_only_somebody_with_the_right_decides_and_always_with_a_pin() -> None:
    bench, order = paid_late()
    bench.do(AddStaff("Bayu", Role.MANAGER, BAYU), AddStaff("Rani", Role.SUPERVISOR, RANI, BAYU))
    for pin, why in ((None, PinRefusal.NEEDED), (RANI, PinRefusal.NO_RIGHT)):
        bench.do(Decide(order, Decision.HAND_OVER, WHY, pin))
        refused = bench.events[-1]
        assert isinstance(refused, PinRefused)
        assert (refused.refusal, refused.right) == (why, Right.DECIDE)
    assert bench.stored(order).decision is None
    bench.do(Decide(order, Decision.HAND_OVER, WHY, BAYU))
    decision = bench.stored(order).decision
    assert decision is not None
    assert (decision.by, decision.reason, decision.about) == ("Bayu", WHY, frozenset({Attention.PAID_LATE}))


def test_what_moved_while_the_pin_was_checked_is_not_decided_wrongly() -> None:
    bench, order = paid_late()
    bench.do(AddStaff("Bayu", Role.MANAGER, BAYU))
    bench.till.handle(Decide(order, Decision.HAND_OVER, WHY, BAYU))
    hashed = bench.calls.hashing.pop()
    bench.gateway.set(order, S.REFUND)
    bench.do(Heard(bench.gateway.notification(order, S.REFUND), "k7-1"))
    bench.wait(60)
    assert bench.stored(order).state is State.REFUNDED
    bench.do(hashed)
    assert obstacles(bench) == [Obstacle.DECISION_DOES_NOT_FIT]
    assert bench.stored(order).decision is None


def test_cash_is_refused_where_the_journal_can_not_even_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    bench, order = paid_late()

    def lost(*_: object) -> int:
        raise JournalUnwritableError("the server is gone")

    monkeypatch.setattr(bench.journal, "copies", lost)
    decide(bench, order, Decision.CASH_REFUND)
    assert obstacles(bench) == [Obstacle.JOURNAL_UNWRITABLE]
    assert bench.stored(order).decision is None


def test_a_decision_that_can_not_be_written_is_not_taken_later() -> None:
    bench, order = paid_late()
    bench.journal.fails_with = JournalUnwritableError("full")
    decide(bench, order, Decision.HAND_OVER)
    assert obstacles(bench) == [Obstacle.JOURNAL_UNWRITABLE]
    bench.journal.fails_with = None
    bench.wait(60)
    assert bench.stored(order).decision is None


def test_what_went_back_while_the_pin_was_checked_is_not_paid_out_again() -> None:
    bench, order = paid_late()
    bench.do(AddStaff("Bayu", Role.MANAGER, BAYU))
    bench.till.handle(Decide(order, Decision.CASH_REFUND, WHY, BAYU))
    hashed = bench.calls.hashing.pop()
    bench.gateway.transactions[order].refunds["dashboard"] = (Rupiah(4_000), "")
    bench.gateway.set(order, S.PARTIAL_REFUND)
    bench.do(Heard(bench.gateway.notification(order, S.PARTIAL_REFUND), "k7-1"))
    bench.wait(60)
    bench.do(hashed)
    decision = bench.stored(order).decision
    assert decision is not None
    assert decision.amount == Rupiah(40_000)


def test_what_comes_up_after_a_decision_wants_another_one() -> None:
    bench = Bench()
    order = bench.charge(Method.INDOMARET)
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    bench.gateway.pay(order)
    bench.settle_calls()
    bench.wait(15)
    assert bench.stored(order).attention == {Attention.PAID_WHILE_CANCELLING}
    decide(bench, order, Decision.HAND_OVER)
    bench.gateway.set(order, S.DENY)
    bench.wait(300)
    assert bench.stored(order).state is State.REVERSED
    assert bench.stored(order).wants_decision
    assert sale_state_of(bench, order) is SaleState.OPEN
    decide(bench, order, Decision.ACCEPT_FORCED)
    assert sale_state_of(bench, order) is SaleState.PAID


# nothing came, and nothing went out


def taken_back() -> tuple[Bench, str]:
    """A store took its settlement back; the sale is on the counter."""
    bench = Bench()
    order = bench.charge(Method.INDOMARET)
    bench.gateway.pay(order)
    bench.wait(61)
    bench.gateway.set(order, S.DENY)
    bench.wait(300)
    assert bench.stored(order).attention == {Attention.REVERSED}
    return bench, order


def test_a_reversal_whose_goods_stayed_is_closed_and_its_sale_can_be_paid_anew() -> None:
    bench, order = taken_back()
    decide(bench, order, Decision.CLOSE_UNPAID)
    assert (sale_state_of(bench, order), board(bench).wanting_attention) == (SaleState.OPEN, 0)
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    again = bench.payment.order_id
    bench.gateway.pay(again)
    bench.wait(60)
    assert (bench.stored(again).state, bench.stored(again).attention) == (State.PAID, frozenset())
    assert bench.stored(again).sale_id == bench.stored(order).sale_id


def test_a_closed_case_is_taken_back_by_another_decision() -> None:
    bench, order = taken_back()
    before = bench.stored(order)
    decide(bench, order, Decision.CLOSE_UNPAID)
    decide(bench, order, Decision.REOPEN)
    assert (bench.stored(order), board(bench).wanting_attention) == (before, 1)
    decide(bench, order, Decision.CLOSE_UNPAID)
    decide(bench, order, Decision.ACCEPT_FORCED)
    assert sale_state_of(bench, order) is SaleState.PAID


def test_money_that_comes_after_a_case_was_closed_wants_the_manager_again() -> None:
    bench = Bench()
    order = bench.charge()
    bench.do(Park())
    bench.gateway.fail(Call.EXPIRE, *[Fault(UnreachableError("gone"))] * 10_000)
    bench.wait(15 * 60 + HOUR + 5)
    decide(bench, order, Decision.CLOSE_UNPAID)
    assert board(bench).wanting_attention == 0
    bench.gateway.pay(order)
    bench.wait(15 * 60)
    assert bench.stored(order).attention == {Attention.PAID_LATE}
    assert (board(bench).wanting_attention, sale_state_of(bench, order)) == (1, SaleState.OPEN)
    decide(bench, order, Decision.CASH_REFUND)
    assert board(bench).rows == ()


def test_money_of_another_amount_is_handed_over_and_bothers_nobody_again() -> None:
    bench = Bench()
    order = bench.charge(Method.INDOMARET)
    bench.gateway.transactions[order].amount = Rupiah(57_000)
    bench.gateway.pay(order)
    bench.wait(60)
    decide(bench, order, Decision.HAND_OVER)
    assert sale_state_of(bench, order) is SaleState.PAID
    bench.wait(30 * HOUR)
    assert bench.stored(order).attention == {Attention.AMOUNT_MISMATCH}
    assert board(bench).wanting_attention == 0


# attaching


def test_money_is_attached_to_another_open_sale_of_the_same_amount_and_pays_it() -> None:
    bench, order = paid_late(printer=True)
    bench.ring_up(44_000)
    target = bench.counter.sale.id
    bench.do(ShowAttachable(order))
    assert bench.events[-1] == AttachableShown(
        order, (AttachableSale(target, bench.counter.sale.label, bench.counter.sale.day),)
    )

    decide(bench, order, Decision.ATTACH, target)

    assert bench.stage() is Stage.PAID
    assert bench.payment.order_id == order
    assert sale_state_of(bench, order) is SaleState.OPEN
    bench.do(Print(order))
    assert bench.printer is not None
    (document,) = (paper for _, paper in bench.printer.taken if isinstance(paper, Receipt))
    assert document.sale == bench.counter.sale.label
    bench.crash()
    assert (bench.stage(), bench.payment.order_id) == (Stage.PAID, order)


def test_taking_an_attachment_back_opens_the_sale_again() -> None:
    bench, order = paid_late()
    bench.ring_up(44_000)
    target = bench.counter.sale.id
    decide(bench, order, Decision.ATTACH, target)
    decide(bench, order, Decision.REOPEN)
    assert bench.journal.sale(target).state is SaleState.OPEN
    assert (bench.stage(), bench.counter.payment) == (Stage.RINGING_UP, None)
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    assert bench.stage() is Stage.WAITING


@pytest.mark.parametrize(
    ("amount", "why"), [(45_000, Obstacle.AMOUNTS_DIFFER), (0, Obstacle.SALE_IS_NOT_OPEN)]
)
def test_a_sale_of_another_amount_takes_no_money(amount: int, why: Obstacle) -> None:
    bench, order = paid_late()
    if amount:
        bench.ring_up(amount)
    decide(bench, order, Decision.ATTACH, bench.counter.sale.id)
    bench.do(ShowAttachable(order))
    assert obstacles(bench) == [why]
    assert bench.events[-1] == AttachableShown(order, ())
    assert bench.stored(order).attached_to is None


def test_a_sale_with_a_live_payment_takes_no_money() -> None:
    bench, order = paid_late()
    bench.charge()
    decide(bench, order, Decision.ATTACH, bench.counter.sale.id)
    assert obstacles(bench) == [Obstacle.SALE_IS_NOT_OPEN]


def test_no_sale_and_its_own_sale_are_no_other_sale() -> None:
    bench, order = paid_late()
    for sale_id in (None, 404, bench.stored(order).sale_id):
        decide(bench, order, Decision.ATTACH, sale_id)
    assert obstacles(bench) == [Obstacle.NO_SUCH_SALE] * 3


@pytest.mark.parametrize("added", [16_000, -44_000])
def test_late_money_pays_its_own_sale_only_while_that_comes_to_its_amount(added: int) -> None:
    bench = Bench()
    order = bench.charge()
    bench.do(Cancel(order, CancelReason.OTHER_METHOD))
    bench.settle_calls()
    if added > 0:
        bench.ring_up(added)
    else:
        bench.do(RemoveLine(0, bench.counter.cart.lines[0]))
    bench.gateway.pay(order, late=True)
    bench.wait(400)
    decide(bench, order, Decision.HAND_OVER)
    assert obstacles(bench) == [Obstacle.AMOUNTS_DIFFER]
    assert (bench.stored(order).decision, bench.counter.sale.state) == (None, SaleState.OPEN)
    decide(bench, order, Decision.CASH_REFUND)
    assert not bench.stored(order).wants_decision


def test_its_own_sale_that_changed_while_the_pin_was_looked_at_takes_no_money() -> None:
    bench = Bench()
    order = bench.charge()
    bench.do(Cancel(order, CancelReason.OTHER_METHOD))
    bench.settle_calls()
    bench.gateway.pay(order, late=True)
    bench.wait(400)
    bench.do(AddStaff("Bayu", Role.MANAGER, BAYU))
    bench.till.handle(Decide(order, Decision.HAND_OVER, WHY, BAYU))
    hashed = bench.calls.hashing.pop()
    bench.ring_up(1_000)
    bench.do(hashed)
    assert obstacles(bench) == [Obstacle.AMOUNTS_DIFFER]
    assert (bench.stored(order).decision, bench.counter.sale.state) == (None, SaleState.OPEN)


def test_a_sale_that_changed_meanwhile_takes_no_money() -> None:
    bench, order = paid_late()
    bench.do(AddStaff("Bayu", Role.MANAGER, BAYU))
    bench.ring_up(44_000)
    bench.till.handle(Decide(order, Decision.ATTACH, WHY, BAYU, bench.counter.sale.id))
    hashed = bench.calls.hashing.pop()
    bench.ring_up(1_000)
    bench.do(hashed)
    assert obstacles(bench) == [Obstacle.AMOUNTS_DIFFER]
    assert bench.stored(order).decision is None
    assert bench.counter.sale.state is SaleState.OPEN


# giving back


def refunded(bench: Bench) -> list[RefundTrouble | None]:
    return [event.trouble for event in bench.events if isinstance(event, RefundAnswered)]


def test_an_online_refund_gives_the_money_back_and_closes_the_task() -> None:
    bench, order = paid_late()
    decide(bench, order, Decision.REFUND_TASK)
    bench.do(RefundOnline(order))
    asked = bench.journal.evidence_of(order)[-1].evidence.fact
    assert isinstance(asked, RefundAsked)  # on disk before the call
    assert bench.gateway.transactions[order].refunded == 0
    bench.settle_calls()
    assert refunded(bench) == [None]
    assert bench.gateway.transactions[order].refunded == Rupiah(44_000)
    assert (bench.stored(order).state, bench.stored(order).refunded) == (State.REFUNDED, Rupiah(44_000))
    assert board(bench).rows == ()
    bench.do(RefundOnline(order))
    assert obstacles(bench) == [Obstacle.NO_REFUND_TASK]


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (202, RefundTrouble.DENIED_BY_BANK),
        (401, RefundTrouble.NOT_ALLOWED),
        (404, RefundTrouble.NOT_FOUND),
        (406, RefundTrouble.KEY_USED),
        (412, RefundTrouble.NOT_REFUNDABLE),
        (414, RefundTrouble.NO_BALANCE),
        (418, RefundTrouble.REFUSED),
        (429, RefundTrouble.UNKNOWN),
        (500, RefundTrouble.UNKNOWN),
        (200, RefundTrouble.UNKNOWN),
    ],
)
def test_a_refund_that_is_refused_says_why_and_the_task_stays_open(code: int, trouble: RefundTrouble) -> None:
    bench, order = paid_late()
    decide(bench, order, Decision.REFUND_TASK)
    bench.gateway.fail(Call.REFUND, Fault(reading=Reading(code=code, http_status=200, message="words")))
    bench.do(RefundOnline(order))
    bench.settle_calls()
    answer = next(event for event in bench.events if isinstance(event, RefundAnswered))
    assert (answer.trouble, answer.detail) == (trouble, "words")
    assert bench.stored(order).has_refund_task
    assert bench.stored(order).state is State.PAID
    bench.do(RefundOnline(order))
    bench.settle_calls()
    assert bench.stored(order).state is State.REFUNDED


def test_while_nobody_knows_what_came_of_a_refund_nothing_else_gives_the_money_out() -> None:
    bench, order = paid_late()
    decide(bench, order, Decision.REFUND_TASK)
    bench.gateway.fail(Call.REFUND, Fault(OutcomeUnknownError("lost"), after=True))
    bench.do(RefundOnline(order), RefundOnline(order))
    for decision in (Decision.CASH_REFUND, Decision.HAND_OVER, Decision.REOPEN):
        decide(bench, order, decision)
    assert obstacles(bench) == [Obstacle.REFUND_IS_UNDERWAY] * 4
    bench.settle_calls()
    assert refunded(bench) == [RefundTrouble.UNKNOWN]
    bench.wait(120)  # the read after it tells
    assert bench.stored(order).state is State.REFUNDED


def test_a_refund_that_was_never_sent_leaves_every_way_open() -> None:
    bench, order = paid_late()
    decide(bench, order, Decision.REFUND_TASK)
    bench.gateway.fail(Call.REFUND, Fault(UnreachableError("no route")))
    bench.do(RefundOnline(order))
    bench.settle_calls()
    assert refunded(bench) == [RefundTrouble.UNREACHABLE]
    decide(bench, order, Decision.CASH_REFUND)
    decided = bench.stored(order).decision
    assert decided is not None
    assert (decided.decision, decided.amount) == (Decision.CASH_REFUND, Rupiah(44_000))


def test_a_lost_refund_is_found_out_after_a_crash_and_given_once() -> None:
    bench, order = paid_late()
    decide(bench, order, Decision.REFUND_TASK)
    bench.do(RefundOnline(order))
    bench.crash()
    decide(bench, order, Decision.CASH_REFUND)
    assert obstacles(bench) == [Obstacle.REFUND_IS_UNDERWAY]
    bench.gateway.fail(Call.REFUND, Fault(UnreachableError("no route")))
    bench.do(RefundOnline(order))
    bench.settle_calls()
    decide(bench, order, Decision.CASH_REFUND)
    assert obstacles(bench)[-1] is Obstacle.REFUND_IS_UNDERWAY  # the first one may have got there
    bench.do(RefundOnline(order))
    bench.settle_calls()
    assert bench.stored(order).state is State.REFUNDED
    assert len(bench.gateway.transactions[order].refunds) == 1


def test_a_store_code_is_never_refunded_online() -> None:
    bench, order = paid_late(Method.INDOMARET)
    decide(bench, order, Decision.REFUND_TASK)
    bench.do(RefundOnline(order))
    bench.settle_calls()
    assert obstacles(bench) == [Obstacle.NOT_REFUNDABLE_ONLINE]
    assert bench.count(Call.REFUND) == 0


def test_a_refund_needs_its_right_and_an_open_task() -> None:
    bench, order = paid_late()
    bench.do(RefundOnline(order))
    assert obstacles(bench) == [Obstacle.NO_REFUND_TASK]
    decide(bench, order, Decision.REFUND_TASK)
    bench.do(AddStaff("Bayu", Role.MANAGER, BAYU), RefundOnline(order))
    assert isinstance(bench.events[-1], PinRefused)
    bench.do(RefundOnline(order, BAYU))
    bench.settle_calls()
    assert bench.stored(order).state is State.REFUNDED


def test_a_refund_that_can_not_be_written_down_is_not_sent() -> None:
    bench, order = paid_late()
    decide(bench, order, Decision.REFUND_TASK)
    bench.journal.fails_with = JournalUnwritableError("full")
    bench.do(RefundOnline(order))
    assert obstacles(bench) == [Obstacle.JOURNAL_UNWRITABLE]
    assert bench.count(Call.REFUND) == 0


def test_a_refund_whose_answer_could_not_be_kept_is_not_told_as_given() -> None:
    bench, order = paid_late()
    decide(bench, order, Decision.REFUND_TASK)
    bench.gateway.fail(Call.REFUND, Fault(reading=Reading(code=414, http_status=200)))
    bench.do(RefundOnline(order))
    bench.journal.fails_with = JournalUnwritableError("full")
    bench.settle_calls()
    assert refunded(bench) == [RefundTrouble.UNKNOWN]
    bench.journal.fails_with = None
    bench.wait(5)
    assert bench.stored(order).refund_trouble is RefundTrouble.NO_BALANCE


def by_dashboard(bench: Bench, order: str, amount: int = 44_000) -> None:
    """Somebody refunds on the gateway's own pages, and no news of it comes."""
    bench.gateway.transactions[order].refunds["dashboard"] = (Rupiah(amount), "")
    bench.gateway.set(order, S.REFUND if amount == 44_000 else S.PARTIAL_REFUND)


def test_a_task_that_somebody_did_elsewhere_is_found_done_without_any_news() -> None:
    bench, order = paid_late()
    decide(bench, order, Decision.REFUND_TASK)
    bench.wait(3 * 24 * HOUR)
    asked = bench.count(Call.STATUS)
    bench.wait(24 * HOUR)
    assert bench.count(Call.STATUS) - asked <= 24 * 4 + 1
    bench.crash()
    bench.wait(60)
    by_dashboard(bench, order)
    bench.wait(900)
    assert (bench.stored(order).state, board(bench).rows) == (State.REFUNDED, ())
    asked = bench.count(Call.STATUS)
    bench.wait(24 * HOUR)
    assert bench.count(Call.STATUS) == asked


def test_checking_a_task_reads_it_within_ten_seconds() -> None:
    bench, order = paid_late()
    decide(bench, order, Decision.REFUND_TASK)
    bench.wait(3 * 24 * HOUR)
    by_dashboard(bench, order, 14_000)
    bench.do(CheckNow(order))
    bench.wait(10)
    assert (bench.stored(order).state, bench.stored(order).money_held) == (State.PARTLY_REFUNDED, 30_000)
    (row,) = board(bench).rows
    assert row.next_check is not None


@pytest.mark.parametrize("code", [401, 403])
def test_a_lost_refund_whose_key_is_refused_now_is_told_as_such_and_read_once_the_key_works(
    code: int,
) -> None:
    bench, order = paid_late()
    decide(bench, order, Decision.REFUND_TASK)
    refused = Fault(reading=Reading(code=code, http_status=code))
    bench.gateway.fail(Call.STATUS, *[refused] * 5_000)
    bench.gateway.fail(Call.REFUND, Fault(OutcomeUnknownError("lost"), after=True), refused, refused)
    for _ in range(3):
        bench.do(RefundOnline(order))
        bench.settle_calls()
        bench.wait(HOUR)
    told = [RefundTrouble.UNKNOWN, RefundTrouble.UNKNOWN_NOT_ALLOWED, RefundTrouble.UNKNOWN_NOT_ALLOWED]
    assert refunded(bench) == told
    bench.wait(30 * HOUR)
    decide(bench, order, Decision.CASH_REFUND)
    assert obstacles(bench) == [Obstacle.REFUND_IS_UNDERWAY]
    bench.gateway.faults.clear()
    bench.wait(61)
    assert bench.stored(order).state is State.REFUNDED
    assert bench.gateway.transactions[order].refunded == Rupiah(44_000)


# stuck


def test_a_payment_that_the_gateway_never_ends_is_stuck_once_by_the_clock() -> None:
    bench = Bench()
    order = bench.charge()
    bench.do(Park())
    bench.gateway.fail(Call.EXPIRE, *[Fault(UnreachableError("gone"))] * 10_000)
    bench.wait(15 * 60 + HOUR - 5)
    assert bench.stored(order).attention == frozenset()
    bench.wait(10)
    assert bench.stored(order).attention == {Attention.STUCK}
    bench.crash()
    calls_before = len(bench.gateway.calls)
    bench.wait(3 * HOUR)
    assert len(bench.gateway.calls) - calls_before < 60  # it is in no hurry any more
    stalls = [
        one for one in bench.journal.evidence_of(order) if type(one.evidence.fact).__name__ == "Stalled"
    ]
    assert len(stalls) == 1

    bench.do(Resume(order))
    decide(bench, order, Decision.ACCEPT_FORCED)
    assert (bench.stored(order).state, sale_state_of(bench, order)) == (State.PENDING, SaleState.PAID)
    assert (bench.stage(), bench.counter.qr) == (Stage.PAID, None)

    bench.gateway.pay(order)
    bench.wait(15 * 60)
    assert (bench.stored(order).state, bench.stored(order).attention) == (State.PAID, frozenset())


def test_an_hour_in_doubt_is_stuck_and_the_gateways_word_ends_it() -> None:
    bench = Bench()
    bench.gateway.fail(Call.CHARGE, *[Fault(OutcomeUnknownError("lost"))] * 50)
    bench.gateway.fail(Call.STATUS, *[Fault(UnreachableError("gone"))] * 10_000)
    order = bench.charge()
    bench.wait(HOUR + 5)
    assert bench.stored(order).attention == {Attention.STUCK}
    bench.gateway.faults.clear()
    bench.wait(600)
    assert (bench.stored(order).state, bench.stored(order).attention) == (State.FAILED, frozenset())


def test_a_full_disk_delays_the_word_stuck_and_does_not_spin() -> None:
    bench = Bench()
    order = bench.charge()
    bench.gateway.fail(Call.EXPIRE, *[Fault(UnreachableError("gone"))] * 10_000)
    bench.gateway.fail(Call.STATUS, *[Fault(UnreachableError("gone"))] * 10_000)
    bench.wait(15 * 60 + HOUR - 5)
    bench.journal.fails_with = JournalUnwritableError("full")
    bench.wait(30)
    bench.journal.fails_with = None
    bench.wait(120)
    assert bench.stored(order).attention == {Attention.STUCK}
    assert bench.clock.now() - bench.stored(order).created_at > timedelta(hours=1)


def test_a_pin_that_was_typed_as_the_reason_is_no_reason_and_is_kept_nowhere() -> None:
    bench, order = paid_late()
    bench.do(Decide(order, Decision.HAND_OVER, "482913 oke", pin=Pin("482913")))
    live = bench.charge()
    for reason in CancelReason:
        bench.do(Cancel(live, reason, "482913", Pin("482913")))
    assert bench.seen(DeskRefused) == [DeskRefused(Obstacle.REASON_MISSING)] * (1 + len(CancelReason))
    assert not any("482913" in repr(one) for one in bench.journal.memory.evidence)


@pytest.mark.parametrize("hours", [0, 48])
def test_a_cancel_of_what_has_ended_is_answered(hours: int) -> None:
    """Somebody typed a PIN for it: 48 hours later nobody watches the payment any more."""
    bench = Bench()
    order = bench.charge()
    bench.gateway.pay(order)
    bench.wait(30 + hours * 3600)
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    assert bench.seen(DeskRefused) == [DeskRefused(Obstacle.NOTHING_TO_CANCEL)]
    assert bench.stored(order).cancel is None


def test_a_second_cancel_is_told_that_the_first_is_under_way() -> None:
    bench = Bench()
    order = bench.charge()
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    assert bench.seen(DeskRefused) == []
    bench.do(Cancel(order, CancelReason.WRONG_AMOUNT))
    assert bench.seen(DeskRefused) == [DeskRefused(Obstacle.NOTHING_TO_CANCEL)]


def test_a_cancel_in_own_words_needs_words() -> None:
    bench = Bench()
    order = bench.charge()
    for note in ("", "   "):
        bench.do(Cancel(order, CancelReason.OTHER, note))
    assert bench.seen(DeskRefused) == [DeskRefused(Obstacle.REASON_MISSING)] * 2
    assert bench.stored(order).cancel is None
    bench.do(Cancel(order, CancelReason.OTHER, "kembali 2 botol"))
    asked = bench.stored(order).cancel
    assert asked is not None
    assert asked.note == "kembali 2 botol"
