"""What is told again is not painted again, and what has changed is painted alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.domain.environment import Environment
from pos_app.till.messages import BoardShown
from tests.ui import snapshots
from tests.ui.cashier.conftest import MakeDesk
from tests.ui.cashier.test_layout import COUNTERS, place


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

    @property
    def pixels(self) -> int:
        parts: Iterable[QRect] = self.region  # type: ignore[assignment]  # the stubs don't know that it is one
        return sum(part.width() * part.height() for part in parts)


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
    desk.settle()
    QApplication.processEvents()
    painted = Painted(desk.window)
    desk.tell(snapshots.lights())
    desk.tell(BoardShown(()))
    desk.show(counter)
    QApplication.processEvents()
    assert painted.widgets - {"Spinner"} == set()


def test_a_second_of_waiting_paints_the_time_alone(make_desk: MakeDesk) -> None:
    desk = make_desk(Environment.PRACTICE)
    desk.show(snapshots.waiting())
    desk.settle()
    QApplication.processEvents()
    painted = Painted(desk.window)
    desk.clock.advance(1)
    desk.tell(snapshots.lights())
    QApplication.processEvents()
    assert 0 < painted.pixels < desk.window.width() * desk.window.height() / 10
