"""The moment in which a window can be used first. In a module of its own: whoever measures a start loads it with Qt."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


class Usable(QObject):
    """Looks at every paint of one window until it has the keys in a text field; calls `then` right after that."""

    def __init__(self, app: QApplication, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(app)
        self._app = app
        self._window = window
        self._then = then
        self._told = False
        window.installEventFilter(self)  # on the whole app Qt's own objects would get wrappers for it: 6 ms
        window.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() is QEvent.Type.Paint and not self._told and self._has_keys():
            self._told = True
            QTimer.singleShot(0, self, self._tell)
        return False

    def _has_keys(self) -> bool:
        focus = self._app.focusWidget()
        return isinstance(focus, QLineEdit) and focus.window() is self._window

    def _tell(self) -> None:
        self._window.removeEventFilter(self)
        self._then()
