from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from pos_app.domain.environment import Environment
from pos_app.domain.errors import Problem
from pos_app.domain.evidence import CancelAsked, CancelReason
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.states import Attention, State
from pos_app.till.messages import Faulted, Halted, LightsShown, ParkedChanged, Refused
from pos_app.till.snapshot import Counter, Light
from pos_app.till.stage import Glow
from pos_app.ui.cashier.closing_page import ClosingPage
from pos_app.ui.cashier.ended_page import EndedPage
from pos_app.ui.cashier.halted_page import HaltedPage
from pos_app.ui.cashier.in_doubt_page import InDoubtPage
from pos_app.ui.cashier.paid_page import PaidPage
from pos_app.ui.cashier.preparing_page import PreparingPage
from pos_app.ui.cashier.waiting_page import WaitingPage
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.cashier.test_layout import place
from tests.ui.pixels import BLACK, WHITE, colours, decoded

P = TypeVar("P")


def page(desk: Desk, kind: type[P]) -> P:
    shown = desk.window.pages.currentWidget()
    assert isinstance(shown, kind)
    return shown


def test_the_window_is_named_in_every_language(make_desk: MakeDesk) -> None:
    assert make_desk(language=Language.ENGLISH).window.windowTitle() == "Kasir — Toko Sinar Jaya"


def test_before_the_first_word_of_the_till_the_sale_page_is_there(desk: Desk) -> None:
    assert desk.window.sale_page.isVisible()


def test_the_pages_of_a_payment_are_built_while_the_cashier_rings_up(desk: Desk, qtbot: QtBot) -> None:
    desk.show(snapshots.ringing_up())
    assert desk.window.pages.count() == 1
    desk.window.build_ahead()
    qtbot.waitUntil(lambda: desk.window.pages.count() == 7)
    assert desk.window.sale_page.isVisible()
    assert desk.window.focusWidget() is desk.window.sale_page.search.edit


def test_what_the_pages_are_tried_on_with_is_never_seen(desk: Desk, qtbot: QtBot) -> None:
    desk.show(snapshots.ringing_up())
    desk.window.build_ahead()
    pages = desk.window.pages
    assert pages.is_getting_ready
    qtbot.waitUntil(lambda: not pages.is_getting_ready)
    assert desk.window.sale_page.isVisible()
    assert desk.sent == []
    waiting = pages.findChild(WaitingPage)
    assert waiting is not None
    assert waiting.qr_box.qr.text == ""
    desk.show(snapshots.waiting())
    assert page(desk, WaitingPage).amount.text() == "Rp\u00a0210.900"
    assert decoded(desk.window.grab()) == [snapshots.QR_TEXT]


def test_a_page_that_is_on_show_is_not_tried_on(desk: Desk, qtbot: QtBot) -> None:
    desk.show(snapshots.waiting())
    desk.window.build_ahead()
    pages = desk.window.pages
    assert pages.is_getting_ready
    qtbot.waitUntil(lambda: not pages.is_getting_ready)
    assert page(desk, WaitingPage).amount.text() == "Rp\u00a0210.900"
    assert decoded(desk.window.grab()) == [snapshots.QR_TEXT]


