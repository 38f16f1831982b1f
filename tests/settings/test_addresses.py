from __future__ import annotations

import pytest

from pos_app.settings.addresses import takes_posts_from_outside


@pytest.mark.parametrize(
    ("address", "takes"),
    [
        ("https://relay.example.id", True),
        ("https://relay.example.id:443/sub", True),
        ("https://relay.example.id:8443", False),
        ("https://203.0.113.7", False),
        ("https://[2001:db8::7]", False),
        ("http://localhost", False),
        ("http://127.0.0.1:8765", False),
        ("https://kasir", False),
    ],
)
def test_the_gateway_posts_to_a_name_on_the_ports_of_the_web_only(address: str, *, takes: bool) -> None:
    assert takes_posts_from_outside(address) is takes
