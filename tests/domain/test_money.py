import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.money import MINUS, NO_BREAK_SPACE, Rupiah

amounts = st.integers(-(10**12), 10**12)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "Rp 0"),
        (44_000, "Rp 44.000"),
        (210_900, "Rp 210.900"),
        (-3_500, "−Rp 3.500"),
        (1_250_000, "Rp 1.250.000"),
    ],
)
def test_an_amount_is_written_one_way(amount: int, text: str) -> None:
    assert Rupiah(amount).text == text.replace(" ", NO_BREAK_SPACE)


def test_columns_drop_the_currency_and_keep_the_true_minus() -> None:
    assert Rupiah(-3_500).grouped == f"{MINUS}3.500"


@given(amounts)
def test_the_digits_survive_grouping(amount: int) -> None:
    assert int(Rupiah(amount).grouped.replace(".", "").replace(MINUS, "-")) == amount


@given(amounts, amounts)
def test_arithmetic_stays_rupiah(left: int, right: int) -> None:
    for result in (
        Rupiah(left) + right,
        left + Rupiah(right),
        Rupiah(left) - right,
        Rupiah(left) * 3,
        -Rupiah(left),
    ):
        assert type(result) is Rupiah
    assert sum([Rupiah(left), Rupiah(right)], Rupiah(0)) == left + right


@pytest.mark.parametrize("wrong", [1.0, "44000", True, None])
def test_nothing_but_a_whole_number_is_money(wrong: object) -> None:
    with pytest.raises(TypeError):
        Rupiah(wrong)  # type: ignore[arg-type]  # the point of the test
