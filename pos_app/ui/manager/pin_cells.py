"""How many digits of a PIN are there, and never which."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pos_app.ui.theme import Theme

_CELL, _HEIGHT, _RADIUS, _DOT = 44.0, 40, 8, 6.0
_FEW, _MANY = 6, 8


class PinCells(QWidget):
    """Six cells, eight for a longer PIN; red after a wrong one. The next one is marked while keys go here.

    Signals: `picked` when they were pointed at.
    """

    picked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = theme.palette
        self._filled = 0
        self._is_wrong = False
        self._is_here = True
        self.setFixedHeight(_HEIGHT)

    @property
    def filled(self) -> int:
        return self._filled

    @property
    def is_wrong(self) -> bool:
        return self._is_wrong

    @property
    def is_here(self) -> bool:
        """Whether the next digit goes here."""
        return self._is_here

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked.emit()

    def show_filled(self, filled: int, *, is_wrong: bool, is_here: bool) -> None:
        self._filled, self._is_wrong, self._is_here = filled, is_wrong, is_here
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._colours
        for number, cell in enumerate(self._cells()):
            is_next = number == self._filled and self._is_here and not self._is_wrong
            line = colours.red if self._is_wrong else colours.focus if is_next else colours.control
            thick = 2.0 if is_next else 1.0
            painter.setPen(QPen(QColor(line), thick))
            painter.setBrush(QColor(colours.redtint if self._is_wrong else colours.surface))
            inset = thick / 2
            painter.drawRoundedRect(cell.adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
            if number < self._filled:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.text))
                painter.drawEllipse(QPointF(cell.center()), _DOT, _DOT)
        painter.end()

    def _cells(self) -> list[QRectF]:
        count = _FEW if self._filled <= _FEW else _MANY
        wide = min(_CELL, (self.width() - 6.0 * (count - 1)) / count)
        step = (self.width() - wide) / (count - 1)
        return [QRectF(round(number * step), 0, wide, self.height()) for number in range(count)]
