"""Draws the board, the approvals, staff, lock and store code: `python -m tests.ui.portraits_manager FOLDER [--dark]`.

Run by hand and laid beside the specification's pictures; nothing here is collected by the tests.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos_app.domain.environment import Environment
from pos_app.domain.evidence import Decision
from pos_app.domain.language import Language
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.sale import business_day
from pos_app.till.desk_messages import AttachableSale, AttachableShown, ProofPrinted
from pos_app.till.messages import CounterShown, DecidedFound
from pos_app.ui.cashier.window import CashierWindow
from pos_app.ui.manager.approval import Approval
from pos_app.ui.manager.board_page import BoardPage
from pos_app.ui.palette import DARK, LIGHT
from pos_app.ui.theme import Theme
from tests.ui import portraits, snapshots
from tests.ui.manager import boards

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def press(window: CashierWindow, *keys: Key | tuple[Key, Qt.KeyboardModifier]) -> None:
    for key in keys:
        pressed, held = key if isinstance(key, tuple) else (key, Qt.KeyboardModifier.NoModifier)
        QTest.keyClick(window, pressed, held)
        QTest.qWait(70)  # a digit is an action once nothing follows it


def _tap(window: CashierWindow) -> None:
    """Four digits of a PIN, by finger."""
    approval = next(one for one in window.findChildren(Approval) if one.isVisible())
    for digit in "2468":
        approval.keypad.typed.emit(digit)


def _board(window: CashierWindow) -> BoardPage:
    press(window, Key.Key_F9)
    page = window.back_room.currentWidget()
    assert isinstance(page, BoardPage)
    ours, theirs = boards.shared()
    window.on_event(ours)
    window.on_event(theirs)
    return page


def _select(window: CashierWindow) -> None:
    _board(window)
    press(window, *[Key.Key_Down] * 6)
    window.on_event(boards.story())


def _elsewhere(window: CashierWindow) -> None:
    page = _board(window)
    theirs = boards.held_by("01", boards.WAITING[3]).payment
    page.frame.waiting.rows.current = theirs.order_id
    window.on_event(boards.story(theirs))


def _wanting_elsewhere(window: CashierWindow) -> None:
    page = _board(window)
    press(window, Key.Key_F9)
    page.frame.attention.rows.current = boards.held_by("01", boards.TWICE).payment.order_id
    window.on_event(snapshots.lights())


def _raw(window: CashierWindow) -> None:
    _select(window)
    press(window, Key.Key_Right)


def _cancel(window: CashierWindow) -> None:
    _select(window)
    press(window, Key.Key_Delete, (Key.Key_1, ALT))
    _tap(window)


def _cancel_in_words(window: CashierWindow) -> None:
    _select(window)
    press(window, Key.Key_Delete, (Key.Key_5, ALT))
    approval = next(one for one in window.findChildren(Approval) if one.isVisible())
    approval.entry.text = "pelanggan kembali 2 botol"
    window.on_event(snapshots.lights())


def _attention(window: CashierWindow) -> None:
    _board(window)
    press(window, Key.Key_F9)
    window.on_event(boards.story(boards.LATE.payment))


def _reversed(window: CashierWindow) -> None:
    _board(window)
    press(window, Key.Key_F9)
    window.on_event(boards.board(*boards.WAITING, boards.REVERSED))


def _closing(window: CashierWindow) -> None:
    _reversed(window)
    press(window, Key.Key_2, (Key.Key_1, ALT))
    _tap(window)


def _other_amount(window: CashierWindow) -> None:
    _board(window)
    press(window, Key.Key_F9)
    window.on_event(boards.board(*boards.WAITING, boards.OTHER_AMOUNT))
    press(window, Key.Key_Up)


def _barred(window: CashierWindow) -> None:
    _board(window)
    press(window, Key.Key_F9)
    window.on_event(boards.board(*boards.WAITING, boards.BARRED))


def _deciding(window: CashierWindow) -> None:
    _attention(window)
    press(window, Key.Key_1, (Key.Key_5, ALT), Key.Key_A)
    _tap(window)


def _attaching(window: CashierWindow) -> None:
    """Two sales of the same number on two days, and Enter before one of them is chosen."""
    _attention(window)
    today = business_day(snapshots.NOW)
    sales = (
        AttachableSale(901, "0219", today),
        AttachableSale(902, "0220", today),
        AttachableSale(870, "0219", today - timedelta(days=1)),
    )
    window.on_event(AttachableShown(boards.LATE.payment.order_id, sales))
    press(window, Key.Key_Return)


def _decided(window: CashierWindow) -> None:
    _board(window)
    press(window, Key.Key_F9, Key.Key_F9)
    rows = (
        boards.decided(boards.LATE, Decision.HAND_OVER),
        boards.decided(boards.REVERSED, Decision.CLOSE_UNPAID),
    )
    window.on_event(DecidedFound("", rows))


def _lock(window: CashierWindow) -> None:
    window.on_event(boards.staff(None))


def _waiting_cancel(window: CashierWindow) -> None:
    window.on_event(CounterShown(snapshots.waiting()))
    press(window, Key.Key_Delete, (Key.Key_1, ALT))
    _tap(window)


def _nothing(window: CashierWindow) -> None:
    return


def _staff(window: CashierWindow) -> None:
    press(window, Key.Key_F10)


def _adding(window: CashierWindow) -> None:
    press(window, Key.Key_F10, Key.Key_Plus, (Key.Key_1, ALT), Key.Key_D)


def _day(window: CashierWindow) -> None:
    window.on_event(boards.staff(boards.SARI))
    press(window, Key.Key_F10, Key.Key_F10)
    window.on_event(boards.proof())


def _hidden_day(window: CashierWindow) -> None:
    press(window, Key.Key_F10, Key.Key_F10)


def _printed(window: CashierWindow) -> None:
    _day(window)
    window.on_event(ProofPrinted(business_day(snapshots.NOW), PrinterTrouble.OUT_OF_PAPER, "no paper"))


def _code(window: CashierWindow) -> None:
    window.on_event(CounterShown(boards.code_counter()))


PAGES: dict[str, Callable[[CashierWindow], None]] = {
    "01-sale": _nothing,
    "06-board": _select,
    "06-elsewhere": _elsewhere,
    "06-raw": _raw,
    "06b-cancel": _cancel,
    "06b-in-words": _cancel_in_words,
    "06c-attention": _attention,
    "06c-elsewhere": _wanting_elsewhere,
    "06c-deciding": _deciding,
    "06c-attaching": _attaching,
    "06c-decided": _decided,
    "06c-reversed": _reversed,
    "06c-closing": _closing,
    "06c-other-amount": _other_amount,
    "06c-barred": _barred,
    "03-waiting-cancel": _waiting_cancel,
    "09-code": _code,
    "12-lock": _lock,
    "13-staff": _staff,
    "13-adding": _adding,
    "14-day": _day,
    "14-hidden": _hidden_day,
    "14-printed": _printed,
}


def main(folder: Path, *, dark: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme = Theme(DARK if dark else LIGHT)
    theme.apply(app)
    wanted = [name for name in sys.argv[2:] if not name.startswith("--")] or list(PAGES)
    for width, height in portraits.SIZES:
        for language in Language:
            for name in wanted:
                window = portraits.new_window(theme, Environment.PRODUCTION, language, display=True)
                window.resize(width, height)
                window.show()
                window.on_event(snapshots.lights())
                window.on_event(CounterShown(snapshots.ringing_up()))
                window.on_event(boards.staff())
                window.on_event(boards.board())
                PAGES[name](window)
                QTest.qWait(20)
                window.grab().save(str(folder / f"{name}-{width}-{language.value}.png"))
                window.close()
                window.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]), dark="--dark" in sys.argv)
