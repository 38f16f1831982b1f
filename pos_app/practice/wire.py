"""JSON and the two time formats of the gateway."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta, timezone
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = dict[str, Json]

JAKARTA = timezone(timedelta(hours=7))


def utc_now() -> datetime:
    return datetime.now(UTC)


def jakarta_text(moment: datetime) -> str:
    """`2026-11-20 14:03:59`, Jakarta time with no offset in the text (wire-facts 11)."""
    return f"{moment.astimezone(JAKARTA):%Y-%m-%d %H:%M:%S}"


def amount_text(rupiah: int) -> str:
    """`44000.00`: every amount the gateway writes has two decimals (wire-facts 4.1)."""
    return f"{rupiah}.00"


def signature_key(order_id: str, status_code: str, gross_amount: str, server_key: str) -> str:
    """Lower-case hex SHA-512 over the four texts run together (wire-facts 7.2)."""
    return hashlib.sha512(f"{order_id}{status_code}{gross_amount}{server_key}".encode()).hexdigest()
