from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.evidence import FraudStatus, Reading, TransactionStatus
from pos_app.domain.money import ZERO, Rupiah
from pos_app.midtrans import wire
from tests.midtrans.recorded import recorded

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
known_fields = st.sampled_from(
    [
        *("status_code", "transaction_status", "fraud_status", "order_id", "transaction_id", "gross_amount"),
        *("transaction_time", "expiry_time", "expire_time", "settlement_time", "actions", "qr_string"),
        *("payment_code", "validation_messages", "refund_amount", "channel_response_code", "signature_key"),
    ]
)


def read(**fields: object) -> Reading:
    return wire.read(json.dumps(fields), 200)


def test_the_gopay_charge_of_2019() -> None:
    assert wire.read(recorded("gopay-charge-2019"), 200) == Reading(
        code=201,
        http_status=200,
        status=TransactionStatus.PENDING,
        fraud=FraudStatus.ACCEPT,
        order_id="order-101h-1570513296",
        transaction_id="231c79c5-e39e-4993-86da-cadcaee56c1d",
        gross_amount=Rupiah(44_000),
        currency="IDR",
        transaction_time=datetime(2019, 10, 8, 5, 41, 36, tzinfo=UTC),
        qr_picture_url="https://api.sandbox.veritrans.co.id/v2/gopay/231c79c5-e39e-4993-86da-cadcaee56c1d/qr-code",
        message="GO-PAY transaction is created",
    )


def test_the_gopay_charge_of_2017_tells_no_fraud_status() -> None:
    reading = wire.read(recorded("gopay-charge-2017"), 200)
    assert (reading.fraud, reading.channel_code, reading.channel_message) == (
        FraudStatus.ABSENT,
        "200",
        "Success",
    )
    assert reading.qr_picture_url.endswith("/v2/gopay/e48447d1-cfa9-4b02-b163-2e915d4417ac/qr-code")


def test_the_qris_charge_of_2021_brings_the_text() -> None:
    reading = wire.read(recorded("qris-charge-2021"), 200)
    assert reading.qr_text.endswith("6304A623")
    assert reading.gross_amount == 789_000


def test_the_alfamart_charge_of_2020() -> None:
    reading = wire.read(recorded("alfamart-charge-2020"), 200)
    assert reading.payment_code == "8127740588870520"
    assert reading.fraud is FraudStatus.ACCEPT


def test_the_indomaret_charge_of_2020() -> None:
    reading = wire.read(recorded("indomaret-charge-2020"), 200)
    assert reading.payment_code == "578112341234"
    assert reading.fraud is FraudStatus.ABSENT


@pytest.mark.parametrize(
    ("fields", "http_status", "code"),
    [
        ({"status_code": "407"}, 200, 407),
        ({"status_code": 412}, 200, 412),
        ({"status_code": None}, 401, 401),
        ({"message": "API rate limit exceeded"}, 429, 429),
        ({}, 202, 202),
        ({"status_code": "2OO"}, 200, 0),
        ({"status_code": 200.0}, 200, 0),
        ({"status_code": True}, 200, 0),
        ({"status_code": ["200"]}, 200, 0),
        ({"status_code": "２００"}, 200, 0),
        ({"status_code": ""}, 200, 0),
    ],
)
def test_the_bodys_code_goes_before_the_http_status(
    fields: dict[str, object], http_status: int, code: int
) -> None:
    reading = wire.read(json.dumps(fields), http_status)
    assert (reading.code, reading.http_status) == (code, http_status)


@pytest.mark.parametrize("raw", ["", " ", "<html>busy</html>", "null", "[]", '"200"', '{"status_code":"20'])
def test_202_and_429_speak_without_a_body(raw: str) -> None:
    for http_status in (202, 429):
        assert wire.read(raw, http_status) == Reading(code=http_status, http_status=http_status)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "<html>502</html>",
        "null",
        "[]",
        "200",
        '{"status_code":"201","transaction_st',
        '{"status_code":NaN}',
        '{"status_code":"200","status_code":"201"}',
        '{"a":{"b":1,"b":2}}',
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"a":"\x00"}',
    ],
)
@pytest.mark.parametrize("http_status", [200, 403, 404, 502])
def test_what_says_nothing_is_unreadable(raw: str, http_status: int) -> None:
    with pytest.raises(wire.UnreadableError):
        wire.read(raw, http_status)


def test_a_field_said_twice_alike_is_no_contradiction() -> None:
    assert wire.read('{"status_code":"200","status_code":"200"}', 200).code == 200


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert wire.read('\ufeff{"status_code":"201"}', 200).code == 201


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ('"44000.00"', 44_000),
        ('"44000"', 44_000),
        ("44000", 44_000),
        ("44000.00", 44_000),
        ('"0.00"', 0),
        ('"999999999999.00"', 999_999_999_999),
    ],
)
def test_whole_rupiah_are_read_as_written(written: str, amount: int) -> None:
    assert wire.read(f'{{"gross_amount":{written}}}', 200).gross_amount == amount


