"""Where the columns of the board stand, for its head and its rows alike."""

from __future__ import annotations

from dataclasses import dataclass

WIDE_FROM = 800
_SIDE = 20


@dataclass(frozen=True, slots=True)
class Span:
    left: int
    width: int


@dataclass(frozen=True, slots=True)
class Columns:
    """Pixels. A narrow board has no method, age or cashier of its own."""

    order: Span
    method: Span | None
    amount: Span
    age: Span | None
    valid: Span
    cashier: Span | None
    status: Span


def columns(width: int) -> Columns:
    right = width - _SIDE
    if width >= WIDE_FROM:
        spare = width - 936
        return Columns(
            order=Span(_SIDE, 184 + spare // 2),
            method=Span(214 + spare // 2, 130),
            amount=Span(322 + spare // 2, 120),
            age=Span(462 + spare // 2, 100),
            valid=Span(570 + spare // 2, 132),
            cashier=Span(710 + spare // 2, 84),
            status=Span(800 + spare // 2, right - 800 - spare // 2),
        )
    return Columns(
        order=Span(_SIDE, 200),
        method=None,
        amount=Span(240, width - 650 + 120),
        age=None,
        valid=Span(width - 271, 126),
        cashier=None,
        status=Span(width - 145, 125),
    )
