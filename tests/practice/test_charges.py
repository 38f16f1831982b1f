from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.practice.account import Habits
from pos_app.practice.charges import InvalidChargeError, UnknownChannelError, read_charge, reads_as_indomaret
from pos_app.practice.ledger import Store
from pos_app.practice.wire import Json, JsonObject
from tests.practice.caller import HandClock, charge_body, store_body

_NOW = HandClock().now
_HABITS = Habits()


def _complaints(body: JsonObject) -> str:
    with pytest.raises(InvalidChargeError) as caught:
        read_charge(body, _NOW, _HABITS)
    return "; ".join(caught.value.complaints)


def _items(*prices: int) -> Json:
    return [{"name": "Beras 5 kg", "price": price, "quantity": 1} for price in prices]


@pytest.mark.parametrize("amount", [44_000, "44000"])
def test_whole_amounts_are_taken_as_numbers_and_as_digits(amount: Json) -> None:
    assert read_charge(charge_body(amount=amount), _NOW, _HABITS).amount == 44_000


@pytest.mark.parametrize("amount", [0, -5, 39.10, "39.10", True, None, "", [], "9" * 5000])
def test_other_amounts_are_refused(amount: Json) -> None:
    assert "gross_amount" in _complaints(charge_body(amount=amount))


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: {"transaction_details": {}}, "payment_type is required"),
        (lambda: {"payment_type": "gopay"}, "transaction_details is required"),
        (lambda: charge_body(order_id="x" * 51), "transaction_details.order_id too long"),
        (lambda: charge_body(item_details=_items(40_000, 3_000)), "not equal to the sum of item_details"),
        (lambda: charge_body(item_details=[{"name": "x" * 51, "price": 44_000, "quantity": 1}]), "too long"),
        (lambda: charge_body(item_details=[{"name": "x", "price": 1.5, "quantity": 1}]), "without decimals"),
        (lambda: charge_body(item_details=[{"name": "x", "price": 1, "quantity": 0}]), "quantity"),
        (lambda: charge_body(item_details="none"), "must be an array"),
        (lambda: charge_body(item_details=["x"]), "must hold objects"),
        (lambda: charge_body(customer_details={"phone": "1" * 256}), "customer_details.phone too long"),
        (lambda: charge_body(customer_details="Budi"), "customer_details must be an object"),
        (lambda: charge_body(custom_field1="x" * 256), "custom_field1 too long"),
        (lambda: charge_body("qris", qris={"acquirer": "other"}), "qris.acquirer"),
        (lambda: charge_body("cstore"), "cstore is required"),
        (lambda: store_body("warung"), "alfamart or indomaret"),
        (
            lambda: charge_body("cstore", cstore={"store": "alfamart", "message": "x" * 21}),
            "cstore.message too long",
        ),
        (lambda: charge_body("qris", 10_000_001), "less than or equal to 10000000"),
        (lambda: store_body("indomaret", 9_999), "greater than or equal to 10000"),
        (lambda: charge_body(custom_expiry={"expiry_duration": "soon"}), "custom_expiry needs"),
        (lambda: charge_body(custom_expiry={"expiry_duration": 5, "unit": "week"}), "custom_expiry needs"),
        (lambda: charge_body(custom_expiry={"expiry_duration": 19, "unit": "second"}), "minimum threshold"),
        (lambda: charge_body(custom_expiry={"expiry_duration": 5, "order_time": "today"}), "order_time"),
    ],
)
def test_what_is_wrong_is_said(make: Callable[[], JsonObject], complaint: str) -> None:
    assert complaint in _complaints(make())


def test_everything_wrong_is_said_at_once() -> None:
    said = _complaints(charge_body(amount=0, order_id="x" * 51, custom_field2="x" * 300))
    assert "gross_amount" in said
    assert "order_id" in said
    assert "custom_field2" in said


def test_a_discount_is_a_line_with_a_negative_price() -> None:
    assert read_charge(charge_body(item_details=_items(50_000, -6_000)), _NOW, _HABITS).amount == 44_000


def test_limits_can_be_turned_off() -> None:
    asked = read_charge(charge_body(amount=100_000_000), _NOW, Habits(enforces_limits=False))
    assert asked.amount == 100_000_000


@pytest.mark.parametrize(
    ("body", "life"),
    [
        (charge_body("gopay"), timedelta(minutes=15)),
        (charge_body("qris"), timedelta(minutes=15)),
        (store_body("alfamart"), timedelta(days=1)),
        (charge_body(custom_expiry={"expiry_duration": 20, "unit": "second"}), timedelta(seconds=20)),
        (charge_body(custom_expiry={"expiry_duration": "30"}), timedelta(minutes=30)),
        (charge_body(custom_expiry={"expiry_duration": 400, "unit": "day"}), timedelta(days=7)),
        (
            charge_body(
                "qris",
                qris={"acquirer": "airpay shopee"},
                custom_expiry={"expiry_duration": 9, "unit": "day"},
            ),
            timedelta(days=5),
        ),
        (
            charge_body(
                custom_expiry={
                    "order_time": "2026-11-20 13:59:30 +0700",
                    "expiry_duration": 60,
                    "unit": "second",
                }
            ),
            timedelta(seconds=30),
        ),
    ],
)
def test_how_long_a_payment_lives(body: JsonObject, life: timedelta) -> None:
    assert read_charge(body, _NOW, _HABITS).expires_at - _NOW == life


def test_an_old_order_time_eats_the_life_up() -> None:
    expiry: Json = {"order_time": "2026-11-20 13:59:30 +0700", "expiry_duration": 40, "unit": "second"}
    assert "minimum threshold" in _complaints(charge_body(custom_expiry=expiry))


@given(duration=st.integers(), unit=st.sampled_from(["second", "minute", "hour", "day"]))
def test_no_expiry_is_too_odd_to_be_answered(duration: int, unit: str) -> None:
    body = charge_body(custom_expiry={"expiry_duration": duration, "unit": unit})
    try:
        asked = read_charge(body, _NOW, _HABITS)
    except InvalidChargeError:
        return
    assert timedelta(seconds=20) <= asked.expires_at - _NOW <= timedelta(days=7)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(
    st.dictionaries(
        st.sampled_from(
            [
                "transaction_details",
                "item_details",
                "customer_details",
                "custom_expiry",
                "cstore",
                "qris",
                "metadata",
            ]
        ),
        _json,
    ),
    st.sampled_from(["gopay", "qris", "cstore", "bank_transfer", "credit_card"]),
)
def test_any_json_gets_an_answer(parts: JsonObject, payment_type: str) -> None:
    try:
        read_charge({**charge_body(payment_type), **parts}, _NOW, _HABITS)
    except InvalidChargeError as refused:
        assert refused.complaints


def test_an_unknown_payment_type_is_a_channel_that_the_merchant_lacks() -> None:
    with pytest.raises(UnknownChannelError):
        read_charge(charge_body("shopeepay"), _NOW, _HABITS)


def test_the_store_is_read_in_any_case() -> None:
    assert read_charge(store_body("Indomaret"), _NOW, _HABITS).store is Store.INDOMARET
    assert reads_as_indomaret(store_body("Indomaret"))
    assert not reads_as_indomaret(store_body("alfamart"))
    assert not reads_as_indomaret(charge_body())


def test_custom_fields_and_metadata_are_kept_for_the_echo() -> None:
    body = charge_body(custom_field1="kasir 2", metadata={"till": 2})
    assert read_charge(body, _NOW, _HABITS).echoed == {"custom_field1": "kasir 2", "metadata": {"till": 2}}
