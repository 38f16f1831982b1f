from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.store_text import filled, fixed_part, unknown_places


def sale(text: str, store: str = "Toko Sinar Jaya") -> str:
    return filled(text, store=store, till="02", sale="0218")


def test_the_places_are_filled_in() -> None:
    assert sale("{store} {till}-{sale}") == "Toko Sinar Jaya 02-0218"


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    assert sale("{store}", store="Toko {sale}") == "Toko {sale}"


def test_a_place_that_nobody_knows_is_named_and_stays() -> None:
    assert unknown_places("{store} {shop}{}") == ("{shop}", "{}")
    assert sale("{shop}") == "{shop}"


def test_the_fixed_part_has_no_places() -> None:
    assert fixed_part("Kasir {till}, {store}") == "Kasir , "


@given(st.text(alphabet=st.characters(exclude_characters="{}")))
def test_a_text_without_places_stays_as_it_is(text: str) -> None:
    assert (sale(text), fixed_part(text), unknown_places(text)) == (text, text, ())
