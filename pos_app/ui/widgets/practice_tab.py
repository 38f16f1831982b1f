"""The tab at the top of a window that says in words what its stripes say: it lies on them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from pos_app.ui.palette import PRACTICE
from pos_app.ui.theme import font
from pos_app.ui.widgets.filling import fill_path
from pos_app.ui.widgets.overlay import Overlay

TAB_WIDTH, TAB_HEIGHT = 400, 26
_RADIUS = 8


class PracticeTab(Overlay):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._words = ""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(PRACTICE.on_tab))  # a painter begins with it
        self.setPalette(palette)

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
        tab = QPainterPath()
        tab.addRoundedRect(QRectF(self.rect()).adjusted(0, -_RADIUS, 0, 0), _RADIUS, _RADIUS)
        fill_path(painter, tab, QColor(PRACTICE.tab))
        letters = font(13, 700)
        metrics = QFontMetricsF(letters)
        left = (self.width() - metrics.horizontalAdvance(self._words)) / 2
        top = (self.height() - metrics.height()) / 2
        painter.setFont(letters)
        painter.drawText(QPointF(left, top + metrics.ascent()), self._words)
        painter.end()
