"""Another till of the same journal: its payments are seen, and only it may touch them."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Never

import pytest

from pos_app.domain.decision import Obstacle
from pos_app.domain.evidence import Call, CancelReason, Decision, TransactionStatus
from pos_app.domain.journal_errors import JournalDamagedError, JournalUnwritableError
from pos_app.domain.method import Method
from pos_app.domain.states import State
from pos_app.till.desk_messages import Decide, DeskRefused, LookAround, RefundOnline, ShowAttachable
from pos_app.till.lane_messages import Heard
from pos_app.till.messages import (
    BoardShown,
    Cancel,
    CheckNow,
    Chimed,
    Command,
    NeighboursShown,
    Park,
    Print,
    Resume,
    ShowStory,
    StoryShown,
)
from pos_app.till.snapshot import BoardRow
from tests.till.harness import Bench


def looked(bench: Bench) -> NeighboursShown:
    bench.do(LookAround())
    return next(event for event in reversed(bench.events) if isinstance(event, NeighboursShown))


def rows(bench: Bench) -> dict[str, BoardRow]:
    return {row.payment.order_id: row for row in looked(bench).rows}


def neighbours() -> tuple[Bench, Bench]:
    """The till that is looked at, and the one that looks."""
    other = Bench(till="01")
    return other, Bench(beside=other, till="02")


def parked(bench: Bench, method: Method = Method.ALFAMART, amount: int = 44_000) -> str:
    order = bench.charge(method, amount)
    bench.do(Park())
    return order


def paid_late(bench: Bench) -> str:
    order = parked(bench)
    bench.do(Cancel(order, CancelReason.CUSTOMER_LEFT))
    bench.wait(20)
    bench.gateway.pay(order, late=True)
    bench.wait(60)
    return order


def test_alone_there_is_nobody_to_look_at() -> None:
    assert looked(Bench()) == NeighboursShown(())


def test_a_row_names_its_till_its_sale_and_its_times() -> None:
    other, here = neighbours()
    order = parked(other)
    here.clock.advance(90)
    (row,) = looked(here).rows
    assert (row.payment.order_id, row.held_by, row.sale_label) == (order, "01", "0001")
    assert 89 <= here.clock.monotonic() - row.began <= 95
    assert row.ends is not None
    assert abs(row.ends - row.began - 86_400) < 5


def test_what_happens_there_is_seen_with_the_next_look_and_only_then() -> None:
    other, here = neighbours()
    first, second = parked(other), parked(other, amount=50_000)
    before = rows(here)
    assert before.keys() == {first, second}
    other.gateway.pay(first)
    other.wait(400)
    third = parked(other)
    after = rows(here)
    assert after.keys() == {second, third}
    assert [event for event in here.events if isinstance(event, BoardShown) and event.rows] == []


def test_a_row_that_has_not_changed_is_the_same_object() -> None:
    other, here = neighbours()
    orders = [parked(other, amount=40_000 + number) for number in range(20)]
    before = rows(here)
    other.gateway.pay(orders[7])
    other.wait(400)
    after = rows(here)
    assert orders[7] not in after
    here.clock.advance(7)
    again = rows(here)
    assert all(again[order] is row for order, row in after.items())
    assert before.keys() - after.keys() == {orders[7]}


def test_too_much_to_follow_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    other, here = neighbours()
    gone, stays = parked(other), parked(other, amount=50_000)
    assert rows(here).keys() == {gone, stays}
    monkeypatch.setattr("pos_app.till.neighbours._TOO_MUCH_TO_FOLLOW", 0)
    other.gateway.pay(gone)
    other.wait(400)
    assert rows(here).keys() == {stays}


def test_late_money_there_wants_somebody_until_it_is_decided_there() -> None:
    other, here = neighbours()
    order = paid_late(other)
    row = rows(here)[order]
    assert (row.held_by, row.payment.wants_decision, row.payment.state) == ("01", True, State.PAID)
    other.do(Decide(order, Decision.REFUND_TASK, "uang diminta"))
    assert rows(here)[order].payment.has_refund_task
    other.do(Decide(order, Decision.CASH_REFUND, "sudah diterima"))
    assert rows(here) == {}


def test_its_story_is_told_with_the_texts_as_they_came() -> None:
    other, here = neighbours()
    order = parked(other)
    here.do(ShowStory(order))
    (told,) = here.seen(StoryShown)
    assert isinstance(told, StoryShown)
    assert (told.order_id, any(step.raw for step in told.steps)) == (order, True)


@pytest.mark.parametrize(
    "command",
    [
        CheckNow,
        Resume,
        Print,
        ShowAttachable,
        RefundOnline,
        lambda order: Cancel(order, CancelReason.CUSTOMER_LEFT),
        lambda order: Decide(order, Decision.HAND_OVER, "belum diberi"),
    ],
)
def test_only_the_till_that_holds_it_may_touch_it(command: type[CheckNow]) -> None:
    other, here = neighbours()
    orders = parked(other), paid_late(other)
    memory = other.journal.memory
    for order in orders:
        before = other.stored(order), len(memory.evidence), dict(memory.outbox), dict(memory.counters)
        asked = list(other.gateway.calls)
        here.events.clear()
        asking: Command = command(order)
        here.do(asking)
        here.settle_calls()
        assert here.seen(DeskRefused) == [DeskRefused(Obstacle.HELD_BY_OTHER_TILL, "01")]
        assert before == (
            other.stored(order),
            len(memory.evidence),
            dict(memory.outbox),
            dict(memory.counters),
        )
        assert other.gateway.calls == asked


def test_looking_never_asks_the_gateway_and_each_till_asks_for_its_own() -> None:
    other, here = neighbours()
    order = parked(other)
    for _ in range(40):
        here.do(LookAround())
        here.wait(3)
        other.wait(0)
    asks = [at for name, at in other.gateway.asks if name == order]
    assert asks
    assert all(later - earlier >= 10 for earlier, later in pairwise(asks))
    assert here.count(Call.STATUS) == other.count(Call.STATUS)
    assert {pending.order_id for pending in here.calls.pending} == set()


def test_news_of_its_payment_that_the_gateway_posts_here_too_is_left_to_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    other, here = neighbours()
    order = other.charge()
    other.gateway.pay(order)
    news = other.gateway.notification(order, TransactionStatus.SETTLEMENT)
    here.do(Heard(news, "e-1"))
    here.wait(60)
    assert (other.stored(order).state, other.gateway.asks) == (State.PENDING, [])
    other.do(Heard(news, "e-1"))
    assert (len(other.seen(Chimed)), len(here.seen(Chimed))) == (1, 0)
    assert "not ours" in caplog.text


def test_money_of_ours_never_pays_a_sale_on_another_counter() -> None:
    other, here = neighbours()
    late = paid_late(here)
    other.ring_up(44_000)
    here.do(Decide(late, Decision.ATTACH, "orang sama", sale_id=other.counter.sale.id))
    assert here.seen(DeskRefused) == [DeskRefused(Obstacle.NO_SUCH_SALE)]
    assert here.stored(late).attached_to is None


def test_a_journal_that_can_not_be_read_is_said_and_nothing_is_kept_on_show(
    caplog: pytest.LogCaptureFixture,
) -> None:
    other, here = neighbours()
    parked(other)
    assert looked(here).rows

    def lost() -> dict[str, int]:
        raise JournalUnwritableError("the server is away")

    here.journal.other_tills = lost  # type: ignore[method-assign]  # a server that is lost for a while
    assert looked(here) == NeighboursShown((), is_known=False)
    assert "the server is away" in caplog.text
    del here.journal.other_tills
    assert len(looked(here).rows) == 1


def test_what_a_newer_version_wrote_at_another_till_stops_nothing_here(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def unreadable(*_: object) -> Never:
        raise JournalDamagedError("'teleported' is not a valid State")

    other, here = neighbours()
    order = parked(other)
    assert looked(here).rows
    parked(other)
    monkeypatch.setattr(here.journal, "moved_at", unreadable)
    assert looked(here) == NeighboursShown((), is_known=False)
    assert "teleported" in caplog.text
    monkeypatch.setattr(here.journal, "payment", unreadable)
    here.do(CheckNow(order))
    assert here.seen(DeskRefused) == [DeskRefused(Obstacle.HELD_BY_OTHER_TILL, "01")]


def test_a_clock_that_was_set_back_moves_no_deadline() -> None:
    other, here = neighbours()
    order = parked(other)
    before = rows(here)[order]
    here.clock.jump(-7200)
    assert rows(here)[order] == before


def test_after_a_start_with_a_wrong_clock_the_gateway_tells_the_time() -> None:
    other, here = neighbours()
    order = parked(other)
    true = rows(here)[order]
    here.clock.jump(-7200)
    here.gateway.offset += timedelta(hours=2)
    here.crash()
    parked(here, amount=50_000)
    row = rows(here)[order]
    assert row.ends is not None
    assert true.ends is not None
    assert abs(row.ends - true.ends) < 5
    assert abs(row.began - true.began) < 5
