from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from pos_app.domain.environment import Environment
from pos_app.domain.evidence import CancelReason
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.printer import PrinterTrouble
from pos_app.till.messages import Cancel, CheckNow, LightsShown, Park, Reprint
from pos_app.till.snapshot import Light, Slips
from pos_app.till.stage import Glow
from pos_app.ui.cashier.code_page import CodePage
from pos_app.ui.widgets.code_view import CodeView
from pos_app.ui.widgets.icon import Icon
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.cashier.test_layout import cut
from tests.ui.manager import boards

KEY = Qt.Key
ORDER = boards.ALFAMART.payment.order_id


def page_of(desk: Desk) -> CodePage:
    page = desk.window.pages.currentWidget()
    assert isinstance(page, CodePage)
    return page


@pytest.fixture
def desk(make_desk: MakeDesk) -> Iterator[Desk]:
    made = make_desk()
    made.show(boards.code_counter())
    yield made


def test_the_code_is_grouped_by_four_and_the_deadline_has_its_weekday(desk: Desk) -> None:
    page = page_of(desk)
    assert page.code.lines == ("8123 4567 8901 1207",)
    assert page.until.text() == "Sab\u00a021\u00a0Nov 13.12\u00a0WIB"
    assert page.left.text() == "Sisa waktu 22\u00a0jam 40\u00a0mnt"
    assert page.facts.age.words == "Umur kode 1\u00a0jam 20\u00a0mnt"


def test_keys(desk: Desk) -> None:
    desk.clock.advance(6)
    desk.tell(snapshots.lights())
    for key in (KEY.Key_Return, KEY.Key_F11, KEY.Key_F3, KEY.Key_Escape):
        desk.press(key)
    assert desk.sent == [
        CheckNow(ORDER),
        Reprint(),
        Cancel(ORDER, CancelReason.OTHER_METHOD),
        Park(),
    ]


def test_del_asks_why_in_place_of_the_cart(desk: Desk) -> None:
    desk.press(KEY.Key_Delete)
    assert desk.window.beside.is_asking
    assert not desk.window.cart.isVisible()


def lights(trouble: PrinterTrouble | None) -> LightsShown:
    glow = Glow.DOWN if trouble else Glow.OK
    return replace(snapshots.lights(), printer=Light(glow), printer_trouble=trouble)


@pytest.mark.parametrize(
    ("slips", "trouble", "words"),
    [
        (Slips(1, 0), None, "Slip sedang dicetak, lembar 1."),
        (Slips(1, 0), PrinterTrouble.PAPER_LOW, "Slip sedang dicetak, lembar 1."),
        (Slips(1, 1), None, "Slip dicetak, lembar 1."),
        (Slips(2, 1), None, "Slip sedang dicetak, lembar 2."),
        (Slips(2, 1), PrinterTrouble.OUT_OF_PAPER, "Slip lembar 2 belum tercetak: kertas habis."),
        (Slips(2, 2), PrinterTrouble.OUT_OF_PAPER, "Slip dicetak, lembar 2."),
        (Slips(1, 0, 1), None, "Slip tidak dapat dibuat."),
        (Slips(2, 0, 1), None, "Slip sedang dicetak, lembar 1."),
        (Slips(2, 1, 1), None, "Slip dicetak, lembar 1."),
    ],
)
def test_the_slip_says_what_came_out(
    desk: Desk, slips: Slips, trouble: PrinterTrouble | None, words: str
) -> None:
    desk.tell(lights(trouble))
    desk.show(replace(boards.code_counter(), slips=slips))
    assert page_of(desk).slip.words[0] == words


def test_a_key_press_prints_nothing_by_itself(desk: Desk) -> None:
    desk.show(replace(boards.code_counter(), slips=Slips(1, 1)))
    desk.press(KEY.Key_F11)
    desk.tell(snapshots.lights())
    assert page_of(desk).slip.words[0] == "Slip dicetak, lembar 1."


def test_without_a_printer_the_code_is_read_out(make_desk: MakeDesk) -> None:
    desk = make_desk(can_print=False)
    desk.show(boards.code_counter())
    assert page_of(desk).slip.words[0] == "Tanpa printer: bacakan kode."
    desk.press(KEY.Key_F11)
    assert desk.sent == []


def test_a_qr_has_its_own_page(desk: Desk) -> None:
    desk.show(snapshots.waiting())
    assert not isinstance(desk.window.pages.currentWidget(), CodePage)


@pytest.mark.parametrize("length", [8, 12, 14, 16, 18, 24, 32])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1024, 600)])
def test_a_code_of_any_length_is_whole(make_desk: MakeDesk, size: tuple[int, int], length: int) -> None:
    desk = make_desk(size=size)
    digits = ("0012345678901234567890123456789012")[:length]
    desk.show(boards.code_counter(digits, Method.INDOMARET))
    desk.settle()
    code = page_of(desk).code
    assert "".join(code.lines).replace(" ", "") == digits
    assert fits(code)


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize("environment", [Environment.PRODUCTION, Environment.PRACTICE])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1024, 600)])
def test_nothing_is_cut(
    make_desk: MakeDesk, size: tuple[int, int], environment: Environment, language: Language
) -> None:
    desk = make_desk(environment, size, language=language)
    desk.tell(snapshots.lights())
    desk.show(boards.code_counter())
    desk.settle()
    assert list(cut(desk.window)) == []


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
@pytest.mark.parametrize(("size", "rows"), [((1366, 768), 1), ((1024, 768), 2)])
def test_the_icons_of_the_buttons_give_way_before_the_row(
    make_desk: MakeDesk, size: tuple[int, int], rows: int, language: Language
) -> None:
    desk = make_desk(size=size, language=language)
    desk.tell(snapshots.lights())
    desk.show(boards.code_counter())
    desk.settle()
    page = page_of(desk)
    feet = [button for button in page.foot_buttons if button.isVisible()]
    assert len({button.y() for button in feet}) == rows
    icons = [icon for button in feet for icon in button.findChildren(Icon) if icon.isVisible()]
    assert len(icons) == (len(feet) if rows == 2 or language is Language.INDONESIAN else 0)


def fits(code: CodeView) -> bool:
    return code.shown_pixels * len(code.lines) <= code.height() and code.shown_pixels >= 24


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
def test_the_time_left_is_whole_on_the_narrow_window(make_desk: MakeDesk, language: Language) -> None:
    desk = make_desk(size=(1024, 768), language=language)
    desk.show(boards.code_counter())
    desk.settle()
    left = page_of(desk).left
    assert left.shown == left.text() != ""
