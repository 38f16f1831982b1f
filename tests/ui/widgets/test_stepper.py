from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_app.domain.language import Language
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.stepper import Stepper


@pytest.mark.parametrize(("is_narrow", "width"), [(False, 162), (True, 124)])
def test_a_stepper_is_as_wide_after_many_changes_in_however_much_room(
    qtbot: QtBot, qapp: QApplication, width: int, *, is_narrow: bool
) -> None:
    theme = Theme()
    theme.apply(qapp)
    row = QWidget()
    qtbot.addWidget(row)
    stepper = Stepper(theme)
    layout = QHBoxLayout(row)
    layout.addWidget(stepper)
    row.resize(440, 64)
    row.show()
    for quantity in (*range(1, 100), 2):
        stepper.show_quantity(quantity, Language.INDONESIAN, is_narrow=is_narrow)
    qtbot.waitUntil(lambda: stepper.width() == stepper.sizeHint().width())
    assert stepper.width() == width
    less, more = stepper.findChildren(QPushButton)
    digit = next(label for label in stepper.findChildren(QLabel) if label.text() == "2")
    assert digit.geometry().center().x() == (less.geometry().left() + more.geometry().right()) // 2


def test_a_stepper_makes_room_for_a_long_quantity_and_takes_it_back(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme()
    theme.apply(qapp)
    stepper = Stepper(theme)
    qtbot.addWidget(stepper)
    widths = []
    for quantity in (1, 99_999, 1):
        stepper.show_quantity(quantity, Language.INDONESIAN, is_narrow=True)
        widths.append(stepper.sizeHint().width())
    assert widths[0] == widths[2] < widths[1]
