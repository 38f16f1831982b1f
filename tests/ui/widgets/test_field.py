from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.palette import LIGHT
from pos_app.ui.widgets.field import Field


def _carets(field: Field) -> list[int]:
    """The columns of the field that hold the caret's colour."""
    image, colour = field.grab().toImage(), QColor(LIGHT.focus)
    middle = image.height() // 2
    return [x for x in range(image.width()) if image.pixelColor(x, middle) == colour]


def test_the_caret_is_two_pixels_of_the_focus_after_the_text_and_only_where_the_keys_go(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    here, there = Field(LIGHT.focus), Field(LIGHT.focus)
    layout.addWidget(here)
    layout.addWidget(there)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    here.setFocus()
    qtbot.waitUntil(here.hasFocus)
    first = _carets(here)
    assert len(first) == 2
    assert _carets(there) == []
    here.setText("susu")
    after = _carets(here)
    assert len(after) == 2
    assert after[0] > first[1]
