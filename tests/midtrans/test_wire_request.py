from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import TypedDict, Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.charge import ChargeOrder, Item
from pos_app.domain.environment import Environment
from pos_app.domain.evidence import Call
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.midtrans import wire


class Changes(TypedDict, total=False):
    order_id: str
    method: Method
    amount: Rupiah
    items: tuple[Item, ...]
    life: timedelta
    message: str
    free_texts: tuple[str, ...]
    customer_name: str


def order(**changes: Unpack[Changes]) -> ChargeOrder:
    asked: Changes = {
        "order_id": "TSJ-02-261120-0218-1-k7q2m",
        "method": Method.GOPAY,
        "amount": Rupiah(44_000),
        "items": (Item("Kopi Susu", Rupiah(22_000), 2, "8991002101234"),),
        "life": timedelta(minutes=15),
    }
    asked.update(changes)
    return ChargeOrder(**asked)


def body(**changes: Unpack[Changes]) -> dict[str, object]:
    composed = json.loads(wire.compose(order(**changes)))
    assert isinstance(composed, dict)
    return composed


def part(composed: Mapping[str, object], name: str) -> dict[str, object]:
    found = composed[name]
    assert isinstance(found, dict)
    return found


def only_item(composed: Mapping[str, object]) -> dict[str, object]:
    items = composed["item_details"]
    assert isinstance(items, list)
    (item,) = items
    assert isinstance(item, dict)
    return item


def test_a_gopay_charge_word_for_word() -> None:
    assert wire.compose(order()) == (
        '{"payment_type":"gopay",'
        '"transaction_details":{"order_id":"TSJ-02-261120-0218-1-k7q2m","gross_amount":44000},'
        '"item_details":[{"id":"8991002101234","price":22000,"quantity":2,"name":"Kopi Susu"}],'
        '"custom_expiry":{"expiry_duration":15,"unit":"minute"}}'
    )


def test_qris_names_its_acquirer() -> None:
    composed = body(method=Method.QRIS)
    assert composed["payment_type"] == "qris"
    assert composed["qris"] == {"acquirer": "gopay"}


def test_alfamart_prints_a_message_and_three_rows() -> None:
    composed = body(
        method=Method.ALFAMART, message="Toko Sinar Jaya Abadi Makmur", free_texts=("Satu", "", "x" * 41, "4")
    )
    assert composed["payment_type"] == "cstore"
    assert composed["cstore"] == {
        "store": "alfamart",
        "message": "Toko Sinar Jaya Abad",
        "alfamart_free_text_1": "Satu",
        "alfamart_free_text_3": "x" * 40,
    }


def test_indomaret_has_no_rows_of_its_own() -> None:
    composed = body(method=Method.INDOMARET, message="Toko", free_texts=("Satu",))
    assert composed["cstore"] == {"store": "indomaret", "message": "Toko"}


def test_a_store_without_words() -> None:
    assert body(method=Method.INDOMARET)["cstore"] == {"store": "indomaret"}


def test_the_customer_is_named_only_when_known() -> None:
    assert "customer_details" not in body()
    assert body(customer_name=" Budi  Santoso ")["customer_details"] == {"first_name": "Budi Santoso"}


@pytest.mark.parametrize(
    ("life", "expiry"),
    [
        (timedelta(minutes=15), {"expiry_duration": 15, "unit": "minute"}),
        (timedelta(hours=24), {"expiry_duration": 1440, "unit": "minute"}),
        (timedelta(seconds=20), {"expiry_duration": 20, "unit": "second"}),
        (timedelta(seconds=90), {"expiry_duration": 90, "unit": "second"}),
        (timedelta(seconds=59, microseconds=1), {"expiry_duration": 1, "unit": "minute"}),
    ],
)
def test_the_life_is_said_and_our_clock_is_not(life: timedelta, expiry: dict[str, object]) -> None:
    assert body(life=life)["custom_expiry"] == expiry


def test_a_discount_is_an_item_of_its_own() -> None:
    items = (Item("Kopi", Rupiah(25_000), 2), Item("Diskon", Rupiah(-6_000), 1))
    assert part(body(items=items), "transaction_details")["gross_amount"] == 44_000


