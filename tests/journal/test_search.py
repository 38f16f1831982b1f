"""What a cashier types finds what a cashier means, and nothing that is typed does harm."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from pos_app.domain.catalog import Product
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.money import Rupiah
from pos_app.journal.practice_products import practice_products
from pos_app.journal.products import fold, has_products, replace_products
from pos_app.journal.search import SqlCatalog
from pos_app.journal.store import SqlJournal
from pos_app.till.ports import Catalog

ODD = tuple(
    Product(f"odd-{number}", name, barcode, Rupiah(1_000))
    for number, (name, barcode) in enumerate(
        [("Diskon 50% “Promo”", ""), ("Kabel USB_C", "12345"), ("Papan 3\" x 5'", ""), ("Café Crème", "")],
        start=1,
    )
)


@pytest.fixture
def stocked(url: str) -> Iterator[SqlJournal]:
    with closing(SqlJournal.open(url, "02")) as journal:
        replace_products(journal.engine, (*practice_products(), *ODD))
        yield journal


@pytest.fixture
def catalog(stocked: SqlJournal, url: str) -> Iterator[SqlCatalog]:
    with closing(SqlCatalog.open(url)) as opened:
        yield opened


def names(catalog: Catalog, typed: str, limit: int = 9) -> list[str]:
    return [product.name for product in catalog.find(typed, limit).products]


def test_susu_shows_the_nine_rows_of_the_picture(catalog: SqlCatalog) -> None:
    found = catalog.find("susu", 9)

    assert [(one.name, one.barcode, one.stock, one.price) for one in found.products] == [
        ("Susu UHT Cokelat 1 L", "8990417300018", 34, 19_500),
        ("Susu UHT Full Cream 1 L", "8990417300025", 28, 19_500),
        ("Susu UHT Stroberi 250 ml", "8990417300131", 61, 6_500),
        ("Susu Kental Manis Putih 370 g", "8990552810044", 45, 13_900),
        ("Susu Kental Manis Cokelat 370 g", "8990552810051", 0, 13_900),
        ("Susu Bubuk Anak 400 g", "8990638820377", 12, 52_500),
        ("Kopi Susu Gula Aren 250 ml", "8990771600203", 18, 18_000),
        ("Teh Susu Botol 350 ml", "8990771600418", 22, 7_500),
        ("Biskuit Susu Kaleng 300 g", "8990824410096", 9, 38_000),
    ]
    assert (found.text, found.matches, found.total) == ("susu", 9, len(practice_products()) + len(ODD))


def test_more_match_than_are_shown(catalog: SqlCatalog) -> None:
    found = catalog.find("susu", 2)
    assert (len(found.products), found.matches) == (2, 9)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("t", ["Teh Susu Botol 350 ml", "Teh Melati Botol 350 ml", "Telur Ayam 1 kg", "Tepung Terigu 1 kg"]),
        ("ko", ["Kopi Susu Gula Aren 250 ml", "Kopi Hitam Sachet 10 × 6 g"]),
        ("cok", ["Cokelat Batang 58 g", "Susu UHT Cokelat 1 L", "Susu Kental Manis Cokelat 370 g"]),
        ("okel", ["Susu UHT Cokelat 1 L", "Susu Kental Manis Cokelat 370 g", "Roti Isi Cokelat"]),
        ("go", ["Mi Goreng Instan 85 g", "Minyak Goreng Sawit 1 L"]),
    ],
)
def test_beginnings_of_names_come_first_then_of_words_then_the_rest(
    catalog: SqlCatalog, typed: str, first: list[str]
) -> None:
    assert names(catalog, typed)[: len(first)] == first


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cokelat susu", ["Susu UHT Cokelat 1 L", "Susu Kental Manis Cokelat 370 g"]),
        ("SU  uht\t1 l", ["Susu UHT Cokelat 1 L", "Susu UHT Full Cream 1 L"]),
        ("ko su", ["Kopi Susu Gula Aren 250 ml"]),
        ("susu zzz", []),
        ("8990417300018", ["Susu UHT Cokelat 1 L"]),
        ("899041730001", []),
        ("12345", ["Kabel USB_C"]),
        ("cafe creme", ["Café Crème"]),
        ("CAFÉ", ["Café Crème"]),
        ("50%", ["Diskon 50% “Promo”"]),
        ("%", ["Diskon 50% “Promo”"]),
        ("b_c", ["Kabel USB_C"]),
        ("_", ["Kabel USB_C"]),
        ('3"', ["Papan 3\" x 5'"]),
        ("5'", ["Papan 3\" x 5'"]),
        ('"""', []),
        ("susu OR kopi", []),
        ("susu*", []),
        ("-susu", []),
        ("NEAR(susu kopi)", []),
        ("folded:susu", []),
        ("'; DROP TABLE products; --", []),
        ("\\", []),
        ("/", []),
    ],
)
def test_words_are_searched_as_they_are(catalog: SqlCatalog, typed: str, found: list[str]) -> None:
    assert names(catalog, typed) == found


