from pos_app.domain.catalog import Found, Product
from pos_app.domain.money import Rupiah
from pos_app.ui.cashier.result_rows import AmountRow, rows_of

WATER = Product("a", "Air Mineral 1500 ml", "8990103200024", Rupiah(7_000))
TEA = Product("t", "Teh 1500", "8990103200031", Rupiah(5_000))


def test_digits_that_are_in_no_product_are_an_amount() -> None:
    assert rows_of(Found("44000", (), 0, 43)) == (AmountRow(Rupiah(44_000)),)


def test_digits_that_are_in_a_product_too_can_still_be_an_amount() -> None:
    assert rows_of(Found("1500", (WATER, TEA), 2, 43)) == (WATER, AmountRow(Rupiah(1_500)), TEA)


def test_words_are_no_amount() -> None:
    assert rows_of(Found("air", (WATER,), 1, 43)) == (WATER,)
    assert rows_of(Found("sarden", (), 0, 43)) == ()
