from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.theme import Theme
from pos_app.ui.widgets.flash import Flash
from pos_app.ui.widgets.stripes import Stripes


class Seconds:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def flashing(qtbot: QtBot) -> tuple[QWidget, Flash, Seconds]:
    window, seconds = QWidget(), Seconds()
    window.resize(600, 400)
    qtbot.addWidget(window)
    flash = Flash(window, Theme(), seconds)
    Stripes(window, 12, 14)
    window.show()
    return window, flash, seconds


def test_the_border_lights_up_and_nothing_else(qtbot: QtBot) -> None:
    window, flash, _ = flashing(qtbot)
    assert not flash.isVisible()
    before = window.grab().toImage()
    flash.flash()
    lit = window.grab().toImage()
    for place in ((0, 0), (599, 399), (300, 11), (300, 388), (11, 200), (588, 200)):
        assert lit.pixelColor(*place) == QColor(Theme().palette.focus)
    assert lit.copy(12, 12, 576, 376) == before.copy(12, 12, 576, 376)


def test_it_is_over_soon(qtbot: QtBot) -> None:
    _, flash, _ = flashing(qtbot)
    flash.flash()
    qtbot.waitUntil(lambda: not flash.isVisible())


def test_it_is_seen_at_most_once_in_two_seconds(qtbot: QtBot) -> None:
    _, flash, seconds = flashing(qtbot)
    flash.flash()
    flash.hide()
    seconds.now += 1.9
    flash.flash()
    assert not flash.isVisible()
    seconds.now += 0.1
    flash.flash()
    assert flash.isVisible()
