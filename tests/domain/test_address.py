from __future__ import annotations

import pytest

from pos_app.domain import address


@pytest.mark.parametrize(
    "url",
    [
        "https://relay.example",
        "https://relay.example:8443/x",
        "http://127.0.0.1:1",
        "http://[::1]",
        "http://localhost",
    ],
)
def test_where_a_secret_may_go(url: str) -> None:
    assert address.may_carry_secret(url)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "http://relay.example",
            "http://10.0.0.1",
            "ws://127.0.0.1",
            "127.0.0.1:80",
            "",
            "https://",
            "http://",
        ),
        *("http://localhost.evil.example", "http://127.0.0.1@evil.example", "http://[bad"),
    ],
)
def test_where_it_may_not(url: str) -> None:
    assert not address.may_carry_secret(url)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "::1"])
def test_this_pc(host: str) -> None:
    assert address.is_this_pc(host)


@pytest.mark.parametrize(
    "host", ["", "0.0.0.0", "10.0.0.1", "::", "[::1]", "relay.example", "localhost.evil.example"]
)
def test_another_pc(host: str) -> None:
    assert not address.is_this_pc(host)
