from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.domain.cart import Cart, Line
from pos_app.domain.environment import Environment
from pos_app.domain.errors import Problem
from pos_app.domain.evidence import QrCode
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.states import Attention, State
from pos_app.till.messages import Chimed, CounterShown, Halted
from pos_app.till.snapshot import Counter, Slips
from pos_app.ui.customer.practice_tab import PracticeTab
from pos_app.ui.customer.scene import Face
from pos_app.ui.customer.time_left import TimeLeft
from pos_app.ui.customer.window import CustomerWindow
from pos_app.ui.widgets.qr_view import QrView
from pos_app.ui.widgets.stripes import Stripes
from tests.fakes.clock import FakeClock
from tests.ui import snapshots
from tests.ui.customer.conftest import MakeWindow
from tests.ui.pixels import decoded
from tests.ui.portraits_customer import store_code

CODE = "8123456789014320"


def _said(window: CustomerWindow) -> str:
    window.grab()
    return " | ".join(window.words)


def _touch_language(window: CustomerWindow) -> None:
    button = next(iter(window.findChildren(QAbstractButton)))
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _face(window: CustomerWindow) -> Face:
    return window.face


def _language(window: CustomerWindow) -> Language:
    return window.language


def _shows_qr(window: CustomerWindow) -> bool:
    return window.shows_qr


def test_what_the_faces_are_tried_on_with_is_never_seen(window: CustomerWindow, qtbot: QtBot) -> None:
    idle = _said(window)
    assert window.is_getting_ready
    qtbot.waitUntil(lambda: not window.is_getting_ready)
    assert (window.face, window.shows_qr, _said(window)) == (Face.IDLE, False, idle)
    assert all(view.text == "" for view in window.findChildren(QrView))
    assert decoded(window.grab()) == []


def _next_sale(counter: Counter) -> Counter:
    return replace(counter, sale=replace(counter.sale, id=counter.sale.id + 1))


def _tell_time(window: CustomerWindow) -> None:
    """What the window's timer does when it rings."""
    window._wake.timeout.emit()


def test_its_title_is_what_support_looks_for(window: CustomerWindow) -> None:
    assert window.windowTitle() == "Layar Pelanggan — Toko Sinar Jaya"


def test_it_never_takes_the_keyboard_from_the_cashier(window: CustomerWindow) -> None:
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert all(
        button.focusPolicy() is Qt.FocusPolicy.NoFocus for button in window.findChildren(QAbstractButton)
    )


def test_idle_names_the_shop_and_only_the_ways_that_are_on(make_window: MakeWindow) -> None:
    window = make_window()
    assert _face(window) is Face.IDLE
    assert "Toko Sinar Jaya" in _said(window)
    assert "Bayar tunai, GoPay / QRIS, atau di Alfamart" in _said(window)
    narrow = make_window(methods=(Method.GOPAY,))
    assert "Bayar GoPay / QRIS" in _said(narrow)
    assert "Alfamart" not in _said(narrow)
    assert "tunai" not in _said(narrow)


def test_the_cart_is_mirrored_with_its_newest_row(window: CustomerWindow) -> None:
    window.show_counter(snapshots.ringing_up(Cart(snapshots.LINES[:5], 4)))
    window.show_counter(snapshots.ringing_up())
    said = _said(window)
    assert "Baru ditambahkan: Sabun Mandi Cair 450 ml" in said
    assert "14 barang" in said
    assert "58.500" in said
    assert "Rp\u00a0210.900" in said


def test_a_long_cart_shows_the_row_that_was_rung_up_last(window: CustomerWindow) -> None:
    lines = tuple(Line(f"Barang {place}", Rupiah(1000), 1, f"p{place}") for place in range(40))
    window.show_counter(snapshots.ringing_up(Cart(lines[:-1], 38)))
    window.show_counter(snapshots.ringing_up(Cart(lines, 39)))
    assert "Barang 39" in _said(window)
    assert "Barang 5 |" not in _said(window)
    grown = (*lines[:2], replace(lines[2], quantity=2), *lines[3:])
    window.show_counter(snapshots.ringing_up(Cart(grown, 2)))
    assert "Barang 2" in _said(window)
    assert "Barang 39" not in _said(window)


