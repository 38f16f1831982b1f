"""What all QR symbols of one size have in common: where the data goes, and what each mask makes of a symbol without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from qrcode import ERROR_CORRECT_M, QRCode  # from the package itself: two threads may be the first to want it
from qrcode.base import rs_blocks

_MASKS = range(8)
_DIGITS = bytes.maketrans(b"\0\1", b"01")


class Masked(NamedTuple):
    """A symbol of zeros under one mask, a bit a module, dark is 1; a 0 stands after each line.

    `lines` and `columns` are what the mask is judged by, as the library does: without the words on format and
    version, which stand in `whole`.
    """

    lines: int
    columns: int
    whole: int


class Blank(NamedTuple):
    """`places` are those of the data's bits, in their order, counted line by line with the 0 after each."""

    side: int
    places: tuple[int, ...]
    masks: tuple[Masked, ...]


@lru_cache(maxsize=8)
def blank(version: int) -> Blank:
    """Asked of the library, which knows the patterns of every size."""
    zeros, ones = _modules(version, 0, 0x00, is_tried=True), _modules(version, 0, 0xFF, is_tried=True)
    side = len(zeros)
    places = tuple(
        line * (side + 1) + column for line, column in _way(side) if zeros[line][column] != ones[line][column]
    )
    return Blank(side, places, tuple(_masked(version, mask) for mask in _MASKS))


def _masked(version: int, mask: int) -> Masked:
    tried = _modules(version, mask, 0x00, is_tried=True)
    whole = _modules(version, mask, 0x00, is_tried=False)
    return Masked(_number(tried), _number(zip(*tried, strict=True)), _number(whole))


def _modules(version: int, mask: int, filling: int, *, is_tried: bool) -> list[list[bool | None]]:
    symbol = QRCode(version=version, error_correction=ERROR_CORRECT_M)
    symbol.data_cache = [filling] * sum(block.total_count for block in rs_blocks(version, ERROR_CORRECT_M))
    symbol.makeImpl(is_tried, mask)
    return symbol.modules


def _way(side: int) -> Iterator[tuple[int, int]]:
    """Two columns at a time from the right, up and down in turns; the column of the timing pattern is left out."""
    is_up = True
    for right in (*range(side - 1, 6, -2), 5, 3, 1):
        for line in reversed(range(side)) if is_up else range(side):
            yield line, right
            yield line, right - 1
        is_up = not is_up


def _number(lines: Iterable[Iterable[bool | None]]) -> int:
    return int(b"".join(bytes(map(bool, line)) + b"\0" for line in lines).translate(_DIGITS), 2)
