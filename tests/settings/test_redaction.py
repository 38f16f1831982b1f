"""Nothing that looks like a secret gets past the last line of defence."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.settings.redaction import holds_server_key, redacted

ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
REST = st.text(ALPHABET, min_size=16, max_size=40)
PREFIX = st.sampled_from(["SB-Mid-server-", "Mid-server-", "VT-server-"])
AROUND = st.text(max_size=20)


@given(AROUND, PREFIX, REST, AROUND)
def test_a_server_key_is_struck_out_wherever_it_stands(
    before: str, prefix: str, rest: str, after: str
) -> None:
    said = redacted(f"{before}{prefix}{rest} {after}")
    assert prefix + "***" in said
    assert prefix + rest not in said
    assert holds_server_key(f"{before}{prefix}{rest}")


@given(PREFIX, REST)
def test_a_server_key_is_struck_out_as_basic_auth_carries_it(prefix: str, rest: str) -> None:
    encoded = base64.b64encode(f"{prefix}{rest}:".encode()).decode()
    for said in (redacted(f"Authorization: Basic {encoded}"), redacted(f"{{'auth': '{encoded}'}}")):
        assert encoded[20:] not in said


@pytest.mark.parametrize("secret", ["k3J-hsbD_82hsk2LKJSH82hs", "eyJhbGciOi.eyJzdWIi.SflKx"])
def test_a_bearer_is_struck_out(secret: str) -> None:
    assert secret not in redacted(f"authorization: Bearer {secret}\n")


@pytest.mark.parametrize("address", ["https://pos:{}@api.example/v2", "postgresql+psycopg://:{}@db/shop"])
@pytest.mark.parametrize("password", ["hush", "h%40u:s@h"])
def test_the_password_in_an_address_is_struck_out(address: str, password: str) -> None:
    said = redacted(f"{address.format(password)} is wrong")
    assert password not in said
    assert said.endswith("is wrong")


@pytest.mark.parametrize("text", ["http://[::1]:9100/a@b", "https://pos@db.example:5432/shop"])
def test_an_address_without_a_password_stays(text: str) -> None:
    assert redacted(text) == text


@pytest.mark.parametrize("text", ["Basic set of cutlery", "TSJ-02-261120-0218-1-k7q2m", "Rp 44.000", ""])
def test_ordinary_words_stay(text: str) -> None:
    assert redacted(text) == text
