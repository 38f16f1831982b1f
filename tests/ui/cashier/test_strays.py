"""No part of the cashier's window is ever a window of its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.domain.environment import Environment
from tests.ui import snapshots
from tests.ui.cashier.conftest import MakeDesk
from tests.ui.manager import boards


class Windows(QObject):
    """Whatever opens as a window. A part that is shown before it has its place does, and takes the keys."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.opened: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("environment", [Environment.PRODUCTION, Environment.PRACTICE])
def test_one_window_opens_through_all_of_a_day(
    make_desk: MakeDesk, environment: Environment, qapp: QApplication, qtbot: QtBot
) -> None:
    windows = Windows(qapp)
    desk = make_desk(environment)
    desk.tell(snapshots.lights())
    desk.show(snapshots.ringing_up())
    desk.window.build_ahead()
    pages = desk.window.pages
    qtbot.waitUntil(lambda: not pages.is_getting_ready)
    QTest.mouseClick(desk.window.top_bar.lights.printer, Qt.MouseButton.LeftButton)
    code = boards.code_counter()
    for counter in (snapshots.waiting(), code, snapshots.in_doubt(), snapshots.closing(), snapshots.ended()):
        desk.show(counter)
    for size in ((1024, 768), (1366, 768)):
        desk.window.resize(*size)
        desk.show(snapshots.paid())
        desk.settle()
    desk.tell(boards.board())
    for key in (Qt.Key.Key_F9, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_F9, Qt.Key.Key_F10):
        desk.press(key)
        desk.settle()
    qapp.removeEventFilter(windows)
    assert windows.opened == ["CashierWindow"]