def test_the_qr_is_shown_with_amount_name_and_time(window: CustomerWindow) -> None:
    window.show_counter(snapshots.waiting())
    assert _shows_qr(window)
    assert decoded(window.grab()) == [snapshots.QR_TEXT]
    said = _said(window)
    for words in ("Rp\u00a0210.900", "TOKO SINAR JAYA", "NMID ID1020304050607", "Pindai QR di layar ini"):
        assert words in said


def test_without_a_name_in_the_qr_none_is_made_up(window: CustomerWindow) -> None:
    counter = snapshots.waiting()
    assert counter.payment is not None
    bare = replace(counter, payment=replace(counter.payment, qr=QrCode("plain text")))
    window.show_counter(bare)
    assert "NMID" not in _said(window)
    assert "Nama yang tampil" not in _said(window)


def test_a_qr_too_dense_for_the_display_sends_the_customer_to_the_cashiers(
    window: CustomerWindow,
) -> None:
    counter = snapshots.waiting()
    assert counter.payment is not None
    dense = replace(counter, payment=replace(counter.payment, qr=QrCode("x" * 1500)))
    window.show_counter(dense)
    assert not _shows_qr(window)
    assert "Silakan pindai QR di layar kasir." in _said(window)


@pytest.mark.parametrize(
    ("counter", "words"),
    [
        (snapshots.preparing(), "QR sedang disiapkan"),
        (snapshots.in_doubt(), "Mohon tunggu sebentar"),
        (snapshots.closing(), "QR sedang ditutup"),
        (snapshots.paid(), "Terima kasih. Silakan ambil barang Anda."),
        (snapshots.ended(State.EXPIRED), "Waktu pembayaran habis"),
        (snapshots.ended(State.CANCELLED), "Mohon tunggu kasir"),
        (snapshots.ended(State.DENIED), "Mohon tunggu kasir"),
        (snapshots.ended(State.FAILED), "Mohon tunggu kasir"),
        (snapshots.empty(), "Selamat datang di"),
    ],
)
def test_a_qr_is_gone_with_the_first_snapshot_that_is_not_waiting(
    window: CustomerWindow, counter: Counter, words: str
) -> None:
    window.show_counter(snapshots.waiting())
    assert _shows_qr(window)
    window.show_counter(counter)
    assert not _shows_qr(window)
    assert decoded(window.grab()) == []
    assert words in _said(window)


def test_nothing_calls_a_payment_failed(window: CustomerWindow) -> None:
    for counter in (snapshots.in_doubt(), snapshots.closing(), snapshots.ended(State.FAILED)):
        window.show_counter(counter)
        assert "gagal" not in _said(window).lower()


def test_what_is_not_known_is_not_called_unpaid(window: CustomerWindow) -> None:
    for counter in (snapshots.in_doubt(), snapshots.closing()):
        window.show_counter(counter)
        assert "Belum dibayar" not in _said(window)


def test_whose_money_is_here_is_not_asked_to_pay(window: CustomerWindow) -> None:
    counter = snapshots.ended(State.PENDING)
    assert counter.payment is not None
    other = frozenset({Attention.AMOUNT_MISMATCH})
    payment = replace(counter.payment, attention=other, other_amount=Rupiah(12_000))
    window.show_counter(replace(counter, payment=payment))
    said = _said(window)
    assert "Uang Anda sudah tercatat. Jangan bayar lagi." in said
    assert "Belum dibayar" not in said
    assert "Bisa juga membayar" not in said


