"""Where keys go while a reason and a PIN are asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from pos_app.domain.evidence import CancelReason
from pos_app.domain.staff import Pin, Right
from pos_app.till.desk_messages import PinRefusal, PinRefused
from pos_app.till.messages import Cancel
from pos_app.ui.manager.approval import Approval
from tests.ui.cashier.conftest import Desk
from tests.ui.manager import boards
from tests.ui.manager.conftest import ALT, KEY, OpenBoard, asked

ORDER = boards.WAITING[0].payment.order_id


@pytest.fixture
def cancelling(open_board: OpenBoard) -> tuple[Desk, Approval]:
    """A cancel with a reason in own words: keys go to the words."""
    desk, _ = open_board()
    desk.press(KEY.Key_Delete)
    desk.press(KEY.Key_5, ALT)
    panel = asked(desk.window)
    assert (panel.choices.typed.has_caret, panel.cells.is_here) == (True, False)
    return desk, panel


@pytest.mark.parametrize("onward", [KEY.Key_Return, KEY.Key_Down, KEY.Key_Tab, KEY.Key_Backtab])
def test_a_reason_has_digits_and_a_key_goes_on_to_the_pin(
    cancelling: tuple[Desk, Approval], onward: Qt.Key
) -> None:
    desk, panel = cancelling
    desk.type("kembali 2 botol")
    assert panel.cells.filled == 0
    desk.press(onward)
    assert (panel.choices.typed.has_caret, panel.cells.is_here) == (False, True)
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert desk.sent == [Cancel(ORDER, CancelReason.OTHER, "kembali 2 botol", Pin("2468"))]


def test_a_finger_goes_to_either(cancelling: tuple[Desk, Approval]) -> None:
    desk, panel = cancelling
    QTest.mouseClick(panel.cells, Qt.MouseButton.LeftButton)
    desk.type("24")
    QTest.mouseClick(panel.choices.typed, Qt.MouseButton.LeftButton)
    desk.type("2 botol")
    panel.keypad.typed.emit("6")
    desk.type("8")
    assert (panel.entry.digits, panel.entry.text) == ("2468", "2 botol")


def test_enter_goes_to_what_is_missing(cancelling: tuple[Desk, Approval]) -> None:
    desk, panel = cancelling
    desk.press(KEY.Key_Return)
    assert panel.entry.at_text
    desk.press(KEY.Key_Down)
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert (desk.sent, panel.entry.at_text) == ([], True)
    desk.type("   ")
    desk.press(KEY.Key_Return)
    assert (desk.sent, panel.entry.at_text) == ([], True)


def test_enter_says_that_a_reason_is_missing_until_one_is_chosen(open_board: OpenBoard) -> None:
    desk, _ = open_board()
    desk.press(KEY.Key_Delete)
    panel = asked(desk.window)
    before = panel.advice.text()
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert (desk.sent, panel.advice.text()) == ([], "Pilih dulu salah satu: Alt 1 sampai Alt 5.")
    desk.press(KEY.Key_1, ALT)
    assert panel.advice.text() == before
    desk.press(KEY.Key_Return)
    assert desk.sent == [Cancel(ORDER, CancelReason.CUSTOMER_LEFT, "", Pin("2468"))]


def test_without_words_of_their_own_digits_are_the_pin_at_once(open_board: OpenBoard) -> None:
    desk, _ = open_board()
    desk.press(KEY.Key_Delete)
    desk.press(KEY.Key_5, ALT)
    desk.press(KEY.Key_1, ALT)
    assert asked(desk.window).cells.is_here
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert desk.sent == [Cancel(ORDER, CancelReason.CUSTOMER_LEFT, "", Pin("2468"))]


def test_letters_never_leave_the_pin(cancelling: tuple[Desk, Approval]) -> None:
    desk, panel = cancelling
    desk.type("meja 2")
    desk.press(KEY.Key_Down)
    desk.type("2x4 6y8")
    assert (panel.entry.digits, panel.entry.text) == ("2468", "meja 2")


def test_after_a_wrong_pin_keys_go_to_the_next_one_and_the_reason_stays(
    cancelling: tuple[Desk, Approval],
) -> None:
    desk, panel = cancelling
    desk.type("meja 2")
    desk.press(KEY.Key_Return)
    desk.type("1111")
    desk.press(KEY.Key_Return)
    desk.tell(PinRefused(PinRefusal.WRONG, Right.CANCEL, 9))
    desk.type("2468")
    assert (panel.entry.digits, panel.entry.text) == ("2468", "meja 2")


@pytest.mark.parametrize("to_pin", [False, True])
@pytest.mark.parametrize("ending", [KEY.Key_Return, KEY.Key_Tab])
def test_a_scan_writes_nothing_goes_nowhere_and_confirms_nothing(
    cancelling: tuple[Desk, Approval], *, to_pin: bool, ending: Qt.Key
) -> None:
    desk, panel = cancelling
    desk.type("meja 2")
    desk.press(KEY.Key_Down)
    desk.type("2468")
    if not to_pin:
        desk.press(KEY.Key_Up)
    desk.clock.advance(1)
    for letter in "8990417300018":
        desk.clock.advance(0.006)
        QTest.keyClicks(desk.window, letter)
    desk.clock.advance(0.006)
    QTest.keyClick(desk.window, ending)
    assert (panel.entry.digits, panel.entry.text) == ("2468", "meja 2")
    assert (panel.entry.at_text, desk.sent) == (not to_pin, [])


def test_a_pin_never_lands_in_the_search(open_board: OpenBoard) -> None:
    desk, page = open_board()
    desk.type("0211")
    QTest.mouseClick(page.payment.cancel, Qt.MouseButton.LeftButton)
    desk.press(KEY.Key_1, ALT)
    desk.type("2468")
    assert page.frame.filters.search.text() == "0211"
    assert page.approval.entry.digits == "2468"


def test_the_end_of_a_long_reason_is_what_is_seen(cancelling: tuple[Desk, Approval]) -> None:
    desk, panel = cancelling
    before = panel.width()
    desk.type("x" * 52 + "di sini.tidak lagi")
    desk.settle()
    assert panel.entry.text == "x" * 52 + "di sini."
    shown = next(label.text() for label in panel.choices.typed.findChildren(QLabel) if label.isVisible())
    assert shown.endswith("xdi sini.")
    assert len(shown) < 60
    assert panel.width() == before


@pytest.mark.parametrize("key", [KEY.Key_A, KEY.Key_Backspace])
def test_all_that_was_typed_is_taken_back_where_keys_go(
    cancelling: tuple[Desk, Approval], key: Qt.Key
) -> None:
    desk, approval = cancelling
    desk.type("anak hilang")
    desk.press(key, Qt.KeyboardModifier.ControlModifier)
    desk.type("salah")
    desk.press(KEY.Key_Return)
    desk.type("13579")
    desk.press(key, Qt.KeyboardModifier.ControlModifier)
    desk.type("2468")
    assert (approval.entry.text, approval.entry.digits) == ("salah", "2468")


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)], ids=str)
def test_own_words_take_no_room_from_the_reasons(open_board: OpenBoard, size: tuple[int, int]) -> None:
    desk, _ = open_board(size=size)
    desk.press(KEY.Key_Delete)
    desk.press(KEY.Key_5, ALT)
    desk.type("salah hitung, pelanggan kembali 2 botol")
    desk.settle()
    choices = asked(desk.window).choices
    chips = [chip for chip in choices.findChildren(QPushButton) if chip.isVisible()]
    assert {chip.width() for chip in chips} == {choices.typed.width()}
