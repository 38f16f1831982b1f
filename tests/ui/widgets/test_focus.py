from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.palette import LIGHT
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.key_button import KeyButton

RING, INSIDE = QPoint(100, 3), QPoint(100, 10)
"""In a button of 48 pixels: two below its line, and above its words."""


@pytest.mark.parametrize(
    ("kind", "fill", "ring"),
    [
        ("plain", LIGHT.surface, LIGHT.surface),
        ("danger", LIGHT.surface, LIGHT.surface),
        ("primary", LIGHT.primary, LIGHT.white),
        ("armed", LIGHT.redfill, LIGHT.white),
    ],
)
def test_the_ring_is_seen_on_every_kind_and_shades_none(
    qapp: QApplication, qtbot: QtBot, kind: str, fill: str, ring: str
) -> None:
    theme = Theme()
    theme.apply(qapp)
    window = QWidget()
    layout = QVBoxLayout(window)
    first, second = KeyButton(theme, "plain", "F5"), KeyButton(theme, kind, "F6")
    for button in (first, second):
        button.setFixedWidth(300)
        layout.addWidget(button)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(second.hasFocus)
    image = second.grab().toImage()
    assert image.pixelColor(100, 0) == QColor(LIGHT.focus)
    assert image.pixelColor(RING) == QColor(ring)
    assert image.pixelColor(INSIDE) == QColor(fill)