@pytest.mark.parametrize("typed", ["", "   ", "\x00"])
def test_nothing_typed_finds_everything_in_the_shops_order(catalog: SqlCatalog, typed: str) -> None:
    found = catalog.find(typed, 3)

    assert found.products == practice_products()[:3]
    assert found.matches == found.total


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    typed=st.text(alphabet=st.sampled_from("susokpi 1l%_\"'/\\*()-:^\x00\ud800é"), max_size=12)
    | st.text(max_size=300)
)
def test_the_index_finds_what_reading_the_whole_list_finds(catalog: SqlCatalog, typed: str) -> None:
    words = fold(typed[:100]).split()
    shelf = (*practice_products(), *ODD)
    by_reading = {one.id for one in shelf if all(word in fold(one.name) for word in words)}
    by_barcode = {one.id for one in shelf if one.barcode and one.barcode == fold(typed)}

    found = catalog.find(typed, 100)

    assert {one.id for one in found.products} == by_reading | by_barcode
    assert found.matches == len(found.products)


def test_a_scan_finds_exactly_one_product_or_none(catalog: SqlCatalog) -> None:
    found = catalog.scanned("8990417300018")
    assert found is not None
    assert found.name == "Susu UHT Cokelat 1 L"
    for code in ("", "899041730001", "8990417300018 ", "%"):
        assert catalog.scanned(code) is None


def test_the_shop_has_no_stock_figure_where_it_does_not_count(catalog: SqlCatalog) -> None:
    assert catalog.find("usb", 1).products == (ODD[1],)
    assert ODD[1].stock is None


def test_a_new_list_takes_the_place_of_the_old_one(stocked: SqlJournal, catalog: SqlCatalog) -> None:
    tea = Product("tea", "Teh Tarik", "1", Rupiah(9_000), 3)

    assert replace_products(stocked.engine, [tea]) == 1

    assert catalog.find("", 9).products == (tea,)
    assert names(catalog, "teh") == ["Teh Tarik"]
    assert catalog.find("susu", 9).total == 1
    assert has_products(stocked.engine)
    assert replace_products(stocked.engine, []) == catalog.find("", 9).total == 0
    assert not has_products(stocked.engine)


@pytest.mark.parametrize(
    ("column", "twin"),
    [("id", Product("a", "B", "2", Rupiah(1))), ("barcode", Product("b", "B", "1", Rupiah(1)))],
)
def test_twins_are_refused_and_the_old_list_stays(
    stocked: SqlJournal, catalog: SqlCatalog, column: str, twin: Product
) -> None:
    before = catalog.find("", 1000)

    with pytest.raises(ValueError, match=f"2 products share the {column}.*: A, B"):
        replace_products(stocked.engine, [Product("a", "A", "1", Rupiah(1)), twin])

    assert catalog.find("", 1000) == before


def test_a_search_can_write_nothing(catalog: SqlCatalog) -> None:
    with catalog._engine.connect() as connection, pytest.raises(DBAPIError, match=r"read-?only"):
        connection.execute(text("DELETE FROM products"))


def test_a_search_needs_a_journal_to_look_into(tmp_path: object) -> None:
    lost = SqlCatalog.open(f"sqlite:///{tmp_path}/none.sqlite3")
    with closing(lost), pytest.raises(JournalUnwritableError, match="can't be opened"):
        lost.find("susu", 9)


def test_searching_goes_on_beside_a_writer(stocked: SqlJournal, catalog: SqlCatalog) -> None:
    with stocked.engine.execution_options(writes=True).begin() as writer:
        writer.execute(text("DELETE FROM sales"))
        assert len(names(catalog, "susu")) == 9
