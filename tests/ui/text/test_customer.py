from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.cart import Totals
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.ui.text.customer import grouped_code, methods_sentence, other_ways, totals_rows

ID, EN = Language.INDONESIAN, Language.ENGLISH
ALL = (Method.CASH, Method.GOPAY, Method.ALFAMART, Method.INDOMARET)


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("methods", "sentence"),
    [
        (ALL, "Bayar tunai, GoPay / QRIS, atau di Alfamart dan Indomaret"),
        ((Method.CASH, Method.QRIS), "Bayar tunai atau GoPay / QRIS"),
        ((Method.GOPAY, Method.INDOMARET), "Bayar GoPay / QRIS, atau di Indomaret"),
        ((Method.ALFAMART, Method.INDOMARET), "Bayar di Alfamart dan Indomaret"),
        ((Method.CASH,), "Bayar tunai"),
        ((Method.GOPAY, Method.QRIS), "Bayar GoPay / QRIS"),
        ((), ""),
    ],
)
def test_only_what_the_shop_takes_is_named(methods: Iterable[Method], sentence: str) -> None:
    assert _plain(methods_sentence(tuple(methods), ID)) == sentence


@pytest.mark.parametrize(
    ("methods", "sentence"),
    [
        (ALL, "Pay by cash, GoPay / QRIS, or at Alfamart and Indomaret"),
        ((Method.CASH, Method.QRIS), "Pay by cash or GoPay / QRIS"),
        ((Method.GOPAY, Method.INDOMARET), "Pay by GoPay / QRIS, or at Indomaret"),
        ((Method.ALFAMART, Method.INDOMARET), "Pay at Alfamart and Indomaret"),
        ((Method.CASH,), "Pay by cash"),
        ((), ""),
    ],
)
def test_the_ways_in_english(methods: Iterable[Method], sentence: str) -> None:
    assert _plain(methods_sentence(tuple(methods), EN)) == sentence


COUNTER = {
    (): ("", ""),
    (Method.CASH,): ("tunai", "by cash"),
    (Method.GOPAY,): ("GoPay / QRIS", "by GoPay / QRIS"),
    (Method.CASH, Method.QRIS): ("tunai atau GoPay / QRIS", "by cash or GoPay / QRIS"),
}
STORES = {
    (): ("", ""),
    (Method.ALFAMART,): ("dengan kode di Alfamart", "with a code at Alfamart"),
    (Method.INDOMARET,): ("dengan kode di Indomaret", "with a code at Indomaret"),
    (Method.ALFAMART, Method.INDOMARET): (
        "dengan kode di Alfamart dan Indomaret",
        "with a code at Alfamart and Indomaret",
    ),
}


@pytest.mark.parametrize("stores", STORES)
@pytest.mark.parametrize("counter", COUNTER)
def test_the_other_ways_are_one_sentence_whatever_they_are(
    counter: tuple[Method, ...], stores: tuple[Method, ...]
) -> None:
    known = zip((ID, EN), COUNTER[counter], STORES[stores], strict=True)
    for language, at_the_counter, at_stores in known:
        ways = [part for part in (at_the_counter, at_stores) if part]
        begun = {ID: "Bisa juga membayar", EN: "You can also pay"}[language]
        joined = {ID: ", atau ", EN: ", or "}[language].join(ways)
        sentence = f"{begun} {joined}." if ways else ""
        assert _plain(other_ways((*counter, *stores), None, language)) == sentence


def test_after_a_qr_ran_out_the_other_ways_are_named() -> None:
    told = _plain(other_ways(ALL, Method.QRIS, ID))
    assert told == "Bisa juga membayar tunai, atau dengan kode di Alfamart dan Indomaret."
    assert other_ways((Method.GOPAY,), Method.QRIS, ID) == ""
    told = _plain(other_ways(ALL, Method.ALFAMART, EN))
    assert told == "You can also pay by cash or GoPay / QRIS, or with a code at Indomaret."


@given(st.text("0123456789", min_size=1, max_size=32))
def test_a_code_is_grouped_by_four_and_loses_no_digit(code: str) -> None:
    lines = grouped_code(code)
    groups = " ".join(lines).split(" ")
    assert "".join(groups) == code
    assert all(len(group) == 4 for group in groups[:-1])
    assert 1 <= len(groups[-1]) <= 4
    assert len(lines) <= 3


def test_a_long_code_takes_two_lines() -> None:
    assert grouped_code("8123456789014320") == ("8123 4567", "8901 4320")
    assert grouped_code("00123456789012") == ("0012 3456", "7890 12")
    assert grouped_code("81234567") == ("8123 4567",)


def test_totals_are_taken_apart_only_where_there_is_something_to_say() -> None:
    assert totals_rows(Totals(Rupiah(44_000), Rupiah(0), Rupiah(0)), ID) == ()
    rows = totals_rows(Totals(Rupiah(193_500), Rupiah(3_500), Rupiah(20_900)), ID)
    assert rows == (("Subtotal", "193.500"), ("Diskon", "−3.500"), ("PPN", "20.900"))
    rows = totals_rows(Totals(Rupiah(100_000), Rupiah(0), Rupiah(11_000)), EN)
    assert rows == (("Subtotal", "100.000"), ("VAT", "11.000"))
