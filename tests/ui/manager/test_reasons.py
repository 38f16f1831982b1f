"""Reasons stand clear of their keys, in words that are as long as there is room for."""

from __future__ import annotations

import pytest

from pos_app.domain.evidence import Decision
from pos_app.domain.language import Language
from pos_app.ui.manager.board_page import BoardPage
from pos_app.ui.manager.cancelling import cancelling
from pos_app.ui.manager.choices import _ChoiceChip
from pos_app.ui.manager.deciding import deciding
from pos_app.ui.widgets.keycap import Keycap
from tests.ui import snapshots
from tests.ui.cashier.conftest import MakeDesk
from tests.ui.manager import boards
from tests.ui.manager.conftest import KEY, asked

_GAP = 6
"""Pixels between words and the keycap beside them, at least."""

ENGLISH = {
    1366: ("Customer left", "Wrong item", "Wrong amount", "Other method", "Other…"),
    1024: ("Customer left", "Wrong item", "Wrong sum", "Other way", "Other…"),
}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("width", [1366, 1024])
def test_every_reason_stands_clear_of_its_key(make_desk: MakeDesk, width: int, language: Language) -> None:
    desk = make_desk(size=(width, 768), language=language)
    desk.show(snapshots.ringing_up())
    desk.tell(boards.staff())
    desk.tell(boards.board())
    desk.press(KEY.Key_F9)
    desk.press(KEY.Key_Delete)
    page = desk.window.back_room.currentWidget()
    assert isinstance(page, BoardPage)
    payment = boards.LATE.payment
    errands = [cancelling(payment, lambda: True)]
    errands += [deciding(payment, decision, lambda: True) for decision in Decision]
    close = {}
    for errand in errands:
        page.approval.begin(errand, desk.window.room())
        desk.settle()
        for chip in page.approval.choices.findChildren(_ChoiceChip):
            cap = chip.findChild(Keycap)
            assert cap is not None
            gap = cap.x() - chip._words.x() - chip._words.sizeHint().width()
            if chip.isVisible() and gap < _GAP:
                close[chip.words] = gap
    assert close == {}


@pytest.mark.parametrize("width", [1366, 1024])
def test_only_the_narrow_window_has_shorter_reasons(make_desk: MakeDesk, width: int) -> None:
    desk = make_desk(size=(width, 768), language=Language.ENGLISH)
    desk.show(snapshots.waiting())
    desk.press(KEY.Key_Delete)
    assert asked(desk.window).choices.words == ENGLISH[width]
