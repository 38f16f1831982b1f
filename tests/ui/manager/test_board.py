from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.domain.decision import Obstacle
from pos_app.domain.evidence import CancelReason, Decision
from pos_app.domain.staff import Pin, Right
from pos_app.domain.states import State
from pos_app.till.desk_messages import (
    AttachableSale,
    AttachableShown,
    Decide,
    DecisionTaken,
    DeskRefused,
    PinAccepted,
    PinRefusal,
    PinRefused,
    RefundOnline,
    ShowAttachable,
)
from pos_app.till.messages import BoardShown, Cancel, CheckNow, Print, Resume, ShowStory
from pos_app.ui.manager.filters import Filter
from tests.ui import snapshots
from tests.ui.manager import boards
from tests.ui.manager.conftest import ALT, KEY, OpenBoard, asked

ALFAMART = boards.ALFAMART.payment.order_id
LATE = boards.LATE.payment.order_id


def shown(page_rows: object) -> list[str]:
    rows = getattr(page_rows, "rows")  # noqa: B009 - the model of either list
    return [row.sale_label for row in rows]


def test_the_board_has_what_waits_and_counts_what_wants_a_decision(open_board: OpenBoard) -> None:
    desk, page = open_board()
    assert shown(page.frame.waiting.rows) == ["0218", "0217", "0164", "0152", "0031", "0198", "0211", "0140"]
    assert shown(page.frame.attention.rows) == ["0193", "0149", "0205"]
    assert page.frame.footer == ("8 pesanan tertunda, semua kasir", "Rp\u00a02.193.100")
    bar = desk.window.sale_page.action_bar
    assert bar.pending.words[0] == "Tertunda 8"
    assert bar.badge.text() == "3"


@pytest.mark.parametrize(
    ("number", "labels"),
    [
        (1, ["0218", "0217", "0164"]),
        (2, ["0152", "0031", "0198", "0211", "0140"]),
        (3, ["0218", "0217", "0198", "0211"]),
        (4, ["0218", "0164", "0152"]),
    ],
)
def test_alt_and_a_digit_narrow_the_board(open_board: OpenBoard, number: int, labels: list[str]) -> None:
    desk, page = open_board()
    desk.press(KEY(KEY.Key_1 + number), ALT)
    assert shown(page.frame.waiting.rows) == labels
    kind = tuple(Filter)[number]
    assert page.frame.filters.chips[kind].words.endswith(f" {len(labels)}")


@pytest.mark.parametrize("text", ["325.000", "0211-1", "8902 1107"])
def test_typing_looks_for_a_number_a_code_or_an_amount(open_board: OpenBoard, text: str) -> None:
    desk, page = open_board()
    desk.type(text)
    assert shown(page.frame.waiting.rows) == ["0211"]
    desk.press(KEY.Key_Escape)
    assert len(page.frame.waiting.rows.rows) == 8
    assert desk.window.back_room.is_open
    desk.press(KEY.Key_Escape)
    assert not desk.window.back_room.is_open


def test_keys_act_on_the_selected_payment(open_board: OpenBoard) -> None:
    desk, page = open_board()
    for _ in range(6):
        desk.press(KEY.Key_Down)
    assert page.frame.waiting.rows.current == ALFAMART
    desk.sent.clear()
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_F11)
    desk.press(KEY.Key_F4)
    assert desk.sent == [CheckNow(ALFAMART), Print(ALFAMART), Resume(ALFAMART)]
    assert not desk.window.back_room.is_open


def test_asking_again_waits_for_its_ten_seconds(open_board: OpenBoard) -> None:
    desk, page = open_board()
    assert page.payment.check.words == ("Cek", "6\u00a0dtk")
    desk.press(KEY.Key_Return)
    assert desk.sent == []


def test_the_story_is_asked_for_and_told(open_board: OpenBoard) -> None:
    desk, page = open_board()
    for _ in range(6):
        desk.press(KEY.Key_Down)
    assert desk.sent[-1] == ShowStory(ALFAMART)
    desk.tell(boards.story())
    assert [one.title for one in page.payment.story.line.told] == [
        "Kode diminta oleh Rani P.",
        "Gateway membuat kode",
        "Kabar push: menunggu",
        "Cek: belum dibayar",
        "Menunggu dibayar di Alfamart",
    ]
    desk.press(KEY.Key_Right)
    assert "signature_key" in page.payment.story.raw.toPlainText()
    desk.press(KEY.Key_Escape)
    assert not page.payment.story.shows_raw
    assert desk.window.back_room.is_open


