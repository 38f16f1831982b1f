"""A plain rectangle of one colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, area: QRect, colour: QColor) -> None:
    """What `fillRect` would paint; that makes PySide load all gradients that Qt has a name for. Takes pen and brush."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(area)
