"""How much of a payment's time is left, as a bar that takes one step a second."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pos_app.ui.countdown import Countdown


class CountdownBar(QWidget):
    """As thick as the widget is high, with round ends."""

    def __init__(self, fill: str, track: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fill = fill
        self._track = track
        self._fraction = 1.0

    @property
    def fraction(self) -> float:
        """What is left of the whole life, 0 to 1."""
        return self._fraction

    def set_colours(self, fill: str, track: str) -> None:
        if (fill, track) != (self._fill, self._track):
            self._fill, self._track = fill, track
            self.update()

    def show_left(self, left: Countdown) -> None:
        if left.fraction != self._fraction:
            self._fraction = left.fraction
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_bar(painter, QRectF(self.rect()), self._fraction, self._fill, self._track)
        painter.end()


def draw_bar(painter: QPainter, whole: QRectF, fraction: float, fill: str, track: str) -> None:
    radius = whole.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(track))
    painter.drawRoundedRect(whole, radius, radius)
    left = whole.width() * fraction
    if left > 0:
        filled = QRectF(whole.left(), whole.top(), max(left, whole.height()), whole.height())
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(filled, radius, radius)
