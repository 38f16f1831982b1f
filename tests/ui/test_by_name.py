"""Values that Qt finds by their names are those that Python would have named."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pos_app.ui.by_name import set_by_name


def test_a_name_is_the_value_of_that_name(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    set_by_name(label, alignment="AlignRight|AlignTop", textFormat="PlainText", focusPolicy="TabFocus")
    assert label.alignment() == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_a_timer_has_names_too(qtbot: QtBot) -> None:
    timer = QTimer()
    set_by_name(timer, timerType="PreciseTimer")
    assert timer.timerType() is Qt.TimerType.PreciseTimer


@pytest.mark.parametrize("wrong", [{"alignment": "AlignMiddle"}, {"place": "AlignTop"}])
def test_what_qt_does_not_know_is_refused(qtbot: QtBot, wrong: dict[str, str]) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    with pytest.raises(ValueError, match="QLabel has no"):
        set_by_name(label, **wrong)
