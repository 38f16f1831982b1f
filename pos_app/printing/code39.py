"""Code 39 of digits: bars that Indomaret's counter scans (wire-facts 9.3: start and stop, no check digit)."""

from __future__ import annotations

from dataclasses import dataclass

QUIET_MODULES = 10

_PATTERNS = {
    "0": "nnnwwnwnn",
    "1": "wnnwnnnnw",
    "2": "nnwwnnnnw",
    "3": "wnwwnnnnn",
    "4": "nnnwwnnnw",
    "5": "wnnwwnnnn",
    "6": "nnwwwnnnn",
    "7": "nnnwnnwnw",
    "8": "wnnwnnwnn",
    "9": "nnwwnnwnn",
    "*": "nwnnwnwnn",
}
"""Nine elements, bar first, narrow or wide; a narrow gap follows each character."""

_MARGIN_OF_PAPER = {576: 32, 384: 40}
"""White at either side that the head can't reach: 80 mm paper shows 72 mm, 58 mm paper 48 mm."""


@dataclass(frozen=True, slots=True)
class Bars39:
    """Widths in dots, bar and gap in turn, beginning and ending with a bar."""

    elements: tuple[int, ...]

    @property
    def width(self) -> int:
        return sum(self.elements)


def fitted(code: str, width_dots: int, margin: int) -> Bars39 | None:
    """The most legible bars of `code` that fit on the sheet with their quiet zone; None where none do.

    Narrow elements are 3 dots or else 2 on wide paper, 2 on narrow, wide ones two to three times that.
    The bars stay inside the margins; the paper's own white edge counts as quiet. Raises ValueError for
    anything but digits.
    """
    if not (code.isascii() and code.isdigit()):
        raise ValueError(f"{code!r} has more than digits")
    for narrow, wide in ((3, 6), (2, 6), (2, 5), (2, 4)) if width_dots == 576 else ((2, 5), (2, 4)):
        bars = _bars(code, narrow, wide)
        quiet = (width_dots - bars.width) // 2 + _MARGIN_OF_PAPER[width_dots]
        if bars.width <= width_dots - 2 * margin and quiet >= QUIET_MODULES * narrow:
            return bars
    return None


def _bars(code: str, narrow: int, wide: int) -> Bars39:
    elements: list[int] = []
    for character in f"*{code}*":
        elements.extend(wide if element == "w" else narrow for element in _PATTERNS[character])
        elements.append(narrow)
    return Bars39(tuple(elements[:-1]))
