"""What can wait waits for the first paint, and never for ever."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pos_app.app import first_paint
from pos_app.app.first_paint import FirstPaint


def test_it_is_called_once_after_the_window_was_drawn(qtbot: QtBot) -> None:
    window, called = QWidget(), list[bool]()
    qtbot.addWidget(window)
    FirstPaint(window, lambda: called.append(window.isVisible()))
    window.show()
    qtbot.waitUntil(lambda: bool(called))
    window.repaint()
    qtbot.wait(50)
    assert called == [True]


class Overlooked(QWidget):
    """The desktop gives the keys to another window."""

    def isActiveWindow(self) -> bool:  # noqa: N802  # Qt's name
        return False


def test_a_window_that_gets_no_keys_is_not_waited_for(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_paint, "_LATEST", 60_000)
    window, called = Overlooked(), list[bool]()
    qtbot.addWidget(window)
    FirstPaint(window, lambda: called.append(window.isVisible()))
    window.show()
    qtbot.waitUntil(lambda: bool(called))
    assert called == [True]


def test_a_window_that_is_never_drawn_holds_nothing_up(qtbot: QtBot) -> None:
    window, called = QWidget(), list[bool]()
    qtbot.addWidget(window)
    FirstPaint(window, lambda: called.append(window.isVisible()))
    qtbot.waitUntil(lambda: bool(called), timeout=5000)
    assert called == [False]
