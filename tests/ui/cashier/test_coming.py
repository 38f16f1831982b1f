"""The QR is being made: its page stands there already, shows nothing that could be paid, and stays where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pos_app.domain.environment import Environment
from pos_app.domain.evidence import CancelReason, QrCode
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.till.messages import Cancel, Park
from pos_app.till.snapshot import Counter
from pos_app.ui.cashier.preparing_page import PreparingPage
from pos_app.ui.cashier.waiting_page import WaitingPage
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.keycap import Keycap
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.cashier.test_layout import SIZES, place
from tests.ui.cashier.test_pages import page
from tests.ui.cashier.test_repaint import Painted, keep_still
from tests.ui.pixels import decoded

KEY = Qt.Key
OTHER_TEXT = snapshots.QR_TEXT.replace("210900.00", "210901.00")


def with_another_qr() -> Counter:
    counter = snapshots.waiting()
    assert counter.payment is not None
    other = QrCode(OTHER_TEXT, "TOKO SINAR JAYA", "ID1020304050607")
    return replace(counter, payment=replace(counter.payment, qr=other, qr_text=OTHER_TEXT))


def without_a_qr() -> Counter:
    counter = snapshots.waiting()
    assert counter.payment is not None
    return replace(counter, payment=replace(counter.payment, qr=None, qr_text=""))


def keys_on(shown: QWidget) -> set[str]:
    """The keys that are drawn on buttons."""
    caps = (cap for button in shown.findChildren(KeyButton) for cap in button.findChildren(Keycap))
    return {cap.text() for cap in caps if cap.isVisible()}


def test_the_page_of_the_qr_says_that_it_is_being_made(desk: Desk) -> None:
    desk.show(snapshots.preparing())
    waiting = page(desk, WaitingPage)
    assert waiting.amount.text() == "Rp\u00a0210.900"
    assert waiting.coming.notice.words == (
        "QR sedang disiapkan.",
        "Belum ada QR yang ditampilkan, jadi belum ada yang bisa dibayar.",
    )
    assert waiting.coming.say.words == (
        "“Sebentar ya, QR sedang kami siapkan.”",
        "Katakan kepada pelanggan",
    )
    assert waiting.coming.notice.isVisible()
    assert waiting.coming.say.isVisible()
    assert waiting.qr_box.words == "Sedang disiapkan"
    assert [row.words.split()[-1] for row in waiting.facts.rows] == ["–"] * 4
    assert desk.window.cart.chip.words == "Terkunci"
    assert not desk.window.cart.tenders.isVisible()


@pytest.mark.parametrize("environment", list(Environment))
def test_nothing_that_needs_a_qr_is_drawn_before_it_is_there(
    make_desk: MakeDesk, environment: Environment
) -> None:
    desk = make_desk(environment)
    desk.show(snapshots.preparing())
    waiting = page(desk, WaitingPage)
    parts = (waiting.notice, waiting.time_left, waiting.simulate, waiting.strip.check, waiting.strip.switch)
    assert not [part for part in parts if part.isVisible()]
    assert waiting.qr_box.spinner.isVisible()
    assert keys_on(waiting) == {"Esc", "Del"}
    desk.show(snapshots.waiting())
    assert [part for part in parts if not part.isVisible()] == (
        [waiting.simulate] if environment.is_real else []
    )
    assert not waiting.qr_box.spinner.isVisible()
    assert not waiting.coming.isVisible()


@pytest.mark.parametrize("method", [Method.ALFAMART, Method.INDOMARET])
def test_a_code_is_made_on_a_page_of_its_own(desk: Desk, method: Method) -> None:
    desk.show(snapshots.preparing(method))
    page(desk, PreparingPage)


@pytest.mark.parametrize("has_customer_display", [True, False])
def test_an_old_qr_is_never_seen_while_another_is_made(
    make_desk: MakeDesk, *, has_customer_display: bool
) -> None:
    desk = make_desk(has_customer_display=has_customer_display)
    desk.show(snapshots.waiting())
    desk.settle()
    waiting = page(desk, WaitingPage)
    assert decoded(desk.window.grab()) == [snapshots.QR_TEXT]
    for leave in (snapshots.paid(), snapshots.ringing_up(), snapshots.preparing()):
        desk.show(leave)
        assert decoded(desk.window.grab()) == []
    assert waiting.qr_box.qr.text == ""
    assert not waiting.qr_box.qr.isVisible()
    desk.show(with_another_qr())
    desk.settle()
    assert decoded(desk.window.grab()) == [OTHER_TEXT]
    desk.show(snapshots.preparing())  # at once, as where a QR was refused and another is asked for
    assert waiting.qr_box.qr.text == ""
    assert decoded(desk.window.grab()) == []


def test_a_qr_that_is_gone_is_not_said_to_come(desk: Desk) -> None:
    for counter in (without_a_qr(), snapshots.waiting(1)):
        desk.show(counter)
        waiting = page(desk, WaitingPage)
        assert waiting.qr_box.words == "QR tidak ditampilkan lagi"
        assert not waiting.qr_box.spinner.isVisible()
        assert not waiting.coming.isVisible()
        assert waiting.notice.isVisible()


def standing(desk: Desk) -> Iterator[QRect]:
    """What must not move when the QR comes: head, park, amount, the QR's frame, the rows of facts, cancel."""
    waiting = page(desk, WaitingPage)
    parts = (
        *(waiting.head, waiting.head.right, waiting.amount, waiting.qr_box.frame, waiting.qr_box),
        *(waiting.strip, waiting.strip.cancel, desk.window.cart),
        *((waiting.facts, *waiting.facts.rows) if waiting.facts.isVisible() else ()),
    )
    for part in parts:
        yield place(part, desk.window)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("has_customer_display", [True, False])
