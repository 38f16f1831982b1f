"""A line to type into, with a caret that is seen from a step away."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from pos_app.ui.widgets.filling import fill

_WIDE = 2


class Field(QLineEdit):
    """The caret is two pixels wide in the colour `caret`, and stands still.

    Signals: `awake_changed` when the keys come here, or go elsewhere.
    """

    awake_changed = Signal(bool)

    def __init__(self, caret: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caret = QColor(caret)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.awake_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.awake_changed.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            place = self.cursorRect()
            painter = QPainter(self)
            fill(painter, QRect(place.center().x(), place.top(), _WIDE, place.height()), self._caret)
            painter.end()
