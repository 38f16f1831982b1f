"""Cycles of windows are collected on the GUI thread, whoever makes them."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.app import rubbish
from pos_app.app.rubbish import Rubbish


class Part(QObject):
    """Refers to itself, as a window's parts do by the functions that they hold."""

    def __init__(self) -> None:
        super().__init__()
        self.timer = QTimer(self, interval=10_000)
        self.timer.start()
        self.me = self


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rubbish, "_SETTLED", 0)


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[None]:
    gc.enable()  # as every process begins
    collector = Rubbish(qapp)
    yield
    collector.deleteLater()
    gc.disable()
    gc.unfreeze()


@pytest.mark.usefixtures("collecting")
def test_what_dies_dies_on_the_gui_thread(qtbot: QtBot) -> None:
    died_on: list[threading.Thread] = []
    weakref.finalize(Part(), lambda: died_on.append(threading.current_thread()))
    made: list[list[int]] = []

    def is_dead_after_more_objects() -> bool:
        """Python counts what is made less what is freed: windows of an earlier test may be freed meanwhile."""
        made.extend([] for _ in range(20 * gc.get_threshold()[0]))  # far more than Python waits for
        return bool(died_on)

    thread = threading.Thread(target=is_dead_after_more_objects)
    thread.start()
    thread.join()
    assert died_on == []
    qtbot.waitUntil(is_dead_after_more_objects, timeout=20_000)
    assert died_on == [threading.main_thread()]


@pytest.mark.usefixtures("at_once", "collecting")
def test_what_is_there_at_the_start_is_looked_through_once(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    kept = gc.get_freeze_count()
    dead = weakref.ref(Part())
    gc.collect()
    assert dead() is None
    assert gc.get_freeze_count() <= kept
