"""The board shows what other tills hold, and lets nobody act on it here."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pos_app.domain.states import State
from pos_app.till.desk_messages import LookAround
from pos_app.till.messages import BoardShown, NeighboursShown, ShowStory
from pos_app.ui.cashier.scene import Room
from pos_app.ui.manager.board_page import BoardPage
from pos_app.ui.manager.board_rows import row_words
from tests.ui.cashier.conftest import Desk
from tests.ui.manager import boards
from tests.ui.manager.conftest import KEY, OpenBoard

THEIRS = boards.held_by("01", boards.WAITING[3])
WANTING = boards.held_by("01", boards.TWICE)


def shared(open_board: OpenBoard) -> tuple[Desk, BoardPage]:
    desk, page = open_board()
    for event in boards.shared():
        desk.tell(event)
    desk.sent.clear()
    return desk, page


def select(desk: Desk, page: BoardPage, order_id: str) -> None:
    page.frame.list.rows.current = order_id
    desk.tell(boards.shared()[0])
    desk.sent.clear()


def room(page: BoardPage) -> Room:
    assert page.frame.waiting.rows.room is not None
    return page.frame.waiting.rows.room


def test_all_tills_stand_in_one_list_by_their_deadlines(open_board: OpenBoard) -> None:
    _, page = shared(open_board)
    rows = page.frame.waiting.rows.rows
    assert [(row.sale_label, row.held_by) for row in rows] == [
        ("0164", "01"),
        ("0218", ""),
        ("0152", "01"),
        ("0031", "03"),
        ("0198", ""),
        ("0211", ""),
        ("0140", "01"),
        ("0217", ""),
    ]
    assert page.frame.footer == ("8 pesanan tertunda, semua kasir", "Rp\u00a02.193.100")
    assert page.frame.attention_tab.count.text() == "3"
    assert row_words(rows[0], room(page)).endswith(", Kasir 01")
    assert "Kasir" not in row_words(rows[1], room(page))


def test_the_sale_counts_only_what_can_be_done_here(open_board: OpenBoard) -> None:
    desk, _ = shared(open_board)
    bar = desk.window.sale_page.action_bar
    assert bar.pending.words[0] == "Tertunda 4"
    assert bar.badge.text() == "2"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_F11, KEY.Key_F4, KEY.Key_Delete])
def test_no_key_acts_on_what_waits_elsewhere(open_board: OpenBoard, key: Qt.Key) -> None:
    desk, page = shared(open_board)
    select(desk, page, THEIRS.payment.order_id)
    assert page.payment.holder.words[0] == "Kasir 01 memegang pembayaran ini."
    desk.press(key)
    assert (desk.sent, page.is_asking, desk.window.back_room.is_open) == ([], False, True)
    assert not any(
        button.isVisible()
        for button in (page.payment.check, page.payment.copy, page.payment.resume, page.payment.cancel)
    )


def test_no_key_decides_what_another_till_holds(open_board: OpenBoard, qtbot: QtBot) -> None:
    desk, page = shared(open_board)
    desk.press(KEY.Key_F9)
    select(desk, page, WANTING.payment.order_id)
    assert page.attention.holder.isVisible()
    assert not any(button.isVisible() for button in page.attention.buttons)
    for key in (KEY.Key_1, KEY.Key_2, KEY.Key_Return):
        desk.press(key)
    qtbot.wait(80)
    assert (desk.sent, page.is_asking) == ([], False)


def test_our_own_can_be_acted_on_again_after_a_look_at_theirs(open_board: OpenBoard) -> None:
    desk, page = shared(open_board)
    select(desk, page, THEIRS.payment.order_id)
    select(desk, page, boards.ALFAMART.payment.order_id)
    assert not page.payment.holder.isVisible()
    assert page.payment.cancel.isVisible()
    desk.press(KEY.Key_Delete)
    assert page.is_asking


def test_their_story_and_texts_are_told(open_board: OpenBoard) -> None:
    desk, page = shared(open_board)
    page.frame.waiting.rows.current = THEIRS.payment.order_id
    desk.tell(boards.shared()[0])
    assert desk.sent[-1] == ShowStory(THEIRS.payment.order_id)
    desk.tell(boards.story(THEIRS.payment))
    assert page.payment.story.line.told[-1].note == "dipantau kasir 01"
    desk.press(KEY.Key_Right)
    assert "signature_key" in page.payment.story.raw.toPlainText()


def test_a_look_every_few_seconds_and_only_while_the_board_is_open(open_board: OpenBoard) -> None:
    desk, _ = shared(open_board)
    looks = []
    for _ in range(12):
        desk.clock.advance(1)
        desk.tell(boards.shared()[0])
        looks.append(desk.sent.count(LookAround()))
    assert looks == [0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4]
    desk.press(KEY.Key_Escape)
    assert not desk.window.back_room.is_open
    desk.sent.clear()
    desk.clock.advance(60)
    desk.tell(boards.shared()[0])
    assert desk.sent == []


def test_opened_again_it_shows_nothing_of_theirs_before_it_has_looked(open_board: OpenBoard) -> None:
    desk, page = shared(open_board)
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_F9)
    assert desk.sent.count(LookAround()) == 1
    assert all(not row.held_by for row in page.frame.waiting.rows.rows)


def test_tills_that_can_not_be_read_are_said_and_not_shown(open_board: OpenBoard) -> None:
    desk, page = shared(open_board)
    desk.tell(NeighboursShown((), is_known=False))
    assert page.frame.footer[0] == "4 di kasir ini. Kasir lain tidak terbaca sekarang."
    assert len(page.frame.waiting.rows.rows) == 4


def test_the_list_stays_where_it_is_when_theirs_change(open_board: OpenBoard) -> None:
    desk, page = shared(open_board)
    many = tuple(boards.held_by("01", row) for row in boards.many(500))
    desk.tell(NeighboursShown(many))
    desk.settle()
    page.frame.waiting.verticalScrollBar().setValue(900)
    current = page.frame.waiting.rows.current
    moved = replace(many[7], payment=replace(many[7].payment, state=State.CANCELLING))
    desk.tell(NeighboursShown((*many[:7], moved, *many[8:])))
    desk.settle()
    assert page.frame.waiting.verticalScrollBar().value() == 900
    assert page.frame.waiting.rows.current == current


def test_what_is_asked_about_ours_stays_while_theirs_move(open_board: OpenBoard) -> None:
    desk, page = shared(open_board)
    select(desk, page, boards.ALFAMART.payment.order_id)
    desk.press(KEY.Key_Delete)
    desk.type("24")
    desk.tell(NeighboursShown(()))
    desk.tell(BoardShown(boards.shared()[0].rows))
    assert page.is_asking
    assert page.approval.entry.digits == "24"
