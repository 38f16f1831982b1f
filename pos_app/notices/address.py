"""The till's secret at the relay, and the addresses that follow from it (architecture, Relay)."""

from __future__ import annotations

import base64
import hashlib
import secrets

_SECRET_BYTES = 32
_MAILBOX_ID_LENGTH = 26


def make_secret() -> str:
    """A new secret: 32 random bytes as URL-safe text. It reads the mailbox, so it belongs in the keyring."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def mailbox_id(secret: str) -> str:
    """The name of the secret's mailbox: whoever knows it can post there and not read."""
    digest = hashlib.sha256(secret.encode()).digest()
    return base64.b32encode(digest).decode().lower()[:_MAILBOX_ID_LENGTH]


def notification_url(relay_url: str, secret: str) -> str:
    """Where the gateway posts what this till shall hear."""
    return f"{relay_url.rstrip('/')}/n/{mailbox_id(secret)}"
