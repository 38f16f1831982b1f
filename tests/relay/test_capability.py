import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.relay.capability import is_mailbox_id, mailbox_id, mailbox_of, short

SECRET = "bXktc2VjcmV0LW9mLXRoaXJ0eS10d28tYnl0ZXMtaGVyZQ"


def test_the_id_of_a_known_secret() -> None:
    # Worked out with other tools: printf abc | sha256sum | cut -c1-64 | xxd -r -p | base32
    assert mailbox_id("abc") == "xj4bnp4pahh6uqkbidpf3lrceo"


@given(st.text())
def test_an_id_is_the_head_of_the_base32_of_the_hash(secret: str) -> None:
    whole = base64.b32encode(hashlib.sha256(secret.encode()).digest())
    assert whole.lower().startswith(mailbox_id(secret).encode())
    assert is_mailbox_id(mailbox_id(secret))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a" * 25,
        "a" * 27,
        "A" * 26,
        "a" * 25 + "1",
        "a" * 25 + "8",
        "a" * 25 + "é",
        "a" * 26 + "\n",
        "../" + "a" * 23,
    ],
)
def test_what_is_no_mailbox_id(text: str) -> None:
    assert not is_mailbox_id(text)


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_a_bearer_secret_opens_its_mailbox(scheme: str) -> None:
    assert mailbox_of(f"{scheme} {SECRET}") == mailbox_id(SECRET)
    assert mailbox_of(f" {scheme}   {SECRET} ") == mailbox_id(SECRET)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer ",
        f"Basic {SECRET}",
        SECRET,
        "Bearer short",
        f"Bearer {SECRET} x",
        "Bearer " + "a" * 257,
    ],
)
def test_what_opens_nothing(header: str) -> None:
    assert mailbox_of(header) is None


def test_a_log_shows_too_little_of_an_id_to_post_to_it() -> None:
    assert short(mailbox_id(SECRET)) == mailbox_id(SECRET)[:6]
