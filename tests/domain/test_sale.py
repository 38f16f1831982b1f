from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.cart import Cart
from pos_app.domain.sale import ORDER_ID, Sale, business_day, order_id, short_order_id, store_code


def sale(till: str = "02", number: int = 218) -> Sale:
    return Sale(
        id=1,
        till=till,
        day=date(2026, 11, 20),
        number=number,
        cart=Cart(),
        cashier="Rani",
        opened_at=datetime(2026, 11, 20, 7, 30, tzinfo=UTC),
    )


def test_an_order_id_says_where_it_comes_from() -> None:
    name = order_id("Toko Sinar Jaya", sale(), 1, "k7q2m")
    assert name == "TSJ-02-261120-0218-1-k7q2m"
    assert short_order_id(name) == "TSJ02-0218-1"


def test_a_foreign_order_id_is_shown_whole() -> None:
    assert short_order_id("order-101o-1578557780") == "order-101o-1578557780"


@pytest.mark.parametrize(
    ("name", "code"), [("Toko Sinar Jaya", "TSJ"), ("Berkah", "BERK"), ("店", "TOKO"), ("", "TOKO")]
)
def test_store_codes(name: str, code: str) -> None:
    assert store_code(name) == code


@given(st.text(max_size=200), st.text(max_size=40), st.integers(1, 10**7), st.integers(1, 999))
def test_any_shop_gets_order_ids_that_the_gateway_takes(
    store: str, till: str, number: int, attempt: int
) -> None:
    assert ORDER_ID.fullmatch(order_id(store, sale(till, number), attempt, "k7q2m"))


def test_the_business_day_turns_at_midnight_in_wib() -> None:
    assert business_day(datetime(2026, 11, 20, 16, 59, tzinfo=UTC)) == date(2026, 11, 20)
    assert business_day(datetime(2026, 11, 20, 17, 0, tzinfo=UTC)) == date(2026, 11, 21)
