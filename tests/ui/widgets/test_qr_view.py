from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pos_app.ui.widgets.qr_view import QrView
from tests.ui.pixels import BLACK, WHITE, colours, decoded
from tests.ui.snapshots import QR_TEXT


def _shown(qtbot: QtBot, width: int, height: int, *, least: int = 3, text: str = QR_TEXT) -> QrView:
    view = QrView(least)
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show_text(text)
    view.show()
    return view


def _is_blank(view: QrView) -> bool:
    return len(colours(view.grab().toImage())) == 1


@pytest.mark.parametrize(
    "size", [(201, 201), (240, 300), (333, 222), (480, 480), (767, 1021), (1079, 1022), (1500, 999)]
)
def test_it_is_read_at_every_size_and_has_two_colours(qtbot: QtBot, size: tuple[int, int]) -> None:
    view = _shown(qtbot, *size)
    picture = view.grab()
    assert decoded(picture) == [QR_TEXT]
    symbol = QRect(0, 0, int(view.side) - 2, int(view.side) - 2)
    symbol.moveCenter(view.rect().center())
    assert colours(picture.toImage().copy(symbol)) == {BLACK, WHITE}


def test_every_module_takes_the_same_whole_pixels(qtbot: QtBot) -> None:
    view = _shown(qtbot, 500, 500)
    image = view.grab().toImage()
    module = view.module
    edges = [
        x
        for x in range(1, 500)
        if any(image.pixel(x, y) != image.pixel(x - 1, y) for y in range(0, 500, module))
    ]
    assert module >= 6
    assert {(edge - edges[0]) % module for edge in edges} == {0}


def test_too_small_a_place_shows_nothing_at_all(qtbot: QtBot) -> None:
    view = _shown(qtbot, 150, 150)
    assert not view.is_painted
    assert view.side == 0
    assert _is_blank(view)


def test_the_smallest_module_is_the_callers_choice(qtbot: QtBot) -> None:
    view = _shown(qtbot, 400, 400, least=8)
    assert view.module == 0
    view.set_least(3)
    assert view.is_painted
    assert decoded(view.grab()) == [QR_TEXT]


def test_nothing_is_left_after_it_was_cleared(qtbot: QtBot) -> None:
    view = _shown(qtbot, 400, 400)
    view.clear()
    assert view.text == ""
    assert _is_blank(view)


def test_a_text_that_no_symbol_holds_shows_nothing(qtbot: QtBot) -> None:
    view = _shown(qtbot, 400, 400)
    view.show_text("x" * 5000)
    assert not view.is_painted
    assert _is_blank(view)


RED = 0xFFFF0000


class Ground(QWidget):
    """Counts what it is asked to paint."""

    painted = QRegion()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted = event.region()
        painter = QPainter(self)
        painter.fillRect(self.rect(), RED)
        painter.end()


@pytest.fixture
def ground(qtbot: QtBot) -> Ground:
    ground = Ground()
    qtbot.addWidget(ground)
    ground.resize(600, 700)
    ground.show()
    qtbot.waitExposed(ground)
    return ground


@pytest.mark.parametrize("area", [QRect(10, 20, 500, 444), QRect(0, 0, 600, 700), QRect(3, 5, 401, 402)])
def test_in_a_place_it_takes_the_middle_and_nothing_is_painted_below(ground: Ground, area: QRect) -> None:
    loose, view = QrView(3, ground), QrView(3, ground)
    loose.setGeometry(area)
    loose.show()
    loose.show_text(QR_TEXT)
    as_before = ground.grab().toImage()
    loose.hide()
    view.show()
    view.show_text(QR_TEXT)
    view.lie_in(area)
    assert ground.grab().toImage() == as_before
    assert view.width() == view.height() == view.side
    assert area.contains(view.geometry())
    ground.repaint()
    assert ground.painted == QRegion(ground.rect()) - QRegion(view.geometry())


def _clear(view: QrView) -> None:
    view.clear()


def _grow(view: QrView) -> None:
    view.resize(view.width() + 7, view.height())


def _ask_for_larger_modules(view: QrView) -> None:
    view.set_least(100)


@pytest.mark.parametrize("change", [_clear, _grow, _ask_for_larger_modules])
def test_what_a_symbol_does_not_fill_is_painted_from_below(
    ground: Ground, change: Callable[[QrView], None]
) -> None:
    view = QrView(3, ground)
    view.show_text(QR_TEXT)
    view.lie_in(QRect(10, 20, 500, 444))
    view.show()
    change(view)
    picture = ground.grab().toImage()
    ground.repaint()
    assert ground.painted == QRegion(ground.rect())
    assert picture.pixel(view.geometry().topRight() - QPoint(1, -1)) == RED


def test_a_place_without_a_symbol_is_left_alone(ground: Ground) -> None:
    view = QrView(8, ground)
    view.show()
    view.lie_in(QRect(10, 20, 100, 100))
    assert view.geometry() == QRect(10, 20, 100, 100)
    view.show_text(QR_TEXT)
    view.lie_in(QRect(10, 20, 100, 100))
    assert view.geometry() == QRect(10, 20, 100, 100)
    assert colours(ground.grab().toImage()) == {RED}


def test_its_size_hint_is_just_enough(qtbot: QtBot) -> None:
    view = _shown(qtbot, 10, 10)
    view.resize(view.sizeHint())
    assert view.module == 3
