"""News that comes while a PIN is typed waits: no key moves under a finger."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pos_app.domain.staff import Right
from pos_app.domain.states import State
from pos_app.till.desk_messages import PinAccepted, PinRefusal, PinRefused
from pos_app.till.messages import CounterShown, ParkedChanged
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.manager import boards
from tests.ui.manager.conftest import KEY, asked

PAID = ParkedChanged(snapshots.payment(State.PAID), "0217", frozenset())


def _cancel_on_the_board(desk: Desk) -> None:
    desk.press(KEY.Key_F9)
    desk.press(KEY.Key_Delete)


def _cancel_at_the_counter(desk: Desk) -> None:
    desk.tell(CounterShown(snapshots.waiting()))
    desk.press(KEY.Key_Delete)


def _reconcile(desk: Desk) -> None:
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_Return)


def _lock(desk: Desk) -> None:
    desk.tell(boards.staff(None))


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    made = make_desk(size=(1024, 768))
    made.tell(snapshots.lights())
    made.show(snapshots.ringing_up())
    made.tell(boards.staff())
    made.tell(boards.board())
    return made


def _place(desk: Desk) -> tuple[int, int]:
    desk.settle()
    keypad = asked(desk.window).keypad
    return keypad.mapTo(desk.window, keypad.rect().topLeft()).y(), keypad.height()


@pytest.mark.parametrize("ask", [_cancel_on_the_board, _cancel_at_the_counter, _reconcile])
def test_news_waits_until_nothing_is_asked_any_more(desk: Desk, ask: Callable[[Desk], None]) -> None:
    ask(desk)
    before = _place(desk)
    desk.tell(PAID)
    assert _place(desk) == before
    assert not desk.window.news.isVisible()
    desk.tell(PinRefused(PinRefusal.WRONG, Right.CANCEL, 2, 0.0))
    assert not desk.window.news.isVisible()
    desk.press(KEY.Key_Escape)
    desk.tell(snapshots.lights())
    assert desk.window.news.isVisible()
    assert desk.window.news.words[0] == "Penjualan 0217 lunas."


def test_news_comes_when_the_pin_was_right(desk: Desk) -> None:
    _reconcile(desk)
    desk.type("2468")
    desk.press(KEY.Key_Return)
    desk.tell(PAID)
    assert not desk.window.news.isVisible()
    desk.tell(PinAccepted(boards.SARI, Right.REPORTS))
    assert desk.window.news.isVisible()


def test_the_lock_shows_no_news_and_the_next_one_reads_it(desk: Desk) -> None:
    desk.tell(PAID)
    assert desk.window.news.isVisible()
    _lock(desk)
    before = _place(desk)
    assert not desk.window.news.isVisible()
    desk.tell(PAID)
    assert _place(desk) == before
    desk.tell(boards.staff(boards.BAYU))
    assert desk.window.news.isVisible()


def test_news_that_is_on_show_stays_where_it_is_while_something_is_asked(desk: Desk) -> None:
    desk.tell(PAID)
    _cancel_on_the_board(desk)
    before = _place(desk)
    desk.tell(snapshots.lights())
    assert desk.window.news.isVisible()
    assert _place(desk) == before
