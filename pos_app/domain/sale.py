"""What is rung up for one customer, and the names that its payments carry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from pos_app.domain.cart import Cart
from pos_app.domain.wib import WIB

ORDER_ID = re.compile(r"[A-Za-z0-9\-_~.]{1,50}")
"""What the gateway takes as an order id (wire-facts 3.1)."""


class SaleState(Enum):
    """OPEN can still be changed, AWAITING has a live payment, PAID is over."""

    OPEN = "open"
    AWAITING = "awaiting"
    PAID = "paid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """One sale of one till. `number` counts from 1 each business day (`day`, in WIB)."""

    id: int
    till: str
    day: date
    number: int
    cart: Cart
    cashier: str
    opened_at: datetime
    state: SaleState = SaleState.OPEN

    @property
    def is_open(self) -> bool:
        """Whether what is rung up can still be changed."""
        return self.state is SaleState.OPEN

    @property
    def label(self) -> str:
        return sale_label(self.number)


def sale_label(number: int) -> str:
    """How people read a sale's number of the day: `0218`."""
    return f"{number:04d}"


def store_code(store_name: str) -> str:
    """Up to four letters that stand for the store: `TSJ` for *Toko Sinar Jaya*, `TOKO` where nothing is left."""
    words = re.findall(r"[A-Za-z0-9]+", store_name)
    code = "".join(word[0] for word in words) if len(words) > 1 else "".join(words)
    return code[:4].upper() or "TOKO"


def order_id(store: str, sale: Sale, attempt: int, nonce: str) -> str:
    """`TSJ-02-261120-0218-1-k7q2m`: store, till, day, sale, attempt and a chance part.

    The chance part keeps the name unique for ever, even where a journal was restored from a backup
    and counts the same sale again. At most 50 characters of the gateway's alphabet.
    """
    till = re.sub(r"[^A-Za-z0-9]", "", sale.till)[:8] or "1"
    name = f"{store_code(store)}-{till}-{sale.day:%y%m%d}-{sale.label}-{attempt}-{nonce}"
    if not ORDER_ID.fullmatch(name):
        raise ValueError(f"{name!r} is no order id")
    return name


def short_order_id(order_id: str) -> str:
    """`TSJ02-0218-1`, the part of an order id that people read to each other."""
    parts = order_id.split("-")
    return f"{parts[0]}{parts[1]}-{parts[3]}-{parts[4]}" if len(parts) == 6 else order_id


def business_day(at: datetime) -> date:
    """The day on which a moment counts, in WIB."""
    return at.astimezone(WIB).date()