def test_ringing_up_shows_rows_total_and_tenders(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    cart = desk.window.cart
    assert cart.totals.total.text() == "Rp\u00a0210.900"
    assert cart.tenders.qr.words == ("GoPay / QRIS", "")
    assert cart.tenders.isVisible()
    assert cart.lines.opened.isVisible()
    assert not cart.chip.isVisible()


def test_preparing_a_code_is_calm(desk: Desk) -> None:
    desk.show(snapshots.preparing(Method.INDOMARET))
    assert page(desk, PreparingPage).headline.words == (
        "Kode sedang disiapkan.",
        "Belum ada kode yang dicetak, jadi belum ada yang bisa dibayar.",
    )
    assert desk.window.cart.chip.words == "Terkunci"
    assert not desk.window.cart.tenders.isVisible()


def test_waiting_tells_amount_sentence_time_and_facts(desk: Desk) -> None:
    desk.show(snapshots.waiting())
    waiting = page(desk, WaitingPage)
    assert waiting.amount.text() == "Rp\u00a0210.900"
    assert waiting.notice.words[0] == "Menunggu pelanggan memindai dan membayar."
    assert waiting.time_left.figures.text() == "12.41"
    facts = [row.words.replace("\u00a0", " ") for row in waiting.facts.rows]
    assert facts == [
        "Umur QR 2 mnt 19 dtk",
        "Kabar terakhir (push) 14.30.13 QR dibuat",
        "Cek terakhir 14.32.22 belum dibayar",
        "Cek berikutnya boleh 6 dtk lagi otomatis",
    ]


def test_a_check_that_is_allowed_now_is_not_said_to_come_by_itself(desk: Desk) -> None:
    desk.show(snapshots.waiting())
    desk.clock.advance(6)
    desk.tell(snapshots.lights())
    assert page(desk, WaitingPage).facts.next.words == "Cek berikutnya boleh sekarang"


def test_waiting_counts_down_by_the_monotonic_clock(desk: Desk) -> None:
    desk.show(snapshots.waiting())
    desk.clock.jump(3600)
    desk.clock.advance(10)
    desk.tell(snapshots.lights())
    assert page(desk, WaitingPage).time_left.figures.text() == "12.31"


def test_the_last_minute_has_other_words(desk: Desk) -> None:
    desk.show(snapshots.waiting(60))
    assert page(desk, WaitingPage).notice.words[0] == "Waktu hampir habis. Minta pelanggan menyelesaikan."


def test_the_qr_goes_at_one_second_even_if_the_till_is_silent(desk: Desk) -> None:
    desk.show(snapshots.waiting(3))
    waiting = page(desk, WaitingPage)
    assert waiting.qr_box.qr.text == snapshots.QR_TEXT
    desk.clock.advance(2)
    desk.tell(snapshots.lights())
    assert waiting.qr_box.qr.text == ""
    assert waiting.notice.words[0] == "Waktu QR habis. Kami pastikan dulu ke gateway."


def test_the_qr_goes_in_the_moment_in_which_it_must(desk: Desk, qtbot: QtBot) -> None:
    desk.show(snapshots.waiting(1.05))
    waiting = page(desk, WaitingPage)
    assert waiting.qr_box.qr.text == snapshots.QR_TEXT
    desk.clock.advance(0.06)
    qtbot.waitUntil(lambda: waiting.qr_box.qr.text == "", timeout=500)


def test_closing_takes_the_qr_away_at_once(desk: Desk) -> None:
    desk.show(snapshots.waiting())
    desk.show(snapshots.closing())
    assert decoded(desk.window.grab()) == []
    assert page(desk, ClosingPage).headline.words[0] == "QR sudah ditarik. Kami menutupnya di gateway."


def test_a_qr_that_was_never_shown_is_closed_with_its_reason(desk: Desk) -> None:
    counter = snapshots.closing()
    assert counter.payment is not None
    unusable = replace(
        counter.payment, problem=Problem.WRONG_AMOUNT, cancel=CancelAsked(CancelReason.UNUSABLE)
    )
    desk.show(replace(counter, payment=unusable))
    assert page(desk, ClosingPage).headline.words[0] == "Jumlah di QR tidak sama dengan total penjualan."


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1366, 600), (1024, 600)])
@pytest.mark.parametrize("environment", list(Environment))
@pytest.mark.parametrize("has_customer_display", [True, False])
def test_the_qr_on_the_window_can_be_read(
    make_desk: MakeDesk, size: tuple[int, int], environment: Environment, has_customer_display: bool
) -> None:
    desk = make_desk(environment, size, has_customer_display=has_customer_display)
    desk.show(snapshots.waiting())
    desk.settle()
    assert decoded(page(desk, WaitingPage).qr_box.grab()) == [snapshots.QR_TEXT]


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1100, 700)])
@pytest.mark.parametrize("environment", [Environment.PRACTICE, Environment.SANDBOX])
def test_the_watermark_leaves_out_what_a_phone_reads(
    make_desk: MakeDesk, size: tuple[int, int], environment: Environment
) -> None:
    desk = make_desk(environment, size, has_customer_display=False)
    desk.show(snapshots.waiting())
    desk.settle()
    qr = page(desk, WaitingPage).qr_box.qr
    seen = desk.window.grab(place(qr, desk.window)).toImage()
    assert colours(seen) == {BLACK, WHITE}
    assert 0xFFF3EDE9 in colours(desk.window.grab().toImage()), "the watermark elsewhere, on white"


