"""Reads a charge request as the gateway does: everything wrong with it is said at once (wire-facts 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from pos_app.practice.account import Habits
from pos_app.practice.ledger import PaymentType, Store
from pos_app.practice.wire import Json, JsonObject

_SHORTEST_LIFE = timedelta(seconds=20)
_QUARTER_HOUR = timedelta(minutes=15)
_DAY = timedelta(days=1)
_UNITS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": _DAY,
}
_LIVES: Mapping[PaymentType, tuple[timedelta, timedelta]] = {
    PaymentType.GOPAY: (_QUARTER_HOUR, 7 * _DAY),
    PaymentType.QRIS: (_QUARTER_HOUR, 7 * _DAY),
    PaymentType.CSTORE: (_DAY, 180 * _DAY),
    PaymentType.CREDIT_CARD: (_DAY, 180 * _DAY),
    PaymentType.BANK_TRANSFER: (_DAY, 180 * _DAY),
}
"""The life of a payment when none is asked for, and the longest that is granted (wire-facts 8)."""

_BEYOND_ANY_LIFE = 36_500 * _DAY
"""Enough for an `order_time` far in the past, small enough for a timedelta."""

_LONGEST_NUMBER = 18

_SHOPEE = "airpay shopee"
_SHOPEE_LONGEST = 5 * _DAY


class InvalidChargeError(Exception):
    """400; `complaints` become `validation_messages`."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("; ".join(complaints))
        self.complaints = complaints


class UnknownChannelError(Exception):
    """402: a payment type that this merchant does not have."""


@dataclass(frozen=True, slots=True)
class ChargeOrder:
    """A charge request that can be carried out. `amount` is whole rupiah."""

    payment_type: PaymentType
    order_id: str
    amount: int
    expires_at: datetime
    store: Store | None
    acquirer: str
    bank: str | None
    echoed: JsonObject


def reads_as_indomaret(body: JsonObject) -> bool:
    """Indomaret charges ignore the idempotency key (wire-facts 2.2)."""
    cstore = body.get("cstore")
    store = cstore.get("store") if isinstance(cstore, dict) else None
    return isinstance(store, str) and store.lower() == Store.INDOMARET.value


def read_charge(body: JsonObject, now: datetime, habits: Habits) -> ChargeOrder:
    """Raise InvalidChargeError with every complaint, or UnknownChannelError."""
    complaints: list[str] = []
    payment_type = _payment_type(body)
    details = _section(body, "transaction_details", complaints, required=True)
    order_id = _text(details, "order_id", 50, "transaction_details.", complaints, required=True)
    amount = _amount(details.get("gross_amount"), complaints)
    _check_items(body, amount, complaints)
    _check_customer(body, complaints)
    store = _store(body, complaints) if payment_type is PaymentType.CSTORE else None
    acquirer = _acquirer(body, complaints) if payment_type is PaymentType.QRIS else "gopay"
    bank = _bank(body, complaints) if payment_type is PaymentType.BANK_TRANSFER else None
    if habits.enforces_limits and amount > 0:
        channel = store.value if store else payment_type.value
        _check_limits(channel, amount, habits.limits, complaints)
    expires_at = now + _life(body, payment_type, acquirer, now, complaints)
    echoed = _echoed(body, complaints)
    if complaints:
        raise InvalidChargeError(complaints)
    return ChargeOrder(payment_type, order_id, amount, expires_at, store, acquirer, bank, echoed)


def _payment_type(body: JsonObject) -> PaymentType:
    name = body.get("payment_type")
    if not isinstance(name, str) or not name:
        raise InvalidChargeError(["payment_type is required"])
    try:
        return PaymentType(name)
    except ValueError:
        raise UnknownChannelError(name) from None


def _section(body: JsonObject, name: str, complaints: list[str], *, required: bool = False) -> JsonObject:
    section = body.get(name)
    if isinstance(section, dict):
        return section
    if section is not None:
        complaints.append(f"{name} must be an object")
    elif required:
        complaints.append(f"{name} is required")
    return {}


def _text(
    section: JsonObject, name: str, longest: int, path: str, complaints: list[str], *, required: bool = False
) -> str:
    value = section.get(name)
    if value is None or value == "":
        if required:
            complaints.append(f"{path}{name} is required")
        return ""
    if not isinstance(value, str):
        complaints.append(f"{path}{name} must be a string")
        return ""
    if len(value) > longest:
        complaints.append(f"{path}{name} too long")
    return value


def _amount(value: Json, complaints: list[str]) -> int:
    """Whole and above zero; a string of digits is taken too (wire-facts 3.1). 0 when it is wrong."""
    amount = _whole(value)
    if value is None:
        complaints.append("transaction_details.gross_amount is required")
    elif amount is None:
        complaints.append("transaction_details.gross_amount must be a number without decimals")
    elif amount <= 0:
        complaints.append("transaction_details.gross_amount must be greater than or equal to 1")
    return max(amount or 0, 0)


