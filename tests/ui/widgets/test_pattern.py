from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from pos_app.ui.widgets.pattern import CELL, paint_kawung


def test_ellipses_meet_in_fours_and_leave_the_middles_empty(qtbot: QtBot) -> None:
    image = QImage(240, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_kawung(painter, range(2), range(2), "#28245F")
    painter.end()
    ink = QColor("#28245F")
    centres = [(60, 60), (180, 60), (60, 180), (180, 180)]
    assert {image.pixelColor(x, y).name() for x, y in centres} == {ink.name()}
    assert image.pixelColor(25, 25) == ink  # the first leans like a backslash
    assert image.pixelColor(215, 25) == ink  # its neighbour like a slash
    assert image.pixelColor(int(CELL), int(CELL)) == QColor("white")
    assert image.pixelColor(120, 10) == QColor("white")
