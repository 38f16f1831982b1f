"""Papers: which one, how often, and a drawer for cash alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Never

import pytest

from pos_app.domain import receipt
from pos_app.domain.decision import Obstacle
from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.errors import Problem
from pos_app.domain.evidence import CameOut, CancelReason, Decision, Evidence, TransactionStatus
from pos_app.domain.journal_errors import JournalDamagedError, JournalUnwritableError
from pos_app.domain.method import Method
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.receipt import Receipt, Slip
from pos_app.domain.record import Judge, Recorded
from pos_app.till.counter import CounterDesk
from pos_app.till.desk_messages import Decide, DeskRefused, PrintProof, ProofPrinted, Reconcile
from pos_app.till.lane_messages import GivenUp, NotDrawn, Printed
from pos_app.till.messages import (
    Cancel,
    Chimed,
    NewSale,
    PaperFailed,
    Park,
    Print,
    PrinterTried,
    PrintTestPage,
    Refused,
    Reprint,
    Resume,
    ShowStory,
    StoryShown,
)
from pos_app.till.snapshot import Slips
from tests.till.harness import Bench, FakePrinter

SLIP, RECEIPT = EffectKind.SLIP, EffectKind.RECEIPT


def printer_of(bench: Bench) -> FakePrinter:
    assert isinstance(bench.printer, FakePrinter)
    return bench.printer


def printed(bench: Bench) -> list[tuple[str, EffectKind, int]]:
    return [(effect.order_id, effect.kind, effect.copy) for effect, _ in printer_of(bench).taken]


def paid(bench: Bench, amount: int = 44_000) -> str:
    order = bench.charge(amount=amount)
    bench.gateway.pay(order)
    bench.wait(11)
    return order


# --- once more ---


def test_a_sale_that_left_the_counter_is_printed_again() -> None:
    bench = Bench(printer=True)
    order = paid(bench)
    bench.do(NewSale(), Reprint(), Reprint())
    assert printed(bench) == [(order, RECEIPT, 0), (order, RECEIPT, 1)]


def test_it_is_known_after_a_restart() -> None:
    bench = Bench(printer=True)
    paid(bench)
    bench.do(NewSale())
    newest = paid(bench)
    bench.do(NewSale())
    bench.crash()
    bench.do(Reprint())
    assert printed(bench) == [(newest, RECEIPT, 0)]


def test_the_code_on_the_counter_goes_before_a_sale_that_was_paid_meanwhile() -> None:
    bench = Bench(printer=True)
    parked = bench.charge(Method.ALFAMART)
    bench.do(Park())
    shown = bench.charge(Method.INDOMARET)
    bench.gateway.pay(parked)
    bench.wait(11)
    bench.do(Reprint())
    assert printed(bench)[-1] == (shown, SLIP, 1)


def test_a_slip_is_printed_again_after_its_customer_left() -> None:
    bench = Bench(printer=True)
    order = bench.charge(Method.ALFAMART)
    bench.do(Park(), Reprint())
    assert printed(bench) == [(order, SLIP, 0), (order, SLIP, 1)]


def test_last_night_s_sale_is_printed_again_and_an_older_one_is_not() -> None:
    bench = Bench(printer=True)
    order = paid(bench)
    bench.do(NewSale())
    bench.clock.advance(timedelta(days=1).total_seconds())
    bench.do(Reprint())
    assert printed(bench) == [(order, RECEIPT, 0)]
    bench.clock.advance(timedelta(days=1).total_seconds())
    bench.do(Reprint())
    assert len(printed(bench)) == 1


def test_where_nothing_was_sold_nothing_comes_out() -> None:
    bench = Bench(printer=True)
    bench.do(Reprint())
    bench.ring_up()
    bench.do(Reprint())
    assert printed(bench) == []
    assert [event for event in bench.events if isinstance(event, Refused)] == [
        Refused(Problem.NOTHING_TO_PRINT)
    ] * 2


def test_a_slip_is_recalled_once_its_code_is_over() -> None:
    bench = Bench(printer=True)
    order = bench.charge(Method.ALFAMART)
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    assert printer_of(bench).recalled == []
    bench.settle_calls()
    assert (order, SLIP) in printer_of(bench).recalled


@pytest.mark.parametrize("taken_back", [TransactionStatus.DENY, TransactionStatus.REFUND])
def test_no_receipt_comes_out_for_money_that_did_not_stay(taken_back: TransactionStatus) -> None:
    bench = Bench(printer=True)
    order = bench.charge(Method.INDOMARET)
    bench.gateway.pay(order)
    bench.wait(30)
    bench.do(Print(order))
    assert printed(bench)[-1] == (order, RECEIPT, 0)  # the printer is away: it waits there
    assert (order, RECEIPT) not in printer_of(bench).recalled
    bench.gateway.set(order, taken_back)
    bench.wait(300)
    assert not bench.stored(order).keeps_money
    assert (order, RECEIPT) in printer_of(bench).recalled
    printer_of(bench).taken.clear()
    bench.crash()  # before the printer's lane could say that it is over
    assert printed(bench) == []
    assert bench.journal.effects_due() == ()


# --- what the counter knows of its slips ---


def test_the_counter_says_how_many_slips_came_out() -> None:
    bench = Bench(printer=True)
    bench.charge(Method.ALFAMART)
    assert bench.counter.slips == Slips(asked=1, printed=0)
    (first, _), *_ = printer_of(bench).taken
    bench.do(Printed(first))
    assert bench.counter.slips == Slips(1, 1)
    bench.do(Reprint())
    assert bench.counter.slips == Slips(2, 1)
    bench.crash()
    assert bench.counter.slips == Slips(2, 1)
    bench.do(Printed(printer_of(bench).taken[-1][0]))
    assert bench.counter.slips == Slips(2, 2)


def test_the_counter_says_that_no_slip_comes() -> None:
    bench = Bench(printer=True)
    order = bench.charge(Method.ALFAMART)
    bench.do(NotDrawn(printer_of(bench).taken[-1][0]))
    assert bench.counter.slips == Slips(asked=1, printed=0, missed=1)
    assert [event for event in bench.events if isinstance(event, PaperFailed)] == [PaperFailed(order)]
    bench.do(Reprint())
    assert bench.counter.slips == Slips(2, 0, 1)
    bench.do(Printed(printer_of(bench).taken[-1][0]))
    assert bench.counter.slips == Slips(2, 1, 1)


def test_a_receipt_that_can_not_be_made_is_told_when_the_counter_has_gone_on() -> None:
    bench = Bench(printer=True)
    order = paid(bench)
    bench.do(Print(order), NewSale())
    bench.do(NotDrawn(printer_of(bench).taken[-1][0]))
    assert bench.events[-1] == PaperFailed(order)


def test_a_code_that_is_laid_on_the_counter_again_knows_its_slips() -> None:
    bench = Bench(printer=True)
    parked = bench.charge(Method.ALFAMART)
    bench.do(Park())
    bench.do(Print(parked))
    assert bench.counter.slips is None
    bench.do(Resume(parked))
    assert bench.counter.slips == Slips(2, 0)


def test_no_slips_are_told_of_a_qr_of_paid_money_or_where_no_printer_is() -> None:
    bench = Bench(printer=True)
    order = bench.charge()
    assert bench.counter.slips is None
    bench.gateway.pay(order)
    bench.wait(11)
    bench.do(Print(order))
    bench.do(Printed(printer_of(bench).taken[-1][0]))
    assert bench.counter.slips is None
    without = Bench()
    without.charge(Method.ALFAMART)
    assert without.counter.slips is None


# --- what is known of it afterwards ---


def came_out(bench: Bench, order: str) -> list[CameOut]:
    facts = (one.evidence.fact for one in bench.journal.evidence_of(order))
    return [fact for fact in facts if isinstance(fact, CameOut)]


def test_the_journal_tells_what_came_out_from_what_was_given_up() -> None:
    bench = Bench(printer=True)
    order = bench.charge(Method.ALFAMART)
    bench.do(Print(order), Print(order))
    first, second, third = (effect for effect, _ in printer_of(bench).taken)
    bench.do(Printed(first), GivenUp(second), Printed(third))
    assert came_out(bench, order) == [CameOut(EffectKind.SLIP), CameOut(EffectKind.SLIP, 2)]
    bench.crash()
    assert printer_of(bench).taken[3:] == []


def test_a_shop_without_a_printer_has_no_paper_that_came_out() -> None:
    bench = Bench()
    order = bench.charge(Method.ALFAMART)
    assert came_out(bench, order) == []
    assert bench.journal.effects_due() == ()


def test_a_story_that_is_open_hears_of_the_paper() -> None:
    bench = Bench(printer=True)
    order = bench.charge(Method.ALFAMART)
    bench.do(ShowStory(order))
    bench.events.clear()
    bench.do(Printed(printer_of(bench).taken[0][0]))
    (shown,) = bench.seen(StoryShown)
    assert isinstance(shown, StoryShown)
    assert shown.steps[-1].fact == CameOut(EffectKind.SLIP)


def test_a_paper_does_not_look_again_into_a_story_that_can_not_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Found by a paper, the damage would end the selling."""
    bench = Bench(printer=True)
    order = bench.charge(Method.ALFAMART)

    def unreadable(_: str) -> Never:
        raise JournalDamagedError("a row of it")

    with monkeypatch.context() as damaged:
        damaged.setattr(bench.journal, "evidence_of", unreadable)
        with pytest.raises(JournalDamagedError):
            bench.do(ShowStory(order))
        bench.do(Printed(printer_of(bench).taken[0][0]))
    assert came_out(bench, order) == [CameOut(EffectKind.SLIP)]


