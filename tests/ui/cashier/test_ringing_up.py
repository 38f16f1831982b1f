from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from pos_app.domain.catalog import Entry, Found, Product
from pos_app.domain.decision import Obstacle
from pos_app.domain.errors import Problem
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.till.desk_messages import DeskRefused
from pos_app.till.messages import (
    AddAmount,
    AddProduct,
    ChangeQuantity,
    Charge,
    Event,
    Faulted,
    Find,
    ProductsFound,
    Refused,
    RemoveLine,
    SelectLine,
)
from tests.till.harness import Bench
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk

SUSU, KOPI = snapshots.PRODUCTS[0], snapshots.PRODUCTS[6]
KEY = Qt.Key


def scanned(product: Product) -> ProductsFound:
    """What the search lane says of a scan that it knows."""
    return ProductsFound(Found(product.barcode, (product,), 1, 1), Entry.SCANNED, product)


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    ready = make_desk()
    ready.show(snapshots.empty())
    return ready


def test_the_search_field_has_the_keys_from_the_start(desk: Desk) -> None:
    desk.type("s")
    assert desk.window.sale_page.search.text == "s"


def test_every_letter_typed_by_hand_is_looked_for(desk: Desk) -> None:
    desk.type("su")
    assert desk.finds == [Find("s", Entry.TYPED, 50), Find("su", Entry.TYPED, 50)]


def test_enter_adds_the_first_row_and_empties_the_field(desk: Desk) -> None:
    desk.type("susu")
    desk.answer(*snapshots.PRODUCTS)
    desk.press(KEY.Key_Return)
    assert desk.sent == [AddProduct(SUSU)]
    assert desk.window.sale_page.search.text == ""


def test_alt_and_a_digit_add_the_nth_row(desk: Desk) -> None:
    desk.type("susu")
    desk.answer(*snapshots.PRODUCTS)
    desk.press(KEY.Key_3, Qt.KeyboardModifier.AltModifier)
    assert desk.sent == [AddProduct(snapshots.PRODUCTS[2])]


def test_alt_and_a_digit_add_no_row_that_is_not_on_show(desk: Desk) -> None:
    desk.type("susu")
    desk.answer(*snapshots.PRODUCTS)
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_2, Qt.KeyboardModifier.AltModifier)
    assert desk.sent == [AddProduct(SUSU)]


def test_the_arrows_move_what_enter_adds(desk: Desk) -> None:
    desk.type("susu")
    desk.answer(*snapshots.PRODUCTS)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Return)
    assert desk.sent == [AddProduct(snapshots.PRODUCTS[1])]


def test_an_amount_typed_by_hand_is_offered_and_added(desk: Desk) -> None:
    desk.type("44000")
    desk.answer()
    assert desk.window.sale_page.results.list.model().index(0, 0).data() == "Tambah nominal Rp\u00a044.000"
    desk.press(KEY.Key_Return)
    desk.show(snapshots.ringing_up())
    desk.press(KEY.Key_F5)
    assert desk.sent == [AddAmount(Rupiah(44_000), "Nominal"), Charge(Method.GOPAY)]


def test_digits_that_are_a_product_are_no_amount(desk: Desk) -> None:
    desk.type("899")
    desk.answer(SUSU)
    desk.press(KEY.Key_Return)
    assert desk.sent == [AddProduct(SUSU)]


def test_enter_before_the_answer_waits_for_it(desk: Desk) -> None:
    desk.type("44000")
    desk.press(KEY.Key_Return)
    assert desk.sent == []
    desk.answer()
    assert desk.sent == [AddAmount(Rupiah(44_000), "Nominal")]


def test_a_charge_waits_for_the_row_that_enter_adds(desk: Desk) -> None:
    desk.type("44000", 0.01)
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_F5)
    assert desk.sent == []
    desk.answer()
    assert desk.sent == [AddAmount(Rupiah(44_000), "Nominal")]
    desk.show(snapshots.ringing_up())
    assert desk.sent == [AddAmount(Rupiah(44_000), "Nominal"), Charge(Method.GOPAY)]


