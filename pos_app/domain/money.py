"""Money is a whole number of rupiah, never a float, and has one way of being written."""

from __future__ import annotations

from operator import index
from typing import Self

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"


class Rupiah(int):
    """An amount in whole rupiah; negative for discounts and what the drawer lacks."""

    __slots__ = ()

    def __new__(cls, amount: int) -> Self:
        """Raise TypeError for anything but an integer: a float has already lost the truth."""
        if isinstance(amount, bool):
            raise TypeError("true and false are no amounts")
        return super().__new__(cls, index(amount))

    def __add__(self, other: int) -> Rupiah:
        return Rupiah(int(self) + other)

    def __radd__(self, other: int) -> Rupiah:
        return Rupiah(other + int(self))

    def __sub__(self, other: int) -> Rupiah:
        return Rupiah(int(self) - other)

    def __mul__(self, other: int) -> Rupiah:
        return Rupiah(int(self) * other)

    def __rmul__(self, other: int) -> Rupiah:
        return Rupiah(int(self) * other)

    def __neg__(self) -> Rupiah:
        return Rupiah(-int(self))

    @property
    def grouped(self) -> str:
        """The digits with dots, as columns show them: `44.000`, `−3.500` (U+2212)."""
        digits = f"{abs(int(self)):,}".replace(",", ".")
        return f"{MINUS}{digits}" if self < 0 else digits

    @property
    def text(self) -> str:
        """`Rp 44.000` with a no-break space: the same string on both screens and on paper."""
        sign = MINUS if self < 0 else ""
        return f"{sign}Rp{NO_BREAK_SPACE}{Rupiah(abs(int(self))).grouped}"


ZERO = Rupiah(0)
