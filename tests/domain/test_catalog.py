import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.catalog import free_amount
from pos_app.domain.money import Rupiah


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("44000", 44_000),
        ("44.000", 44_000),
        ("1.250.000", 1_250_000),
        (" 1 ", 1),
        ("99999999", 99_999_999),
        ("99.999.999", 99_999_999),
    ],
)
def test_typed_digits_are_an_amount(text: str, amount: int) -> None:
    assert free_amount(text) == Rupiah(amount)


@pytest.mark.parametrize(
    "text", ["", "0", "000", "8990417300018", "123456789", "-5", "4e4", "４４０００", "12,5", "susu"]
)
def test_other_texts_are_none(text: str) -> None:
    assert free_amount(text) is None


@pytest.mark.parametrize(
    "text",
    ["12.5", "44.00", "..5", "5.", ".500", "1..000", "1.0000", "1250.000", "0.500", "100.000.000", "1. 000"],
)
def test_dots_that_stand_between_no_thousands_make_no_amount(text: str) -> None:
    assert free_amount(text) is None


@given(st.integers(1, 99_999_999))
def test_an_amount_is_read_as_it_is_written_and_as_it_is_printed(amount: int) -> None:
    assert free_amount(str(amount)) == Rupiah(amount)
    assert free_amount(Rupiah(amount).grouped) == Rupiah(amount)


@given(st.text("0123456789.", max_size=12))
def test_dots_mean_thousands_or_nothing(text: str) -> None:
    amount = free_amount(text)
    if amount is not None and "." in text:
        assert text == amount.grouped
