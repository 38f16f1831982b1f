from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pos_app.app.tour_hands import Hands
from pos_app.ui.cashier.scanner import FASTEST_FINGERS


def test_keys_come_one_by_one_and_slower_than_a_scanner(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    hands = Hands(field)
    hands.type("susu")
    hands.press(Qt.Key.Key_Backspace)
    written = []
    for beat in range(1000):
        before = field.text()
        hands.go_on(now=beat / 1000)
        if field.text() != before:
            written.append((beat / 1000, field.text()))
    assert not hands.is_busy
    assert [text for _, text in written] == ["s", "su", "sus", "susu", "sus"]
    times = [at for at, _ in written]
    assert all(after - at > FASTEST_FINGERS for at, after in pairwise(times))
