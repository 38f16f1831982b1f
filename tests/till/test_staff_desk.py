"""Who stands at the counter, and what a PIN opens."""

from __future__ import annotations

import logging

import pytest

from pos_app.domain.audit import Act
from pos_app.domain.decision import Obstacle
from pos_app.domain.evidence import CancelAsked, CancelReason
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.pin import Enrolled
from pos_app.domain.sale import business_day
from pos_app.domain.staff import Pin, Right, Role
from pos_app.domain.states import State
from pos_app.till.desk_messages import (
    AddStaff,
    ChangeStaff,
    DeskRefused,
    DismissStaff,
    Lock,
    PinAccepted,
    PinRefusal,
    PinRefused,
    SignIn,
    StaffShown,
)
from pos_app.till.messages import AddAmount, Cancel, Charge, NewSale, Park, Resume
from pos_app.till.pin_gate import MOST_WRONG, wait_after
from pos_app.till.stage import Stage
from tests.till.harness import Bench

BAYU, RANI, SARI, WRONG = Pin("271828"), Pin("1111"), Pin("2222"), Pin("9999")


def staffed() -> Bench:
    """A manager, a cashier and a supervisor; the manager, who came first, is at the counter."""
    bench = Bench()
    bench.do(
        AddStaff("Bayu Santoso", Role.MANAGER, BAYU),
        AddStaff("Rani Pratiwi", Role.CASHIER, RANI, BAYU),
        AddStaff("Sari Dewi", Role.SUPERVISOR, SARI, BAYU),
    )
    return bench


def shown(bench: Bench) -> StaffShown:
    return next(event for event in reversed(bench.events) if isinstance(event, StaffShown))


def refusal(bench: Bench) -> PinRefused:
    return next(event for event in reversed(bench.events) if isinstance(event, PinRefused))


def obstacle(bench: Bench) -> Obstacle:
    return next(event.obstacle for event in reversed(bench.events) if isinstance(event, DeskRefused))


def names(bench: Bench) -> list[str]:
    return [member.name for member in shown(bench).staff]


# without staff


def test_without_staff_everything_is_allowed_and_nothing_locks() -> None:
    bench = Bench()
    assert not shown(bench).pins_in_use
    assert all(shown(bench).may(right) for right in Right)
    bench.do(Lock(), SignIn(BAYU))
    assert not shown(bench).is_locked
    order = bench.charge()
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    assert bench.payment.state is State.CANCELLING
    assert bench.payment.cancel == CancelAsked(CancelReason.CUSTOMER_LEFT, "Rani")


def test_the_first_one_is_a_manager_and_takes_the_counter() -> None:
    bench = Bench()
    bench.do(AddStaff("Rani", Role.CASHIER, RANI))
    assert obstacle(bench) is Obstacle.FIRST_MUST_BE_MANAGER
    assert not shown(bench).pins_in_use

    bench.do(AddStaff("  Bayu   Santoso ", Role.MANAGER, BAYU))

    assert names(bench) == ["Bayu Santoso"]
    assert shown(bench).at_counter == shown(bench).staff[0]
    assert not shown(bench).is_locked


def test_two_first_ones_at_once_are_one_and_a_stranger() -> None:
    bench = Bench()
    bench.till.handle(AddStaff("Bayu", Role.MANAGER, BAYU))
    bench.do(AddStaff("Tono", Role.MANAGER, RANI))
    assert names(bench) == ["Bayu"]
    assert (refusal(bench).refusal, refusal(bench).right) == (PinRefusal.NEEDED, Right.STAFF)


def test_a_manager_made_at_another_till_is_asked_for_here_too() -> None:
    bench = Bench()
    other = Bench()
    other.journal.desk = bench.journal.desk
    other.do(AddStaff("Bayu", Role.MANAGER, BAYU))
    bench.do(AddStaff("Tono", Role.MANAGER, RANI))
    assert shown(bench).is_locked
    assert names(bench) == ["Bayu"]
    bench.do(SignIn(BAYU))
    assert shown(bench).at_counter == shown(bench).staff[0]