def test_the_qr_leaves_at_the_last_second_though_the_till_is_silent(
    window: CustomerWindow, clock: FakeClock
) -> None:
    window.show_counter(snapshots.waiting(61.0))
    clock.advance(59.9)
    _tell_time(window)
    assert _shows_qr(window)
    clock.advance(0.1)
    _tell_time(window)
    assert _face(window) is Face.CLOSING
    assert decoded(window.grab()) == []


def test_it_wakes_by_itself_when_the_qr_must_go(
    window: CustomerWindow, clock: FakeClock, qtbot: QtBot
) -> None:
    window.show_counter(snapshots.waiting(1.05))
    assert _shows_qr(window)
    clock.advance(0.06)
    qtbot.waitUntil(lambda: not window.shows_qr, timeout=2000)


def test_a_jump_of_the_wall_clock_changes_nothing(window: CustomerWindow, clock: FakeClock) -> None:
    window.show_counter(snapshots.waiting(600.0))
    clock.jump(86_400)
    _tell_time(window)
    assert _shows_qr(window)


def test_a_store_code_is_grouped_for_the_eye_and_has_its_deadline(window: CustomerWindow) -> None:
    window.show_counter(store_code(CODE))
    said = _said(window)
    for words in ("8123 4567", "8901 4320", "Bayar di kasir Alfamart", "Jumat, 21\u00a0November\u00a02025"):
        assert words in said
    assert "pukul 14.32 WIB" in said
    assert "Rp\u00a0210.900" in said


@pytest.mark.parametrize("slips", [None, Slips(asked=1, printed=0, missed=1)])
def test_nobody_is_sent_for_a_slip_that_can_not_come(window: CustomerWindow, slips: Slips | None) -> None:
    window.show_counter(store_code(CODE))
    assert "Ambil slip dari kasir" in _said(window)
    window.show_counter(replace(store_code(CODE), slips=slips))
    said = _said(window)
    assert "slip" not in said
    assert "Foto layar ini, atau catat kodenya." in said
    assert "Tunjukkan kode, bayar jumlah yang tepat" in said


def test_a_store_code_is_gone_when_its_time_is(window: CustomerWindow, clock: FakeClock) -> None:
    window.show_counter(store_code(CODE))
    clock.advance(86_000.0)
    _tell_time(window)
    assert "8123" not in _said(window)


def test_paid_stays_for_three_seconds_when_the_cashier_is_quick(
    window: CustomerWindow, clock: FakeClock
) -> None:
    window.show_counter(snapshots.paid())
    window.show_counter(_next_sale(snapshots.ringing_up()))
    assert _face(window) is Face.PAID
    assert "Rp\u00a0210.900" in _said(window)
    clock.advance(2.9)
    _tell_time(window)
    assert _face(window) is Face.PAID
    clock.advance(0.1)
    _tell_time(window)
    assert _face(window) is Face.CART


def test_the_customers_language_lasts_for_one_sale(window: CustomerWindow, clock: FakeClock) -> None:
    window.show_counter(snapshots.ringing_up())
    _touch_language(window)
    assert _language(window) is Language.ENGLISH
    assert "Your items" in _said(window)
    window.show_counter(snapshots.waiting())
    assert "Amount to pay" in _said(window)
    window.show_counter(snapshots.paid())
    assert "Thank you. Please take your items." in _said(window)
    window.show_counter(_next_sale(snapshots.empty()))
    assert "Thank you. Please take your items." in _said(window)
    clock.advance(3.0)
    _tell_time(window)
    assert _language(window) is Language.INDONESIAN
    assert "Selamat datang di" in _said(window)


def test_a_second_touch_brings_indonesian_back_and_keeps_the_qr(window: CustomerWindow) -> None:
    window.show_counter(snapshots.waiting())
    _touch_language(window)
    assert decoded(window.grab()) == [snapshots.QR_TEXT]
    _touch_language(window)
    assert "Total dibayar" in _said(window)


