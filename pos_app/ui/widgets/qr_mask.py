"""The mask of a QR symbol, chosen by the standard's four rules (ISO/IEC 18004, 7.8.3) on whole symbols at a time.

It is the mask that `qrcode` would choose; asked module by module, that takes two thirds of a symbol's time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pos_app.ui.widgets.qr_blank import Blank

_LIKE_A_FINDER = ("10111010000", "00001011101")
"""What a reader could take for a corner's pattern: it and its light side."""


def best_mask(blank: Blank, lines: int, columns: int) -> int:
    """For data that is laid out by lines and by columns, under no mask."""
    penalties = [
        _penalty(lines ^ masked.lines, columns ^ masked.columns, blank.side) for masked in blank.masks
    ]
    return penalties.index(min(penalties))


def _penalty(lines: int, columns: int, side: int) -> int:
    field = int(("1" * side + "0") * side, 2)
    views = ((lines, lines ^ field), (columns, columns ^ field))
    runs = sum(_runs(alike) for view in views for alike in view)
    squares = sum(_squares(alike, side) for alike in views[0])
    finders = sum(_finders(dark, light) for dark, light in views)
    departure = int(abs(lines.bit_count() * 100 / side**2 - 50) / 5)
    return runs + 3 * squares + 40 * finders + 10 * departure


def _runs(alike: int) -> int:
    """Five modules alike in a line count 3, each further one 1."""
    fives = alike & alike >> 1 & alike >> 2 & alike >> 3 & alike >> 4
    return fives.bit_count() + 2 * (fives & ~(fives >> 1)).bit_count()


def _squares(alike: int, side: int) -> int:
    """Squares of two by two."""
    pairs = alike & alike >> 1
    return (pairs & pairs >> side + 1).bit_count()


def _finders(dark: int, light: int) -> int:
    count = 0
    for pattern in _LIKE_A_FINDER:
        found = -1
        for place, module in enumerate(pattern):
            found &= (dark if module == "1" else light) >> place
        count += found.bit_count()
    return count
