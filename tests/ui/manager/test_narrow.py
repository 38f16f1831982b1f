"""On the narrow window the side panel still says the number, the name, and every sentence to its end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from pos_app.domain.errors import Problem
from pos_app.domain.evidence import (
    Call,
    CancelAsked,
    CancelReason,
    Decision,
    Fact,
    Notified,
    QrRead,
    QrRefused,
    Reading,
    RefundAsked,
    Said,
    Sent,
    Stalled,
    TransactionStatus,
    Unanswered,
)
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.states import State
from pos_app.till.messages import BoardShown, DecidedFound, StoryShown
from pos_app.till.snapshot import BoardRow, StoryStep
from pos_app.ui.manager import story_line
from pos_app.ui.manager.board_page import BoardPage
from pos_app.ui.widgets.label import ElidedLabel
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.manager import boards
from tests.ui.manager.conftest import KEY

NARROW = (1024, 768)

WAITING = [
    boards.row("02", 9, Method.QRIS, 478_600, 60, left=800),
    boards.row("02", 9, Method.QRIS, 478_600, 60, left=40),
    boards.row("02", 9, Method.QRIS, 478_600, 60, state=State.IN_DOUBT),
    boards.row("02", 9, Method.QRIS, 478_600, 60, state=State.CANCELLING),
    boards.row("02", 9, Method.ALFAMART, 478_600, 60, left=80_000),
    boards.row("02", 9, Method.INDOMARET, 478_600, 60, left=80_000),
    boards.row("02", 9, Method.INDOMARET, 478_600, 60, left=0),
]


def _open(
    make_desk: MakeDesk, language: Language, *turns: BoardShown | DecidedFound
) -> tuple[Desk, BoardPage]:
    """The board, turned as often as there is something to show on the next tab."""
    desk = make_desk(size=NARROW, language=language)
    desk.tell(snapshots.lights())
    desk.show(snapshots.ringing_up())
    desk.tell(boards.staff())
    for shown in turns:
        desk.press(KEY.Key_F9)
        desk.tell(shown)
    desk.settle()
    page = desk.window.back_room.currentWidget()
    assert isinstance(page, BoardPage)
    return desk, page


def _cut(page: BoardPage) -> list[str]:
    panel = page.side.currentWidget()
    assert panel is not None
    lines = [line for line in panel.findChildren(ElidedLabel) if line.isVisible()]
    assert lines
    return [line.text() for line in lines if line.shown != line.text()]


def _facts(row: BoardRow) -> tuple[Fact, ...]:
    """All kinds of facts that a story tells."""
    reading = Reading(code=201, status=TransactionStatus.PENDING, order_id=row.payment.order_id)
    refused, absent = replace(reading, code=410), Reading(code=404, status=TransactionStatus.ABSENT)
    decided = boards.TASK.payment.decision
    assert decided is not None
    return (
        Sent(),
        Unanswered(Call.CHARGE, was_sent=True),
        *(Said(call, said) for call in Call for said in (reading, refused)),
        Said(Call.STATUS, absent),
        *(Notified(replace(reading, status=status), signed=True) for status in TransactionStatus),
        QrRead(snapshots.QR),
        QrRefused(Problem.QR_UNREADABLE),
        CancelAsked(CancelReason.CUSTOMER_LEFT, "Rani Pratiwi"),
        Stalled(),
        *(replace(decided, decision=decision) for decision in Decision),
        RefundAsked("refund-1", Rupiah(12_345_678), "", "Sari Dewi"),
    )


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("row", WAITING)
def test_a_waiting_payment_is_told_to_the_end_of_every_line(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch, row: BoardRow, language: Language
) -> None:
    desk, page = _open(make_desk, language, BoardShown((row,)))
    steps = (StoryStep(snapshots.NOW, None, fact, row.payment.state, "") for fact in _facts(row))
    desk.tell(StoryShown(row.payment.order_id, tuple(steps)))
    desk.settle()
    assert _cut(page) == []
    line, has_room = page.payment.story.line, dict[str, bool]()

    def write(painter: QPainter, area: QRect, words: str, letters: QFont, ink: str, **_more: object) -> None:
        has_room[words] = QFontMetrics(letters).horizontalAdvance(words) <= area.width()

    monkeypatch.setattr(story_line, "_write", write)
    line.grab()
    assert [one.title for one in line.told if not has_room[one.title]] == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "row", [boards.LATE, boards.TWICE, boards.OTHER_AMOUNT, boards.TASK, boards.AGAIN, boards.REVERSED]
)
def test_what_wants_a_decision_is_told_to_the_end_of_every_line(
    make_desk: MakeDesk, row: BoardRow, language: Language
) -> None:
    _desk, page = _open(make_desk, language, BoardShown(()), BoardShown((row,)))
    assert _cut(page) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("decision", [one for one in Decision if one is not Decision.REOPEN])
def test_a_decision_names_who_took_it(make_desk: MakeDesk, decision: Decision, language: Language) -> None:
    nothing = BoardShown(())
    row = boards.decided(boards.OTHER_AMOUNT, decision)
    _desk, page = _open(make_desk, language, nothing, nothing, DecidedFound("", (row,)))
    assert _cut(page) == []
    assert any("Sari D." in label.text() for label in page.attention.facts.findChildren(ElidedLabel))
