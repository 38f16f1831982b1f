"""A part of a page over its whole width: the unit that `raster` stacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PIL import ImageDraw

from pos_app.printing.sheet import Sheet, Style
from pos_app.printing.typeset import draw_line, width

BLACK, WHITE = 0, 255

Paint = Callable[[ImageDraw.ImageDraw, int], None]


@dataclass(frozen=True, slots=True)
class Strip:
    """So many dots high; `paint` is told the strip's top."""

    height: int
    paint: Paint


def white(height: int) -> Strip:
    def paint(draw: ImageDraw.ImageDraw, top: int) -> None:
        """Paper is white already."""

    return Strip(height, paint)


def line(text: str, style: Style, left: int) -> Strip:
    return Strip(style.line, lambda draw, top: draw_line(draw, (left, top), text, style))


def centred(text: str, style: Style, paper: Sheet) -> int:
    """Where a line begins so that it stands in the middle of the paper."""
    return (paper.width - width(text, style)) // 2


def flush_right(text: str, style: Style, paper: Sheet) -> int:
    """Where a line begins so that it ends at the right margin."""
    return paper.width - paper.margin - width(text, style)
