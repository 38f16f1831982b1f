from __future__ import annotations

import base64

from hypothesis import given
from hypothesis import strategies as st

from pos_app.notices import address
from pos_app.relay import capability


def test_a_secret_is_32_random_bytes_as_text() -> None:
    secret = address.make_secret()
    assert len(base64.urlsafe_b64decode(secret + "=")) == 32
    assert secret != address.make_secret()


def test_a_mailbox_is_named_by_its_secret() -> None:
    """Computed with `printf rahasia | openssl dgst -sha256 -binary | base32`."""
    assert address.mailbox_id("rahasia") == "kqpjqqid2qezxobygbimk3krdz"


@given(st.text(st.characters(codec="utf-8")))
def test_the_relay_finds_the_same_mailbox(secret: str) -> None:
    assert address.mailbox_id(secret) == capability.mailbox_id(secret)
    assert capability.is_mailbox_id(address.mailbox_id(secret))


def test_the_notification_address() -> None:
    expected = f"https://relay.example/n/{address.mailbox_id('rahasia')}"
    assert address.notification_url("https://relay.example", "rahasia") == expected
    assert address.notification_url("https://relay.example/", "rahasia") == expected
