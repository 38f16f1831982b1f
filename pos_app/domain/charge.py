"""What a charge asks for, and what any call brings back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from pos_app.domain.evidence import Reading
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah


@dataclass(frozen=True, slots=True)
class Item:
    """One line of what is paid for; `price` in rupiah may be negative (a discount)."""

    name: str
    price: Rupiah
    quantity: int
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeOrder:
    """One charge to compose. The items' sum is `amount`; `life` is how long it may be paid.

    `message` (at most 20) and `free_texts` (three of at most 40) are for the paper of a store's
    counter (wire-facts 3.4); longer ones are cut.
    """

    order_id: str
    method: Method
    amount: Rupiah
    items: tuple[Item, ...]
    life: timedelta
    message: str = ""
    free_texts: tuple[str, ...] = ()
    customer_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The gateway's answer to one call: the text as it came, and what it says.

    `gateway_at` is its `Date` header (UTC), `seconds` the time from request to the last byte.
    """

    raw: str
    reading: Reading
    gateway_at: datetime | None
    seconds: float