def test_who_was_dismissed_at_another_till_may_nothing_here() -> None:
    bench = staffed()
    other = Bench(beside=bench, till="01")
    bench.do(SignIn(SARI))
    order = bench.charge()
    assert shown(bench).at_counter is not None
    sari = next(one for one in shown(bench).staff if one.name == "Sari Dewi")
    other.do(SignIn(BAYU), DismissStaff(sari.id, BAYU))

    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))

    assert shown(bench).is_locked
    assert (refusal(bench).refusal, refusal(bench).right) == (PinRefusal.NEEDED, Right.CANCEL)
    assert bench.stored(order).cancel is None
    bench.do(SignIn(SARI))
    assert refusal(bench).refusal is PinRefusal.WRONG


def test_who_lost_a_right_at_another_till_has_it_here_no_more() -> None:
    bench = staffed()
    other = Bench(beside=bench, till="01")
    bench.do(SignIn(SARI))
    order = bench.charge()
    sari = next(one for one in shown(bench).staff if one.name == "Sari Dewi")
    other.do(SignIn(BAYU), ChangeStaff(sari.id, BAYU, role=Role.CASHIER))

    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))

    assert not shown(bench).is_locked
    assert refusal(bench).refusal is PinRefusal.NEEDED
    assert bench.stored(order).cancel is None


def test_two_managers_at_two_tills_never_leave_the_shop_without_one() -> None:
    bench = staffed()
    bench.do(AddStaff("Tono", Role.MANAGER, Pin("3333"), BAYU))
    other = Bench(beside=bench, till="01")
    ids = {one.name: one.id for one in shown(bench).staff}
    bench.do(DismissStaff(ids["Tono"], BAYU))
    other.do(SignIn(BAYU), DismissStaff(ids["Bayu Santoso"], BAYU))
    assert obstacle(other) is Obstacle.LAST_MANAGER
    assert "Bayu Santoso" in names(other)


# adding, changing, dismissing


@pytest.mark.parametrize("manager", [None, RANI, SARI, WRONG])
def test_only_a_managers_pin_adds_anybody(manager: Pin | None) -> None:
    bench = staffed()
    bench.do(AddStaff("Tono", Role.CASHIER, Pin("3333"), manager))
    assert "Tono" not in names(bench)
    assert isinstance(refusal(bench), PinRefused)


@pytest.mark.parametrize(
    ("name", "pin", "why"),
    [
        (" ", Pin("3333"), Obstacle.NAME_MISSING),
        ("rani pratiwi", Pin("3333"), Obstacle.NAME_TAKEN),
        ("Tono", RANI, Obstacle.PIN_TAKEN),
        ("T" * 61, Pin("3333"), Obstacle.NAME_TOO_LONG),
        ("T" * 200, Pin("3333"), Obstacle.NAME_TOO_LONG),
    ],
)
def test_names_and_pins_name_one_person(name: str, pin: Pin, why: Obstacle) -> None:
    bench = staffed()
    bench.do(AddStaff(name, Role.CASHIER, pin, BAYU))
    assert obstacle(bench) is why
    assert len(names(bench)) == 3


def test_a_new_pin_opens_and_the_old_one_does_not() -> None:
    bench = staffed()
    rani = shown(bench).staff[1]
    bench.do(ChangeStaff(rani.id, BAYU, pin=Pin("4444")), SignIn(RANI))
    assert refusal(bench).refusal is PinRefusal.WRONG
    bench.do(SignIn(Pin("4444")))
    assert shown(bench).at_counter == rani


def test_a_new_role_brings_its_rights() -> None:
    bench = staffed()
    rani = shown(bench).staff[1]
    bench.do(ChangeStaff(rani.id, BAYU, role=Role.SUPERVISOR), SignIn(RANI))
    assert shown(bench).may(Right.CANCEL)


