"""What is typed right after Esc belongs to the next sale, however long the till takes to clear the counter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos_app.domain.catalog import Entry
from pos_app.domain.environment import Environment
from pos_app.domain.errors import Problem
from pos_app.till.messages import CheckNow, Find, NewSale, Park, Print, Refused
from pos_app.till.snapshot import Counter
from tests.ui import snapshots
from tests.ui.cashier.conftest import BY_SCANNER, Desk, MakeDesk
from tests.ui.manager import boards

KEY = Qt.Key
BARCODE = "8990417300018"


def leave(desk: Desk, counter: Counter) -> None:
    desk.show(counter)
    desk.press(KEY.Key_Escape)


@pytest.mark.parametrize("counter", [snapshots.waiting(), boards.code_counter(), snapshots.paid()])
def test_digits_typed_before_the_till_has_answered_are_not_lost(
    make_desk: MakeDesk, counter: Counter
) -> None:
    desk = make_desk()
    leave(desk, counter)
    desk.type("44")
    desk.show(snapshots.empty())
    desk.type("000")
    assert desk.window.sale_page.search.text == "44000"
    assert len(desk.sent) == 1


def test_they_do_not_play_the_customer_meanwhile(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(Environment.PRACTICE)
    leave(desk, snapshots.waiting())
    desk.type("1")
    qtbot.wait(60)  # a digit acts only after this pause
    assert desk.simulated == []
    desk.show(snapshots.empty())
    assert desk.window.sale_page.search.text == "1"


@pytest.mark.parametrize("early", [3, 9, len(BARCODE)])
def test_a_barcode_is_whole_whenever_the_answer_comes(make_desk: MakeDesk, early: int) -> None:
    desk = make_desk()
    leave(desk, snapshots.waiting())
    desk.type(BARCODE[:early], BY_SCANNER)
    desk.show(snapshots.empty())
    desk.type(BARCODE[early:], BY_SCANNER)
    desk.clock.advance(BY_SCANNER)
    QTest.keyClick(desk._target(), KEY.Key_Return)
    assert desk.finds[-1] == Find(BARCODE, Entry.SCANNED, 1)


def test_a_whole_scan_before_the_answer_is_a_scan(make_desk: MakeDesk) -> None:
    desk = make_desk()
    leave(desk, snapshots.waiting())
    desk.scan(BARCODE)
    assert desk.finds == []
    desk.show(snapshots.empty())
    assert desk.finds[-1] == Find(BARCODE, Entry.SCANNED, 1)


def test_a_second_enter_after_paid_prints_no_second_paper(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.show(snapshots.paid())
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_Return)
    desk.show(snapshots.empty())
    assert [type(command) for command in desk.sent] == [Print, NewSale]


def test_news_of_the_same_stage_is_no_answer(make_desk: MakeDesk) -> None:
    desk = make_desk()
    leave(desk, snapshots.waiting())
    desk.type("4")
    desk.show(snapshots.waiting(700))
    desk.show(snapshots.empty())
    assert desk.window.sale_page.search.text == "4"


def test_a_till_that_refuses_gives_the_keys_back_to_the_page(make_desk: MakeDesk) -> None:
    desk = make_desk()
    leave(desk, snapshots.waiting())
    desk.press(KEY.Key_Return)
    desk.tell(Refused(Problem.SALE_IS_LOCKED))
    desk.clock.advance(7)
    desk.tell(snapshots.lights())
    desk.press(KEY.Key_Return)
    assert [type(command) for command in desk.sent][:1] == [Park]
    assert type(desk.sent[-1]) is CheckNow


def test_a_till_that_says_nothing_holds_the_keys_for_a_second_only(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk()
    leave(desk, snapshots.waiting())
    desk.scan(BARCODE)
    qtbot.waitUntil(lambda: desk.finds == [Find(BARCODE, Entry.SCANNED, 1)])