@pytest.mark.parametrize("environment", [Environment.PRODUCTION, Environment.PRACTICE])
@pytest.mark.parametrize("size", SIZES)
def test_the_coming_of_the_qr_moves_nothing(
    make_desk: MakeDesk,
    size: tuple[int, int],
    environment: Environment,
    language: Language,
    *,
    has_customer_display: bool,
) -> None:
    desk = make_desk(environment, size, language=language, has_customer_display=has_customer_display)
    desk.show(snapshots.waiting())  # on one monitor the frame is as large as the shop's last QR was
    desk.settle()
    desk.show(snapshots.ringing_up())
    desk.show(snapshots.preparing())
    desk.settle()
    before = list(standing(desk))
    desk.show(with_another_qr())
    desk.settle()
    assert list(standing(desk)) == before


@pytest.mark.parametrize("environment", [Environment.PRODUCTION, Environment.PRACTICE])
def test_the_coming_of_the_qr_paints_what_has_changed_alone(
    make_desk: MakeDesk, qtbot: QtBot, environment: Environment
) -> None:
    desk = make_desk(environment)
    desk.tell(snapshots.lights())
    desk.show(snapshots.ringing_up())
    desk.window.build_ahead()
    qtbot.waitUntil(lambda: not desk.window.pages.is_getting_ready)
    desk.show(snapshots.preparing())
    waiting = page(desk, WaitingPage)
    keep_still(desk)
    painted = Painted(desk.window)
    painted.wait_for_rest()
    desk.show(snapshots.waiting())
    QTest.qWait(30)
    assert painted.region.intersects(place(waiting.qr_box.qr, desk.window))
    for part in (waiting.head, waiting.amount, desk.window.cart, desk.window.top_bar):
        assert not painted.region.intersects(place(part, desk.window)), type(part).__name__


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_F3, KEY.Key_F5, KEY.Key_1, KEY.Key_2, KEY.Key_3])
@pytest.mark.parametrize("environment", [Environment.PRODUCTION, Environment.PRACTICE])
def test_what_is_not_possible_yet_has_no_key(
    make_desk: MakeDesk, qtbot: QtBot, environment: Environment, key: Qt.Key
) -> None:
    desk = make_desk(environment)
    desk.show(snapshots.waiting())
    desk.show(snapshots.preparing())
    desk.clock.advance(11)
    desk.tell(snapshots.lights())
    desk.press(key)
    qtbot.wait(80)  # a digit may be the first of a barcode
    assert (desk.sent, desk.simulated) == ([], [])


@pytest.mark.parametrize("by_key", [True, False])
def test_a_qr_that_is_not_there_yet_is_given_up_without_a_question(desk: Desk, *, by_key: bool) -> None:
    counter = snapshots.preparing()
    desk.show(counter)
    cancel = page(desk, WaitingPage).strip.cancel
    assert cancel.words == ("Batalkan", "ditutup di gateway dulu")
    desk.press(KEY.Key_Delete) if by_key else cancel.click()
    assert counter.payment is not None
    assert desk.sent == [Cancel(counter.payment.order_id, CancelReason.OTHER_METHOD)]
    assert not desk.window.beside.is_asking
    desk.show(snapshots.waiting())
    assert cancel.words == ("Batalkan", "pilih alasan")
    desk.press(KEY.Key_Delete)
    assert desk.window.beside.is_asking


@pytest.mark.parametrize("can_park", [True, False])
def test_the_next_customer_is_served_where_a_payment_can_be_parked(
    make_desk: MakeDesk, *, can_park: bool
) -> None:
    desk = make_desk(can_park=can_park)
    desk.show(snapshots.preparing())
    assert page(desk, WaitingPage).head.right.isVisible() is can_park
    desk.press(KEY.Key_Escape)
    assert desk.sent == ([Park()] if can_park else [])


def test_after_a_question_the_next_qr_comes_on_a_page_that_is_awake(make_desk: MakeDesk) -> None:
    desk = make_desk(Environment.PRACTICE)
    desk.show(snapshots.waiting())
    desk.press(KEY.Key_Delete)
    assert desk.window.beside.is_asking
    desk.show(snapshots.preparing())
    waiting = page(desk, WaitingPage)
    assert waiting.strip.cancel.isEnabled()
    desk.show(snapshots.second_attempt())
    assert waiting.simulate.isEnabled()
    assert waiting.strip.switch.isEnabled()


def test_the_page_is_left_ready_for_the_next_qr(desk: Desk, qtbot: QtBot) -> None:
    desk.show(snapshots.ringing_up())
    desk.window.build_ahead()
    qtbot.waitUntil(lambda: not desk.window.pages.is_getting_ready)
    waiting = desk.window.pages.findChildren(WaitingPage)[0]
    assert not waiting.coming.isHidden()
    assert waiting.qr_box.qr.text == ""
    assert not waiting.qr_box.spinner._timer.isActive()  # out of sight it does not turn


def test_what_is_to_be_said_gives_way_where_there_is_no_room(make_desk: MakeDesk) -> None:
    desk = make_desk(size=(1366, 768))
    desk.show(snapshots.preparing())
    desk.settle()
    coming = page(desk, WaitingPage).coming
    assert coming.say.isVisible()
    coming.resize(coming.width(), coming.notice.height() + 40)
    assert not coming.say.isVisible()
    assert coming.notice.isVisible()