def test_who_is_dismissed_is_out_at_once_and_the_name_is_free() -> None:
    bench = staffed()
    bench.do(SignIn(RANI))
    bench.do(DismissStaff(shown(bench).staff[1].id, BAYU))
    assert shown(bench).is_locked
    bench.do(SignIn(RANI))
    assert shown(bench).is_locked
    bench.do(SignIn(BAYU), AddStaff("Rani Pratiwi", Role.CASHIER, RANI, BAYU))
    assert "Rani Pratiwi" in names(bench)


def test_the_last_manager_stays() -> None:
    bench = staffed()
    bayu = shown(bench).staff[0]
    bench.do(DismissStaff(bayu.id, BAYU))
    assert obstacle(bench) is Obstacle.LAST_MANAGER
    bench.do(ChangeStaff(bayu.id, BAYU, role=Role.CASHIER))
    assert obstacle(bench) is Obstacle.LAST_MANAGER
    bench.do(DismissStaff(404, BAYU))
    assert obstacle(bench) is Obstacle.NO_SUCH_MEMBER
    assert shown(bench).staff[0] == bayu


def test_staff_that_can_not_be_written_is_said() -> None:
    bench = Bench()
    bench.journal.fails_with = JournalUnwritableError("full")
    bench.do(AddStaff("Bayu", Role.MANAGER, BAYU))
    assert obstacle(bench) is Obstacle.JOURNAL_UNWRITABLE
    assert not shown(bench).pins_in_use


def test_every_change_is_audited_with_its_author() -> None:
    bench = staffed()
    bench.do(ChangeStaff(2, BAYU, role=Role.SUPERVISOR, pin=Pin("4444")), DismissStaff(3, BAYU))
    acts = [(entry.act, entry.by, entry.subject, entry.detail) for entry in bench.journal.audit()]
    assert acts == [
        (Act.STAFF_ADDED, "Rani", "Bayu Santoso", "manager"),
        (Act.STAFF_ADDED, "Bayu Santoso", "Rani Pratiwi", "cashier"),
        (Act.STAFF_ADDED, "Bayu Santoso", "Sari Dewi", "supervisor"),
        (Act.ROLE_CHANGED, "Bayu Santoso", "Rani Pratiwi", "supervisor"),
        (Act.PIN_CHANGED, "Bayu Santoso", "Rani Pratiwi", ""),
        (Act.STAFF_DISMISSED, "Bayu Santoso", "Sari Dewi", ""),
    ]


# locking and switching


def test_f12_locks_and_the_next_cashier_goes_on_with_the_same_cart() -> None:
    bench = staffed()
    bench.ring_up(44_000)
    bench.do(Lock(), AddAmount(Rupiah(1_000), "Nominal"))
    assert obstacle(bench) is Obstacle.TILL_IS_LOCKED
    assert shown(bench).at_counter is None

    bench.do(SignIn(RANI))

    assert bench.counter.cart.total == Rupiah(44_000)
    assert bench.counter.sale.cashier == "Rani Pratiwi"
    bench.do(Charge(Method.GOPAY))
    bench.settle_calls()
    assert bench.payment.cashier == "Rani Pratiwi"


def test_the_cashiers_name_goes_on_what_is_sold_from_then_on() -> None:
    bench = staffed()
    order = bench.charge()
    assert bench.counter.sale.cashier == bench.payment.cashier == "Bayu Santoso"
    bench.do(SignIn(RANI))
    assert bench.counter.sale.cashier == "Bayu Santoso"
    bench.do(Park())
    assert bench.counter.sale.cashier == "Rani Pratiwi"
    bench.do(Resume(order))
    assert bench.counter.sale.cashier == "Bayu Santoso"


def test_while_locked_money_is_still_watched_and_received() -> None:
    bench = staffed()
    order = bench.charge()
    bench.do(Lock())
    bench.gateway.pay(order)
    bench.wait(60)
    assert bench.stage() is Stage.PAID
    bench.do(NewSale())
    assert obstacle(bench) is Obstacle.TILL_IS_LOCKED
    bench.do(SignIn(RANI), NewSale())
    assert bench.stage() is Stage.RINGING_UP


