import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.cart import LARGEST_TOTAL, MOST_OF_A_LINE, Cart, CartError, Line
from pos_app.domain.catalog import Product
from pos_app.domain.money import Rupiah

COFFEE = Product("k", "Kopi Susu Gula Aren 250 ml", "8990771600203", Rupiah(18_000))
NOODLES = Product("m", "Mi Goreng Instan 85 g", "8990000000017", Rupiah(3_200))


def test_the_same_product_grows_its_own_row() -> None:
    cart = Cart().add(COFFEE).add(NOODLES).add(COFFEE)
    assert [(line.name, line.quantity) for line in cart.lines] == [(COFFEE.name, 2), (NOODLES.name, 1)]
    assert cart.selected == 0
    assert cart.total == Rupiah(39_200)
    assert cart.pieces == 3


def test_a_changed_price_is_another_row() -> None:
    dearer = Product("k", COFFEE.name, COFFEE.barcode, Rupiah(19_000))
    assert len(Cart().add(COFFEE).add(dearer).lines) == 2


def test_free_amounts_never_merge() -> None:
    cart = Cart().add_amount(Rupiah(44_000), "Nominal").add_amount(Rupiah(44_000), "Nominal")
    assert len(cart.lines) == 2
    assert cart.total == Rupiah(88_000)


def test_a_row_is_removed_and_the_neighbour_is_selected() -> None:
    cart = Cart().add(COFFEE).add(NOODLES).remove(1)
    assert (len(cart.lines), cart.selected) == (1, 0)
    assert cart.remove(0).is_empty
    assert cart.remove(0).selected == -1


@pytest.mark.parametrize("quantity", [-1, 0, MOST_OF_A_LINE + 1])
def test_impossible_quantities_change_nothing(quantity: int) -> None:
    with pytest.raises(CartError):
        Cart().add(COFFEE).with_quantity(0, quantity)


@given(st.lists(st.integers(-5, 5), max_size=12))
def test_pieces_are_counted_and_the_last_one_stays(changes: list[int]) -> None:
    cart, pieces = Cart().add(COFFEE), 1
    for by in changes:
        cart, pieces = cart.change_quantity(0, by), max(1, pieces + by)
    assert [(line.name, line.quantity) for line in cart.lines] == [(COFFEE.name, pieces)]


def test_a_row_knows_its_article_by_name_price_and_number_not_by_its_quantity() -> None:
    line = Line("Teh", Rupiah(5_000), 2, "t")
    assert line.is_same_article(Line("Teh", Rupiah(5_000), 9, "t"))
    for other in (
        Line("Kopi", Rupiah(5_000), 2, "t"),
        Line("Teh", Rupiah(5_500), 2, "t"),
        Line("Teh", Rupiah(5_000), 2),
    ):
        assert not line.is_same_article(other)


@pytest.mark.parametrize("index", [-1, 1])
def test_rows_that_are_not_there(index: int) -> None:
    cart = Cart().add(COFFEE)
    for change in (cart.select, cart.remove, lambda row: cart.change_quantity(row, 2)):
        with pytest.raises(CartError):
            change(index)


@pytest.mark.parametrize("amount", [0, -1, LARGEST_TOTAL + 1])
def test_amounts_that_no_sale_can_hold(amount: int) -> None:
    with pytest.raises(CartError):
        Cart().add_amount(Rupiah(amount), "Nominal")


@given(st.lists(st.tuples(st.sampled_from([COFFEE, NOODLES]), st.integers(1, 50)), max_size=8))
def test_the_total_is_the_sum_of_the_rows(bought: list[tuple[Product, int]]) -> None:
    cart, expected = Cart(), 0
    for product, quantity in bought:
        for _ in range(quantity):
            cart = cart.add(product)
        expected += product.price * quantity
    assert cart.total == expected == sum(line.total for line in cart.lines)
    assert len(cart.lines) <= 2
