from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pos_app.domain.catalog import Entry
from pos_app.domain.environment import Environment
from pos_app.domain.evidence import CancelReason
from pos_app.domain.method import Method
from pos_app.till.messages import (
    AddProduct,
    Cancel,
    Charge,
    CheckNow,
    Find,
    NewSale,
    Park,
    Print,
    Reprint,
    SelectLine,
)
from pos_app.till.snapshot import Counter
from pos_app.ui.cashier.scene import Simulation
from pos_app.ui.keys import Action
from pos_app.ui.manager.cancelling import REASONS
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.keycap import Keycap
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.manager import boards

KEY = Qt.Key
ORDER = snapshots.payment().order_id
SUSU = snapshots.PRODUCTS[0]


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    waiting = make_desk()
    waiting.show(snapshots.waiting())
    return waiting


def test_enter_checks_as_soon_as_the_ten_seconds_are_over(desk: Desk) -> None:
    desk.press(KEY.Key_Return)
    assert desk.sent == []
    desk.clock.advance(6)
    desk.tell(snapshots.lights())
    desk.press(KEY.Key_Return)
    assert desk.sent == [CheckNow(ORDER)]


def test_f3_gives_this_payment_up_for_another_method(desk: Desk) -> None:
    desk.press(KEY.Key_F3)
    assert desk.sent == [Cancel(ORDER, CancelReason.OTHER_METHOD)]


@pytest.mark.parametrize("number", range(5))
def test_cancelling_asks_why_and_then_for_enter(desk: Desk, number: int) -> None:
    desk.press(KEY.Key_Delete)
    desk.press(KEY.Key_Return)
    assert desk.sent == []
    desk.press(KEY(KEY.Key_1 + number), Qt.KeyboardModifier.AltModifier)
    if REASONS[number] is CancelReason.OTHER:
        desk.press(KEY.Key_Return)
        assert desk.sent == []
        desk.type("salah meja")
    desk.press(KEY.Key_Return)
    note = "salah meja" if REASONS[number] is CancelReason.OTHER else ""
    assert desk.sent == [Cancel(ORDER, REASONS[number], note)]
    assert not desk.window.beside.is_asking


def test_a_held_delete_cancels_nothing(desk: Desk) -> None:
    desk.hold(KEY.Key_Delete, 20)
    assert desk.sent == []


def test_escape_keeps_the_payment(desk: Desk) -> None:
    desk.press(KEY.Key_Delete)
    desk.press(KEY.Key_Escape)
    assert desk.sent == []
    desk.press(KEY.Key_Escape)
    assert desk.sent == [Park()]


@pytest.mark.parametrize("counter", [snapshots.waiting(), boards.code_counter()])
def test_while_something_is_asked_every_key_stands_on_one_button(
    make_desk: MakeDesk, counter: Counter
) -> None:
    desk = make_desk()
    desk.show(counter)
    desk.clock.advance(7)
    desk.press(KEY.Key_Delete)
    desk.settle()

    def keys() -> list[str]:
        buttons = desk.window.findChildren(KeyButton)
        in_use = [button for button in buttons if button.isVisible() and button.isEnabled()]
        return [cap.text() for button in in_use for cap in button.findChildren(Keycap) if cap.isVisible()]

    assert len(keys()) == len(set(keys()))
    assert Action.BACK.value in keys()
    desk.press(KEY.Key_F3)
    desk.press(KEY.Key_Escape)
    assert desk.sent == []
    assert {"Enter", "Del", Action.BACK.value} <= set(keys())


def test_a_new_payment_is_not_asked_about_the_old_reason(desk: Desk) -> None:
    desk.press(KEY.Key_Delete)
    desk.show(snapshots.ended())
    other = snapshots.second_attempt()
    desk.show(other)
    assert not desk.window.beside.is_asking
    assert desk.window.cart.isVisible()


def test_no_parking_where_nothing_could_be_taken_up_again(make_desk: MakeDesk) -> None:
    desk = make_desk(can_park=False)
    desk.show(snapshots.waiting())
    desk.press(KEY.Key_Escape)
    assert desk.sent == []


def test_no_second_charge_while_one_is_live(desk: Desk) -> None:
    desk.press(KEY.Key_F5)
    assert desk.sent == []


