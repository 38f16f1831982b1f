"""Words across a whole window, faint enough to work below, on every picture that somebody takes of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pos_app.ui.palette import PRACTICE
from pos_app.ui.theme import font
from pos_app.ui.widgets.overlay import Overlay

_PIXELS = 88
_DEGREES = -8.0
_OPACITY = 0.09


class Watermark(Overlay):
    """One line of words through the middle of the window, over everything."""

    def __init__(self, window: QWidget, words: str) -> None:
        super().__init__(window)
        self._words = words

    def show_words(self, words: str) -> None:
        self._words = words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(_PIXELS, 800))
        ink = QColor(PRACTICE.watermark)
        ink.setAlphaF(_OPACITY)
        painter.setPen(ink)
        painter.translate(self.rect().center())
        painter.rotate(_DEGREES)
        reach = float(self.width() + self.height())
        painter.drawText(
            QRectF(-reach, -_PIXELS, 2 * reach, 2 * _PIXELS), Qt.AlignmentFlag.AlignCenter, self._words
        )
        painter.end()
