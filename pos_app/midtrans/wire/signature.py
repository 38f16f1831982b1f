"""Who wrote a notification: only the gateway and we know the server key (wire-facts 7.2)."""

from __future__ import annotations

import hashlib
import hmac


def signature(order_id: str, status_code: str, gross_amount: str, server_key: str) -> str:
    """Lower-case hex SHA-512 over the four texts run together, each exactly as in the body."""
    return hashlib.sha512(f"{order_id}{status_code}{gross_amount}{server_key}".encode()).hexdigest()


def is_signed(claimed: str, *, order_id: str, status_code: str, gross_amount: str, server_key: str) -> bool:
    """Whether `claimed` is the signature of these texts, compared in constant time.

    Never true where a text or the key is empty: nothing would then be proven.
    """
    if not (order_id and status_code and gross_amount and server_key):
        return False
    ours = signature(order_id, status_code, gross_amount, server_key)
    return hmac.compare_digest(ours.encode(), claimed.encode())
