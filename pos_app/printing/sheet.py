"""The measures of both paper widths, in dots of 203 dpi (visual.md, 09)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pos_app.printing.layout import Role
from pos_app.printing.settings import NARROW, WIDE


class Weight(Enum):
    """The value is the name of Inter's file."""

    MEDIUM = "Medium"
    BOLD = "Bold"
    EXTRA_BOLD = "ExtraBold"


@dataclass(frozen=True, slots=True)
class Style:
    """Letters of `size` dots in lines of `line` dots. With `even_digits` all digits are as wide as the widest."""

    size: int
    line: int
    weight: Weight
    even_digits: bool = False
    spacing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One paper width. `scale` turns the white between blocks, given in dots of the wide sheet, into dots."""

    width: int
    margin: int
    top: int
    scale: float
    roles: dict[Role, Style]
    bar: Style
    bar_height: int
    box: Style
    box_padding: int
    code: Style
    smallest_code: int
    panel_padding: int
    disc: int
    disc_gap: int
    bars_height: int

    @property
    def content(self) -> int:
        return self.width - 2 * self.margin

    def white(self, dots: int) -> int:
        return round(dots * self.scale)


_WIDE = Sheet(
    width=WIDE,
    margin=16,
    top=24,
    scale=1.0,
    roles={
        Role.BODY: Style(24, 32, Weight.MEDIUM, even_digits=True),
        Role.STRONG: Style(24, 32, Weight.BOLD, even_digits=True),
        Role.STORE: Style(44, 52, Weight.EXTRA_BOLD),
        Role.HEADING: Style(28, 36, Weight.BOLD),
        Role.DEADLINE: Style(36, 44, Weight.BOLD),
        Role.TOTAL: Style(44, 60, Weight.EXTRA_BOLD),
        Role.AMOUNT: Style(68, 78, Weight.EXTRA_BOLD),
    },
    bar=Style(34, 44, Weight.EXTRA_BOLD, spacing=2),
    bar_height=52,
    box=Style(34, 44, Weight.EXTRA_BOLD),
    box_padding=12,
    code=Style(82, 92, Weight.EXTRA_BOLD, even_digits=True),
    smallest_code=44,
    panel_padding=20,
    disc=36,
    disc_gap=12,
    bars_height=104,
)

_NARROW = Sheet(
    width=NARROW,
    margin=10,
    top=24,
    scale=0.8,
    roles={
        Role.BODY: Style(22, 28, Weight.MEDIUM, even_digits=True),
        Role.STRONG: Style(22, 28, Weight.BOLD, even_digits=True),
        Role.STORE: Style(34, 42, Weight.EXTRA_BOLD),
        Role.HEADING: Style(25, 32, Weight.BOLD),
        Role.DEADLINE: Style(30, 38, Weight.BOLD),
        Role.TOTAL: Style(36, 50, Weight.EXTRA_BOLD),
        Role.AMOUNT: Style(56, 66, Weight.EXTRA_BOLD),
    },
    bar=Style(28, 36, Weight.EXTRA_BOLD, spacing=1),
    bar_height=44,
    box=Style(25, 34, Weight.EXTRA_BOLD),
    box_padding=10,
    code=Style(56, 64, Weight.EXTRA_BOLD, even_digits=True),
    smallest_code=36,
    panel_padding=14,
    disc=32,
    disc_gap=12,
    bars_height=96,
)

_SHEETS = {WIDE: _WIDE, NARROW: _NARROW}


def sheet(width_dots: int) -> Sheet:
    return _SHEETS[width_dots]
