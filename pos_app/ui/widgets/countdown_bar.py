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
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(QColor(self._track))
        painter.drawRoundedRect(whole, radius, radius)
        left = whole.width() * self._fraction
        if left > 0:
            painter.setBrush(QColor(self._fill))
            painter.drawRoundedRect(QRectF(0, 0, max(left, whole.height()), whole.height()), radius, radius)
        painter.end()
