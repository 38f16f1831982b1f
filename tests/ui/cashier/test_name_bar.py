from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from pos_app.domain.catalog import Entry
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.till.messages import Charge, Find
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.cashier.test_layout import SIZES, cut

KEY = Qt.Key


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    ready = make_desk(asks_name=True)
    ready.show(snapshots.ringing_up())
    return ready


def test_a_name_goes_with_a_store_code(desk: Desk) -> None:
    desk.press(KEY.Key_F6)
    assert desk.sent == []
    desk.type("Ibu  Ani ")
    desk.press(KEY.Key_Return)
    assert desk.sent == [Charge(Method.ALFAMART, "Ibu Ani")]
    assert desk.window.name_bar.isHidden()


def test_no_name_is_an_answer_too(desk: Desk) -> None:
    desk.press(KEY.Key_F7)
    desk.press(KEY.Key_Return)
    assert desk.sent == [Charge(Method.INDOMARET, "")]


def test_esc_makes_no_code_and_gives_the_keys_back(desk: Desk) -> None:
    desk.press(KEY.Key_F6)
    desk.type("Ani")
    desk.press(KEY.Key_Escape)
    desk.type("s")
    assert (desk.sent, desk.window.sale_page.search.text) == ([], "s")


def test_a_qr_needs_no_name(desk: Desk) -> None:
    desk.press(KEY.Key_F5)
    assert desk.sent == [Charge(Method.GOPAY)]


def test_another_store_keeps_the_name_and_a_qr_needs_none(desk: Desk) -> None:
    desk.press(KEY.Key_F6)
    desk.type("Ani")
    desk.press(KEY.Key_F7)
    assert desk.window.name_bar.edit.text() == "Ani"
    desk.press(KEY.Key_F5)
    assert desk.sent == [Charge(Method.GOPAY)]
    assert desk.window.name_bar.isHidden()


def test_the_language_changes_without_taking_the_keys_away(desk: Desk) -> None:
    desk.press(KEY.Key_F6)
    desk.press(KEY.Key_F1)
    desk.type("Ani")
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Return)
    assert desk.sent == [Charge(Method.ALFAMART, "Ani")]


@pytest.mark.parametrize("key", [KEY.Key_F2, KEY.Key_F9])
def test_what_leads_away_gives_the_name_up(desk: Desk, key: Qt.Key) -> None:
    desk.press(KEY.Key_F6)
    desk.type("Ani")
    desk.press(key)
    assert desk.window.name_bar.isHidden()
    assert not any(isinstance(command, Charge) for command in desk.sent)


def test_a_sale_that_moved_on_needs_no_name(desk: Desk) -> None:
    desk.press(KEY.Key_F6)
    desk.show(snapshots.waiting())
    assert desk.window.name_bar.isHidden()


def test_one_field_has_the_ring_and_one_button_is_filled(desk: Desk) -> None:
    search, tender = desk.window.sale_page.search, desk.window.cart.tenders.qr
    desk.press(KEY.Key_F6)
    assert (search.property("awake"), tender.property("kind")) == (False, "plain")
    assert desk.window.focusWidget() is desk.window.name_bar.edit
    desk.press(KEY.Key_Escape)
    assert (search.property("awake"), tender.property("kind")) == (True, "primary")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut(make_desk: MakeDesk, size: tuple[int, int], language: Language) -> None:
    desk = make_desk(size=size, asks_name=True, language=language)
    desk.show(snapshots.ringing_up())
    desk.tell(snapshots.lights())
    desk.press(KEY.Key_F7)
    desk.settle()
    assert list(cut(desk.window)) == []
    assert desk.window.name_bar.edit.width() >= 240


def test_a_price_that_lacks_its_enter_holds_a_named_charge_up_too(desk: Desk) -> None:
    desk.press(KEY.Key_F6)
    desk.window.sale_page.search.setFocus()
    desk.type("5000")
    desk.window.name_bar.give()
    assert desk.sent == []
    assert desk.window.news.words[0] == "“5000” belum ditambahkan."


def test_a_scanner_is_no_customer(desk: Desk) -> None:
    desk.press(KEY.Key_F6)
    desk.scan("8990417300018")
    assert desk.sent == []
    assert desk.finds[-1] == Find("8990417300018", Entry.SCANNED, desk.finds[-1].limit)
    assert desk.window.name_bar.isHidden()
