"""A button is one thing for the mouse, whatever lies on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.theme import Theme
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.keycap import Keycap
from pos_app.ui.widgets.label import Label


@pytest.fixture
def button(qtbot: QtBot, qapp: QApplication) -> Iterator[KeyButton]:
    theme = Theme()
    theme.apply(qapp)
    window = QWidget()
    window.resize(400, 100)
    qtbot.addWidget(window)
    button = KeyButton(theme, "plain", "F6", "printer", parent=window)
    button.show_words("Alfamart", "cetak kode")
    button.put_beside(Label("count-badge"))
    button.resize(300, 48)
    window.show()
    qtbot.waitExposed(window)
    yield button  # its window lives as long


@pytest.mark.parametrize("kind", [Icon, Keycap, Label])
def test_a_click_on_any_part_is_a_click_on_the_button(
    qtbot: QtBot, button: KeyButton, kind: type[QWidget]
) -> None:
    window = button.window()
    handle = window.windowHandle()
    for part in button.findChildren(kind):
        place = part.mapTo(window, part.rect().center())
        with qtbot.waitSignal(button.clicked):
            QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=place)
            assert button.isDown()
            QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=place)


def test_the_mouse_is_over_the_button_where_it_is_over_a_part(qtbot: QtBot, button: KeyButton) -> None:
    window = button.window()
    cap = button.findChild(Keycap)
    assert isinstance(cap, Keycap)
    QTest.mouseMove(window.windowHandle(), cap.mapTo(window, cap.rect().center()))
    qtbot.waitUntil(button.underMouse)


def test_a_button_that_rests_takes_no_click_on_a_part(button: KeyButton) -> None:
    clicks: list[bool] = []
    button.clicked.connect(clicks.append)
    button.setEnabled(False)
    cap = button.findChild(Keycap)
    assert isinstance(cap, Keycap)
    window = button.window()
    QTest.mouseClick(
        window.windowHandle(), Qt.MouseButton.LeftButton, pos=cap.mapTo(window, cap.rect().center())
    )
    assert not clicks
