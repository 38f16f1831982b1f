"""What the shop sells, and how a typed or scanned text finds it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pos_app.domain.money import Rupiah

LONGEST_TYPED_AMOUNT = 8
"""Digits of a free amount typed by hand; a barcode has more, so a scan never becomes money."""


@dataclass(frozen=True, slots=True)
class Product:
    """One article. `barcode` may be empty; `stock` is None where the shop does not count it."""

    id: str
    name: str
    barcode: str
    price: Rupiah
    stock: int | None = None


class Entry(Enum):
    """How a text came into the search field."""

    TYPED = "typed"
    CONFIRMED = "confirmed"  # typed too, and its first row was confirmed with Enter before anybody saw it
    SCANNED = "scanned"


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to one search: `products` at most the asked number, `matches` of `total` in all."""

    text: str
    products: tuple[Product, ...]
    matches: int
    total: int


def free_amount(text: str) -> Rupiah | None:
    """The amount that a cashier typed by hand, in rupiah; None where the text is none.

    Dots between digits are allowed as Indonesians write them. Zero is no amount.
    """
    digits = text.strip().replace(".", "")
    if not digits.isascii() or not digits.isdigit() or len(digits) > LONGEST_TYPED_AMOUNT:
        return None
    amount = int(digits)
    return Rupiah(amount) if amount > 0 else None
