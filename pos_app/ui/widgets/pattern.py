"""Kawung, the old Javanese batik ornament: crossed ellipses, four around each empty middle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter

CELL = 120.0
"""The side of one ellipse's cell, in pixels of the visual specification."""

_LONG, _SHORT = 63 / CELL, 35 / CELL


def paint_kawung(painter: QPainter, columns: range, rows: range, colour: str, cell: float = CELL) -> None:
    """Ellipses in the cells of a chequered grid whose first cell, 0 and 0, lies at the painter's origin."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    for row in rows:
        for column in columns:
            painter.save()
            painter.translate((column + 0.5) * cell, (row + 0.5) * cell)
            painter.rotate(45 if (row + column) % 2 == 0 else -45)
            painter.drawEllipse(QPointF(0, 0), _LONG * cell, _SHORT * cell)
            painter.restore()
    painter.restore()
