"""Midtrans's Core API without input or output: requests, replies, signatures. Standard library only."""

from pos_app.midtrans.wire.facts import IDEMPOTENCY_KEY, base_url, is_of_our_age, path_of
from pos_app.midtrans.wire.reply import UnreadableError, hear, read
from pos_app.midtrans.wire.request import compose, compose_refund
from pos_app.midtrans.wire.signature import is_signed, signature

__all__ = [
    "IDEMPOTENCY_KEY",
    "UnreadableError",
    "base_url",
    "compose",
    "compose_refund",
    "hear",
    "is_of_our_age",
    "is_signed",
    "path_of",
    "read",
    "signature",
]
