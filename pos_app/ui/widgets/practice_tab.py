"""The tab at the top of a window that says in words what its stripes say: it lies on them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pos_app.ui.palette import PRACTICE
from pos_app.ui.theme import font
from pos_app.ui.widgets.overlay import Overlay

TAB_WIDTH, TAB_HEIGHT = 400, 26
_RADIUS = 8


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

    def place(self) -> QRect:
        return QRect((self._window.width() - TAB_WIDTH) // 2, 0, TAB_WIDTH, TAB_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(PRACTICE.tab))
        tab = QRectF(self.rect())
        painter.drawRoundedRect(tab.adjusted(0, -_RADIUS, 0, 0), _RADIUS, _RADIUS)
        painter.setFont(font(13, 700))
        painter.setPen(QColor(PRACTICE.on_tab))
        painter.drawText(tab, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
