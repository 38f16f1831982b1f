from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from pos_app.domain.decision import Obstacle
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.sale import business_day
from pos_app.domain.staff import Pin, Right, Role
from pos_app.till.desk_messages import (
    AddStaff,
    ChangeStaff,
    DeskRefused,
    DismissStaff,
    Lock,
    PinAccepted,
    PinRefusal,
    PinRefused,
    PrintProof,
    ProofPrinted,
    Reconcile,
    ReconciliationMoved,
    ShowProof,
    SignIn,
)
from pos_app.till.messages import Faulted
from pos_app.ui.manager.staff_page import StaffPage
from pos_app.ui.widgets.label import ElidedLabel
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.manager import boards
from tests.ui.manager.conftest import ALT, KEY, asked

TODAY = business_day(snapshots.NOW)


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    made = make_desk()
    made.show(snapshots.ringing_up())
    return made


def opened(desk: Desk) -> StaffPage:
    desk.press(KEY.Key_F10)
    page = desk.window.back_room.currentWidget()
    assert isinstance(page, StaffPage)
    return page


def test_nothing_is_locked_without_staff(desk: Desk) -> None:
    assert not desk.window.top_bar.lock.isVisible()
    desk.press(KEY.Key_F12)
    assert desk.sent == []


def test_f12_locks_and_a_pin_opens_over_the_same_cart(desk: Desk) -> None:
    desk.tell(boards.staff())
    assert desk.window.top_bar.lock.isVisible()
    desk.press(KEY.Key_F12)
    assert desk.sent == [Lock()]
    desk.tell(boards.staff(None))
    assert not desk.window.top_bar.lock.isEnabled()
    assert not desk.window.cart.isVisible()
    desk.press(KEY.Key_F9)
    desk.press(KEY.Key_F5)
    desk.press(KEY.Key_Escape)
    assert desk.sent == [Lock()]
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert desk.sent == [Lock(), SignIn(Pin("2468"))]
    desk.tell(PinAccepted(boards.BAYU, None))
    desk.tell(boards.staff(boards.BAYU))
    assert desk.window.cart.isVisible()


@pytest.mark.parametrize("leave", [(), (KEY.Key_F9,), (KEY.Key_F10,)], ids=["sale", "board", "staff"])
def test_a_pin_typed_before_a_busy_till_has_locked_is_for_the_lock(
    desk: Desk, leave: tuple[KEY, ...]
) -> None:
    desk.tell(boards.staff())
    for key in leave:
        desk.press(key)
    desk.sent.clear()
    desk.press(KEY.Key_F12)
    desk.type("24")
    desk.tell(snapshots.lights())
    desk.type("69")
    desk.press(KEY.Key_Backspace)
    desk.type("8")
    desk.press(KEY.Key_Return)
    assert desk.window.sale_page.search.text == ""
    assert desk.finds == []
    desk.tell(boards.staff(None))
    assert [one for one in desk.sent if isinstance(one, Lock | SignIn)] == [Lock(), SignIn(Pin("2468"))]


def test_a_scan_before_the_lock_is_on_show_signs_nobody_in(desk: Desk) -> None:
    desk.tell(boards.staff())
    desk.press(KEY.Key_F12)
    desk.scan("8990417300018")
    desk.tell(boards.staff(None))
    assert desk.sent == [Lock()]
    assert desk.finds == []
    assert asked(desk.window).cells.filled == 0


def test_a_pin_whose_lock_does_not_come_stands_in_no_field(desk: Desk) -> None:
    desk.tell(boards.staff())
    desk.press(KEY.Key_F12)
    desk.type("2468")
    desk.tell(Faulted("", "the disk"))
    assert desk.window.sale_page.search.text == ""
    desk.type("44")
    assert desk.window.sale_page.search.text == "44"


def test_a_pin_typed_at_the_start_does_not_stay_below_the_lock(desk: Desk) -> None:
    """Nobody knows that there are PINs before the till has said so."""
    desk.type("2468")
    desk.tell(boards.staff(None))
    assert desk.window.sale_page.search.text == ""


def test_a_scan_at_the_lock_signs_nobody_in(desk: Desk) -> None:
    desk.tell(boards.staff(None))
    desk.scan("8990417300018")
    assert desk.sent == []
    assert desk.finds == []


def test_ten_wrong_pins_are_said_at_the_lock(desk: Desk) -> None:
    desk.tell(boards.staff(None))
    desk.type("1111")
    desk.press(KEY.Key_Return)
    desk.tell(PinRefused(PinRefusal.LOCKED, None, 0))
    assert asked(desk.window).advice.text() == "Sepuluh kali salah. Pemilik membukanya di komputer ini."


