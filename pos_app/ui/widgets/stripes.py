"""The border that says that no money is real: stripes at 45° along the edges of a window."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pos_app.ui.palette import PRACTICE
from pos_app.ui.widgets.filling import fill
from pos_app.ui.widgets.overlay import Overlay


class Stripes(Overlay):
    """`border` pixels wide on all four sides; a light and a dark stripe are `band` pixels each."""

    def __init__(self, window: QWidget, border: int = 12, band: float = 14.0) -> None:
        super().__init__(window)
        self._border = border
        self._band = band

    def set_widths(self, border: int, band: float) -> None:
        if (border, band) != (self._border, self._band):
            self._border, self._band = border, band
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        exposed = [edge for edge in self._edges() if event.region().intersects(edge)]
        if not exposed:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = QPen()
        dark.setColor(QColor(PRACTICE.stripe_dark))
        dark.setWidthF(self._band)
        for edge in exposed:
            painter.save()
            painter.setClipRect(edge)
            fill(painter, edge, QColor(PRACTICE.stripe))
            painter.translate(edge.topLeft())
            painter.strokePath(self._dark_lines(edge.size()), dark)
            painter.restore()
        painter.end()

    def _edges(self) -> tuple[QRect, QRect, QRect, QRect]:
        """Top, bottom, and the two sides from corner to corner; the stripes begin at each one's own corner."""
        width, height, edge = self.width(), self.height(), self._border
        return (
            QRect(0, 0, width, edge),
            QRect(0, height - edge, width, edge),
            QRect(0, 0, edge, height),
            QRect(width - edge, 0, edge, height),
        )

    def _dark_lines(self, area: QSize) -> QPainterPath:
        """The middle of each dark stripe, beyond both ends: where x + y is a stripe and a half, and so on."""
        height, band = area.height(), self._band
        step = 2 * band * sqrt(2)
        count = int((area.width() + height) / step) + 1
        lines = QPainterPath()
        for x in (0.75 * step + index * step for index in range(count)):
            lines.moveTo(x + band, -band)
            lines.lineTo(x - height - band, height + band)
        return lines
