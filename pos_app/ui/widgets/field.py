"""A line to type into, with a caret that is seen from a step away."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_WIDE = 2


class Field(QLineEdit):
    """The caret is two pixels wide in the colour `caret`, and stands still."""

    def __init__(self, caret: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caret = QColor(caret)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            place = self.cursorRect()
            painter = QPainter(self)
            painter.fillRect(place.center().x(), place.top(), _WIDE, place.height(), self._caret)
            painter.end()
