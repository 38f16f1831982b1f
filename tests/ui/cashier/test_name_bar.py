from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from pos_app.domain.catalog import Entry
from pos_app.domain.method import Method
from pos_app.till.messages import Charge, Find
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk

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


def test_a_scanner_is_no_customer(desk: Desk) -> None:
    desk.press(KEY.Key_F6)
    desk.scan("8990417300018")
    assert desk.sent == []
    assert desk.finds[-1] == Find("8990417300018", Entry.SCANNED, desk.finds[-1].limit)
    assert desk.window.name_bar.isHidden()
