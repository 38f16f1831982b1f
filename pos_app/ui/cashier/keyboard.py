"""Keys while no text field is on the page: actions, and a scanner that types all the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from pos_app.ui.cashier.scanner import Burst
from pos_app.ui.keys import DIGITS, Action

_SETTLE_MS = 40


class Keyboard(QObject):
    """Signals: `acted` with the Action, `scanned` with a barcode.

    A digit may begin a barcode: it becomes an action only when nothing follows it at once.
    """

    acted = Signal(object)
    scanned = Signal(str)

    def __init__(self, monotonic: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._monotonic = monotonic
        self._burst = Burst()
        self._digit: Action | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._act_on_digit)

    def press(self, event: QKeyEvent, at: float | None = None) -> None:
        """`at` is the moment of a key that was held back, in monotonic seconds."""
        from pos_app.ui.presses import action_of

        at = self._monotonic() if at is None else at
        action = action_of(event)
        if action is Action.MAIN:
            barcode = self._burst.ended(at)
            if barcode:
                self._forget_digit()
                self.scanned.emit(barcode)
                return
        if event.text().isprintable() and event.text():
            self._burst.feed(event.text(), at)
            if self._burst.is_running(at):
                self._forget_digit()
                return
        if action in DIGITS:
            self._digit = action
            self._settle.start()
        elif action is not None:
            self.acted.emit(action)

    @Slot()
    def _act_on_digit(self) -> None:
        digit, self._digit = self._digit, None
        if digit is not None:
            self.acted.emit(digit)

    def _forget_digit(self) -> None:
        self._digit = None
        self._settle.stop()
