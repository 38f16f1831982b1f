"""*Cetak uji* and the story of a light, above the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pos_app.domain.decision import Obstacle
from pos_app.domain.language import Language
from pos_app.domain.printer import PrinterTrouble
from pos_app.till.desk_messages import DeskRefused
from pos_app.till.messages import CheckNow, PrinterTried, PrintTestPage, Reprint
from pos_app.ui.cashier.light_bar import LightBar
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.cashier.test_layout import SIZES, cut
from tests.ui.cashier.test_lights import ALL_BAD

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(desk: Desk) -> LightBar:
    desk.tell(snapshots.lights())
    desk.show(snapshots.ringing_up())
    return desk.window.light_bar


def click(desk: Desk, name: str) -> None:
    QTest.mouseClick(getattr(desk.window.top_bar.lights, name), Qt.MouseButton.LeftButton)


def test_a_click_tells_the_light_and_a_second_click_closes(desk: Desk, bar: LightBar) -> None:
    click(desk, "gateway")
    assert bar.words[0] == "Gateway menjawab."
    assert not bar.test.isVisible()
    click(desk, "printer")
    assert bar.words[0] == "Printer siap."
    assert bar.test.isVisible()
    click(desk, "printer")
    assert not bar.isVisible()


def test_what_is_mended_is_seen_to_be_well(desk: Desk, bar: LightBar) -> None:
    desk.tell(ALL_BAD)
    click(desk, "printer")
    assert bar.words[0] == "Kertas printer habis."
    desk.tell(snapshots.lights())
    assert bar.words[0] == "Printer siap."


def test_the_bar_says_what_a_missing_display_means(desk: Desk, bar: LightBar) -> None:
    click(desk, "display")
    assert bar.words[0] == "Layar pelanggan tersambung."
    assert bar.property("banner") == "indigo"
    desk.window.show_customer_display(is_there=False)
    assert bar.words[0] == "Layar pelanggan terputus."
    assert bar.property("banner") == "amber"


def test_escape_closes_the_bar_and_nothing_else(desk: Desk, bar: LightBar) -> None:
    desk.show(snapshots.waiting())
    click(desk, "relay")
    desk.press(KEY.Key_Escape)
    assert not bar.isVisible()
    assert desk.sent == []


def test_enter_stays_the_page_s_own(desk: Desk, bar: LightBar) -> None:
    desk.clock.advance(7)
    desk.show(snapshots.waiting())
    click(desk, "printer")
    desk.press(KEY.Key_Return)
    assert [type(command) for command in desk.sent] == [CheckNow]


def test_shift_f11_prints_one_test_page_and_tells_how_it_went(desk: Desk, bar: LightBar) -> None:
    desk.press(KEY.Key_F11, SHIFT)
    desk.press(KEY.Key_F11, SHIFT)
    assert desk.sent == [PrintTestPage()]
    assert bar.words == ("Halaman uji sedang dicetak.", "Hasilnya muncul di sini.")
    desk.tell(PrinterTried(None))
    assert bar.words[0] == "Halaman uji sudah keluar."
    desk.press(KEY.Key_F11)
    assert desk.sent == [PrintTestPage(), Reprint()]


def test_the_button_prints_too(desk: Desk, bar: LightBar) -> None:
    click(desk, "printer")
    QTest.mouseClick(bar.test, Qt.MouseButton.LeftButton)
    assert desk.sent == [PrintTestPage()]
    assert bar.words[0] == "Halaman uji sedang dicetak."
    assert not bar.test.isEnabled()


@pytest.mark.parametrize(
    ("tried", "head", "note"),
    [
        (
            PrinterTried(None, "logo.png bukan gambar."),
            "Halaman uji sudah keluar.",
            "logo.png bukan gambar.",
        ),
        (
            PrinterTried(PrinterTrouble.OUT_OF_PAPER, "paper out"),
            "Halaman uji tidak keluar. Kertas printer habis.",
            "Pasang gulungan baru.",
        ),
        (
            PrinterTried(PrinterTrouble.WRONG_SETTING, "Tulis alamatnya."),
            "Halaman uji tidak keluar. Pengaturan printer salah.",
            "Tulis alamatnya.",
        ),
    ],
)
def test_what_went_wrong_is_told_with_what_to_do(
    desk: Desk, bar: LightBar, tried: PrinterTried, head: str, note: str
) -> None:
    desk.press(KEY.Key_F11, SHIFT)
    desk.tell(tried)
    assert bar.words == (head, note)
    assert bar.property("banner") == "amber"
    desk.press(KEY.Key_F11, SHIFT)
    assert desk.sent == [PrintTestPage()] * 2


def test_a_locked_till_leaves_the_button_usable(desk: Desk, bar: LightBar) -> None:
    desk.press(KEY.Key_F11, SHIFT)
    desk.tell(DeskRefused(Obstacle.TILL_IS_LOCKED))
    assert bar.test.isEnabled()
    assert bar.words[0] == "Printer siap."


def test_without_a_printer_there_is_nothing_to_try(make_desk: MakeDesk) -> None:
    desk = make_desk(can_print=False)
    desk.show(snapshots.empty())
    desk.press(KEY.Key_F11, SHIFT)
    assert desk.sent == []
    assert not desk.window.light_bar.isVisible()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut(make_desk: MakeDesk, size: tuple[int, int], language: Language) -> None:
    desk = make_desk(size=size, language=language)
    desk.show(snapshots.waiting())
    for trouble in (None, *PrinterTrouble):
        desk.tell(replace(ALL_BAD, printer_trouble=trouble))
        desk.press(KEY.Key_F11, SHIFT)
        desk.tell(PrinterTried(trouble))
        desk.settle()
        assert list(cut(desk.window)) == [], trouble
    click(desk, "relay")
    desk.settle()
    assert list(cut(desk.window)) == []