def test_a_payment_that_moves_is_told_anew(open_board: OpenBoard) -> None:
    desk, _ = open_board()
    moved = replace(boards.WAITING[0], payment=replace(boards.WAITING[0].payment, absent_reads=1))
    desk.tell(BoardShown((moved, *boards.WAITING[1:])))
    assert desk.sent == [ShowStory(moved.payment.order_id)]


def test_the_board_stays_as_it_is_scrolled(open_board: OpenBoard) -> None:
    desk, page = open_board()
    rows = tuple(boards.many(60))
    desk.tell(BoardShown(rows))
    desk.settle()
    page.frame.waiting.verticalScrollBar().setValue(900)
    desk.tell(BoardShown(rows[1:]))
    desk.settle()
    assert page.frame.waiting.verticalScrollBar().value() == 900


def test_cancelling_needs_a_reason_and_a_pin(open_board: OpenBoard) -> None:
    desk, page = open_board()
    desk.press(KEY.Key_Delete)
    panel = asked(desk.window)
    assert panel.head.words[0] == "Batalkan TSJ02-0218-1?"
    assert not panel.confirm.isEnabled()
    desk.type("2468")
    assert not panel.confirm.isEnabled()
    desk.press(KEY.Key_2, ALT)
    assert panel.confirm.isEnabled()
    desk.press(KEY.Key_Return)
    order_id = boards.WAITING[0].payment.order_id
    assert desk.sent == [Cancel(order_id, CancelReason.WRONG_ITEM, "", Pin("2468"))]
    assert page.is_asking
    desk.press(KEY.Key_Return)
    assert len(desk.sent) == 1
    desk.tell(PinAccepted(boards.SARI, Right.CANCEL))
    assert not page.is_asking


def test_a_wrong_pin_is_red_and_says_how_many_are_left(open_board: OpenBoard) -> None:
    desk, page = open_board()
    desk.press(KEY.Key_Delete)
    desk.press(KEY.Key_1, ALT)
    desk.type("1111")
    desk.press(KEY.Key_Return)
    desk.sent.clear()
    desk.tell(PinRefused(PinRefusal.WRONG, Right.CANCEL, 6, 5.0))
    panel = asked(desk.window)
    assert panel.cells.is_wrong
    assert panel.cells.filled == 0
    assert panel.advice.text() == "PIN salah, sisa 6 kali. Tunggu 5\u00a0dtk."
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert desk.sent == []
    desk.clock.advance(5)
    desk.tell(boards.board())
    desk.sent.clear()
    desk.press(KEY.Key_Return)
    assert desk.sent == [
        Cancel(boards.WAITING[0].payment.order_id, CancelReason.CUSTOMER_LEFT, "", Pin("2468"))
    ]
    assert page.is_asking


def test_a_barcode_is_never_a_pin(open_board: OpenBoard) -> None:
    desk, _ = open_board()
    desk.press(KEY.Key_Delete)
    desk.press(KEY.Key_1, ALT)
    desk.scan("8990417300018")
    assert desk.sent == []
    assert asked(desk.window).entry.digits == ""


def test_what_is_asked_is_over_once_the_payment_moved(open_board: OpenBoard) -> None:
    desk, page = open_board()
    desk.press(KEY.Key_Delete)
    first = boards.WAITING[0]
    desk.tell(BoardShown((replace(first, next_check=snapshots.MONOTONIC + 16), *boards.WAITING[1:])))
    assert page.is_asking
    closing = replace(first, payment=replace(first.payment, state=State.CANCELLING))
    desk.tell(BoardShown((closing, *boards.WAITING[1:])))
    assert not page.is_asking


def test_escape_keeps_the_order(open_board: OpenBoard) -> None:
    desk, page = open_board()
    desk.press(KEY.Key_Delete)
    desk.press(KEY.Key_Escape)
    assert not page.is_asking
    assert desk.sent == []


def test_without_staff_no_pin_is_asked(open_board: OpenBoard) -> None:
    desk, page = open_board(with_staff=False)
    desk.press(KEY.Key_Delete)
    assert not asked(desk.window).cells.isVisible()
    desk.press(KEY.Key_3, ALT)
    desk.press(KEY.Key_Return)
    assert desk.sent == [Cancel(boards.WAITING[0].payment.order_id, CancelReason.WRONG_AMOUNT)]
    assert not page.is_asking


