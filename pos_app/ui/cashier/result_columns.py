"""Where the columns of the result list stand: the head and the rows paint by the same figures."""

from __future__ import annotations

from dataclasses import dataclass

_WIDE = 700


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and right edges in pixels of the list's own width; `code` is None where there is no room."""

    key: int
    name: int
    name_end: int
    code: int | None
    stock_end: int
    price_end: int


def columns(width: int) -> Columns:
    price_end = width - 16
    if width < _WIDE:
        return Columns(16, 80, width - 172, None, width - 108, price_end)
    return Columns(16, 80, width - 348, width - 336, width - 128, price_end)
