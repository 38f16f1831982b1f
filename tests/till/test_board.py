"""The board stays quiet and cheap, however many payments wait."""

from __future__ import annotations

from pos_app.domain.method import Method
from pos_app.till.messages import BoardShown, CheckNow, Park
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
