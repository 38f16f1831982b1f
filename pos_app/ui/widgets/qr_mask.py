"""The mask of a QR symbol, chosen by the standard's four rules (ISO/IEC 18004, 7.8.3) on whole symbols at a time.

It is the mask that `qrcode` would choose; asked module by module, that takes two thirds of a symbol's time.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from qrcode import QRCode  # from the package itself, as everywhere: two threads may be the first to want it

if TYPE_CHECKING:
    from qrcode.image.base import BaseImage

_MASKS = range(8)
_LIKE_A_FINDER = ("10111010000", "00001011101")
"""What a reader could take for a corner's pattern: it and its light side."""

_DIGITS = bytes.maketrans(b"\0\1", b"01")


class Symbol(QRCode["BaseImage"]):
    """The library's symbol with a faster look at its masks."""

    def best_mask_pattern(self) -> int:
        lines, columns = _under(self, 0)
        turned = flips(self.version)
        side = self.modules_count
        return min(
            _MASKS, key=lambda mask: _penalty(lines ^ turned[mask][0], columns ^ turned[mask][1], side)
        )


@lru_cache(maxsize=8)
def flips(version: int) -> tuple[tuple[int, int], ...]:
    """What each mask turns over against mask 0, by lines and by columns; the same for whatever is encoded."""
    any_symbol = Symbol(version=version)
    any_symbol.add_data("0")
    lines, columns = _under(any_symbol, 0)
    return tuple(
        (lines ^ other, columns ^ across) for other, across in (_under(any_symbol, mask) for mask in _MASKS)
    )


def _under(symbol: QRCode[BaseImage], mask: int) -> tuple[int, int]:
    symbol.makeImpl(True, mask)
    return _bits(symbol.modules), _bits(zip(*symbol.modules, strict=True))


def _bits(lines: Iterable[Iterable[bool | None]]) -> int:
    """One number, a bit a module, dark is 1; a 0 stands after each line."""
    return int(b"".join(bytes(map(bool, line)) + b"\0" for line in lines).translate(_DIGITS), 2)


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
