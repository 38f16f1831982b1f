"""Work is going on: a ring that turns once in 900 ms while it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

_STEPS = 30
_STEP_MS = 30
_FULL = 360 * 16


class Spinner(QWidget):
    def __init__(self, colour: str, track: str, side: int, pen: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._track = track
        self._pen = pen
        self._step = 0
        self.setFixedSize(side, side)
        self._timer = QTimer(self, interval=_STEP_MS)
        self._timer.timeout.connect(self._turn)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = self._pen / 2 + 0.5
        ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(self._track), self._pen))
        painter.drawEllipse(ring)
        arc = QPen(QColor(self._colour), self._pen)
        arc.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(arc)
        painter.drawArc(ring, -self._step * _FULL // _STEPS, 100 * 16)
        painter.end()

    @Slot()
    def _turn(self) -> None:
        self._step = (self._step + 1) % _STEPS
        self.update()
