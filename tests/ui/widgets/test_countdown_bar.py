from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from pos_app.ui.countdown import Countdown
from pos_app.ui.widgets.countdown_bar import CountdownBar

FILL, TRACK = QColor("#C7D2FE"), QColor("#3B388A")


def _bar(qtbot: QtBot) -> CountdownBar:
    bar = CountdownBar(FILL.name(), TRACK.name())
    bar.resize(400, 14)
    qtbot.addWidget(bar)
    return bar


def _filled(bar: CountdownBar) -> int:
    image = bar.grab().toImage()
    return sum(1 for x in range(image.width()) if image.pixelColor(x, 7) == FILL)


def test_its_length_is_what_is_left(qtbot: QtBot) -> None:
    bar = _bar(qtbot)
    for fraction in (1.0, 0.75, 0.5, 0.25):
        bar.show_left(Countdown(100, fraction))
        assert abs(_filled(bar) - 400 * fraction) <= 2


def test_a_last_rest_is_still_seen_and_nothing_is_nothing(qtbot: QtBot) -> None:
    bar = _bar(qtbot)
    bar.show_left(Countdown(1, 0.001))
    assert 10 <= _filled(bar) <= 14
    bar.show_left(Countdown(0, 0.0))
    assert _filled(bar) == 0


def test_its_colours_can_turn(qtbot: QtBot) -> None:
    bar = _bar(qtbot)
    bar.set_colours("#78350F", "#F6D25C")
    bar.show_left(Countdown(30, 0.5))
    image = bar.grab().toImage()
    assert image.pixelColor(100, 7) == QColor("#78350F")
    assert image.pixelColor(300, 7) == QColor("#F6D25C")
