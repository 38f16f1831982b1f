"""Decisions that have left the board are found again, and taken back with a PIN and a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos_app.domain.evidence import Decision
from pos_app.domain.language import Language
from pos_app.domain.staff import Pin, Right
from pos_app.domain.states import State
from pos_app.till.desk_messages import Decide, DecisionTaken, FindDecided, PinAccepted, PinRefusal, PinRefused
from pos_app.till.messages import BoardShown, DecidedFound
from pos_app.ui.manager.board_frame import Pane
from pos_app.ui.manager.board_page import BoardPage
from pos_app.ui.text.decisions import board_title, is_over
from pos_app.ui.text.facts import attention_facts
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk
from tests.ui.manager import boards
from tests.ui.manager.conftest import ALT, KEY, OpenBoard

HANDED = replace(boards.decided(boards.LATE, Decision.HAND_OVER), next_check=None)
FORCED = replace(boards.decided(boards.OTHER_AMOUNT, Decision.ACCEPT_FORCED), next_check=None)


@pytest.fixture
def decided(open_board: OpenBoard) -> tuple[Desk, BoardPage]:
    desk, page = open_board()
    desk.press(KEY.Key_F9)
    desk.sent.clear()
    desk.press(KEY.Key_F9)
    assert desk.sent == [FindDecided("")]
    desk.tell(DecidedFound("", (HANDED, FORCED)))
    desk.sent.clear()
    return desk, page


def shown(page: BoardPage) -> list[str]:
    return [row.sale_label for row in page.frame.decided.rows.rows]


def test_f9_goes_round_the_tabs(decided: tuple[Desk, BoardPage]) -> None:
    desk, page = decided
    assert page.frame.list is page.frame.decided
    assert shown(page) == ["0193", "0205"]
    assert page.frame.footer == ("2 keputusan berlaku", "")
    desk.press(KEY.Key_F9)
    assert page.frame.list is page.frame.waiting


def test_a_decision_that_stands_is_calm_and_named(decided: tuple[Desk, BoardPage]) -> None:
    """Amber and a filled button are for what wants something."""
    desk, page = decided
    assert [board_title(row.payment, Language.INDONESIAN) for row in (HANDED, FORCED)] == [
        "Serahkan barang",
        "Terima tanpa konfirmasi",
    ]
    assert page.attention.notice.property("notice") == "indigo"
    assert page.attention.buttons[0].property("kind") == "plain"
    desk.press(KEY.Key_F9)
    desk.press(KEY.Key_F9)
    assert page.attention.notice.property("notice") == "amber"
    assert page.attention.buttons[0].property("kind") == "primary"


def test_who_decided_is_told_of_every_payment(open_board: OpenBoard) -> None:
    desk, page = open_board()
    desk.press(KEY.Key_F9)
    desk.press(KEY.Key_F9)
    desk.tell(DecidedFound("", (boards.HANDED_OVER,)))
    facts = attention_facts(boards.HANDED_OVER.payment, "0205", snapshots.NOW, Language.INDONESIAN)
    assert facts[-1] == ("Diputuskan oleh Sari D.", "Serahkan barang")
    told = [
        (fact._name.text(), fact._value.text()) for fact in page.attention.facts._facts if fact.isVisible()
    ]
    assert told == list(facts)


def test_money_that_is_still_owed_is_amber() -> None:
    assert not is_over(boards.BARRED.payment)


def test_a_decision_is_taken_back_with_a_reason_and_a_pin(
    decided: tuple[Desk, BoardPage], qtbot: QtBot
) -> None:
    desk, page = decided
    assert [button.words[0] for button in page.attention.buttons if button.isVisible()] == [
        "Tarik kembali keputusan"
    ]
    assert not page.attention.check.isVisible()
    desk.sent.clear()
    desk.press(KEY.Key_1)
    qtbot.waitUntil(lambda: page.is_asking)
    desk.press(KEY.Key_3, ALT)
    desk.press(KEY.Key_Return)
    assert page.approval.entry.at_text
    desk.type("barang 2 dus salah")
    desk.press(KEY.Key_Return)
    desk.type("2468")
    desk.press(KEY.Key_Return)
    order = HANDED.payment.order_id
    assert desk.sent == [
        Decide(order, Decision.REOPEN, "barang 2 dus salah", Pin("2468")),
    ]
    desk.sent.clear()

    desk.tell(PinAccepted(boards.SARI, Right.DECIDE))
    desk.tell(DecisionTaken(boards.LATE.payment))
    assert FindDecided("") in desk.sent
    desk.tell(DecidedFound("", (FORCED,)))
    desk.tell(BoardShown((*boards.WAITING, *boards.WANTING)))
    assert shown(page) == ["0205"]
    assert "0193" in [row.sale_label for row in page.frame.attention.rows.rows]
    assert not page.is_asking


def test_a_wrong_pin_takes_nothing_back(decided: tuple[Desk, BoardPage], qtbot: QtBot) -> None:
    desk, page = decided
    desk.press(KEY.Key_1)
    qtbot.waitUntil(lambda: page.is_asking)
    desk.press(KEY.Key_1, ALT)
    desk.type("1111")
    desk.press(KEY.Key_Return)
    desk.tell(PinRefused(PinRefusal.WRONG, Right.DECIDE, 9))
    desk.tell(BoardShown(boards.WAITING))
    assert page.is_asking
    assert shown(page) == ["0193", "0205"]


def test_an_older_decision_is_found_by_its_number(decided: tuple[Desk, BoardPage], qtbot: QtBot) -> None:
    desk, page = decided
    desk.tell(DecidedFound("", (HANDED,), has_more=True))
    assert page.frame.footer[0] == "1 keputusan terbaru. Yang lebih lama: cari nomornya."
    desk.press(KEY.Key_F2)
    desk.type("0205")
    assert desk.sent == [FindDecided("0205"[:end]) for end in range(1, 5)]
    desk.tell(DecidedFound("020", (HANDED, FORCED)))
    assert shown(page) == ["0193"]
    desk.tell(DecidedFound("0205", (FORCED,)))
    assert shown(page) == ["0205"]
    assert not page.is_asking

    desk.press(KEY.Key_Return)
    assert page.frame.decided_head.search.text() == "0205"
    desk.press(KEY.Key_1)
    qtbot.waitUntil(lambda: page.is_asking)
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_Escape)
    assert page.frame.decided_head.search.text() == ""
    assert desk.sent[-1] == FindDecided("")
    desk.press(KEY.Key_Escape)
    assert not desk.window.back_room.is_open


def test_nothing_found_is_said(decided: tuple[Desk, BoardPage]) -> None:
    desk, page = decided
    desk.press(KEY.Key_F2)
    desk.type("9")
    desk.tell(DecidedFound("9", ()))
    assert page.frame.footer[0] == "0 keputusan berlaku"
    assert not page.attention.isVisible()


def test_a_click_on_the_tab_looks_too(open_board: OpenBoard) -> None:
    desk, page = open_board()
    QTest.mouseClick(page.frame.decided_tab, Qt.MouseButton.LeftButton)
    assert desk.sent[-1] == FindDecided("")
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_F9)
    assert page.frame.pane is Pane.WAITING
    assert shown(page) == []


def test_money_that_came_is_not_waited_for(open_board: OpenBoard) -> None:
    desk, page = open_board()
    desk.press(KEY.Key_F9)
    odd = replace(boards.OTHER_AMOUNT, payment=replace(boards.OTHER_AMOUNT.payment, state=State.PENDING))
    desk.tell(BoardShown((odd,)))
    desk.tell(boards.story(odd.payment))
    assert not any(one.is_now for one in page.attention.story.line.told)
    assert page.attention.story.line.told
