"""The merchant whose gateway this is, and how it behaves where the documents leave a choice."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from types import MappingProxyType

PRACTICE_SERVER_KEY = "SB-Mid-server-latihan-bukan-uang-sungguhan"

_HTTP_FOR = MappingProxyType({400: 400, 401: 401, 403: 403, 405: 405, 429: 429})
_LIMITS = MappingProxyType(
    {
        "gopay": (1, 20_000_000),
        "qris": (1, 10_000_000),
        "alfamart": (1, 5_000_000),
        "indomaret": (10_000, 5_000_000),
    }
)


@dataclass(frozen=True, slots=True)
class Account:
    """Keys and the identity that QR texts and replies carry.

    The practice key is always accepted beside the configured ones; every other key gets 401.
    `merchant_name` is cut to the 25 characters of EMV tag 59; `nmid` is the national merchant id.
    `dashboard_address` gets the notifications of charges that override it with no header.
    """

    server_keys: tuple[str, ...] = ()
    merchant_id: str = "G000000001"
    merchant_name: str = "TOKO LATIHAN"
    merchant_city: str = "BANDUNG"
    postcode: str = "40284"
    nmid: str = "ID1020304050607"
    dashboard_address: str | None = None

    @property
    def all_keys(self) -> tuple[str, ...]:
        return (PRACTICE_SERVER_KEY, *self.server_keys)

    def accepts(self, key: str) -> bool:
        return any(hmac.compare_digest(key.encode(), each.encode()) for each in self.all_keys)


@dataclass(frozen=True, slots=True)
class Habits:
    """What the documents leave open (wire-facts 15), each with the assumed answer as its default.

    `http_for`: HTTP status of a body code; codes not named travel in HTTP 200 (wire-facts 4.8).
    `limits`: least and greatest amount by channel (wire-facts 9.1); `enforces_limits` turns them off.
    `expiry_lag`: how far the expiry batch runs behind (wire-facts 8).
    `override_wins`: X-Append-Notification is ignored when X-Override-Notification is there too.
    `addresses_used`: notification addresses beyond this count are ignored.
    `qr_after_end`: whether the QR picture is still served once the payment has ended.
    `indomaret_digits`: length of an Indomaret payment code, 12 to 14.
    `retry_minutes` and `retry_scale`: the waits between notification attempts, scaled so that a test
    need not wait for hours; `answer_within` is the patience for one answer, in seconds (wire-facts 7.3).
    """

    http_for: Mapping[int, int] = field(default_factory=lambda: _HTTP_FOR)
    enforces_limits: bool = True
    limits: Mapping[str, tuple[int, int]] = field(default_factory=lambda: _LIMITS)
    expiry_lag: timedelta = timedelta(0)
    override_wins: bool = False
    addresses_used: int = 3
    qr_after_end: bool = True
    indomaret_digits: int = 12
    retry_minutes: tuple[float, ...] = (2, 10, 30, 90, 210)
    retry_scale: float = 1.0
    answer_within: float = 15.0
    idempotency_life: timedelta = timedelta(minutes=5)
