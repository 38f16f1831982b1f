"""Areas of one colour, painted without a name of `Qt`.

`setPen`, `setBrush` and `fillRect` also take such names: whatever they are given, PySide makes all 1,200 to compare,
and tries the gradients too. The brush of a palette passes by.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette


def fill(painter: QPainter, area: QRect, colour: QColor) -> None:
    """What `fillRect` would paint."""
    path = QPainterPath()
    path.addRect(QRectF(area))
    fill_path(painter, path, colour)


def fill_path(painter: QPainter, path: QPainterPath, colour: QColor) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    painter.fillPath(path, palette.windowText())
