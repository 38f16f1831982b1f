"""The border that says that no money is real: stripes at 45° along the edges of a window."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QLineF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from pos_app.ui.palette import PRACTICE
from pos_app.ui.widgets.overlay import Overlay


class Stripes(Overlay):
    """`border` pixels wide on all four sides; a light and a dark stripe are `band` pixels each."""

    def __init__(self, window: QWidget, border: int = 12, band: float = 14.0) -> None:
        super().__init__(window)
        self._border = border
        self._band = band

    def set_widths(self, border: int, band: float) -> None:
        self._border, self._band = border, band
        self.update()

    @property
    def inside(self) -> QRect:
        """What the border leaves free."""
        edge = self._border
        return self.rect().adjusted(edge, edge, -edge, -edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRegion(QRegion(self.rect()) - QRegion(self.inside))
        painter.fillRect(self.rect(), QColor(PRACTICE.stripe))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(PRACTICE.stripe_dark), self._band, c=Qt.PenCapStyle.FlatCap))
        painter.drawLines(self._dark_lines())
        painter.end()

    def _dark_lines(self) -> list[QLineF]:
        """The middle of each dark stripe, beyond both ends: where x + y is a stripe and a half, and so on."""
        height, band = self.height(), self._band
        step = 2 * band * sqrt(2)
        count = int((self.width() + height) / step) + 1
        crossings = (0.75 * step + index * step for index in range(count))
        return [QLineF(x + band, -band, x - height - band, height + band) for x in crossings]