def test_a_paper_that_the_journal_took_late_came_out_when_it_did(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(printer=True)
    order = bench.charge(Method.ALFAMART)
    at = bench.clock.now()

    def full(*_: object) -> Never:
        raise JournalUnwritableError("disk full")

    with monkeypatch.context() as disk:
        disk.setattr(bench.journal, "effect_done", full)
        with pytest.raises(JournalUnwritableError):
            bench.do(Printed(printer_of(bench).taken[0][0]))
    bench.wait(60)
    bench.do(Print(order))
    (paper,) = [
        one.evidence for one in bench.journal.evidence_of(order) if isinstance(one.evidence.fact, CameOut)
    ]
    assert paper.at == at


def test_what_was_caused_by_a_move_that_failed_comes_out_with_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench()
    bench.gateway.pay(bench.charge())
    bench.clock.advance(11)
    bench.till.tick()

    def broken(*_: object) -> Never:
        raise RuntimeError("a fault of ours")

    with monkeypatch.context() as fault:
        fault.setattr(CounterDesk, "moved", broken)
        with pytest.raises(RuntimeError):
            bench.deliver()
    assert bench.seen(Chimed) == []
    bench.do(Park())
    bench.charge()
    assert len(bench.seen(Chimed)) == 1


# --- what a paper says ---


def test_a_slip_is_dated_by_the_gateway_s_clock() -> None:
    bench = Bench(printer=True, offset=timedelta(days=-3))
    order = bench.charge(Method.ALFAMART)
    (_, slip) = printer_of(bench).taken[0]
    assert isinstance(slip, Slip)
    assert slip.pay_before == bench.stored(order).expires_at
    assert slip.clock_offset == timedelta(days=-3)
    assert (
        timedelta(hours=23, minutes=59) < slip.pay_before - slip.issued_at <= timedelta(hours=24, minutes=1)
    )


# --- the drawer ---


def test_no_payment_through_the_gateway_opens_the_drawer() -> None:
    bench = Bench(printer=True)
    for method in (Method.GOPAY, Method.QRIS, Method.ALFAMART, Method.INDOMARET):
        order = bench.charge(method)
        bench.gateway.pay(order)
        bench.wait(40)
        bench.do(Reprint(), NewSale())
    for effect, document in printer_of(bench).taken:
        assert isinstance(document, Receipt | Slip)
        bench.do(Printed(effect))
    bench.crash()
    assert len(printed(bench)) == 6
    assert printer_of(bench).kicks == []


def cash_refund(bench: Bench, order: str) -> None:
    bench.do(Decide(order, Decision.CASH_REFUND, "pelanggan kembali"))


def paid_late(bench: Bench) -> str:
    order = bench.charge()
    bench.do(Park())
    bench.gateway.set(order, TransactionStatus.EXPIRE)
    bench.wait(1200)
    bench.gateway.pay(order, late=True)
    bench.wait(3600)
    return order


def test_a_cash_refund_opens_the_drawer_once_and_no_other_decision_does() -> None:
    bench = Bench(printer=True)
    order = paid_late(bench)
    for decision in (Decision.HAND_OVER, Decision.REOPEN, Decision.REFUND_TASK):
        bench.do(Decide(order, decision, "pelanggan kembali"))
    assert printer_of(bench).kicks == []
    cash_refund(bench, order)
    bench.wait(60)
    (kick,) = printer_of(bench).kicks
    assert (kick.order_id, kick.kind) == (order, EffectKind.DRAWER)
    bench.do(Printed(kick))
    bench.crash()
    assert printer_of(bench).kicks == [kick]

    bench.do(Decide(order, Decision.REOPEN, "salah orang"))
    cash_refund(bench, order)
    assert len(printer_of(bench).kicks) == 2


def test_a_drawer_that_a_power_cut_kept_shut_opens_after_the_next_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench(printer=True)
    order = paid_late(bench)
    kept = bench.journal.record

    class PowerCut(BaseException):
        pass

    def last(evidence: Evidence, judge: Judge) -> Recorded:
        kept(evidence, judge)
        raise PowerCut

    with monkeypatch.context() as patch, pytest.raises(PowerCut):
        patch.setattr(bench.journal, "record", last)
        cash_refund(bench, order)
    assert printer_of(bench).kicks == []
    bench.crash()
    assert printer_of(bench).kicks == [Effect(order, EffectKind.DRAWER)]


def test_a_cash_refund_that_was_refused_opens_nothing() -> None:
    bench = Bench(printer=True)
    order = paid_late(bench)
    bench.do(Decide(order, Decision.CASH_REFUND, " "))
    bench.journal.fails_with = JournalUnwritableError("full")
    cash_refund(bench, order)
    assert printer_of(bench).kicks == []


def test_without_a_printer_a_cash_refund_has_no_drawer() -> None:
    bench = Bench()
    order = paid_late(bench)
    cash_refund(bench, order)
    assert [effect.kind for effect in bench.journal.effects_due()] == []


# --- the proof of a day ---


def test_the_newest_proof_is_printed_once_and_says_how_it_went() -> None:
    bench = Bench(printer=True)
    today = bench.clock.now().date()
    bench.do(PrintProof(today))
    assert DeskRefused(Obstacle.NO_PROOF_YET, str(today)) in bench.events
    bench.do(Reconcile(today), PrintProof(today))
    ((page, told),) = printer_of(bench).tried
    assert isinstance(page, receipt.ProofPage)
    assert page.proof == bench.journal.proof_of(today)
    assert page.letterhead.store == "Toko Sinar Jaya"
    told(PrinterTrouble.OUT_OF_PAPER, "no paper")
    assert bench.seen(ProofPrinted) == [ProofPrinted(today, PrinterTrouble.OUT_OF_PAPER, "no paper")]


def test_without_a_printer_no_proof_comes_out() -> None:
    bench = Bench()
    today = bench.clock.now().date()
    bench.do(Reconcile(today), PrintProof(today))
    assert bench.seen(ProofPrinted) == [ProofPrinted(today, PrinterTrouble.WRONG_SETTING)]


# --- the test page ---


def test_a_test_page_tells_how_it_went() -> None:
    bench = Bench(printer=True)
    bench.do(PrintTestPage())
    ((page, told),) = printer_of(bench).tried
    assert isinstance(page, receipt.TestPage)
    assert (page.letterhead.store, page.letterhead.till) == ("Toko Sinar Jaya", "02")
    assert bench.seen(PrinterTried) == []
    told(PrinterTrouble.OUT_OF_PAPER, "no paper")
    told(None, "")
    assert bench.seen(PrinterTried) == [
        PrinterTried(PrinterTrouble.OUT_OF_PAPER, "no paper"),
        PrinterTried(None),
    ]


def test_without_a_printer_a_test_page_is_a_wrong_setting() -> None:
    bench = Bench()
    bench.do(PrintTestPage(), Reprint())
    assert bench.seen(PrinterTried) == [PrinterTried(PrinterTrouble.WRONG_SETTING)]
