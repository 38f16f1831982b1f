"""The tab at the top of a window that says in words what its stripes say: it lies on them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pos_app.ui.palette import PRACTICE
from pos_app.ui.theme import font
from pos_app.ui.widgets.overlay import Overlay

_WIDTH, _HEIGHT, _RADIUS = 400, 26, 8


class PracticeTab(Overlay):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._words = ""

    @property
    def words(self) -> str:
        return self._words

    def show_words(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = (self.width() - _WIDTH) // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(PRACTICE.tab))
        painter.drawRoundedRect(QRectF(left, -_RADIUS, _WIDTH, _HEIGHT + _RADIUS), _RADIUS, _RADIUS)
        painter.setFont(font(13, 700))
        painter.setPen(QColor(PRACTICE.on_tab))
        painter.drawText(QRectF(left, 0, _WIDTH, _HEIGHT), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
