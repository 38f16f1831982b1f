from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pos_app.ui.manager.approval import Approval
from pos_app.ui.manager.board_page import BoardPage
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk, make_desk, theme
from tests.ui.manager import boards

__all__ = ["make_desk", "theme"]

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier

OpenBoard = Callable[..., tuple[Desk, BoardPage]]


@pytest.fixture
def open_board(make_desk: MakeDesk) -> OpenBoard:
    """A window with the pictures' board open; `staff` are at work unless it is None."""

    def opened(*, with_staff: bool = True, size: tuple[int, int] = (1366, 768)) -> tuple[Desk, BoardPage]:
        desk = make_desk(size=size)
        desk.tell(snapshots.lights())
        desk.show(snapshots.ringing_up())
        if with_staff:
            desk.tell(boards.staff())
        desk.tell(boards.board())
        desk.press(KEY.Key_F9)
        page = desk.window.back_room.currentWidget()
        assert isinstance(page, BoardPage)
        desk.sent.clear()
        return desk, page

    return opened


def asked(window: QWidget) -> Approval:
    """The approval that is on show."""
    return next(one for one in window.findChildren(Approval) if one.isVisible())
