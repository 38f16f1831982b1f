"""Stripes and watermark: seen over everything, felt by nobody."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.palette import PRACTICE
from pos_app.ui.widgets.stripes import Stripes
from pos_app.ui.widgets.watermark import Watermark
from tests.ui.pixels import WHITE, colours


def _window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setAutoFillBackground(True)
    palette = window.palette()
    palette.setColor(window.backgroundRole(), QColor("white"))
    window.setPalette(palette)
    window.resize(600, 400)
    qtbot.addWidget(window)
    window.show()
    return window


def _inside(image: QImage, border: int) -> QImage:
    return image.copy(border, border, image.width() - 2 * border, image.height() - 2 * border)


def test_stripes_paint_their_margins_and_nothing_else(qtbot: QtBot) -> None:
    window = _window(qtbot)
    Stripes(window, 12, 14).show()
    image = window.grab().toImage()
    assert colours(_inside(image, 12)) == {WHITE}
    for x in range(600):
        for y in (2, 397):
            assert image.pixelColor(x, y) != QColor("white")


def test_stripes_are_as_wide_as_the_gaps_and_lean_at_45_degrees(qtbot: QtBot) -> None:
    window = _window(qtbot)
    Stripes(window, 24, 28).show()
    image = window.grab().toImage()
    light, dark = QColor(PRACTICE.stripe), QColor(PRACTICE.stripe_dark)
    assert [image.pixelColor(x, 2) for x in (20, 57, 97, 137)] == [light, dark, light, dark]
    assert [image.pixelColor(x, 12) for x in (10, 47, 87, 127)] == [light, dark, light, dark]


def test_stripes_follow_the_window(qtbot: QtBot) -> None:
    window = _window(qtbot)
    stripes = Stripes(window, 12, 14)
    window.resize(900, 700)
    assert stripes.geometry() == window.rect()
    stripes.set_widths(20, 10)
    assert colours(_inside(window.grab().toImage(), 20)) == {WHITE}


def test_overlays_let_every_click_through(qtbot: QtBot) -> None:
    window = _window(qtbot)
    button = QPushButton("Bayar", window)
    button.setGeometry(0, 0, 600, 400)
    button.show()
    Stripes(window, 200, 14).show()
    Watermark(window, "BUKAN PEMBAYARAN ASLI").show()
    with qtbot.waitSignal(button.clicked):
        below = window.childAt(QPoint(300, 200))
        assert below is button
        QTest.mouseClick(below, Qt.MouseButton.LeftButton)


def test_the_watermark_is_faint_and_lies_over_everything(qtbot: QtBot) -> None:
    window = _window(qtbot)
    Watermark(window, "BUKAN PEMBAYARAN ASLI").show()
    later = QWidget(window)
    later.setGeometry(0, 0, 600, 400)
    window.resize(1200, 500)
    image = window.grab().toImage()
    darkest = min(QColor(colour).lightness() for colour in colours(image))
    assert 220 < darkest < 250


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_the_watermark_is_whole_at_every_width(qtbot: QtBot, width: int) -> None:
    window = _window(qtbot)
    window.resize(width, 768)
    mark = Watermark(window, "BUKAN PEMBAYARAN ASLI")
    mark.show()
    image = window.grab().toImage()
    columns = [x for x in range(width) if colours(image.copy(x, 0, 1, 768)) != {WHITE}]
    assert columns[0] > 12
    assert columns[-1] < width - 12
    assert abs(columns[0] - (width - 1 - columns[-1])) < 24  # in the middle
    assert mark.shown_pixels == 88 or width == 1024


def test_the_watermark_is_drawn_once_and_copied_in_parts(qtbot: QtBot) -> None:
    window = _window(qtbot)
    window.resize(1366, 768)
    mark = Watermark(window, "BUKAN PEMBAYARAN ASLI")
    mark.show()
    whole = window.grab().toImage()
    pixels = mark._drawn.cacheKey()
    part = QRect(300, 300, 500, 90)
    assert window.grab(part).toImage() == whole.copy(part)
    mark.show_words("BUKAN PEMBAYARAN ASLI")
    window.grab()
    assert mark._drawn.cacheKey() == pixels
    mark.show_words("NOT A REAL PAYMENT")
    window.grab()
    assert mark._drawn.cacheKey() != pixels
