import pytest

from pos_app.domain.catalog import free_amount
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
