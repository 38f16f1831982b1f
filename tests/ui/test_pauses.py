from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pos_app.ui.pauses import Pauses


def test_one_piece_in_each_pause_and_then_no_more(qtbot: QtBot) -> None:
    done: list[str] = []

    def work() -> Iterator[None]:
        done.append("first")
        yield
        done.append("second")

    owner = QObject()
    pauses = Pauses(work(), owner)
    pauses.start()
    assert done == []
    with qtbot.waitSignal(pauses.timeout):
        pass
    assert done == ["first"]
    qtbot.waitUntil(lambda: not pauses.isActive())
    assert done == ["first", "second"]


def test_a_new_start_repeats_nothing(qtbot: QtBot) -> None:
    done: list[str] = []

    def work() -> Iterator[None]:
        done.append("all")
        yield

    owner = QObject()
    pauses = Pauses(work(), owner)
    for _ in range(2):
        pauses.start()
        qtbot.waitUntil(lambda: not pauses.isActive())
    assert done == ["all"]
