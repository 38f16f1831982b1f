"""What can't be written down first is not sent: no charge, no ask; and one call about a state at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from pos_app.domain.cart import Cart
from pos_app.domain.effect import EffectKind
from pos_app.domain.errors import OutcomeUnknownError, Problem
from pos_app.domain.evidence import Call, CancelReason, Evidence, Sent, TransactionStatus
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.record import Judge, Recorded
from pos_app.domain.states import State
from pos_app.till.errand import Fetch
from pos_app.till.lane_messages import Heard, Printed, RelayProven
from pos_app.till.messages import (
    AddProduct,
    BoardShown,
    Cancel,
    Charge,
    CheckNow,
    Chimed,
    CounterShown,
    Park,
    Print,
    Refused,
    RemoveLine,
)
from pos_app.till.stage import Stage
from tests.fakes.gateway import Fault
from tests.till.harness import COFFEE, Bench


def _full(*_: object) -> None:
    raise JournalUnwritableError("disk full")


def test_a_full_disk_stops_the_charge_and_keeps_the_sale() -> None:
    bench = Bench()
    bench.ring_up()
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.do(Charge(bench.shop.qr_method))
    bench.wait(5)
    assert bench.count(Call.CHARGE) == 0
    assert Refused(Problem.JOURNAL_UNWRITABLE) in bench.events
    bench.journal.fails_with = None
    assert bench.journal.memory.payments == {}
    bench.do(Charge(bench.shop.qr_method))
    bench.settle_calls()
    assert bench.stage() is Stage.WAITING


_RUNG_UP = Cart().add_amount(Rupiah(44_000), "Nominal").lines[0]


@pytest.mark.parametrize("press", [Charge(Method.GOPAY), AddProduct(COFFEE), RemoveLine(0, _RUNG_UP)])
def test_an_intent_whose_commit_went_unanswered_is_found_by_the_next_press(
    press: Charge | AddProduct | RemoveLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = Bench()
    bench.ring_up()
    intend = bench.journal.intend

    def kept_without_an_answer(payment: Payment, sent: Evidence | None = None) -> Payment:
        intend(payment, sent)
        raise JournalUnwritableError("the server went away")

    with monkeypatch.context() as lost:
        lost.setattr(bench.journal, "intend", kept_without_an_answer)
        bench.do(Charge(bench.shop.qr_method))
    assert bench.stage() is Stage.RINGING_UP
    bench.do(press)
    assert bench.stage() is Stage.IN_DOUBT
    assert bench.counter.cart.total == bench.payment.amount
    assert Refused(Problem.SALE_ALREADY_HAS_PAYMENT) in bench.events
    bench.wait(20)
    assert (bench.stage(), bench.payment.problem) == (Stage.ENDED, Problem.NOTHING_CREATED)
    assert bench.count(Call.CHARGE) == 0
    bench.do(Charge(bench.shop.qr_method))
    bench.settle_calls()
    assert bench.stage() is Stage.WAITING


def test_a_reply_whose_commit_went_unanswered_has_its_effects_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench(printer=True)
    bench.ring_up()
    bench.do(Charge(Method.ALFAMART))
    record = bench.journal.record

    def kept_without_an_answer(evidence: Evidence, judge: Judge) -> Recorded:
        record(evidence, judge)
        raise JournalUnwritableError("the server went away")

    with monkeypatch.context() as lost:
        lost.setattr(bench.journal, "record", kept_without_an_answer)
        bench.calls.deliver(bench.till.handle)
    assert bench.printer is not None
    assert (bench.stage(), bench.printer.taken) == (Stage.PREPARING, [])
    bench.wait(2)
    assert bench.stage() is Stage.WAITING
    assert [effect.kind for effect, _ in bench.printer.taken] == [EffectKind.SLIP]


def test_what_is_on_disk_is_shown_although_the_journal_could_not_be_read_right_after(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench()
    order = bench.charge()
    bench.gateway.pay(order)
    bench.wait(11, deliver=False)
    record = bench.journal.record
    with monkeypatch.context() as away:

        def kept_and_gone(evidence: Evidence, judge: Judge) -> Recorded:
            kept = record(evidence, judge)
            away.setattr(bench.journal, "sale", _full)
            return kept

        away.setattr(bench.journal, "record", kept_and_gone)
        bench.calls.deliver(bench.till.handle)
    assert (bench.stored(order).state, bench.stage()) == (State.PAID, Stage.WAITING)
    bench.wait(2)
    assert (bench.stage(), bench.counter.qr, len(bench.seen(Chimed))) == (Stage.PAID, None, 1)


def test_an_effect_that_a_full_disk_held_up_happens_once_there_is_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench(printer=True)
    order = bench.charge()
    bench.gateway.pay(order)
    with monkeypatch.context() as full:
        full.setattr(bench.journal, "effect_done", _full)
        bench.do(CheckNow(order))
        bench.calls.deliver(bench.till.handle)
        assert bench.stage() is Stage.PAID
    bench.wait(2)
    bench.do(Print(order))
    assert len(bench.seen(Chimed)) == 1
    assert bench.printer is not None
    assert [effect.kind for effect, _ in bench.printer.taken] == [EffectKind.RECEIPT]


def test_a_start_on_a_full_disk_opens_the_till_and_does_later_what_was_left_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench()
    order = bench.charge()
    bench.gateway.pay(order)
    with monkeypatch.context() as full:
        full.setattr(bench.journal, "effect_done", _full)
        bench.do(CheckNow(order))
        bench.calls.deliver(bench.till.handle)
        bench.crash()
        assert bench.stage() is Stage.PAID
        assert bench.seen(Refused) == [Refused(Problem.JOURNAL_UNWRITABLE)]
        bench.wait(5)
    assert not bench.seen(Chimed)
    bench.wait(2)
    assert len(bench.seen(Chimed)) == 1
    bench.wait(60)
    assert len(bench.seen(Chimed)) == 1


def test_a_paper_that_came_out_while_the_disk_was_full_does_not_come_out_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench(printer=True)
    order = bench.charge(Method.ALFAMART)
    assert bench.printer is not None
    ((slip, _),) = bench.printer.taken
    with monkeypatch.context() as full:
        full.setattr(bench.journal, "effect_done", _full)
        with pytest.raises(JournalUnwritableError):
            bench.do(Printed(slip))
    bench.do(Print(order))
    bench.crash()
    assert [(effect.kind, effect.copy) for effect, _ in bench.printer.taken] == [
        (EffectKind.SLIP, 0),
        (EffectKind.SLIP, 1),
        (EffectKind.SLIP, 1),
    ]


def test_a_charge_is_on_disk_as_sent_before_it_leaves() -> None:
    bench = Bench()
    bench.ring_up()
    bench.do(Charge(bench.shop.qr_method))
    (payment,) = bench.journal.memory.payments.values()
    assert (payment.state, payment.charges_sent) == (State.CHARGING, 1)
    assert [said.evidence.fact for said in bench.journal.evidence_of(payment.order_id)] == [Sent()]
    assert [one.errand for one in bench.calls.pending] == [Call.CHARGE]


def test_the_qr_is_read_while_the_reply_goes_to_disk() -> None:
    bench = Bench()
    bench.ring_up()
    bench.do(Charge(bench.shop.qr_method))
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.deliver()
    assert [one.errand for one in bench.calls.pending] == [Fetch.QR]
    bench.settle_calls()
    bench.journal.fails_with = None
    bench.wait(2)
    assert bench.stage() is Stage.WAITING
    assert bench.count(Fetch.QR) == 1


def test_a_reply_that_proves_our_clock_wrong_is_kept_before_anything_else_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench(offset=timedelta(hours=2))
    bench.ring_up()
    bench.do(Charge(bench.shop.qr_method))
    monkeypatch.setattr(bench.journal, "watched", _full)
    with pytest.raises(JournalUnwritableError):
        bench.deliver()
    (payment,) = bench.journal.memory.payments.values()
    assert payment.state is State.PENDING


def test_the_qr_of_a_reply_about_another_order_is_never_read() -> None:
    bench = Bench()
    bench.ring_up()
    bench.gateway.fail(
        Call.CHARGE,
        Fault(change=lambda ours: replace(ours, order_id="TSJ-03-261120-0007-1-aaaaa", qr_text="THEIRS")),
    )
    bench.do(Charge(bench.shop.qr_method))
    bench.deliver()
    assert bench.payment.state is State.IN_DOUBT
    assert bench.calls.pending == []
    bench.wait(2)
    assert bench.counter.qr is not None
    assert bench.counter.qr.text != "THEIRS"


def test_a_repetition_that_cannot_be_stored_is_not_sent() -> None:
    bench = Bench()
    bench.ring_up()
    bench.gateway.faults[Call.CHARGE].append(Fault(OutcomeUnknownError("no answer")))
    bench.do(Charge(bench.shop.qr_method))
    bench.settle_calls()
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.wait(9)
    assert bench.count(Call.CHARGE) == 1
    bench.journal.fails_with = None
    bench.wait(9)
    assert bench.count(Call.CHARGE) == 2
    assert bench.stage() is Stage.WAITING


def test_an_ask_that_somebody_else_made_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench()
    order = bench.charge()

    def taken(_order: str, _at: datetime, _gap: timedelta) -> bool:
        return False

    monkeypatch.setattr(bench.journal, "claim_ask", taken)
    bench.do(CheckNow(order))
    bench.wait(60)
    assert bench.count(Call.STATUS) == 0


def test_a_payment_whose_work_fails_leaves_the_others_their_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench()
    broken = bench.charge()
    bench.do(Park())
    sound = bench.charge()
    claim = bench.journal.claim_ask

    def fails_for_one(order: str, at: datetime, gap: timedelta) -> bool:
        if order == broken:
            raise ZeroDivisionError("a fault of ours")
        return claim(order, at, gap)

    monkeypatch.setattr(bench.journal, "claim_ask", fails_for_one)
    bench.events.clear()
    for _ in range(3):
        bench.clock.advance(11)
        with pytest.raises(ZeroDivisionError):
            bench.till.tick()
        while bench.calls.pending:
            bench.calls.deliver(bench.till.handle)
    assert [order for order, _ in bench.gateway.asks] == [sound] * 3
    assert bench.seen(BoardShown)


def test_an_ask_that_cannot_be_stored_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench()
    bench.charge()
    monkeypatch.setattr(bench.journal, "claim_ask", _full)
    bench.wait(60)
    assert bench.count(Call.STATUS) == 0


def test_a_cancel_waits_for_the_read_that_is_on_its_way() -> None:
    bench = Bench()
    order = bench.charge()
    bench.wait(11, deliver=False)
    assert [one.errand for one in bench.calls.pending] == [Call.STATUS]
    bench.gateway.pay(order)
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    assert [one.errand for one in bench.calls.pending] == [Call.STATUS]
    bench.settle_calls()
    assert bench.stored(order).state is State.PAID
    assert bench.count(Call.CANCEL) == 0


def test_what_nobody_could_write_down_is_not_offered_until_somebody_can() -> None:
    bench = Bench()
    order = bench.charge()
    shown = bench.counter.qr
    assert shown is not None
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.wait(11)
    assert (bench.stage(), bench.counter.is_withheld, bench.counter.qr) == (Stage.WAITING, True, None)
    bench.journal.fails_with = None
    bench.wait(11)
    assert (bench.counter.is_withheld, bench.counter.qr) == (False, shown)
    bench.gateway.pay(order)
    bench.wait(11)
    assert bench.stage() is Stage.PAID
    assert bench.count(Call.CHARGE) == 1


def test_an_ask_that_another_process_has_just_made_tells_nothing_of_the_disk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench()
    bench.charge()
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.wait(11)
    with monkeypatch.context() as rival:
        rival.setattr(bench.journal, "claim_ask", lambda *_: False)
        bench.wait(11)
        assert bench.counter.is_withheld
    bench.journal.fails_with = None
    bench.wait(2)
    assert not bench.counter.is_withheld


def test_money_that_is_heard_of_on_a_full_disk_brings_no_qr_back() -> None:
    bench = Bench()
    order = bench.charge()
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.gateway.pay(order)
    bench.do(Heard(bench.gateway.notification(order, TransactionStatus.SETTLEMENT), "1-1"))
    bench.wait(25)
    shown = [event.counter for event in bench.events if isinstance(event, CounterShown)]
    after = next(place for place, counter in enumerate(shown) if counter.is_withheld)
    assert all(counter.qr is None for counter in shown[after:])
    bench.journal.fails_with = None
    bench.wait(2)
    assert (bench.stage(), bench.counter.is_withheld) == (Stage.PAID, False)


def test_a_store_code_is_withheld_too_and_comes_back_with_its_slips() -> None:
    bench = Bench(printer=True)
    bench.charge(Method.ALFAMART)
    bench.do(RelayProven(0.1))
    bench.wait(2_000)  # asked for every few minutes by now
    code = bench.counter.payment_code
    assert code
    bench.journal.fails_with = JournalUnwritableError("disk full")
    bench.wait(400)
    assert (bench.counter.payment_code, bench.counter.slips) == ("", None)
    bench.journal.fails_with = None
    bench.wait(11)
    assert bench.counter.payment_code == code
    assert bench.counter.slips is not None


def test_a_paper_that_can_not_be_asked_for_on_a_full_disk_withholds_the_code_too() -> None:
    """The cashier reads that nothing can be written: the customer must not be asked to pay meanwhile."""
    bench = Bench(printer=True)
    order = bench.charge(Method.ALFAMART)
    bench.do(RelayProven(0.1))
    bench.wait(2_000)  # asked for every few minutes by now
    code = bench.counter.payment_code
    bench.journal.fails_with = JournalUnwritableError("disk full")
    with pytest.raises(JournalUnwritableError):
        bench.do(Print(order))
    bench.wait(1)
    assert (bench.counter.is_withheld, bench.counter.payment_code) == (True, "")
    bench.journal.fails_with = None
    bench.wait(11)
    assert bench.counter.payment_code == code


def test_a_start_on_a_full_disk_offers_nothing_either(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(printer=True)
    order = bench.charge(Method.ALFAMART)
    bench.do(Park())
    bench.charge()
    shown = bench.counter.qr
    assert shown is not None
    bench.wait(11)
    bench.gateway.pay(order)
    with monkeypatch.context() as full:
        full.setattr(bench.journal, "effect_done", _full)
        bench.till.handle(Heard(bench.gateway.notification(order, TransactionStatus.SETTLEMENT), "1-1"))
        assert bench.stored(order).state is State.PAID
        bench.journal.fails_with = JournalUnwritableError("disk full")
        bench.crash()
        bench.wait(1)
        assert (bench.stage(), bench.counter.qr) == (Stage.WAITING, None)
        bench.journal.fails_with = None
    bench.wait(11)
    assert bench.counter.qr == shown
