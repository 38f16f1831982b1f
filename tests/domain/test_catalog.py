import pytest

from pos_app.domain.catalog import Product, barcode_match, free_amount
from pos_app.domain.money import Rupiah


@pytest.mark.parametrize(
    ("text", "amount"),
    [("44000", 44_000), ("44.000", 44_000), (" 1 ", 1), ("99999999", 99_999_999)],
)
def test_typed_digits_are_an_amount(text: str, amount: int) -> None:
    assert free_amount(text) == Rupiah(amount)


@pytest.mark.parametrize(
    "text", ["", "0", "000", "8990417300018", "123456789", "-5", "4e4", "４４０００", "12,5", "susu"]
)
def test_other_texts_are_none(text: str) -> None:
    assert free_amount(text) is None


def test_a_scan_finds_exactly_its_own_barcode() -> None:
    milk = Product("1", "Susu", "8990417300018", Rupiah(19_500))
    unlabelled = Product("2", "Telur", "", Rupiah(2_000))
    assert barcode_match((unlabelled, milk), "8990417300018") is milk
    assert barcode_match((unlabelled, milk), "0018") is None
    assert barcode_match((unlabelled, milk), "") is None
