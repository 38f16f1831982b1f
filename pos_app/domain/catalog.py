"""What the shop sells, and how a typed or scanned text finds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from pos_app.domain.money import Rupiah

LONGEST_TYPED_AMOUNT = 8
"""Digits of a free amount typed by hand; a barcode has more, so a scan never becomes money."""

_AMOUNT = re.compile(r"[0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+")


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

    Dots stand between thousands, as Indonesians write them, or nowhere: `12.5` is a slip of the finger, and no
    sum can be guessed from it. Zero is no amount.
    """
    written = text.strip()
    digits = written.replace(".", "")
    if _AMOUNT.fullmatch(written) is None or len(digits) > LONGEST_TYPED_AMOUNT:
        return None
    amount = int(digits)
    return Rupiah(amount) if amount > 0 else None