def test_without_a_customer_display_the_qr_is_larger_and_says_why(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.show(snapshots.waiting())
    box = page(desk, WaitingPage).qr_box
    small = box.qr.module
    desk.window.show_customer_display(is_there=False)
    assert box.qr.module > small
    assert box.why.isVisible()
    assert box.why.words == "Tanpa layar pelanggan: QR tampil di sini"
    desk.window.show_customer_display(is_there=True)
    assert box.qr.module == small
    assert not box.why.isVisible()


def test_in_doubt_is_never_called_failed(desk: Desk) -> None:
    desk.show(snapshots.in_doubt())
    doubt = page(desk, InDoubtPage)
    said = " ".join((*doubt.headline.words, *(f"{step.title} {step.note}" for step in doubt.timeline.steps)))
    assert "Gateway belum menjawab. Kami sedang mencari tahu." in said
    assert "gagal" not in said.lower()
    assert doubt.chip.words == "Dalam pemeriksaan · 32\u00a0dtk"


def test_in_doubt_counts_down_to_the_next_charge_and_not_to_when_a_check_is_allowed(desk: Desk) -> None:
    counter = snapshots.in_doubt()
    desk.show(counter)
    doubt = page(desk, InDoubtPage)
    assert doubt.timeline.steps[2].note == "Pertanyaan ke-3 · berikutnya 7\u00a0dtk lagi"
    assert counter.watch is not None
    desk.show(replace(counter, watch=replace(counter.watch, next_charge=None)))
    assert doubt.timeline.steps[2].note == "Pertanyaan ke-3 · sedang ditanyakan"


def test_in_doubt_counts_the_checks_where_no_charge_goes_out_any_more(desk: Desk) -> None:
    counter = snapshots.in_doubt()
    assert counter.watch is not None
    reading = replace(counter.watch, next_charge=None, next_check=snapshots.MONOTONIC + 4, checks=2)
    desk.show(replace(counter, watch=reading))
    note = page(desk, InDoubtPage).timeline.steps[2].note
    assert note == "Pertanyaan ke-5 · berikutnya 4\u00a0dtk lagi"


def test_in_doubt_tells_when_the_request_went_out_last(desk: Desk) -> None:
    desk.show(snapshots.in_doubt())
    kept, sent = page(desk, InDoubtPage).timeline.steps[:2]
    assert (kept.time, sent.time) == ("14.31.59", "14.32.29")
    assert sent.note == "Dikirim 3 kali dengan nomor yang sama"


def test_paid_says_amount_in_figures_and_words(desk: Desk) -> None:
    desk.show(snapshots.paid())
    paid = page(desk, PaidPage)
    assert paid.panel.words == ("Lunas", "Rp\u00a0210.900", "Dua ratus sepuluh ribu sembilan ratus rupiah")
    assert paid.verified.words == "Diverifikasi ke gateway 14.35.22\u00a0WIB"
    assert paid.delay.words == "Dari bayar sampai tampil 1,1\u00a0dtk"
    assert paid.number.words == "Nomor TSJ02-0218-1"
    assert not paid.notice.isVisible()
    assert desk.window.cart.chip.words == "Lunas"


def test_paid_with_a_clock_that_makes_no_sense_says_no_delay(desk: Desk) -> None:
    counter = snapshots.paid()
    assert counter.payment is not None
    early = replace(counter.payment, clock_offset=timedelta(minutes=-5))
    desk.show(replace(counter, payment=early))
    assert not page(desk, PaidPage).delay.isVisible()


def test_paid_with_something_odd_calls_for_the_manager(desk: Desk) -> None:
    counter = snapshots.paid()
    assert counter.payment is not None
    odd = replace(counter.payment, attention=frozenset({Attention.PAID_WHILE_CANCELLING}))
    desk.show(replace(counter, payment=odd))
    notice = page(desk, PaidPage).notice
    assert notice.isVisible()
    assert notice.words[0] == "Dibayar tepat saat dibatalkan. Uangnya masuk."


@pytest.mark.parametrize(
    ("counter", "title", "money"),
    [
        (
            snapshots.ended(),
            "Waktu pembayaran habis.",
            "Saldo pelanggan terpotong? Jangan bayar lagi.",
        ),
        (
            snapshots.ended(State.CANCELLED),
            "Pembayaran dibatalkan.",
            "Saldo pelanggan terpotong? Jangan bayar lagi.",
        ),
        (
            snapshots.ended(State.FAILED, Problem.WRONG_KEY),
            "Gateway tidak menerima kunci toko ini.",
            "Tidak ada tagihan yang dibuat. Uang pelanggan tidak tersentuh.",
        ),
        (
            snapshots.ended(State.DENIED, Problem.DENIED),
            "Pembayaran ditolak oleh penyedia dompet.",
            "Tidak ada uang yang berpindah. Tagihan itu sudah ditutup.",
        ),
        (
            snapshots.ended(State.PAID),
            "Uang masuk terlambat.",
            "Jangan menagih pelanggan ini lagi.",
        ),
        (
            snapshots.ended(State.REVERSED),
            "Uang pembayaran ini dikembalikan.",
            "Jangan menagih pelanggan ini lagi.",
        ),
    ],
)
def test_the_end_says_why_and_about_the_money(desk: Desk, counter: Counter, title: str, money: str) -> None:
    desk.show(counter)
    ended = page(desk, EndedPage)
    assert ended.headline.words[0] == title
    assert ended.notice.words[0] == money
    assert desk.window.cart.tenders.isVisible()


@pytest.mark.parametrize(
    ("state", "answer"),
    [
        (State.EXPIRED, "sudah habis"),
        (State.REFUNDED, "sudah dikembalikan"),
        (State.REVERSED, "ditarik kembali"),
    ],
)
def test_the_end_says_what_the_last_check_said(desk: Desk, state: State, answer: str) -> None:
    ended = snapshots.ended(state)
    desk.show(ended)
    assert page(desk, EndedPage).asked.text() == f"Dicek 14.32.22: {answer}."
    desk.show(replace(ended, watch=None))
    assert page(desk, EndedPage).asked.text() == ""


def test_an_end_that_holds_the_sale_offers_no_way_back_into_it(desk: Desk) -> None:
    desk.show(snapshots.another_amount())
    ended = page(desk, EndedPage)
    assert ended.notice.words[0] == "Jangan menagih pelanggan ini lagi."
    came, charged = "Rp\u00a057.000", "Rp\u00a0210.900"
    assert ended.headline.words[1].startswith(f"Dibayar {came}, ditagih {charged}.")
    assert not ended.back.isVisible()
    assert ended.asked.text() == ""
    desk.press(Qt.Key.Key_Escape)
    assert desk.sent == []
    desk.show(snapshots.ended())
    assert ended.back.isVisible()


def test_the_language_changes_while_it_runs(desk: Desk) -> None:
    desk.show(snapshots.waiting())
    desk.window.top_bar.language_wanted.emit()
    waiting = page(desk, WaitingPage)
    assert waiting.notice.words[0] == "Waiting for the customer to scan and pay."
    assert waiting.time_left.figures.text() == "12:41"
    assert waiting.amount.text() == "Rp\u00a0210.900"
    assert desk.window.cart.chip.words == "Locked"
    desk.show(snapshots.paid())
    assert page(desk, PaidPage).panel.words[2] == "Two hundred ten thousand nine hundred rupiah"


def test_what_was_refused_is_said_until_the_sale_moves_on(desk: Desk) -> None:
    desk.show(snapshots.empty())
    desk.tell(Refused(Problem.EMPTY_SALE))
    assert desk.window.news.words[0] == "Belum ada barang di penjualan ini."
    desk.show(snapshots.ringing_up())
    assert not desk.window.news.isVisible()


def test_what_was_refused_stays_while_the_till_only_asks_the_gateway(desk: Desk) -> None:
    desk.show(snapshots.waiting())
    desk.tell(Refused(Problem.SALE_IS_LOCKED))
    desk.show(replace(snapshots.waiting(), watch=snapshots.watch(700.0)))
    assert desk.window.news.words[0] == "Isi penjualan terkunci selama pembayaran berjalan."
    assert desk.window.news.isVisible()
    desk.show(snapshots.paid())
    assert not desk.window.news.isVisible()


def test_news_of_a_parked_sale_stays_until_it_was_read(desk: Desk) -> None:
    desk.show(snapshots.empty())
    desk.tell(ParkedChanged(snapshots.payment(State.PAID), "0217", frozenset()))
    desk.show(snapshots.ringing_up())
    assert desk.window.news.words == (
        "Penjualan 0217 lunas.",
        "Rp\u00a0210.900 sudah diverifikasi ke gateway.",
    )


@pytest.mark.parametrize(
    ("state", "attention", "kind"),
    [
        (State.PAID, frozenset[Attention](), "indigo"),
        (State.PAID, frozenset({Attention.PAID_LATE}), "amber"),
        (State.EXPIRED, frozenset[Attention](), "amber"),
    ],
)
def test_only_what_asks_for_somebody_is_amber(
    desk: Desk, state: State, attention: frozenset[Attention], kind: str
) -> None:
    desk.show(snapshots.empty())
    desk.tell(Faulted("TSJ-1", "disk hiccup"))
    desk.tell(ParkedChanged(snapshots.payment(state), "0217", attention))
    assert desk.window.news.property("banner") == kind


@pytest.mark.parametrize(
    ("state", "reason", "head", "kind"),
    [
        (State.CANCELLED, CancelReason.WRONG_ITEM, "Penjualan 0217 dibatalkan.", "indigo"),
        (State.EXPIRED, CancelReason.CUSTOMER_LEFT, "Penjualan 0217 dibatalkan.", "indigo"),
        (State.CANCELLED, CancelReason.UNUSABLE, "Pembayaran penjualan 0217 berakhir.", "amber"),
        (State.CANCELLED, None, "Pembayaran penjualan 0217 berakhir.", "amber"),
        (State.DENIED, CancelReason.WRONG_ITEM, "Pembayaran penjualan 0217 berakhir.", "amber"),
    ],
)
def test_what_somebody_here_gave_up_is_no_warning(
    desk: Desk, state: State, reason: CancelReason | None, head: str, kind: str
) -> None:
    given_up = replace(snapshots.payment(state), cancel=CancelAsked(reason) if reason else None)
    desk.show(snapshots.empty())
    desk.tell(ParkedChanged(given_up, "0217", frozenset()))
    assert (desk.window.news.words[0], desk.window.news.property("banner")) == (head, kind)
    desk.show(snapshots.ringing_up())
    assert desk.window.news.isVisible() is (kind == "amber")  # what was asked for, nobody has to put away


def test_a_fault_of_ours_is_said_once_and_stops_nothing(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.tell(Faulted("TSJ-1", "disk hiccup"))
    assert "TSJ-1 disk hiccup" in desk.window.news.words[1]
    assert desk.window.sale_page.isVisible()


def test_a_journal_that_cannot_be_written_blocks_in_plain_words_and_leaves_the_cart(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.tell(Refused(Problem.JOURNAL_UNWRITABLE))
    desk.show(snapshots.ringing_up())
    halted = page(desk, HaltedPage)
    assert halted.headline.words[0] == "Catatan penjualan tidak dapat ditulis ke disk."
    assert desk.window.cart.lines.isVisible()
    assert not desk.window.cart.tenders.qr.isEnabled()
    desk.press(Qt.Key.Key_Return)
    assert desk.window.sale_page.isVisible()
    assert desk.window.cart.tenders.qr.isEnabled()


def test_a_payment_that_nobody_could_record_is_blocked_until_somebody_can(desk: Desk) -> None:
    desk.show(snapshots.waiting())
    desk.tell(Refused(Problem.JOURNAL_UNWRITABLE))
    desk.show(replace(snapshots.waiting(), is_withheld=True))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        desk.press(key)
        halted = page(desk, HaltedPage)
        assert halted.headline.words[0] == "Catatan penjualan tidak dapat ditulis ke disk."
        assert not [button for button in halted.findChildren(QAbstractButton) if button.isVisible()]
    assert desk.sent == []
    desk.show(snapshots.waiting())
    page(desk, WaitingPage)


def test_a_damaged_journal_stays_said(desk: Desk) -> None:
    desk.tell(Halted(Problem.JOURNAL_DAMAGED, "till.db"))
    assert page(desk, HaltedPage).headline.words[0] == "Catatan penjualan rusak dan tidak dibuka."
    desk.show(snapshots.empty())
    page(desk, HaltedPage)


def test_a_till_that_did_not_start_sells_nothing_and_says_what_to_do(desk: Desk) -> None:
    desk.tell(Halted(Problem.TILL_NOT_STARTED, "ZeroDivisionError: no shop"))
    assert page(desk, HaltedPage).headline.words[0] == "Kasir tidak dapat dimulai."
    desk.press(Qt.Key.Key_F5)
    assert not desk.sent


def test_a_damaged_journal_is_not_put_away_by_a_trouble_that_passes(desk: Desk) -> None:
    desk.show(snapshots.ringing_up())
    desk.tell(Halted(Problem.JOURNAL_DAMAGED, "till.db"))
    desk.tell(Refused(Problem.JOURNAL_UNWRITABLE))
    desk.press(Qt.Key.Key_Return)
    desk.show(snapshots.waiting())
    assert page(desk, HaltedPage).headline.words[0] == "Catatan penjualan rusak dan tidak dibuka."
    assert not desk.window.cart.tenders.isEnabled()


def test_lights_have_three_shapes_and_words(desk: Desk) -> None:
    since = snapshots.NOW - timedelta(minutes=3)
    desk.tell(LightsShown(Light(Glow.SLOW), Light(Glow.DOWN, since=since), Light(Glow.OFF)))
    lights = desk.window.top_bar.lights
    assert lights.gateway.chip.words == "Gateway belum menjawab"
    assert lights.relay.chip.words == "Relay terputus 3\u00a0mnt 0\u00a0dtk"
    assert not lights.printer.isVisible()
    desk.tell(snapshots.lights())
    assert lights.gateway.accessibleName() == "Gateway 0,24\u00a0dtk"
    assert not lights.gateway.chip.isVisible()


def test_a_wrong_clock_is_said_once(desk: Desk) -> None:
    wrong = replace(snapshots.lights(), clock_offset_seconds=-185.0)
    desk.tell(wrong)
    assert desk.window.news.words[0] == "Jam komputer ini berbeda 3\u00a0mnt 5\u00a0dtk dari gateway."
    desk.window.news.clear()
    desk.tell(wrong)
    assert not desk.window.news.isVisible()


def test_a_window_of_real_money_has_no_marks(desk: Desk) -> None:
    assert desk.window.marks is None


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        (Environment.PRACTICE, "MODE LATIHAN · BUKAN PEMBAYARAN ASLI"),
        (Environment.SANDBOX, "SANDBOX MIDTRANS · BUKAN PEMBAYARAN ASLI"),
    ],
)
def test_everything_else_is_marked(make_desk: MakeDesk, environment: Environment, words: str) -> None:
    desk = make_desk(environment)
    desk.show(snapshots.waiting())
    marks = desk.window.marks
    assert marks is not None
    assert marks.tab.words == words
    image = desk.window.grab().toImage()
    edge = {image.pixelColor(x, 4).name() for x in range(400)}
    assert {"#facc15", "#111827"} <= edge
