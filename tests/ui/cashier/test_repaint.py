"""What is told again is not painted again, and what has changed is painted alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.domain.environment import Environment
from pos_app.till.messages import BoardShown
from pos_app.ui.widgets.spinner import Spinner
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.cashier.test_layout import COUNTERS, place

_A_FEW_FRAMES = 30
"""Milliseconds: what is to be painted waits for the next frame."""


class Painted(QObject):
    """Collects what is painted of one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.region = QRegion()
        self.widgets: set[str] = set()
        self._window = window
        for widget in (window, *window.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            corner = place(watched, self._window).topLeft()
            self.region += event.region().translated(corner)
            self.widgets.add(type(watched).__name__)
        return False

    def wait_for_rest(self) -> None:
        """Until nothing more is painted: layouts, styles, other windows that close."""
        for _ in range(100):
            self.region, self.widgets = QRegion(), set()
            QTest.qWait(_A_FEW_FRAMES)
            if not self.widgets:
                return
        raise AssertionError(f"it never comes to rest: {self.widgets}")

    @property
    def pixels(self) -> int:
        parts: Iterable[QRect] = self.region  # type: ignore[assignment]  # the stubs don't know that it is one
        return sum(part.width() * part.height() for part in parts)


def keep_still(desk: Desk) -> None:
    """Without what moves by itself, and without pages that are still being built."""
    desk.window.pages._ahead.stop()
    for spinner in desk.window.findChildren(Spinner):
        spinner._timer.stop()


@pytest.fixture(autouse=True)
def still_cursor(qapp: QApplication) -> Iterator[None]:
    """A text cursor that blinks paints itself."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


@pytest.mark.parametrize("environment", [Environment.PRODUCTION, Environment.PRACTICE])
@pytest.mark.parametrize("name", list(COUNTERS))
def test_what_is_told_again_is_not_painted_again(
    make_desk: MakeDesk, environment: Environment, name: str
) -> None:
    desk = make_desk(environment)
    counter = COUNTERS[name]
    desk.tell(snapshots.lights())
    desk.show(counter)
    keep_still(desk)
    painted = Painted(desk.window)
    painted.wait_for_rest()
    desk.tell(snapshots.lights())
    desk.tell(BoardShown(()))
    desk.show(counter)
    QTest.qWait(_A_FEW_FRAMES)
    assert painted.widgets == set()


def test_a_second_of_waiting_paints_the_time_alone(make_desk: MakeDesk) -> None:
    desk = make_desk(Environment.PRACTICE)
    desk.show(snapshots.waiting())
    keep_still(desk)
    painted = Painted(desk.window)
    painted.wait_for_rest()
    desk.clock.advance(1)
    desk.tell(snapshots.lights())
    QTest.qWait(_A_FEW_FRAMES)
    assert 0 < painted.pixels < desk.window.width() * desk.window.height() / 10