def test_a_charge_waits_for_the_last_article_however_long_and_says_so(desk: Desk, qtbot: QtBot) -> None:
    desk.type("44000")
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_F5)
    qtbot.waitUntil(lambda: desk.window.news.is_open)
    assert desk.sent == []
    desk.answer(SUSU)
    desk.show(snapshots.ringing_up())
    assert desk.sent == [AddProduct(SUSU), Charge(Method.GOPAY)]


def test_a_charge_that_was_dropped_is_not_said_to_wait(desk: Desk, qtbot: QtBot) -> None:
    desk.type("sarden")
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_F5)
    qtbot.waitUntil(lambda: desk.window.news.is_open)
    desk.answer()
    assert not desk.window.news.is_open


def test_a_charge_waits_for_every_article_that_was_scanned(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.scan(SUSU.barcode)
    desk.scan(KOPI.barcode)
    desk.press(KEY.Key_F5)
    desk.tell(scanned(SUSU))
    desk.show(snapshots.ringing_up())
    assert desk.sent == [AddProduct(SUSU)]
    desk.tell(scanned(KOPI))
    assert desk.sent == [AddProduct(SUSU), AddProduct(KOPI)]
    desk.show(snapshots.ringing_up())
    assert desk.sent == [AddProduct(SUSU), AddProduct(KOPI), Charge(Method.GOPAY)]


def test_a_scan_just_before_f5_is_charged(desk: Desk) -> None:
    """The window and a till together: the article is in what the customer pays."""
    bench = Bench()
    bench.ring_up(5_000)
    desk.show(bench.counter)
    desk.scan(SUSU.barcode)
    desk.press(KEY.Key_F5)
    desk.obey(bench)
    desk.tell(scanned(SUSU))
    while desk.sent:
        desk.obey(bench)
    assert bench.payment.amount == Rupiah(24_500)
    assert not desk.window.news.is_open


@pytest.mark.parametrize(
    "answer", [Refused(Problem.CART_LIMIT), DeskRefused(Obstacle.TILL_IS_LOCKED), Faulted("", "a fault")]
)
def test_nothing_is_charged_when_the_last_article_was_refused(desk: Desk, answer: Event) -> None:
    desk.show(snapshots.ringing_up())
    desk.scan(SUSU.barcode)
    desk.press(KEY.Key_F5)
    desk.answer(SUSU, entry=Entry.SCANNED)
    desk.tell(answer)
    desk.show(snapshots.ringing_up())
    assert desk.sent == [AddProduct(SUSU)]


def test_nothing_is_charged_when_the_last_scan_is_unknown(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.scan(SUSU.barcode)
    desk.press(KEY.Key_F5)
    desk.answer(entry=Entry.SCANNED)
    assert desk.sent == []
    desk.press(KEY.Key_F5)
    assert desk.sent == [Charge(Method.GOPAY)]


def test_escape_drops_a_charge_that_waits(desk: Desk) -> None:
    desk.type("44000")
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_F5)
    desk.press(KEY.Key_Escape)
    desk.answer(SUSU)
    assert desk.sent == [AddProduct(SUSU)]


def test_another_text_drops_a_charge_that_waits(desk: Desk) -> None:
    desk.type("44000")
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_F5)
    desk.type("s")
    desk.answer(entry=Entry.CONFIRMED)
    desk.show(snapshots.ringing_up())
    assert desk.sent == [AddAmount(Rupiah(44_000), "Nominal")]


def test_a_charge_that_waits_takes_another_scan_along(desk: Desk) -> None:
    desk.type("44000")
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_F5)
    desk.scan(SUSU.barcode)
    desk.answer(entry=Entry.CONFIRMED)
    desk.show(snapshots.ringing_up())
    desk.answer(SUSU, entry=Entry.SCANNED)
    desk.show(snapshots.ringing_up())
    assert desk.sent == [AddAmount(Rupiah(44_000), "Nominal"), AddProduct(SUSU), Charge(Method.GOPAY)]


def test_what_enter_confirmed_is_added_though_something_was_scanned_since(desk: Desk) -> None:
    desk.type("susu")
    desk.press(KEY.Key_Return)
    desk.scan(KOPI.barcode)
    desk.answer(SUSU, entry=Entry.CONFIRMED)
    desk.answer(KOPI, entry=Entry.SCANNED)
    assert desk.sent == [AddProduct(SUSU), AddProduct(KOPI)]


