from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSize

from pos_app.ui.customer.canvas import canvas

sides = st.integers(min_value=320, max_value=7680)


def test_the_drawings_own_sizes_are_drawn_as_they_are() -> None:
    for width, height in ((1920, 1080), (1080, 1920)):
        drawing = canvas(QSize(width, height))
        assert (drawing.unit, drawing.width, drawing.height) == (1.0, width, height)


@given(sides, sides)
def test_no_monitor_has_less_room_than_the_drawing(width: int, height: int) -> None:
    drawing = canvas(QSize(width, height))
    across, down = (1080, 1920) if height > width else (1920, 1080)
    assert drawing.width >= across - 0.001
    assert drawing.height >= down - 0.001


@given(sides, sides)
def test_the_stage_keeps_four_fifths_of_the_shorter_side(width: int, height: int) -> None:
    drawing = canvas(QSize(width, height))
    stage, panel = drawing.halves(856.0)
    if drawing.is_portrait:
        assert stage.height() * drawing.unit >= 0.8 * min(width, height) - 1
    else:
        assert stage.width() * drawing.unit >= 0.8 * min(width, height) - 1
    assert stage.united(panel) == drawing.whole


def test_places_are_whole_pixels_of_the_monitor() -> None:
    drawing = canvas(QSize(960, 540))
    place = drawing.on_monitor(QRectF(100, 56, 204, 72))
    assert place.getRect() == (50, 28, 102, 36)
