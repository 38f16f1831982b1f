"""What a charge says: one text, made once, kept on disk and sent byte for byte."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from datetime import timedelta

from pos_app.domain.charge import ChargeOrder, Item
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.sale import ORDER_ID

SHORTEST_LIFE = timedelta(seconds=20)
"""Less is refused with *custom_expiry is below minimum threshold* (wire-facts 3.1)."""

NAMELESS = "Barang"
_NAME = 50
_STORE_MESSAGE = 20
_STORE_FREE_TEXT = 40
_FREE_TEXTS = 3
_CUSTOMER = 255
_REASON = 255
_REFUND_KEY = re.compile(r"[A-Za-z0-9_-]+")
_JOINER = "\u200d"

_Part = dict[str, str | int]


def compose(order: ChargeOrder) -> str:
    """The charge's body (wire-facts 3): the same order gives the same ASCII text.

    Raises ValueError where the gateway would refuse it, or where it would collect another amount.
    """
    _check(order)
    body: dict[str, str | _Part | list[_Part]] = {
        "payment_type": "cstore" if order.method.has_store_code else order.method.value,
        "transaction_details": {"order_id": order.order_id, "gross_amount": int(order.amount)},
        "item_details": [_item(item, order.method) for item in order.items],
        "custom_expiry": _expiry(order.life),
    }
    if order.method is Method.QRIS:
        body["qris"] = {"acquirer": "gopay"}
    if order.method.has_store_code:
        body["cstore"] = _store(order)
    customer = _clean(order.customer_name, _CUSTOMER, order.method)
    if customer:
        body["customer_details"] = {"first_name": customer}
    return json.dumps(body, separators=(",", ":"))


def compose_refund(refund_key: str, amount: Rupiah, reason: str) -> str:
    """A refund's body (wire-facts 12). Raises ValueError for a key or an amount that the gateway would refuse."""
    if not _REFUND_KEY.fullmatch(refund_key):
        raise ValueError(f"{refund_key!r} is no refund key")
    if amount <= 0:
        raise ValueError("a refund is at least Rp 1")
    line = _clean(reason, _REASON, Method.GOPAY)
    return json.dumps(
        {"refund_key": refund_key, "amount": int(amount), "reason": line}, separators=(",", ":")
    )


def _check(order: ChargeOrder) -> None:
    if not ORDER_ID.fullmatch(order.order_id):
        raise ValueError(f"{order.order_id!r} is no order id")
    if not order.method.is_gateway:
        raise ValueError(f"{order.method.value} is not paid through the gateway")
    if order.amount <= 0:
        raise ValueError("a charge is at least Rp 1")
    if any(item.quantity < 1 for item in order.items):
        raise ValueError("every item has a quantity of at least 1")
    total = sum(item.price * item.quantity for item in order.items)
    if total != order.amount:
        raise ValueError(f"the items make {total}, the charge is {int(order.amount)}")
    if order.life < SHORTEST_LIFE:
        raise ValueError(f"a payment lives at least {SHORTEST_LIFE.total_seconds():.0f} seconds")


def _item(item: Item, method: Method) -> _Part:
    named: _Part = {
        "price": int(item.price),
        "quantity": item.quantity,
        "name": _clean(item.name, _NAME, method) or NAMELESS,
    }
    ident = _clean(item.id, _NAME, method)
    return {"id": ident, **named} if ident else named


def _expiry(life: timedelta) -> _Part:
    """No `order_time`: the life counts from the gateway's own clock, whatever ours shows."""
    seconds = math.ceil(life.total_seconds())
    if seconds % 60:
        return {"expiry_duration": seconds, "unit": "second"}
    return {"expiry_duration": seconds // 60, "unit": "minute"}


def _store(order: ChargeOrder) -> _Part:
    store: _Part = {"store": order.method.value}
    message = _clean(order.message, _STORE_MESSAGE, order.method)
    if message:
        store["message"] = message
    if order.method is Method.ALFAMART:
        for number, text in enumerate(order.free_texts[:_FREE_TEXTS], start=1):
            row = _clean(text, _STORE_FREE_TEXT, order.method)
            if row:
                store[f"alfamart_free_text_{number}"] = row
    return store


def _clean(text: str, longest: int, method: Method) -> str:
    """One line of visible text, at most `longest` UTF-16 units, cut between whole characters."""
    visible = "".join(
        " " if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") else sign for sign in text
    )
    if method is Method.ALFAMART:  # its tills take the bar for a separator (wire-facts 3.1)
        visible = visible.replace("|", "/")
    return _cut(" ".join(visible.split()), longest).rstrip()


def _cut(text: str, longest: int) -> str:
    end = len(text.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore"))
    while 0 < end < len(text) and (_clings(text[end]) or text[end - 1] == _JOINER):
        end -= 1
    return text[:end]


def _clings(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M") or sign == _JOINER