def test_what_enter_confirmed_is_added_though_more_was_typed_since(desk: Desk) -> None:
    desk.type("susu")
    desk.press(KEY.Key_Return)
    desk.type("ko")
    desk.answer(SUSU, entry=Entry.CONFIRMED)
    assert desk.sent == [AddProduct(SUSU)]
    assert desk.window.sale_page.search.text == "ko"
    desk.answer(KOPI, entry=Entry.TYPED)
    desk.press(KEY.Key_Return)
    assert desk.sent == [AddProduct(SUSU), AddProduct(KOPI)]


def test_two_texts_confirmed_at_once_are_two_articles(desk: Desk) -> None:
    for text in ("susu", "kopi"):
        desk.type(text)
        desk.press(KEY.Key_Return)
    confirmed = [find for find in desk.finds if find.entry is Entry.CONFIRMED]
    assert confirmed == [Find("susu", Entry.CONFIRMED, 1), Find("kopi", Entry.CONFIRMED, 1)]
    desk.tell(ProductsFound(Found("susu", (SUSU,), 9, 99), Entry.CONFIRMED))
    desk.tell(ProductsFound(Found("kopi", (KOPI,), 9, 99), Entry.CONFIRMED))
    assert desk.sent == [AddProduct(SUSU), AddProduct(KOPI)]


def test_what_enter_confirmed_and_nobody_found_is_said_until_something_new_begins(desk: Desk) -> None:
    desk.type("sarden")
    desk.press(KEY.Key_Return)
    desk.type("ko")
    desk.answer(entry=Entry.CONFIRMED)
    desk.type("pi")
    desk.answer(KOPI, entry=Entry.TYPED)
    notice = desk.window.sale_page.results.notice
    assert notice.isVisible()
    assert notice.words[0] == "“sarden” tidak ditemukan."
    desk.press(KEY.Key_Return)
    desk.type("s")
    desk.answer(SUSU)
    assert not notice.isVisible()


def test_every_unknown_article_is_named(desk: Desk) -> None:
    desk.scan("8991234567890")
    desk.scan(SUSU.barcode)
    desk.type("sarden")
    desk.press(KEY.Key_Return)
    desk.tell(ProductsFound(Found("8991234567890", (), 0, 0), Entry.SCANNED))
    desk.tell(scanned(SUSU))
    desk.answer(entry=Entry.CONFIRMED)
    said = desk.window.sale_page.results.notice.words[0]
    assert said == "Kode 8991234567890 belum dikenal. “sarden” tidak ditemukan."


def test_nothing_is_charged_when_the_last_article_was_not_found(desk: Desk) -> None:
    desk.type("sarden")
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_F5)
    desk.answer()
    assert desk.sent == []


def test_an_answer_to_an_older_text_changes_nothing(desk: Desk) -> None:
    desk.type("susu")
    desk.tell(snapshots.found("sus"))
    assert desk.window.sale_page.results.list.rows == ()


def test_a_scan_asks_for_the_exact_code_and_adds_it(desk: Desk) -> None:
    desk.scan(SUSU.barcode)
    assert desk.finds[-1] == Find(SUSU.barcode, Entry.SCANNED, 1)
    assert desk.window.sale_page.search.text == ""
    desk.answer(SUSU, entry=Entry.SCANNED)
    assert desk.sent == [AddProduct(SUSU)]


@pytest.mark.parametrize("barcode", ["123456", "1234567", "12345670"])
def test_a_scan_never_becomes_an_amount(desk: Desk, barcode: str) -> None:
    desk.scan(barcode)
    desk.answer(entry=Entry.SCANNED)
    desk.press(KEY.Key_Return)
    assert desk.sent == []
    assert desk.window.sale_page.results.list.rows == ()


def test_an_unknown_scan_is_said_on_the_page(desk: Desk) -> None:
    desk.scan("8991234567890")
    desk.answer(entry=Entry.SCANNED)
    assert desk.window.sale_page.results.notice.isVisible()
    assert "8991234567890" in desk.window.sale_page.results.notice.words[0]
    desk.type("s")
    desk.answer(SUSU)
    assert not desk.window.sale_page.results.notice.isVisible()


