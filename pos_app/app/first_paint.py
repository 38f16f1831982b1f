"""The moment after a window was drawn first: what the cashier does not see at the start can wait until then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_LATEST = 1000
"""Milliseconds after which nothing waits any longer: a window may be minimised, or its screen be off."""


class FirstPaint(QObject):
    """Calls `then` once, in the event loop's next turn after the first paint of `window`."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._soon = QTimer(self, singleShot=True, interval=_LATEST)
        self._soon.timeout.connect(self._over)
        self._then = then
        self._soon.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._soon.start(0)
        return False

    def _over(self) -> None:
        self._window.removeEventFilter(self)
        self._then()
        self.deleteLater()