def test_the_first_is_a_manager_and_needs_no_pin_of_another(desk: Desk) -> None:
    opened(desk)
    desk.press(KEY.Key_Plus)
    desk.type("Sari Dewi")
    desk.press(KEY.Key_Return)
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert desk.sent == []
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert desk.sent == [AddStaff("Sari Dewi", Role.MANAGER, Pin("2468"))]


def test_two_different_pins_are_asked_for_again(desk: Desk) -> None:
    opened(desk)
    desk.press(KEY.Key_Plus)
    desk.type("Sari")
    for pin in ("", "2468", "2469"):
        desk.type(pin)
        desk.press(KEY.Key_Return)
    assert asked(desk.window).advice.text() == "Dua PIN tadi tidak sama. Ketik lagi."
    assert desk.sent == []


def test_a_manager_adds_somebody(desk: Desk) -> None:
    desk.tell(boards.staff())
    page = opened(desk)
    desk.press(KEY.Key_Plus)
    desk.press(KEY.Key_2, ALT)
    desk.type("Dian")
    for pin in ("", "1357", "1357", "2468"):
        desk.type(pin)
        desk.press(KEY.Key_Return)
    assert desk.sent == [AddStaff("Dian", Role.SUPERVISOR, Pin("1357"), Pin("2468"))]
    desk.tell(PinAccepted(boards.SARI, None))
    desk.tell(DeskRefused(Obstacle.PIN_TAKEN))
    assert not page.is_asking
    assert desk.window.news.words[1] == "PIN itu tidak dapat dipakai. Pilih PIN lain."


def test_the_roles_stand_in_line_whoever_is_at_the_till(desk: Desk) -> None:
    desk.tell(boards.staff())
    page = opened(desk)
    desk.settle()
    roles = [label for label in page.list.findChildren(ElidedLabel) if label.property("role") == "body"]
    assert len(roles) == len(boards.staff().staff)
    assert len({label.x() for label in roles}) == 1


def test_role_pin_and_dismissal_each_want_a_manager(desk: Desk, qtbot: QtBot) -> None:
    desk.tell(boards.staff())
    page = opened(desk)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_1)
    qtbot.waitUntil(lambda: page.is_asking)
    desk.press(KEY.Key_3, ALT)
    desk.type("2468")
    desk.press(KEY.Key_Return)
    desk.tell(PinAccepted(boards.SARI, None))
    desk.press(KEY.Key_2)
    qtbot.waitUntil(lambda: page.is_asking)
    for pin in ("9999", "9999", "2468"):
        desk.type(pin)
        desk.press(KEY.Key_Return)
    desk.tell(PinAccepted(boards.SARI, None))
    desk.press(KEY.Key_Delete)
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert desk.sent == [
        ChangeStaff(2, Pin("2468"), role=Role.MANAGER),
        ChangeStaff(2, Pin("2468"), pin=Pin("9999")),
        DismissStaff(2, Pin("2468")),
    ]


def test_a_day_is_read_once_more_and_its_proof_shown(desk: Desk) -> None:
    page = opened(desk)
    desk.press(KEY.Key_F10)
    assert desk.sent == [ShowProof(TODAY)]
    desk.tell(DeskRefused(Obstacle.NO_PROOF_YET))
    assert not desk.window.news.is_open
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_Return)
    assert desk.sent == [ShowProof(TODAY), Reconcile(TODAY)]
    desk.tell(ReconciliationMoved(TODAY, 3, 12))
    assert page.day.begin.words[1] == "3 dari 12 menjawab"
    desk.tell(boards.proof())
    words = [row.words for row in page.table.rows.values()]
    assert words[0] == ("Cocok", "48 pembayaran", "Rp\u00a04.530.500")
    assert words[3] == ("Belum selesai", "2 pembayaran", "Rp\u00a0389.000")
    assert page.day.begin.isEnabled()


def test_a_cashier_needs_a_pin_to_reconcile(desk: Desk) -> None:
    desk.tell(boards.staff())
    page = opened(desk)
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_Return)
    assert page.is_asking
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert desk.sent[-1] == Reconcile(TODAY, Pin("2468"))


