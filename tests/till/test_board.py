"""The board stays quiet and cheap, however many payments wait."""

from __future__ import annotations

import pytest

from pos_app.domain.evidence import CancelReason, Decision
from pos_app.domain.method import Method
from pos_app.domain.staff import Pin, Role
from pos_app.domain.states import State
from pos_app.till.desk_messages import AddStaff, Decide, DeskRefused, FindDecided, PinRefusal, PinRefused
from pos_app.till.messages import BoardShown, Cancel, CheckNow, DecidedFound, Park
from tests.till.harness import Bench


def boards(bench: Bench) -> list[BoardShown]:
    return [event for event in bench.events if isinstance(event, BoardShown)]


def waiting(bench: Bench, count: int) -> list[str]:
    orders = []
    for number in range(count):
        orders.append(bench.charge(Method.ALFAMART, 50_000 + number))
        bench.do(Park())
    bench.wait(1)
    return orders


def test_a_row_tells_who_asked_when_and_until_when() -> None:
    bench = Bench()
    (order,) = waiting(bench, 1)
    (row,) = boards(bench)[-1].rows
    assert (row.payment.order_id, row.payment.cashier, row.sale_label) == (order, "Rani", "0001")
    assert 0 <= bench.clock.monotonic() - row.began < 5
    assert row.ends is not None
    assert abs(row.ends - row.began - 86_400) < 5


def test_only_the_row_that_changed_is_another_object() -> None:
    bench = Bench()
    orders = waiting(bench, 20)
    before = {row.payment.order_id: row for row in boards(bench)[-1].rows}
    bench.do(CheckNow(orders[7]))
    bench.settle_calls()
    bench.wait(1)
    after = {row.payment.order_id: row for row in boards(bench)[-1].rows}
    assert after.keys() == before.keys()
    assert [order for order in orders if after[order] is not before[order]] == [orders[7]]


def test_five_hundred_payments_are_shown_at_most_four_times_a_second() -> None:
    bench = Bench()
    waiting(bench, 500)
    bench.events.clear()
    bench.wait(60)
    assert 0 < len(boards(bench)) <= 4 * 60
    assert all(len(board.rows) == 500 for board in boards(bench))


def paid_late(bench: Bench) -> str:
    (order,) = waiting(bench, 1)
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    bench.wait(20)
    bench.gateway.pay(order, late=True)
    bench.wait(60)
    return order


def found(bench: Bench, text: str = "") -> DecidedFound:
    bench.do(FindDecided(text))
    return next(event for event in reversed(bench.events) if isinstance(event, DecidedFound))


def test_a_decision_that_left_the_board_is_found_and_taken_back_days_later() -> None:
    bench = Bench()
    order = paid_late(bench)
    bench.do(Decide(order, Decision.HAND_OVER, "belum diberi"))
    bench.wait(3 * 86_400)
    bench.crash()
    assert boards(bench)[-1].rows == ()
    (row,) = found(bench, order[-9:]).rows
    assert (row.payment.order_id, row.sale_label, row.next_check) == (order, "0001", None)

    bench.do(Decide(order, Decision.REOPEN, "salah pilih"))
    bench.wait(1)
    assert found(bench).rows == ()
    assert [one.payment.order_id for one in boards(bench)[-1].rows] == [order]
    assert bench.stored(order).state is State.PAID


def test_taking_a_decision_back_wants_a_reason_and_a_managers_pin() -> None:
    bench = Bench()
    order = paid_late(bench)
    manager, supervisor = Pin("271828"), Pin("2222")
    bench.do(
        Decide(order, Decision.HAND_OVER, "belum diberi"),
        AddStaff("Bayu", Role.MANAGER, manager),
        AddStaff("Sari", Role.SUPERVISOR, supervisor, manager),
    )
    bench.events.clear()
    bench.do(
        Decide(order, Decision.REOPEN, "  ", manager),
        Decide(order, Decision.REOPEN, "salah pilih"),
        Decide(order, Decision.REOPEN, "salah pilih", supervisor),
        Decide(order, Decision.REOPEN, "salah pilih", Pin("9999")),
    )
    refused = [event.refusal for event in bench.events if isinstance(event, PinRefused)]
    assert refused == [PinRefusal.NEEDED, PinRefusal.NO_RIGHT, PinRefusal.WRONG]
    assert len(bench.seen(DeskRefused)) == 1
    assert len(found(bench).rows) == 1
    bench.do(Decide(order, Decision.REOPEN, "salah pilih", manager))
    assert found(bench).rows == ()


def test_only_the_newest_decisions_are_shown_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pos_app.till.board._MOST_DECIDED", 2)
    bench = Bench()
    orders = []
    for _ in range(3):
        orders.append(paid_late(bench))
        bench.do(Decide(orders[-1], Decision.HAND_OVER, "belum diberi"))
    shown = found(bench)
    assert [row.payment.order_id for row in shown.rows] == orders[:0:-1]
    assert shown.has_more
    older = found(bench, orders[0])
    assert ([row.payment.order_id for row in older.rows], older.has_more) == ([orders[0]], False)