def test_after_a_start_somebody_signs_in_first_and_the_sale_is_there() -> None:
    bench = staffed()
    order = bench.charge()
    bench.crash()
    assert shown(bench).is_locked
    assert (bench.stage(), bench.payment.order_id) == (Stage.WAITING, order)
    bench.do(SignIn(SARI))
    assert shown(bench).at_counter == shown(bench).staff[2]


def test_a_cart_that_is_not_on_disk_yet_survives_a_switch() -> None:
    bench = staffed()
    bench.ring_up(1_000)
    bench.journal.fails_with = JournalUnwritableError("full")
    bench.ring_up(2_000)
    bench.do(SignIn(RANI))
    assert bench.counter.cart.total == Rupiah(3_000)
    assert shown(bench).at_counter == shown(bench).staff[1]


def test_a_full_disk_on_a_new_morning_keeps_nobody_out() -> None:
    bench = staffed()
    bench.do(Lock())
    bench.clock.advance(86_400)
    bench.journal.fails_with = JournalUnwritableError("full")
    bench.do(SignIn(RANI))
    assert shown(bench).at_counter == shown(bench).staff[1]
    bench.journal.fails_with = None
    bench.ring_up()
    assert bench.counter.sale.day == business_day(bench.clock.now())


# rights


def cancelled_by(bench: Bench) -> str:
    cancel = bench.payment.cancel
    return cancel.by if cancel else ""


@pytest.mark.parametrize(("at_counter", "goes"), [(BAYU, True), (SARI, True), (RANI, False)])
def test_a_cancel_needs_a_right_or_the_pin_of_somebody_who_has_it(at_counter: Pin, goes: bool) -> None:
    bench = staffed()
    bench.do(SignIn(at_counter))
    order = bench.charge()
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    assert (bench.payment.state is State.CANCELLING) is goes
    if not goes:
        assert (refusal(bench).refusal, refusal(bench).right) == (PinRefusal.NEEDED, Right.CANCEL)
        bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT, pin=RANI))
        assert refusal(bench).refusal is PinRefusal.NO_RIGHT
        bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT, pin=SARI))
        assert (bench.payment.state, cancelled_by(bench)) == (State.CANCELLING, "Sari Dewi")
        assert PinAccepted(shown(bench).staff[2], Right.CANCEL) in bench.events


def test_switching_the_method_at_the_counter_needs_no_pin_but_on_the_board_it_does() -> None:
    bench = staffed()
    bench.do(SignIn(RANI))
    parked = bench.charge()
    bench.do(Park(), Cancel(parked, CancelReason.OTHER_METHOD))
    assert bench.stored(parked).state is State.PENDING
    bench.do(Resume(parked), Cancel(parked, CancelReason.OTHER_METHOD))
    assert (bench.stored(parked).state, cancelled_by(bench)) == (State.CANCELLING, "Rani Pratiwi")


def test_a_pin_shows_in_no_representation_log_event_or_evidence(caplog: pytest.LogCaptureFixture) -> None:
    bench = staffed()
    order = bench.charge()
    with caplog.at_level(logging.DEBUG):
        commands = (SignIn(WRONG), Cancel(order, CancelReason.CUSTOMER_LEFT, pin=BAYU))
        bench.do(*commands)
    told = [*map(repr, commands), *map(repr, bench.events), caplog.text, repr(bench.journal.memory)]
    assert not [text for text in told if WRONG.digits in text or BAYU.digits in text]


# wrong PINs