def test_a_days_money_is_hidden_from_a_cashier_until_a_pin_shows_that_day(desk: Desk, qtbot: QtBot) -> None:
    desk.tell(boards.staff())
    page = opened(desk)
    desk.press(KEY.Key_F10)
    assert desk.sent == []
    desk.tell(boards.proof())
    assert (page.day.proof, page.day.print.isVisible()) == (None, False)
    assert all(row.isHidden() for row in page.table.rows.values())
    desk.press(KEY.Key_1)
    qtbot.waitUntil(lambda: page.is_asking)
    assert page.approval.head.words[0] == "Lihat bukti"
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert desk.sent == [ShowProof(TODAY, Pin("2468"))]
    desk.tell(PinAccepted(boards.SARI, Right.REPORTS))
    desk.tell(boards.proof())
    assert not page.is_asking
    assert page.day.proof is not None
    assert page.day.look.isHidden()
    for key in (KEY.Key_Left, KEY.Key_Right):
        desk.press(key)
        assert page.day.is_hidden
        assert all(row.isHidden() for row in page.table.rows.values())
    assert desk.sent == [ShowProof(TODAY, Pin("2468"))]


def test_a_wrong_pin_shows_nothing_of_a_day(desk: Desk, qtbot: QtBot) -> None:
    desk.tell(boards.staff())
    page = opened(desk)
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_1)
    qtbot.waitUntil(lambda: page.is_asking)
    desk.type("1111")
    desk.press(KEY.Key_Return)
    desk.tell(PinRefused(PinRefusal.WRONG, Right.REPORTS, 9))
    desk.tell(boards.proof())
    assert page.is_asking
    assert page.day.proof is None
    desk.tell(PinRefused(PinRefusal.LOCKED, Right.REPORTS, 0))
    assert page.day.proof is None


def test_a_day_that_was_opened_stays_hidden_from_the_next_one(desk: Desk) -> None:
    desk.tell(boards.staff(boards.SARI))
    page = opened(desk)
    desk.press(KEY.Key_F10)
    desk.tell(boards.proof())
    assert page.day.proof is not None
    desk.tell(boards.staff(None))
    desk.tell(boards.staff(boards.RANI))
    opened(desk)
    desk.press(KEY.Key_F10)
    assert page.day.proof is None


def test_a_proof_is_printed_and_what_came_of_it_is_said(desk: Desk) -> None:
    page = opened(desk)
    desk.press(KEY.Key_F10)
    assert not page.day.print.isVisible()
    desk.press(KEY.Key_F11)
    desk.tell(boards.proof())
    desk.press(KEY.Key_F11)
    desk.press(KEY.Key_F11)
    assert desk.sent == [ShowProof(TODAY), PrintProof(TODAY)]
    desk.tell(ProofPrinted(TODAY, PrinterTrouble.OUT_OF_PAPER, "no paper"))
    assert page.day.printed.words == "Bukti tidak tercetak. Kertas printer habis. Pasang gulungan baru."
    desk.press(KEY.Key_F11)
    assert page.day.printed.isHidden()
    desk.tell(ProofPrinted(TODAY, None))
    assert page.day.printed.words == "Bukti tercetak."
    assert desk.sent[1:] == [PrintProof(TODAY)] * 2
    desk.press(KEY.Key_Left)
    assert page.day.printed.isHidden()


def test_printing_a_proof_needs_the_right_to_see_it(desk: Desk) -> None:
    desk.tell(boards.staff())
    page = opened(desk)
    desk.press(KEY.Key_F10)
    desk.tell(PinAccepted(boards.BAYU, Right.REPORTS))
    desk.tell(boards.proof())
    desk.press(KEY.Key_F11)
    assert page.is_asking
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert desk.sent[-1] == PrintProof(TODAY, Pin("2468"))
    desk.tell(PinRefused(PinRefusal.WRONG, Right.REPORTS, 9))
    desk.press(KEY.Key_Escape)
    assert page.day.print.isEnabled()


def test_a_till_without_a_printer_offers_no_paper(make_desk: MakeDesk) -> None:
    desk = make_desk(can_print=False)
    desk.show(snapshots.ringing_up())
    page = opened(desk)
    desk.press(KEY.Key_F10)
    desk.tell(boards.proof())
    desk.press(KEY.Key_F11)
    assert not page.day.print.isVisible()
    assert desk.sent == [ShowProof(TODAY)]


def test_the_arrows_turn_the_days_and_never_to_tomorrow(desk: Desk) -> None:
    opened(desk)
    desk.press(KEY.Key_F10)
    desk.sent.clear()
    desk.press(KEY.Key_Right)
    assert desk.sent == []
    desk.press(KEY.Key_Left)
    assert len(desk.sent) == 1
    desk.press(KEY.Key_Right)
    assert desk.sent[-1] == ShowProof(TODAY)


def test_escape_goes_back_to_the_sale(desk: Desk) -> None:
    opened(desk)
    desk.press(KEY.Key_Escape)
    assert not desk.window.back_room.is_open
    assert desk.window.focusWidget() is desk.window.sale_page.search.edit