@pytest.mark.parametrize(
    ("key", "what"),
    [
        (KEY.Key_1, Simulation.PAID),
        (KEY.Key_2, Simulation.SILENT),
        (KEY.Key_3, Simulation.EXPIRED),
    ],
)
def test_in_practice_digits_play_the_customer(
    make_desk: MakeDesk, qtbot: QtBot, key: Qt.Key, what: Simulation
) -> None:
    desk = make_desk(Environment.PRACTICE)
    desk.show(snapshots.waiting())
    desk.press(key)
    qtbot.waitUntil(lambda: desk.simulated == [(what, ORDER)])


def test_a_barcode_plays_no_customer(make_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = make_desk(Environment.PRACTICE)
    desk.show(snapshots.waiting())
    desk.scan("1112223330001")
    qtbot.wait(80)
    assert desk.simulated == []
    assert desk.finds == [Find("1112223330001", Entry.SCANNED, 1)]


def test_real_money_is_never_simulated(desk: Desk, qtbot: QtBot) -> None:
    desk.press(KEY.Key_1)
    qtbot.wait(80)
    assert desk.simulated == []
    assert desk.sent == []


def test_in_doubt_keys(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.show(snapshots.in_doubt())
    desk.clock.advance(4)
    desk.tell(snapshots.lights())
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_Delete)
    desk.press(KEY.Key_Escape)
    assert desk.sent == [
        CheckNow(ORDER),
        Cancel(ORDER, CancelReason.OTHER_METHOD),
        Park(),
    ]


def test_after_paid_enter_prints_and_goes_on(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.show(snapshots.paid())
    desk.press(KEY.Key_Return)
    assert desk.sent == [Print(ORDER), NewSale()]


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_F2])
def test_after_paid_the_next_customer_needs_no_paper(make_desk: MakeDesk, key: Qt.Key) -> None:
    desk = make_desk()
    desk.show(snapshots.paid())
    desk.press(key)
    assert desk.sent == [NewSale()]


def test_after_paid_without_a_printer_enter_goes_on(make_desk: MakeDesk) -> None:
    desk = make_desk(can_print=False)
    desk.show(snapshots.paid())
    desk.press(KEY.Key_F11)
    desk.press(KEY.Key_Return)
    assert desk.sent == [NewSale()]


def test_f11_asks_the_till_for_the_newest_paper(make_desk: MakeDesk) -> None:
    """The till knows which one also after a restart."""
    desk = make_desk()
    desk.show(snapshots.empty())
    desk.press(KEY.Key_F11)
    assert desk.sent == [Reprint()]


def test_without_a_printer_f11_is_not_offered(make_desk: MakeDesk) -> None:
    desk = make_desk(can_print=False)
    desk.show(snapshots.empty())
    desk.press(KEY.Key_F11)
    assert desk.sent == []
    assert not desk.window.sale_page.action_bar.reprint.isVisible()


def test_scanning_after_paid_starts_the_next_sale(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.show(snapshots.paid())
    desk.scan(SUSU.barcode)
    desk.answer(SUSU, entry=Entry.SCANNED)
    assert desk.sent == [AddProduct(SUSU)]


def test_after_the_end_the_sale_can_be_charged_again(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.show(snapshots.ended())
    desk.press(KEY.Key_F5)
    assert desk.sent == [Charge(Method.GOPAY)]


def test_after_the_end_escape_opens_the_sale_and_enter_asks(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.show(snapshots.ended())
    desk.clock.advance(6)
    desk.tell(snapshots.lights())
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_Escape)
    assert desk.sent == [CheckNow(ORDER), SelectLine(2)]


def test_a_rung_up_sale_is_thrown_away_by_the_second_press(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.show(snapshots.ended())
    desk.press(KEY.Key_F2)
    assert desk.sent == []
    desk.press(KEY.Key_F2)
    assert desk.sent == [NewSale()]


@pytest.mark.parametrize("method", [Method.GOPAY, Method.INDOMARET])
def test_a_charge_that_hangs_locks_nobody_in(desk: Desk, method: Method) -> None:
    counter = snapshots.preparing(method)
    desk.show(counter)
    assert counter.payment is not None
    desk.press(KEY.Key_Delete)
    desk.press(KEY.Key_Escape)
    assert desk.sent == [Cancel(counter.payment.order_id, CancelReason.OTHER_METHOD), Park()]