def test_who_may_cancel_alone_needs_no_pin(open_board: OpenBoard) -> None:
    desk, _ = open_board()
    desk.tell(boards.staff(boards.BAYU))
    desk.press(KEY.Key_Delete)
    assert not asked(desk.window).cells.isVisible()


def test_a_decision_has_a_reason_and_somebodys_own_pin(open_board: OpenBoard, qtbot: QtBot) -> None:
    desk, page = open_board()
    desk.tell(boards.staff(boards.SARI))
    desk.press(KEY.Key_F9)
    desk.press(KEY.Key_2)
    qtbot.waitUntil(lambda: page.is_asking)
    desk.press(KEY.Key_3, ALT)
    desk.type("kasir 2 lupa")
    desk.press(KEY.Key_Return)
    desk.type("2468")
    desk.sent.clear()
    desk.press(KEY.Key_Return)
    assert desk.sent == [Decide(LATE, Decision.HAND_OVER, "kasir 2 lupa", Pin("2468"))]


def test_attaching_asks_for_the_sale_first(open_board: OpenBoard, qtbot: QtBot) -> None:
    desk, page = open_board()
    desk.press(KEY.Key_F9)
    desk.sent.clear()
    desk.press(KEY.Key_3)
    qtbot.waitUntil(lambda: desk.sent == [ShowAttachable(LATE)])
    sales = AttachableSale(901, "0219", date(2026, 11, 20)), AttachableSale(902, "0219", date(2026, 11, 19))
    desk.tell(AttachableShown(LATE, sales))
    assert page.is_asking
    desk.press(KEY.Key_Return)
    assert asked(desk.window).advice.text() == "Pilih dulu salah satu: Alt 1 sampai Alt 2."
    assert asked(desk.window).choices.words == ("0219, 20\u00a0Nov", "0219, 19\u00a0Nov")
    desk.press(KEY.Key_2, ALT)
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_1, ALT)
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert desk.sent[-1] == Decide(LATE, Decision.ATTACH, "Orang sama", Pin("2468"), 902)


def test_a_single_sale_is_chosen_too_before_money_goes_to_it(open_board: OpenBoard, qtbot: QtBot) -> None:
    desk, page = open_board()
    desk.press(KEY.Key_F9)
    desk.tell(AttachableShown(LATE, (AttachableSale(901, "0219", date(2026, 11, 20)),)))
    desk.press(KEY.Key_Return)
    assert asked(desk.window).advice.text() == "Pilih dulu dengan Alt 1."
    assert page.is_asking


def test_nothing_to_attach_to_is_said(open_board: OpenBoard, qtbot: QtBot) -> None:
    desk, _ = open_board()
    desk.press(KEY.Key_F9)
    desk.tell(AttachableShown(LATE, ()))
    panel = asked(desk.window)
    assert panel.advice.text() == "Tidak ada penjualan terbuka dengan jumlah yang sama."
    desk.sent.clear()
    desk.press(KEY.Key_Return)
    assert desk.sent == []


def test_a_decision_can_be_taken_back_while_the_board_is_open(open_board: OpenBoard, qtbot: QtBot) -> None:
    desk, page = open_board()
    desk.press(KEY.Key_F9)
    taken = boards.decided(boards.LATE, Decision.HAND_OVER)
    desk.tell(DecisionTaken(taken.payment))
    desk.tell(BoardShown((*boards.WAITING, *boards.WANTING[1:])))
    page.frame.attention.rows.current = LATE
    desk.tell(boards.board(*boards.WAITING, *boards.WANTING[1:]))
    assert [button.words[0] for button in page.attention.buttons if button.isVisible()] == [
        "Tarik kembali keputusan"
    ]
    desk.press(KEY.Key_1)
    qtbot.waitUntil(lambda: page.is_asking)
    desk.press(KEY.Key_1, ALT)
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert desk.sent[-1] == Decide(LATE, Decision.REOPEN, "Salah pilih", Pin("2468"))


def test_an_open_refund_task_can_go_through_the_gateway_or_the_drawer(
    open_board: OpenBoard, qtbot: QtBot
) -> None:
    desk, page = open_board()
    task = boards.decided(boards.LATE, Decision.REFUND_TASK)
    desk.tell(boards.board(task))
    desk.press(KEY.Key_F9)
    assert [button.words[0] for button in page.attention.buttons if button.isVisible()] == [
        "Kembalikan lewat gateway",
        "Sudah dikembalikan tunai",
        "Tarik kembali keputusan",
    ]
    desk.press(KEY.Key_1)
    qtbot.waitUntil(lambda: page.is_asking)
    desk.type("2468")
    desk.press(KEY.Key_Return)
    assert desk.sent[-1] == RefundOnline(LATE, Pin("2468"))


