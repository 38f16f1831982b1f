from __future__ import annotations

import json

import pytest

from pos_app.domain.evidence import TransactionStatus
from pos_app.midtrans import wire
from tests.midtrans.recorded import recorded

KEY_OF_STORES = "SB-Mid-server-TOq1a2AVuiyhhOjvfs3U_KeO"
KEY_OF_QRIS = "SB-Mid-server-GwUP_WGbJPXsDzsNEBRs8IYA"

PUBLISHED = [
    (
        *("order-101o-1578557780", "200", "162500.00", KEY_OF_STORES),
        (
            "6fd1210e6e4b60d7cc3862780016b110f9d3d56e291172c69b0bbfd60d380be2"
            "2ad02f1d48bbabeeb81a882d7abbd3d6fa94207bede9132adc1a773489dfd0c8"
        ),
    ),
    (
        *("order-101n-1578557719", "200", "44000.00", KEY_OF_STORES),
        (
            "82faa4ab71128bf8f1b13359003688409e5656bae0bb2f39669f7685e3af26ce"
            "6f676384fd05cca9349d155ab8b08789761cb399e5530bf2e68d414b8856be0d"
        ),
    ),
    (
        *("order102", "200", "789000.00", KEY_OF_QRIS),
        (
            "5d40504728eb96686bd5926299768a6496547f70dbd1e19d583ef4e780fe9dd5"
            "c38d0db45ec0f06dafa5c56caa6cf8358ead1523882b5fb3e102c52345d41850"
        ),
    ),
    (
        *("order-id-node-1541395013", "200", "200000.00", KEY_OF_QRIS),
        (
            "d302bfcb2db008f17343e4c3b56cb20a0b22d0951ede6a7cdbfcd31f4a5d0d89"
            "d0a5230c333dd2fc5803cfbe8567ad146fb3c574d4050a87b4d81661e5d870de"
        ),
    ),
    (
        *("ruby-lib-test-1633926689", "201", "10000.00", "SB-Mid-server-uQmMImQMeo0Ky3Svl90QTUj2"),
        (
            "412c0a69df9c74d05666ffb079d09b404e3d596b927dbb027bd470d072401a76"
            "7b0f9ad4659248118979ce274e5bcec3dd683abf9e279ce001eab67f49de5866"
        ),
    ),
    (
        *("1111", "200", "100000.00", "askvnoibnosifnboseofinbofinfgbiufglnbfg"),
        (
            "edc076b21793ebe3e17926350f5b8ae67d902fe657b3d0aa31b932d5c127e237"
            "5d308a2bc94f3265ac2d80a1f181a79b997ac178a236fcff35af263fc4d4c231"
        ),
    ),
    (
        *("Postman-1578568851", "200", "10000.00", "VT-server-HJMpl9HLr_ntOKt5mRONdmKj"),
        (
            "e78e2223638cb60dbdbc88d23deb9b927ac41be7263ab38758605bac834dc254"
            "25705543707504bfef0802914cfa3f5f538fa308d1f9086211c420e7892ba2ba"
        ),
    ),
]


@pytest.mark.parametrize(("order_id", "code", "amount", "key", "expected"), PUBLISHED)
def test_the_published_signatures(order_id: str, code: str, amount: str, key: str, expected: str) -> None:
    assert wire.signature(order_id, code, amount, key) == expected
    assert wire.is_signed(expected, order_id=order_id, status_code=code, gross_amount=amount, server_key=key)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("alfamart-notification-2020", KEY_OF_STORES),
        ("indomaret-notification-2020", KEY_OF_STORES),
        ("qris-notification-2021", KEY_OF_QRIS),
    ],
)
def test_recorded_notifications_verify_with_their_own_key_alone(name: str, key: str) -> None:
    body = recorded(name)
    heard = wire.hear(body, key)
    assert heard is not None
    assert heard.signed
    assert heard.reading.status is TransactionStatus.SETTLEMENT
    assert heard.reading.http_status is None
    for other in (*{KEY_OF_STORES, KEY_OF_QRIS} - {key}, "", key + " "):
        foreign = wire.hear(body, other)
        assert foreign is not None
        assert not foreign.signed


def test_a_sample_signed_with_an_unknown_key_does_not_verify() -> None:
    heard = wire.hear(recorded("gopay-notification-2019"), KEY_OF_QRIS)
    assert heard is not None
    assert not heard.signed


def changed(**changes: object) -> str:
    fields = json.loads(recorded("qris-notification-2021")) | changes
    return json.dumps({name: value for name, value in fields.items() if value is not ...})


@pytest.mark.parametrize(
    "body",
    [
        changed(signature_key=...),
        changed(signature_key=""),
        changed(signature_key=None),
        changed(signature_key="0" * 128),
        changed(signature_key="tanda tangan ✍"),
        changed(signature_key=PUBLISHED[2][4].upper()),
        changed(signature_key=PUBLISHED[2][4][:64]),
        changed(signature_key=PUBLISHED[2][4] + "0"),
        changed(signature_key=[PUBLISHED[2][4]]),
        changed(order_id="order103"),
        changed(gross_amount="789000"),
        changed(gross_amount="789000.0"),
        changed(gross_amount="0789000.00"),
        changed(gross_amount=789000),
        changed(gross_amount=789000.00),
        changed(gross_amount=...),
        changed(status_code=200),
        changed(status_code="201"),
        changed(status_code=...),
    ],
)
def test_nothing_else_is_signed(body: str) -> None:
    heard = wire.hear(body, KEY_OF_QRIS)
    assert heard is not None
    assert not heard.signed


def test_moving_a_digit_between_the_signed_texts_is_seen_in_the_amount() -> None:
    """The texts run together without a mark between them, so `order1` + `02200` signs as `order102` + `200`."""
    body = changed(order_id="order10", status_code="2200")
    heard = wire.hear(body, KEY_OF_QRIS)
    assert heard is not None
    assert heard.reading.code != 200


def test_the_order_and_the_words_outside_the_signature_do_not_matter() -> None:
    heard = wire.hear(changed(payment_type="gopay", new_field={"a": [1]}, merchant_id=...), KEY_OF_QRIS)
    assert heard is not None
    assert heard.signed


@pytest.mark.parametrize("body", ["", "null", "[]", "{}", '{"order_id":""}', '{"order_id":7}', "salam"])
def test_what_names_no_order_says_nothing(body: str) -> None:
    assert wire.hear(body, KEY_OF_QRIS) is None


def test_a_notification_that_contradicts_itself_says_nothing() -> None:
    body = recorded("qris-notification-2021").rstrip().removesuffix("}") + ',"transaction_status":"pending"}'
    assert wire.hear(body, KEY_OF_QRIS) is None


def test_a_huge_notification_is_not_even_parsed() -> None:
    assert wire.hear(changed(padding="x" * 65_536), KEY_OF_QRIS) is None
    padded = recorded("qris-notification-2021") + " " * 60_000
    heard = wire.hear(padded, KEY_OF_QRIS)
    assert heard is not None
    assert heard.signed
