"""A day is read once more, and what came of it is kept."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from pos_app.domain.audit import OWNER
from pos_app.domain.decision import Obstacle
from pos_app.domain.errors import UnreachableError
from pos_app.domain.evidence import Call, CancelReason, Decision, Reading, TransactionStatus
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.reconciliation import DayProof, Standing, Tally
from pos_app.domain.staff import Pin, Right, Role
from pos_app.domain.states import State
from pos_app.till.desk_messages import (
    AddStaff,
    DayReconciled,
    Decide,
    DeskRefused,
    PinRefusal,
    PinRefused,
    PrintProof,
    Reconcile,
    ReconcileAtThePc,
    ReconciliationMoved,
    ShowProof,
    SignIn,
)
from pos_app.till.lane_messages import Heard
from pos_app.till.messages import Cancel, Park
from pos_app.till.reconciliation import TIME_LIMIT
from tests.fakes.gateway import Fault
from tests.till.harness import Bench, FakePrinter

S = TransactionStatus
TODAY = date(2026, 11, 20)


def proofs(bench: Bench) -> list[DayProof]:
    return [event.proof for event in bench.events if isinstance(event, DayReconciled)]


def obstacles(bench: Bench) -> list[Obstacle]:
    return [event.obstacle for event in bench.events if isinstance(event, DeskRefused)]


def parked(bench: Bench, method: Method = Method.GOPAY, amount: int = 44_000) -> str:
    order = bench.charge(method, amount)
    bench.do(Park())
    return order


def test_an_empty_day_is_proven_at_once() -> None:
    bench = Bench()
    bench.do(Reconcile(TODAY))
    (proof,) = proofs(bench)
    assert (proof.day, proof.till, proof.by, proof.asked, proof.tallies) == (TODAY, "02", "Rani", 0, ())
    assert proof.unread == ()
    assert proof.received == 0


def test_what_is_not_at_its_end_is_read_once_within_the_rule() -> None:
    bench = Bench()
    orders = [parked(bench, amount=10_000 + number) for number in range(5)]
    bench.wait(120)
    paid, *rest = orders
    bench.gateway.pay(paid)
    asked_before = len(bench.gateway.asks)

    bench.do(Reconcile(TODAY))
    assert proofs(bench) == []
    bench.wait(11)

    (proof,) = proofs(bench)
    assert (proof.asked, proof.unread, proof.open) == (5, (), tuple(sorted(rest)))
    assert proof.tallies == (
        Tally(Method.GOPAY, Standing.MATCHED, 1, Rupiah(10_000)),
        Tally(Method.GOPAY, Standing.OPEN, 4, Rupiah(40_010)),
    )
    assert len(bench.gateway.asks) - asked_before >= 5
    for order in orders:
        at = [moment for name, moment in bench.gateway.asks if name == order]
        assert all(later - earlier >= 10 for earlier, later in pairwise(at))
    moved = [event for event in bench.events if isinstance(event, ReconciliationMoved)]
    assert [event.answered for event in moved] == [0, 1, 2, 3, 4, 5]


def test_a_payment_settled_by_a_notification_alone_is_confirmed() -> None:
    bench = Bench()
    order = bench.charge()
    bench.gateway.fail(Call.STATUS, *[Fault(UnreachableError("gone"))] * 50)
    bench.gateway.pay(order)
    bench.do(Heard(bench.gateway.notification(order, S.SETTLEMENT), "k7-1"))
    assert not bench.stored(order).confirmed
    bench.gateway.faults.clear()
    bench.do(Reconcile(TODAY))
    bench.wait(TIME_LIMIT)
    (proof,) = proofs(bench)
    assert (proof.asked, proof.amount(Standing.MATCHED), proof.open) == (1, Rupiah(44_000), ())


def test_what_does_not_answer_in_time_is_named() -> None:
    bench = Bench()
    order = parked(bench)
    bench.gateway.fail(Call.STATUS, *[Fault(UnreachableError("gone"))] * 1000)
    bench.do(Reconcile(TODAY))
    bench.wait(TIME_LIMIT - 1)
    assert proofs(bench) == []
    bench.wait(2)
    (proof,) = proofs(bench)
    assert (proof.unread, proof.open) == ((order,), (order,))


def test_an_answer_that_says_nothing_of_the_payment_is_no_reading() -> None:
    bench = Bench()
    order = parked(bench)
    bench.wait(15)
    bench.gateway.fail(Call.STATUS, *[Fault(reading=Reading(code=401, http_status=200))] * 1000)
    bench.do(Reconcile(TODAY))
    bench.wait(TIME_LIMIT + 1)
    (proof,) = proofs(bench)
    assert proof.unread == (order,)


def test_an_older_open_payment_is_part_of_the_day_and_a_newer_one_is_not() -> None:
    bench = Bench()
    older = parked(bench, Method.ALFAMART, 60_000)
    bench.wait(timedelta(hours=12).total_seconds())
    bench.crash()
    newer = parked(bench, Method.ALFAMART, 70_000)
    bench.do(Reconcile(TODAY), Reconcile(TODAY + timedelta(days=1)))
    bench.wait(2 * TIME_LIMIT)
    first, second = proofs(bench)
    assert (first.day, first.open) == (TODAY, (older,))
    assert (second.day, second.open) == (TODAY + timedelta(days=1), tuple(sorted((older, newer))))


def test_late_forced_and_returned_money_stand_apart() -> None:
    bench = Bench()
    late = parked(bench, amount=20_000)
    bench.gateway.set(late, S.EXPIRE)
    bench.wait(1200)
    bench.gateway.pay(late, late=True)
    bench.wait(3600)
    forced = parked(bench, Method.INDOMARET, 30_000)
    bench.gateway.pay(forced)
    bench.wait(61)
    bench.gateway.set(forced, S.DENY)
    bench.wait(300)
    bench.do(
        Decide(late, Decision.CASH_REFUND, "uang kembali"),
        Decide(forced, Decision.ACCEPT_FORCED, "barang sudah dibawa"),
        Reconcile(TODAY),
    )
    bench.wait(TIME_LIMIT)
    proof = proofs(bench)[-1]
    assert proof.tallies == (
        Tally(Method.GOPAY, Standing.LATE, 1, Rupiah(20_000)),
        Tally(Method.GOPAY, Standing.RETURNED, 1, Rupiah(20_000)),
        Tally(Method.INDOMARET, Standing.MATCHED, 1, Rupiah(30_000)),
        Tally(Method.INDOMARET, Standing.FORCED, 1, Rupiah(30_000)),
        Tally(Method.INDOMARET, Standing.RETURNED, 1, Rupiah(30_000)),
    )
    assert (proof.received, proof.count(Standing.FORCED), proof.open) == (0, 1, ())
    assert (proof.late, proof.forced) == ((late,), (forced,))


def of_another_amount(bench: Bench) -> str:
    order = parked(bench, Method.INDOMARET)
    bench.gateway.transactions[order].amount = Rupiah(57_000)
    bench.gateway.pay(order)
    bench.wait(61)
    assert bench.stored(order).wants_decision
    return order


def test_money_of_another_amount_is_told_as_it_came_and_as_it_was_decided() -> None:
    bench = Bench()
    order = of_another_amount(bench)
    bench.do(Reconcile(TODAY))
    bench.wait(TIME_LIMIT)
    bench.do(Decide(order, Decision.CASH_REFUND, "uang kembali"), Reconcile(TODAY))
    bench.wait(TIME_LIMIT)
    before, after = proofs(bench)
    assert (before.tallies, before.open) == (
        (Tally(Method.INDOMARET, Standing.OPEN, 1, Rupiah(57_000)),),
        (order,),
    )
    assert after.tallies == (
        Tally(Method.INDOMARET, Standing.MATCHED, 1, Rupiah(57_000)),
        Tally(Method.INDOMARET, Standing.RETURNED, 1, Rupiah(57_000)),
    )
    assert (after.open, after.received) == ((), 0)


def test_what_was_decided_is_no_part_of_later_days() -> None:
    bench = Bench()
    order = of_another_amount(bench)
    bench.do(Decide(order, Decision.CASH_REFUND, "uang kembali"), Reconcile(TODAY + timedelta(days=1)))
    bench.wait(TIME_LIMIT)
    assert (proofs(bench)[-1].asked, proofs(bench)[-1].tallies) == (0, ())


def test_what_went_out_by_force_is_told_only_on_its_own_day_and_read_on_every_one() -> None:
    bench = Bench()
    order = parked(bench)
    bench.gateway.fail(Call.EXPIRE, *[Fault(UnreachableError("gone"))] * 1000)
    bench.wait(timedelta(hours=1.5).total_seconds())
    bench.do(Decide(order, Decision.ACCEPT_FORCED, "barang sudah dibawa"))
    assert bench.stored(order).state.is_live
    bench.do(Reconcile(TODAY), Reconcile(TODAY + timedelta(days=1)))
    bench.wait(2 * TIME_LIMIT)
    own, later = proofs(bench)
    assert (own.forced, own.count(Standing.FORCED), own.asked) == ((order,), 1, 1)
    assert (later.forced, later.tallies, later.open, later.asked) == ((), (), (), 1)


def test_another_amount_that_is_to_go_back_is_told_only_on_its_own_day() -> None:
    bench = Bench()
    order = of_another_amount(bench)
    bench.do(Decide(order, Decision.REFUND_TASK, "uang diminta"), Reconcile(TODAY + timedelta(days=1)))
    bench.wait(TIME_LIMIT)
    assert (proofs(bench)[-1].asked, proofs(bench)[-1].tallies) == (1, ())


def test_a_refund_task_of_any_age_is_read_and_told_only_on_its_own_day() -> None:
    bench = Bench()
    order = parked(bench)
    bench.gateway.set(order, S.EXPIRE)
    bench.wait(1200)
    bench.gateway.pay(order, late=True)
    bench.wait(3600)
    bench.do(Decide(order, Decision.REFUND_TASK, "uang diminta"))
    bench.gateway.transactions[order].refunds["dashboard"] = (Rupiah(44_000), "")
    bench.gateway.set(order, S.REFUND)
    bench.do(Reconcile(TODAY + timedelta(days=1)))
    bench.wait(11)
    proof = proofs(bench)[-1]
    assert (proof.asked, proof.unread, proof.tallies) == (1, (), ())
    assert bench.stored(order).state is State.REFUNDED
    bench.do(Reconcile(TODAY))
    assert {one.standing: one.amount for one in proofs(bench)[-1].tallies} == {
        Standing.LATE: 44_000,
        Standing.RETURNED: 44_000,
    }


def test_with_staff_a_day_is_closed_by_who_may_see_reports_or_with_their_pin() -> None:
    bench = Bench(printer=True)
    manager, cashier = Pin("271828"), Pin("1111")
    bench.do(AddStaff("Bayu", Role.MANAGER, manager), AddStaff("Rani", Role.CASHIER, cashier, manager))
    bench.do(Reconcile(TODAY))
    bench.do(SignIn(cashier), Reconcile(TODAY), Reconcile(TODAY, cashier), PrintProof(TODAY))
    refused = [(event.refusal, event.right) for event in bench.events if isinstance(event, PinRefused)]
    assert refused == [
        (PinRefusal.NEEDED, Right.REPORTS),
        (PinRefusal.NO_RIGHT, Right.REPORTS),
        (PinRefusal.NEEDED, Right.REPORTS),
    ]
    bench.do(Reconcile(TODAY, manager), PrintProof(TODAY, manager))
    assert [proof.by for proof in proofs(bench)] == ["Bayu", "Bayu"]
    assert isinstance(bench.printer, FakePrinter)
    assert len(bench.printer.tried) == 1


def test_with_staff_a_proof_is_seen_by_who_may_see_reports_or_with_their_pin() -> None:
    bench = Bench()
    manager, supervisor, cashier = Pin("271828"), Pin("2222"), Pin("1111")
    bench.do(
        AddStaff("Bayu", Role.MANAGER, manager),
        AddStaff("Sari", Role.SUPERVISOR, supervisor, manager),
        AddStaff("Rani", Role.CASHIER, cashier, manager),
        Reconcile(TODAY),
        SignIn(cashier),
    )
    bench.events.clear()
    bench.do(ShowProof(TODAY), ShowProof(TODAY, cashier))
    refused = [(event.refusal, event.right) for event in bench.events if isinstance(event, PinRefused)]
    assert refused == [(PinRefusal.NEEDED, Right.REPORTS), (PinRefusal.NO_RIGHT, Right.REPORTS)]
    assert proofs(bench) == []
    bench.do(ShowProof(TODAY, supervisor))
    assert len(proofs(bench)) == 1
    bench.do(SignIn(manager), ShowProof(TODAY))
    assert len(proofs(bench)) == 2


def test_the_owners_command_needs_nobody_at_the_counter() -> None:
    bench = Bench()
    bench.do(AddStaff("Bayu", Role.MANAGER, Pin("271828")))
    order = parked(bench)
    bench.crash()
    bench.do(Reconcile(TODAY))
    assert obstacles(bench) == [Obstacle.TILL_IS_LOCKED]
    bench.do(ReconcileAtThePc(TODAY))
    bench.wait(TIME_LIMIT)
    (proof,) = proofs(bench)
    assert (proof.by, proof.open) == (OWNER, (order,))


def test_a_cancelled_payment_is_nothing() -> None:
    bench = Bench()
    order = bench.charge()
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    bench.settle_calls()
    bench.do(Reconcile(TODAY))
    assert proofs(bench)[-1].tallies == ()


def test_the_newest_proof_is_kept_and_shown_again() -> None:
    bench = Bench()
    bench.do(ShowProof(TODAY))
    assert obstacles(bench) == [Obstacle.NO_PROOF_YET]
    bench.do(Reconcile(TODAY))
    order = bench.charge()
    bench.gateway.pay(order)
    bench.wait(60)
    bench.do(Reconcile(TODAY))
    bench.crash()
    bench.do(ShowProof(TODAY))
    (proof,) = proofs(bench)
    assert proof.received == Rupiah(44_000)


def test_a_proof_whose_payments_can_not_be_read_is_refused_and_the_next_day_is_proven(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench()
    order = parked(bench)
    bench.do(Reconcile(TODAY), Reconcile(TODAY - timedelta(days=1)))
    read = bench.journal.payments_of_day

    def away_for_today(day: date) -> tuple[Payment, ...]:
        if day == TODAY:
            raise JournalUnwritableError("the server is away")
        return read(day)

    monkeypatch.setattr(bench.journal, "payments_of_day", away_for_today)
    bench.wait(TIME_LIMIT)
    assert obstacles(bench) == [Obstacle.JOURNAL_UNWRITABLE]
    assert [proof.day for proof in proofs(bench)] == [TODAY - timedelta(days=1)]
    assert bench.stored(order).state is State.PENDING


def test_a_proof_that_can_not_be_kept_is_none() -> None:
    bench = Bench()
    bench.journal.fails_with = JournalUnwritableError("full")
    bench.do(Reconcile(TODAY))
    assert obstacles(bench) == [Obstacle.JOURNAL_UNWRITABLE]
    assert proofs(bench) == []