@pytest.mark.parametrize(
    "written",
    [
        *(
            '"44000.50"',
            '"44000.0"',
            '"44000."',
            '"44.000"',
            '"44,000.00"',
            '"-44000.00"',
            '"+1"',
            '" 1"',
            '"1 "',
        ),
        *(
            '"1e5"',
            "1e5",
            "4.4e4",
            "-1",
            '"NaN"',
            '"Infinity"',
            '"1_000"',
            '"１２５"',
            '"1000000000000"',
            '""',
        ),
        *("null", "true", "[44000]", '{"a":1}', '"44000.00\\n"', "1" * 5_000),
    ],
)
def test_anything_else_is_no_amount(written: str) -> None:
    assert wire.read(f'{{"gross_amount":{written}}}', 200).gross_amount is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2020-01-09 15:16:19", datetime(2020, 1, 9, 8, 16, 19, tzinfo=UTC)),
        ("2024-01-01 00:00:00", datetime(2023, 12, 31, 17, 0, 0, tzinfo=UTC)),
        ("9999-12-31 23:59:59", None),
        ("0001-01-02 00:00:00", None),
        ("0001-01-01 00:00:00", None),
        ("2024-02-30 00:00:00", None),
        ("2024-02-20T00:00:00", None),
        ("2024-02-20 00:00:00 +0700", None),
        ("２０２４-02-20 00:00:00", None),
        ("", None),
    ],
)
def test_times_are_western_indonesian(text: str, moment: datetime | None) -> None:
    reading = read(transaction_time=text, settlement_time=text, expiry_time=text)
    assert [reading.transaction_time, reading.settlement_time, reading.expiry_time] == [moment] * 3


def test_a_misspelt_expiry_is_understood() -> None:
    assert read(expire_time="2023-01-05 11:01:39").expiry_time == datetime(2023, 1, 5, 4, 1, 39, tzinfo=UTC)


FIRST = {"name": "generate-qr-code", "url": "https://a/1"}
SECOND = {"name": "generate-qr-code-v2", "url": "https://a/2"}


@pytest.mark.parametrize(
    ("actions", "url"),
    [
        ([SECOND, FIRST], "https://a/1"),
        ([SECOND], "https://a/2"),
        ([{"name": "generate-qr-code", "url": None}, SECOND], "https://a/2"),
        ([None, 1, "x", [], {}, FIRST], "https://a/1"),
        ([{"name": "cancel", "url": "https://a/3"}], ""),
        ([], ""),
        (None, ""),
        ("generate-qr-code", ""),
        (FIRST, ""),
    ],
)
def test_the_picture_is_found_by_name(actions: object, url: str) -> None:
    assert read(actions=actions).qr_picture_url == url


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        ("010811223344", "010811223344"),
        ("1" * 32, "1" * 32),
        ("1" * 33, ""),
        ("", ""),
        ("1234-5678", ""),
        (" 1234", ""),
        ("１２３４", ""),
        (8127740588870520, ""),
    ],
)
def test_a_payment_code_is_text_of_digits(code: object, kept: str) -> None:
    assert read(payment_code=code).payment_code == kept


@pytest.mark.parametrize("ident", ["../x", "a b", "x" * 65, "", 5])
def test_a_transaction_id_fits_into_an_address(ident: object) -> None:
    assert read(transaction_id=ident).transaction_id == ""


def test_unknown_words_are_data() -> None:
    reading = read(transaction_status="on_hold", fraud_status="perhaps", anything={"deep": [1.5]})
    assert (reading.status, reading.fraud) == (TransactionStatus.UNKNOWN, FraudStatus.UNKNOWN)


def test_words_that_are_no_text_are_absent() -> None:
    reading = read(transaction_status=200, fraud_status=None, order_id=7, currency=["IDR"])
    assert reading == Reading(code=200, http_status=200)


def test_an_error_tells_its_complaints() -> None:
    raw = (
        '{"status_code":"400","status_message":"One or more parameters in the payload is invalid.",'
        '"validation_messages":["transaction_details.gross_amount is not equal to the sum of item_details",1],'
        '"id":"301c2013-7329-4155-a1c2-a302fed6ded7"}'
    )
    reading = wire.read(raw, 400)
    assert reading.complaints == ("transaction_details.gross_amount is not equal to the sum of item_details",)
    assert reading.message == "One or more parameters in the payload is invalid."
    assert reading.status is TransactionStatus.ABSENT


def test_a_lone_complaint_is_one_too() -> None:
    assert read(validation_messages="too long").complaints == ("too long",)


def test_refunds_and_denials() -> None:
    assert read(refund_amount="10000.00").refunded == 10_000
    assert read(refund_amount="some").refunded == ZERO
    assert read(channel_response_code=900).channel_code == "900"


def test_every_text_can_be_stored() -> None:
    reading = wire.read('{"status_message":"a\\ud800b\\u0000c"}', 200)
    assert reading.message == "a?b\ufffdc"


@given(st.dictionaries(known_fields | st.text(), json_values), st.sampled_from([200, 404, 500]))
def test_no_object_breaks_the_reader(fields: dict[str, object], http_status: int) -> None:
    raw = json.dumps(fields)
    try:
        reading = wire.read(raw, http_status)
    except wire.UnreadableError:
        assert "NaN" in raw or "Infinity" in raw
    else:
        repr(reading).encode()
    wire.hear(raw, "key")


@given(st.text())
def test_no_text_breaks_the_reader(raw: str) -> None:
    wire.hear(raw, "key")
    assert wire.read(raw, 429).code == 429