@pytest.mark.parametrize("environment", [Environment.PRACTICE, Environment.SANDBOX])
def test_what_is_not_real_says_so_on_every_face(make_window: MakeWindow, environment: Environment) -> None:
    window = make_window(environment)
    tab = window.findChildren(PracticeTab)[0]
    assert isinstance(tab.parent(), Stripes)  # above the stripes whatever is raised
    assert window.children()[-1] is tab.parent()
    for counter in (snapshots.empty(), snapshots.ringing_up(), snapshots.waiting(), store_code(CODE)):
        window.show_counter(counter)
        assert tab.isVisible() is (not _shows_qr(window))
        assert window.children()[-1] is tab.parent()
        edge = window.grab().toImage()
        assert edge.pixelColor(2, edge.height() // 2).name() in ("#facc15", "#111827")
    window.show_counter(snapshots.waiting())
    assert _said(window).count("BUKAN PEMBAYARAN ASLI") == 4
    assert decoded(window.grab()) == [snapshots.QR_TEXT]


def test_the_largest_amount_is_written_in_full(make_window: MakeWindow) -> None:
    for size in ((1920, 1080), (1080, 1920), (800, 480)):
        window = make_window(size=size)
        cart = Cart((Line("Mesin", Rupiah(999_999_999), 1),), 0)
        for counter in (snapshots.ringing_up(cart), snapshots.waiting(cart=cart), snapshots.paid(cart)):
            window.show_counter(counter)
            assert "Rp\u00a0999.999.999" in _said(window)


def test_it_looks_at_counters_and_lets_other_news_pass(window: CustomerWindow) -> None:
    window.receive(CounterShown(snapshots.ringing_up()))
    window.receive(Chimed("TSJ-02-261120-0218-1-k7q2m"))
    assert _face(window) is Face.CART


def test_a_hidden_window_shows_no_qr_to_anybody(window: CustomerWindow) -> None:
    window.show_counter(snapshots.waiting())
    window.hide()
    assert not _shows_qr(window)
    window.show()
    assert _shows_qr(window)


def test_faces_fade_but_never_one_that_can_be_paid_from(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(reduce_motion=False)
    window.show_counter(snapshots.ringing_up())
    assert window._fade.isVisible()
    qtbot.waitUntil(lambda: not window._fade.isVisible(), timeout=2000)
    window.show_counter(snapshots.preparing())
    window.show_counter(snapshots.waiting())
    assert not window._fade.isVisible()
    assert decoded(window.grab()) == [snapshots.QR_TEXT]
    window.show_counter(snapshots.closing())
    assert not window._fade.isVisible()
    assert decoded(window.grab()) == []


def test_the_tick_is_drawn_once_and_quickly(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(reduce_motion=False)
    window.show_counter(snapshots.waiting())
    window.show_counter(snapshots.paid())
    assert window._paid._drawn < 1.0
    qtbot.waitUntil(lambda: window._paid._drawn == 1.0, timeout=2000)
    window.show_counter(snapshots.paid())
    assert window._paid._drawn == 1.0


def test_less_motion_means_none(window: CustomerWindow) -> None:
    window.show_counter(snapshots.ringing_up())
    assert not window._fade.isVisible()
    window.show_counter(snapshots.paid())
    assert window._paid._drawn == 1.0


class _Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_second_that_goes_by_paints_nothing_near_the_qr(
    window: CustomerWindow, clock: FakeClock, qtbot: QtBot
) -> None:
    window.show_counter(snapshots.waiting())
    qr, time = window.findChildren(QrView)[0], window.findChildren(TimeLeft)[0]
    at_qr, at_time = _Paints(qr), _Paints(time)
    qtbot.waitUntil(lambda: at_qr.count > 0)
    before = at_qr.count
    for _ in range(3):
        at_time.count = 0
        clock.advance(1.0)
        _tell_time(window)
        qtbot.waitUntil(lambda: at_time.count > 0)
    assert at_qr.count == before


def test_a_check_that_found_nothing_new_paints_nothing(window: CustomerWindow, qtbot: QtBot) -> None:
    """Ends, and so the seconds that are left, are as before."""
    counter = snapshots.waiting()
    window.show_counter(counter)
    painted = _Paints(window._views[Face.QR])
    qtbot.waitUntil(lambda: painted.count > 0)
    painted.count = 0
    assert counter.watch is not None
    window.show_counter(replace(counter, watch=replace(counter.watch, checks=4, next_check=6_000.0)))
    QApplication.processEvents()
    assert painted.count == 0


def test_the_last_minute_has_other_words_and_another_colour(window: CustomerWindow, clock: FakeClock) -> None:
    window.show_counter(snapshots.waiting(61.0))
    time = window.findChildren(TimeLeft)[0]
    calm = time.grab().toImage().pixelColor(time.width() // 2, 8).name()
    clock.advance(1.0)
    _tell_time(window)
    urgent = time.grab().toImage().pixelColor(time.width() // 2, 8).name()
    assert time.words == ("Segera selesaikan", "01.00")
    assert calm != urgent == "#fde68a"


@pytest.mark.parametrize(
    ("counter", "paid_already"),
    [(snapshots.waiting(), "Saldo Anda sudah terpotong?"), (store_code(CODE), "Sudah membayar di toko?")],
    ids=["QR", "code"],
)
def test_what_nobody_could_record_is_not_offered_and_nothing_is_promised(
    window: CustomerWindow, counter: Counter, paid_already: str
) -> None:
    window.show_counter(counter)
    window.show_counter(replace(counter, is_withheld=True))
    assert decoded(window.grab()) == []
    said = _said(window)
    assert "Mohon tunggu kasir" in said
    assert "Jangan bayar dulu." in said
    assert paid_already in said
    assert "8123" not in said
    assert "tanyakan" not in said
    window.show_counter(counter)
    assert window.face.is_payable


def test_a_till_that_can_record_nothing_shows_nothing_to_pay(window: CustomerWindow) -> None:
    window.receive(CounterShown(snapshots.waiting()))
    assert _face(window) is Face.QR
    window.receive(Halted(Problem.JOURNAL_DAMAGED, "journal.sqlite3"))
    assert (_face(window), _shows_qr(window)) == (Face.WITHHELD, False)


@pytest.mark.parametrize(
    ("counter", "face"),
    [
        (snapshots.empty(), Face.IDLE),
        (snapshots.ringing_up(), Face.CART),
        (snapshots.preparing(), Face.QR_IN_DOUBT),
        (snapshots.in_doubt(), Face.QR_IN_DOUBT),
        (snapshots.paid(), Face.PAID),
        (snapshots.ended(State.CANCELLED), Face.ENDED),
    ],
)
def test_a_halt_takes_away_only_what_could_be_paid(
    window: CustomerWindow, clock: FakeClock, counter: Counter, face: Face
) -> None:
    """Nobody is told to scan no QR who has not seen one, and who has paid is not told to wait."""
    window.receive(CounterShown(counter))
    window.receive(Halted(Problem.JOURNAL_DAMAGED, "journal.sqlite3"))
    clock.advance(5)
    _tell_time(window)
    assert _face(window) is face


@pytest.mark.parametrize("counter", [snapshots.waiting(), store_code(CODE)])
def test_a_halt_is_for_good(window: CustomerWindow, counter: Counter) -> None:
    """The till goes on asking the gateway, and shows the counter after each answer."""
    window.receive(Halted(Problem.JOURNAL_DAMAGED, "journal.sqlite3"))
    window.receive(CounterShown(counter))
    window.receive(CounterShown(replace(counter, watch=snapshots.watch(700.0))))
    assert (_face(window), _shows_qr(window)) == (Face.WITHHELD, False)
    assert decoded(window.grab()) == []
    assert "8123" not in _said(window)
