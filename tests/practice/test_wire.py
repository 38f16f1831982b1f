from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pos_app.practice.wire import amount_text, jakarta_text, signature_key

_GO = "SB-Mid-server-TOq1a2AVuiyhhOjvfs3U_KeO"
_PYTHON = "SB-Mid-server-GwUP_WGbJPXsDzsNEBRs8IYA"
_RUBY = "SB-Mid-server-uQmMImQMeo0Ky3Svl90QTUj2"


@pytest.mark.parametrize(
    ("order_id", "code", "amount", "key", "signature"),
    [
        (
            "order-101o-1578557780",
            "200",
            162500,
            _GO,
            (
                "6fd1210e6e4b60d7cc3862780016b110f9d3d56e291172c69b0bbfd60d380be2"
                "2ad02f1d48bbabeeb81a882d7abbd3d6fa94207bede9132adc1a773489dfd0c8"
            ),
        ),
        (
            "order-101n-1578557719",
            "200",
            44000,
            _GO,
            (
                "82faa4ab71128bf8f1b13359003688409e5656bae0bb2f39669f7685e3af26ce"
                "6f676384fd05cca9349d155ab8b08789761cb399e5530bf2e68d414b8856be0d"
            ),
        ),
        (
            "order102",
            "200",
            789000,
            _PYTHON,
            (
                "5d40504728eb96686bd5926299768a6496547f70dbd1e19d583ef4e780fe9dd5"
                "c38d0db45ec0f06dafa5c56caa6cf8358ead1523882b5fb3e102c52345d41850"
            ),
        ),
        (
            "ruby-lib-test-1633926689",
            "201",
            10000,
            _RUBY,
            (
                "412c0a69df9c74d05666ffb079d09b404e3d596b927dbb027bd470d072401a76"
                "7b0f9ad4659248118979ce274e5bcec3dd683abf9e279ce001eab67f49de5866"
            ),
        ),
    ],
)
def test_signatures_are_the_published_ones(
    order_id: str, code: str, amount: int, key: str, signature: str
) -> None:
    assert signature_key(order_id, code, amount_text(amount), key) == signature


def test_times_are_jakarta_without_an_offset() -> None:
    assert jakarta_text(datetime(2026, 11, 20, 17, 3, 59, tzinfo=UTC)) == "2026-11-21 00:03:59"