def _whole(value: Json) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _LONGEST_NUMBER:
        return int(value)
    return None


def _check_items(body: JsonObject, amount: int, complaints: list[str]) -> None:
    items = body.get("item_details")
    if items is None:
        return
    if not isinstance(items, list):
        complaints.append("item_details must be an array")
        return
    total = 0
    for item in items:
        if not isinstance(item, dict):
            complaints.append("item_details must hold objects")
            return
        _text(item, "name", 50, "item_details.", complaints, required=True)
        for name in ("id", "brand", "category", "merchant_name"):
            _text(item, name, 50, "item_details.", complaints)
        price, quantity = item.get("price"), _whole(item.get("quantity"))
        if not isinstance(price, int) or isinstance(price, bool):
            complaints.append("item_details.price must be a number without decimals")
        elif quantity is None or quantity < 1:
            complaints.append("item_details.quantity must be greater than or equal to 1")
        else:
            total += price * quantity
    if items and total != amount:
        complaints.append("transaction_details.gross_amount is not equal to the sum of item_details")


def _check_customer(body: JsonObject, complaints: list[str]) -> None:
    customer = _section(body, "customer_details", complaints)
    for name in ("first_name", "last_name", "email", "phone"):
        _text(customer, name, 255, "customer_details.", complaints)


def _store(body: JsonObject, complaints: list[str]) -> Store | None:
    cstore = _section(body, "cstore", complaints, required=True)
    name = _text(cstore, "store", 20, "cstore.", complaints, required=bool(cstore))
    _text(cstore, "message", 20, "cstore.", complaints)
    for line in ("alfamart_free_text_1", "alfamart_free_text_2", "alfamart_free_text_3"):
        _text(cstore, line, 40, "cstore.", complaints)
    try:
        return Store(name.lower())
    except ValueError:
        if name:
            complaints.append("cstore.store must be alfamart or indomaret")
        return None


def _acquirer(body: JsonObject, complaints: list[str]) -> str:
    name = _text(_section(body, "qris", complaints), "acquirer", 20, "qris.", complaints) or "gopay"
    if name not in {"gopay", _SHOPEE}:
        complaints.append("qris.acquirer must be gopay or airpay shopee")
    return name


def _bank(body: JsonObject, complaints: list[str]) -> str:
    section = _section(body, "bank_transfer", complaints, required=True)
    return _text(section, "bank", 20, "bank_transfer.", complaints, required=bool(section))


def _check_limits(
    channel: str, amount: int, limits: Mapping[str, tuple[int, int]], complaints: list[str]
) -> None:
    if channel not in limits:
        return
    least, greatest = limits[channel]
    if amount < least:
        complaints.append(f"transaction_details.gross_amount must be greater than or equal to {least}")
    if amount > greatest:
        complaints.append(f"transaction_details.gross_amount must be less than or equal to {greatest}")


def _life(
    body: JsonObject, payment_type: PaymentType, acquirer: str, now: datetime, complaints: list[str]
) -> timedelta:
    """What is left of the asked life, counted from `order_time`; over-long lives are trimmed."""
    usual, longest = _LIVES[payment_type]
    if acquirer == _SHOPEE:
        longest = _SHOPEE_LONGEST
    expiry = _section(body, "custom_expiry", complaints)
    if not expiry:
        return usual
    duration = _whole(expiry.get("expiry_duration"))
    unit = expiry.get("unit", "minute")
    if duration is None or not isinstance(unit, str) or unit not in _UNITS:
        complaints.append(
            "custom_expiry needs a whole expiry_duration and a unit of second, minute, hour or day"
        )
        return usual
    start = _order_time(expiry.get("order_time"), now, complaints)
    asked = min(max(duration, 0), _BEYOND_ANY_LIFE // _UNITS[unit]) * _UNITS[unit]
    left = (start - now) + asked
    if left < _SHORTEST_LIFE:
        complaints.append("custom_expiry is below minimum threshold")
        return usual
    return min(left, longest)


def _order_time(value: Json, now: datetime, complaints: list[str]) -> datetime:
    if value is None:
        return now
    try:
        return datetime.strptime(str(value), "%Y-%m-%d %H:%M:%S %z")
    except ValueError:
        complaints.append("custom_expiry.order_time must look like 2026-11-20 14:03:59 +0700")
        return now


def _echoed(body: JsonObject, complaints: list[str]) -> JsonObject:
    echoed: JsonObject = {}
    for name in ("custom_field1", "custom_field2", "custom_field3"):
        if text := _text(body, name, 255, "", complaints):
            echoed[name] = text
    if metadata := _section(body, "metadata", complaints):
        echoed["metadata"] = metadata
    return echoed