def test_a_refusal_is_said_and_the_panel_goes(open_board: OpenBoard) -> None:
    desk, page = open_board(with_staff=False)
    desk.tell(DeskRefused(Obstacle.DECISION_DOES_NOT_FIT))
    assert desk.window.news.words[1] == "Pembayarannya sudah berubah. Lihat lagi, lalu putuskan."
    assert not page.is_asking


def test_a_scan_on_the_decisions_decides_nothing(open_board: OpenBoard, qtbot: QtBot) -> None:
    desk, page = open_board()
    desk.press(KEY.Key_F9)
    desk.scan("1231231231231")
    qtbot.wait(80)
    assert not page.is_asking


def test_money_of_another_sum_can_go_back_or_be_handed_over(open_board: OpenBoard) -> None:
    desk, page = open_board()
    desk.press(KEY.Key_F9)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Down)
    assert [button.words[0] for button in page.attention.buttons if button.isVisible()] == [
        "Buat tugas pengembalian",
        "Serahkan barang",
    ]


def test_what_a_store_took_back_went_out_as_forced_or_is_closed_without_payment(
    open_board: OpenBoard, qtbot: QtBot
) -> None:
    desk, page = open_board()
    desk.tell(boards.board(boards.REVERSED))
    desk.press(KEY.Key_F9)
    shown = [button.words[0] for button in page.attention.buttons if button.isVisible()]
    assert shown == ["Terima tanpa konfirmasi", "Tutup tanpa pembayaran"]
    desk.press(KEY.Key_2)
    qtbot.waitUntil(lambda: page.is_asking)
    desk.press(KEY.Key_1, ALT)
    desk.type("2468")
    desk.press(KEY.Key_Return)
    order = boards.REVERSED.payment.order_id
    assert desk.sent[-1] == Decide(order, Decision.CLOSE_UNPAID, "Barang tetap", Pin("2468"))


def test_a_refund_that_only_the_gateway_knows_of_says_where_to_look(open_board: OpenBoard) -> None:
    desk, page = open_board()
    desk.tell(boards.board(boards.BARRED))
    desk.press(KEY.Key_F9)
    strong, note = page.attention.notice.words
    assert (strong, note.partition(". ")[2]) == (
        "Belum pasti.",
        "Lihat di situs Midtrans; kalau belum kembali, kembalikan dari sana.",
    )
    shown = [button.words[0] for button in page.attention.buttons if button.isVisible()]
    assert shown == ["Kembalikan lewat gateway"]


def test_money_of_another_sum_waits_for_no_customer(open_board: OpenBoard) -> None:
    desk, page = open_board()
    wrong = replace(boards.OTHER_AMOUNT, payment=replace(boards.OTHER_AMOUNT.payment, state=State.PENDING))
    desk.tell(boards.board(wrong))
    assert page.contents.waiting == []
    assert desk.window.sale_page.action_bar.pending.words[0] == "Tertunda"
    assert [row.payment for row in page.contents.wanting] == [wrong.payment]


def test_a_search_without_a_match_says_so_where_the_rows_would_be(open_board: OpenBoard) -> None:
    desk, page = open_board()
    rows = page.frame.waiting
    assert not rows.nothing.isVisible()
    desk.type("9999")
    desk.settle()
    assert rows.nothing.isVisible()
    assert rows.nothing.text() == "Tidak ada yang cocok dengan “9999”."
    assert rows.nothing.mapTo(rows, QPoint(0, 0)) == QPoint(20, 20)


def test_the_search_has_the_ring_while_the_keys_go_there(open_board: OpenBoard, qtbot: QtBot) -> None:
    desk, page = open_board()
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    field = page.frame.filters.search.parentWidget()
    assert field is not None
    inside = page.frame.filters.search.x()
    assert not field.property("awake")
    desk.press(KEY.Key_F2)
    desk.settle()
    assert field.property("awake") is True
    assert page.frame.filters.search.x() == inside
    desk.press(KEY.Key_Escape)
    assert field.property("awake") is False


def test_no_modal_window_ever_opens(open_board: OpenBoard) -> None:
    desk, _ = open_board()
    for key in (KEY.Key_Delete, KEY.Key_Escape, KEY.Key_F9, KEY.Key_F10):
        desk.press(key)
        assert QApplication.activeModalWidget() is None
        assert [one for one in desk.window.findChildren(QWidget) if one.isWindow()] == []