def test_a_scan_is_shown_as_the_last_one(desk: Desk) -> None:
    desk.scan(SUSU.barcode)
    desk.answer(SUSU, entry=Entry.SCANNED)
    assert desk.window.sale_page.results.last_scan.isVisible()


def test_plus_and_minus_change_the_selected_row_while_nothing_is_typed(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.press(KEY.Key_Plus)
    desk.press(KEY.Key_Minus)
    desk.press(KEY.Key_Delete)
    row = snapshots.LINES[2]
    assert desk.sent == [ChangeQuantity(2, 1, row), ChangeQuantity(2, -1, row), RemoveLine(2, row)]


def test_the_open_row_has_the_same_by_hand(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    for button in desk.window.cart.lines.opened.findChildren(QAbstractButton):
        button.click()
    row = snapshots.LINES[2]
    assert desk.sent == [ChangeQuantity(2, -1, row), ChangeQuantity(2, 1, row), RemoveLine(2, row)]


def test_keys_that_are_quicker_than_the_till_all_count(desk: Desk) -> None:
    bench = Bench()
    bench.do(AddProduct(SUSU))
    desk.show(bench.counter)
    for _ in range(3):
        desk.press(KEY.Key_Plus)
    desk.obey(bench)
    assert bench.counter.cart.pieces == 4


def test_plus_and_delete_belong_to_a_text_that_is_being_typed(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.type("a+")
    desk.press(KEY.Key_Delete)
    assert desk.sent == []
    assert desk.window.sale_page.search.text == "a+"


def test_minus_stops_at_one_piece(desk: Desk) -> None:
    bench = Bench()
    bench.do(AddProduct(SUSU))
    desk.show(bench.counter)
    desk.hold(KEY.Key_Minus, 3)
    desk.obey(bench)
    assert bench.counter.cart.pieces == 1


def test_a_key_behind_del_does_not_hit_the_next_article(desk: Desk) -> None:
    bench = Bench()
    bench.do(AddProduct(SUSU), AddProduct(KOPI), SelectLine(0))
    desk.show(bench.counter)
    desk.press(KEY.Key_Delete)
    desk.press(KEY.Key_Plus)
    desk.obey(bench)
    assert [(line.name, line.quantity) for line in bench.counter.cart.lines] == [(KOPI.name, 1)]


def test_the_arrows_walk_the_cart_while_nothing_is_found(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Up)
    assert desk.sent == [SelectLine(3), SelectLine(2)]


def test_a_held_f5_is_one_charge(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.hold(KEY.Key_F5, 20)
    desk.press(KEY.Key_F5)
    assert desk.sent == [Charge(Method.GOPAY)]


def test_a_refused_charge_may_be_asked_for_again(desk: Desk) -> None:
    desk.press(KEY.Key_F5)
    desk.tell(Refused(Problem.EMPTY_SALE))
    desk.press(KEY.Key_F5)
    assert desk.sent == [Charge(Method.GOPAY)] * 2


@pytest.mark.parametrize(("key", "method"), [(KEY.Key_F6, Method.ALFAMART), (KEY.Key_F7, Method.INDOMARET)])
def test_store_codes_have_their_keys(desk: Desk, key: Qt.Key, method: Method) -> None:
    desk.show(snapshots.ringing_up())
    desk.press(key)
    assert desk.sent == [Charge(method)]


def test_escape_closes_the_banner_first_and_loses_nothing(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.tell(Refused(Problem.CART_LIMIT))
    assert desk.window.news.isVisible()
    desk.press(KEY.Key_Escape)
    assert not desk.window.news.isVisible()
    assert desk.sent == []


def test_letters_reach_the_field_from_anywhere(desk: Desk) -> None:
    desk.window.setFocus()
    desk.type("s")
    assert desk.window.sale_page.search.text == "s"


def test_what_was_not_found_is_named(desk: Desk) -> None:
    desk.type("sarden")
    desk.answer()
    assert "sarden" in desk.window.sale_page.results.empty.words[0]
    desk.press(KEY.Key_Return)
    assert desk.sent == []


@pytest.mark.parametrize("found", [(), snapshots.PRODUCTS], ids=["nothing", "some"])
def test_an_emptied_field_says_at_once_that_it_is_ready(desk: Desk, found: tuple[Product, ...]) -> None:
    empty = desk.window.sale_page.results.empty
    ready = empty.words
    desk.type("su")
    desk.answer(*found)
    assert empty.words != ready or not empty.isVisible()
    for _ in "su":
        desk.press(KEY.Key_Backspace)
    assert empty.isVisible()
    assert empty.words == ready


def test_a_scan_answer_that_comes_late_still_adds(desk: Desk) -> None:
    desk.scan(SUSU.barcode)
    desk.type("kopi")
    desk.tell(ProductsFound(snapshots.found().found, Entry.SCANNED, SUSU))
    assert desk.sent == [AddProduct(SUSU)]
    assert desk.window.sale_page.search.text == "kopi"


def test_nobody_is_charged_while_a_price_lacks_its_enter(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.type("15000")
    desk.answer()
    desk.press(KEY.Key_F5)
    assert desk.sent == []
    assert desk.window.news.words[0] == "“15000” belum ditambahkan."
    desk.press(KEY.Key_Return)
    desk.show(snapshots.ringing_up())
    desk.press(KEY.Key_F5)
    assert desk.sent == [AddAmount(Rupiah(15_000), "Nominal"), Charge(Method.GOPAY)]


def test_what_was_not_entered_is_no_part_of_the_next_sale(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.press(KEY.Key_F5)
    desk.type("7")
    desk.show(snapshots.waiting())
    desk.show(snapshots.empty())
    assert desk.window.sale_page.search.text == ""


def test_an_unknown_code_is_said_where_its_page_is_not_on_show(desk: Desk) -> None:
    desk.show(snapshots.paid())
    desk.scan("8991102100113")
    desk.answer(entry=Entry.SCANNED)
    assert desk.window.news.words[0] == "Kode 8991102100113 belum dikenal."


def test_a_scan_leaves_what_was_typed_before_it(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.type("5000")
    desk.scan(SUSU.barcode)
    assert desk.window.sale_page.search.text == "5000"
    assert desk.finds[-2:] == [Find("5000", Entry.TYPED, 50), Find(SUSU.barcode, Entry.SCANNED, 1)]
    desk.answer(SUSU, entry=Entry.SCANNED)
    desk.show(snapshots.ringing_up())
    desk.press(KEY.Key_F5)
    assert desk.sent == [AddProduct(SUSU)]
    assert desk.window.news.words[0] == "“5000” belum ditambahkan."
    desk.answer(entry=Entry.TYPED)
    desk.press(KEY.Key_Return)
    assert desk.sent == [AddProduct(SUSU), AddAmount(Rupiah(5_000), "Nominal")]


def test_a_scan_into_the_middle_of_a_text_leaves_the_text(desk: Desk) -> None:
    desk.type("5000")
    desk.window.sale_page.search.edit.setCursorPosition(2)
    desk.scan(SUSU.barcode)
    assert desk.window.sale_page.search.text == "5000"
    assert desk.window.sale_page.search.edit.cursorPosition() == 2


def test_a_charge_that_waits_is_dropped_by_a_text_before_the_next_scan(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.scan(SUSU.barcode)
    desk.press(KEY.Key_F5)
    desk.type("8000")
    desk.scan(KOPI.barcode)
    for product in (SUSU, KOPI):
        desk.tell(scanned(product))
        desk.show(snapshots.ringing_up())
    assert desk.sent == [AddProduct(SUSU), AddProduct(KOPI)]


def test_nobody_is_charged_for_less_by_a_page_over_the_sale(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.type("5000")
    desk.press(KEY.Key_F10)
    desk.window.cart.charge_wanted.emit(Method.GOPAY)
    assert not any(isinstance(command, Charge) for command in desk.sent)


def test_keys_behind_an_arrow_mean_the_row_that_it_chose(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.press(KEY.Key_Up)
    desk.tell(snapshots.lights())
    desk.press(KEY.Key_Plus)
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Delete)
    assert desk.sent == [
        SelectLine(1),
        ChangeQuantity(1, 1, snapshots.LINES[1]),
        SelectLine(0),
        RemoveLine(0, snapshots.LINES[0]),
    ]


def test_an_answer_to_the_first_arrow_does_not_undo_the_second(desk: Desk) -> None:
    bench = Bench()
    bench.do(AddProduct(SUSU), AddAmount(Rupiah(5_000), "Nominal"), AddProduct(KOPI))
    desk.show(bench.counter)
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Up)
    later = desk.sent.pop()
    desk.obey(bench)
    desk.press(KEY.Key_Plus)
    desk.sent.insert(0, later)
    desk.obey(bench)
    assert [line.quantity for line in bench.counter.cart.lines] == [2, 1, 1]


def test_an_arrow_that_was_refused_is_forgotten(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.press(KEY.Key_Up)
    desk.tell(Refused(Problem.CART_LIMIT))
    desk.press(KEY.Key_Plus)
    assert desk.sent == [SelectLine(1), ChangeQuantity(2, 1, snapshots.LINES[2])]


def test_no_key_changes_a_row_before_the_last_article_is_in_the_cart(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.scan(SUSU.barcode)
    for key in (KEY.Key_Plus, KEY.Key_Minus, KEY.Key_Delete):
        desk.press(key)
    desk.tell(scanned(SUSU))
    desk.press(KEY.Key_Delete)
    assert desk.sent == [AddProduct(SUSU)]
    desk.show(snapshots.ringing_up())
    desk.press(KEY.Key_Plus)
    assert desk.sent == [AddProduct(SUSU), ChangeQuantity(2, 1, snapshots.LINES[2])]


def test_nor_does_a_button_of_the_row(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    buttons = desk.window.cart.lines.opened.findChildren(QAbstractButton)
    assert len(buttons) == 3
    desk.scan(SUSU.barcode)
    for button in buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.sent == []
    desk.tell(scanned(SUSU))
    desk.show(snapshots.ringing_up())
    for button in buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(desk.sent) == 1 + len(buttons)


def test_what_lacks_its_enter_is_said_until_it_is_gone(desk: Desk) -> None:
    desk.show(snapshots.empty())
    desk.type("5000")
    desk.press(KEY.Key_Return)
    desk.type("70")
    desk.press(KEY.Key_F5)
    desk.answer(entry=Entry.CONFIRMED)
    desk.show(snapshots.ringing_up())
    assert desk.window.news.words[0] == "“70” belum ditambahkan."
    assert desk.window.news.isVisible()
    desk.press(KEY.Key_Backspace)
    desk.show(snapshots.ringing_up())
    assert desk.window.news.words[0] == "“7” belum ditambahkan."
    desk.press(KEY.Key_Backspace)
    assert not desk.window.news.isVisible()


def test_the_next_sale_is_told_nothing_of_a_text_that_went(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.type("70")
    desk.press(KEY.Key_F5)
    desk.show(snapshots.waiting())
    assert not desk.window.news.isVisible()


def test_a_charge_is_said_to_wait_until_the_last_article_is_there(desk: Desk, qtbot: QtBot) -> None:
    desk.show(snapshots.empty())
    desk.scan(SUSU.barcode)
    desk.scan(KOPI.barcode)
    desk.press(KEY.Key_F5)
    qtbot.waitUntil(lambda: desk.window.news.is_open)
    desk.tell(scanned(SUSU))
    desk.show(snapshots.ringing_up())
    assert desk.window.news.isVisible()
    desk.tell(scanned(KOPI))
    desk.show(snapshots.ringing_up())
    assert desk.sent[-1] == Charge(Method.GOPAY)
    assert not desk.window.news.isVisible()


@pytest.mark.parametrize("by_hand", [False, True])
def test_who_closes_what_is_said_of_a_charge_drops_it(desk: Desk, qtbot: QtBot, *, by_hand: bool) -> None:
    desk.show(snapshots.ringing_up())
    desk.scan(SUSU.barcode)
    desk.press(KEY.Key_F5)
    qtbot.waitUntil(lambda: desk.window.news.is_open)
    if by_hand:
        desk.window.news.findChildren(QAbstractButton)[-1].click()
    else:
        desk.press(KEY.Key_Escape)
    assert not desk.window.news.isVisible()
    desk.tell(scanned(SUSU))
    desk.show(snapshots.ringing_up())
    assert desk.sent == [AddProduct(SUSU)]