def test_wrong_pins_slow_down_and_ten_shut_the_pad(caplog: pytest.LogCaptureFixture) -> None:
    bench = staffed()
    bench.do(Lock())
    for count in range(1, MOST_WRONG + 1):
        bench.do(SignIn(WRONG))
        assert refusal(bench).tries_left == MOST_WRONG - count
        if count < MOST_WRONG:
            wait = wait_after(count)
            assert (refusal(bench).refusal, refusal(bench).wait_seconds) == (PinRefusal.WRONG, wait)
            if wait:
                bench.do(SignIn(BAYU))
                assert refusal(bench).refusal is PinRefusal.TOO_SOON
                bench.wait(wait - 0.5)
                bench.do(SignIn(BAYU))
                assert refusal(bench).refusal is PinRefusal.TOO_SOON
            bench.wait(1)
    assert refusal(bench).refusal is PinRefusal.LOCKED
    bench.wait(86_400)
    bench.do(SignIn(BAYU))
    assert refusal(bench).refusal is PinRefusal.LOCKED
    bench.crash()
    bench.do(SignIn(BAYU))
    assert refusal(bench).refusal is PinRefusal.LOCKED
    assert [entry.act for entry in bench.journal.audit()][-1] is Act.PINS_LOCKED
    assert "the pad of this till is shut" in caplog.text


def test_a_restart_and_a_set_clock_shorten_no_wait() -> None:
    bench = staffed()
    for _ in range(5):
        bench.do(SignIn(WRONG))
        bench.wait(wait_after(5))
    bench.do(SignIn(WRONG))
    bench.clock.jump(86_400)
    bench.crash()
    bench.do(SignIn(BAYU))
    assert refusal(bench).refusal is PinRefusal.TOO_SOON
    bench.wait(wait_after(6))
    bench.do(SignIn(BAYU))
    assert not shown(bench).is_locked


def test_guesses_at_once_are_judged_one_after_the_other() -> None:
    bench = staffed()
    for _ in range(5):
        bench.till.handle(SignIn(WRONG))
    assert len(bench.calls.hashing) == 1
    bench.hash_pins()
    refusals = [event.refusal for event in bench.events if isinstance(event, PinRefused)]
    assert refusals == [PinRefusal.WRONG] * 3 + [PinRefusal.TOO_SOON] * 2


def test_a_cashiers_own_pin_washes_no_guesses_away_but_a_managers_does() -> None:
    bench = staffed()
    bench.do(SignIn(WRONG), SignIn(WRONG), SignIn(RANI), SignIn(SARI), SignIn(WRONG))
    assert refusal(bench).tries_left == MOST_WRONG - 3
    bench.wait(wait_after(3))
    bench.do(SignIn(BAYU), SignIn(WRONG))
    assert refusal(bench).tries_left == MOST_WRONG - 1


def test_wrong_pins_count_even_on_a_full_disk(caplog: pytest.LogCaptureFixture) -> None:
    bench = staffed()
    bench.journal.fails_with = JournalUnwritableError("full")
    for _ in range(MOST_WRONG):
        bench.do(SignIn(WRONG))
        bench.wait(wait_after(MOST_WRONG))
    assert refusal(bench).refusal is PinRefusal.LOCKED
    assert "the pad of this till is shut" in caplog.text


def test_a_server_that_is_away_for_a_moment_shuts_no_pad(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = staffed()
    bench.do(Lock())
    staff, reads = bench.journal.staff, iter((True, False))

    def away() -> tuple[Enrolled, ...]:
        if next(reads):
            return staff()
        raise JournalUnwritableError("the server is away")

    with monkeypatch.context() as outage:
        outage.setattr(bench.journal, "staff", away)
        with pytest.raises(JournalUnwritableError):
            bench.do(SignIn(RANI))
    bench.do(SignIn(RANI))
    assert not shown(bench).is_locked


def test_a_pin_that_can_not_be_hashed_opens_nothing_and_blocks_nobody() -> None:
    bench = staffed()
    bench.till.handle(SignIn(RANI))
    failed = type(bench.calls.hashing[0])(bench.calls.hashing.pop().ticket, ())
    with pytest.raises(RuntimeError, match="nothing was allowed"):
        bench.till.handle(failed)
    bench.do(SignIn(RANI))
    assert shown(bench).at_counter == shown(bench).staff[1]