@pytest.mark.parametrize(
    "changes",
    [
        Changes(items=()),
        Changes(items=(Item("Kopi", Rupiah(43_999), 1),)),
        Changes(items=(Item("Kopi", Rupiah(44_000), 1), Item("Hadiah", Rupiah(0), 0))),
        Changes(items=(Item("Kopi", Rupiah(-44_000), -1),)),
        Changes(amount=Rupiah(0), items=()),
        Changes(amount=Rupiah(-1), items=(Item("Diskon", Rupiah(-1), 1),)),
        Changes(order_id=""),
        Changes(order_id="INV/200512/000082"),
        Changes(order_id="x" * 51),
        Changes(order_id="pesanan satu"),
        Changes(order_id="id\n"),
        Changes(method=Method.CASH),
        Changes(life=timedelta(seconds=19, milliseconds=999)),
    ],
)
def test_what_the_gateway_would_refuse_is_never_composed(changes: Changes) -> None:
    with pytest.raises(ValueError):
        wire.compose(order(**changes))


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("", "Barang"),
        (" \t\n", "Barang"),
        ("Kopi\x00\nSusu", "Kopi Susu"),
        ("\ud800Kopi", "Kopi"),
        ("x" * 51, "x" * 50),
        ("x" * 49 + "😀", "x" * 49),
        ("x" * 48 + "😀", "x" * 48 + "😀"),
        ("x" * 49 + "e\u0301", "x" * 49),
        ("x" * 46 + "👨\u200d👩", "x" * 46),
        ("x" * 49 + " y", "x" * 49),
        ("Kopi | Susu", "Kopi | Susu"),
    ],
)
def test_a_name_is_one_line_of_at_most_50(name: str, sent: str) -> None:
    assert only_item(body(items=(Item(name, Rupiah(44_000), 1),)))["name"] == sent


def test_alfamart_gets_no_bar() -> None:
    composed = body(
        method=Method.ALFAMART, items=(Item("Kopi | Susu", Rupiah(44_000), 1, "a|b"),), message="a|b"
    )
    assert "|" not in json.dumps(composed)
    assert only_item(composed)["name"] == "Kopi / Susu"


@given(name=st.text(), ident=st.text(), price=st.integers(1, 10**6), quantity=st.integers(1, 99))
def test_any_item_makes_a_body_that_the_gateway_takes(
    name: str, ident: str, price: int, quantity: int
) -> None:
    items = (Item(name, Rupiah(price), quantity, ident),)
    asked = order(items=items, amount=Rupiah(price * quantity), method=Method.ALFAMART)
    composed = wire.compose(asked)
    assert composed == wire.compose(asked)
    assert composed.isascii()
    item = only_item(json.loads(composed))
    for text in (str(item["name"]), str(item.get("id", "-"))):
        assert 1 <= len(text.encode("utf-16-le")) // 2 <= 50
        assert "|" not in text


def test_hosts_are_told_by_environment() -> None:
    assert wire.base_url(Environment.SANDBOX) == "https://api.sandbox.midtrans.com"
    assert wire.base_url(Environment.PRODUCTION) == "https://api.midtrans.com"
    with pytest.raises(ValueError, match="practice"):
        wire.base_url(Environment.PRACTICE)


def test_paths() -> None:
    assert wire.path_of(Call.CHARGE) == "/v2/charge"
    assert wire.path_of(Call.STATUS, "TSJ-02~1.a_b") == "/v2/TSJ-02~1.a_b/status"
    assert wire.path_of(Call.CANCEL, "INV/1 ?") == "/v2/INV%2F1%20%3F/cancel"
    assert wire.path_of(Call.EXPIRE, "a") == "/v2/a/expire"
    assert wire.path_of(Call.REFUND, "a") == "/v2/a/refund"


def test_a_refund() -> None:
    body = wire.compose_refund("TSJ-02-r44000", Rupiah(44_000), "Dibayar\ndua kali")
    assert json.loads(body) == {"refund_key": "TSJ-02-r44000", "amount": 44_000, "reason": "Dibayar dua kali"}
    assert body == wire.compose_refund("TSJ-02-r44000", Rupiah(44_000), "Dibayar\ndua kali")


@pytest.mark.parametrize(("key", "amount"), [("", 1), ("a b", 1), ("a.b", 1), ("a", 0), ("a", -1)])
def test_a_refund_that_can_not_be(key: str, amount: int) -> None:
    with pytest.raises(ValueError, match="refund"):
        wire.compose_refund(key, Rupiah(amount), "")


@pytest.mark.parametrize("ident", ["", ".", ".."])
def test_no_id_leads_elsewhere(ident: str) -> None:
    with pytest.raises(ValueError, match="no id"):
        wire.path_of(Call.STATUS, ident)
