"""One whole sale, played on the real windows, with a picture of both after every step."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.app.desktop import Desktop
from pos_app.app.practice import PracticeLink
from pos_app.domain.sale import WIB
from pos_app.till.messages import CounterShown, Event, NewSale, ShowStory, Stage, StoryShown

_BEAT = 50
_PATIENCE = 30_000
_SETTLE = 400
"""Milliseconds: between two looks, until a step has failed, and for a picture to come to rest."""

Condition = Callable[[], bool]


class Tour(QObject):
    """Types, pays and waits as people would. The pictures and the timeline go to `folder`."""

    def __init__(self, folder: Path, link: PracticeLink) -> None:
        super().__init__()
        self._folder = folder
        self._link = link
        self._last: CounterShown | None = None
        self._story: StoryShown | None = None
        self._pictures = 0
        self._waited = 0

    def begin(self, app: QApplication, desktop: Desktop) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._app, self._desktop = app, desktop
        desktop.bridge.connect_to(self._hear)
        self._steps = self._play()
        self._timer = QTimer(self, interval=_BEAT)
        self._timer.timeout.connect(self._look)
        self._next()
        self._timer.start()

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if isinstance(event, CounterShown):
            self._last = event
        elif isinstance(event, StoryShown):
            self._story = event

    def _play(self) -> Iterator[Condition]:
        """Each step acts, then gives what must have come true before the next."""
        yield lambda: self._at(Stage.RINGING_UP)
        yield from self._photograph("welcome")
        self._type("susu")
        yield from self._photograph("search")
        self._press(Qt.Key.Key_Return)
        yield lambda: self._pieces() == 1
        self._type("44000")
        yield from self._photograph("amount")
        self._press(Qt.Key.Key_Return)
        yield lambda: self._pieces() == 2
        yield from self._photograph("cart")
        self._press(Qt.Key.Key_F5)
        yield lambda: self._at(Stage.WAITING)
        yield from self._photograph("waiting")
        order_id = self._order_id()
        self._link.gateway.pay(order_id)
        yield lambda: self._at(Stage.PAID)
        yield from self._photograph("paid")
        self._desktop.backroom.post(ShowStory(order_id))
        yield lambda: self._story is not None
        self._tell()
        self._desktop.backroom.post(NewSale())
        yield lambda: self._at(Stage.RINGING_UP)
        yield from self._photograph("next-customer")

    def _look(self) -> None:
        self._waited += _BEAT
        if self._condition():
            self._next()
        elif self._waited > _PATIENCE:
            self._timer.stop()
            stage = self._last.counter.stage.value if self._last else "nothing shown"
            sys.stderr.write(f"pos-app: the tour waited too long after picture {self._pictures} ({stage})\n")
            self._app.exit(1)

    def _next(self) -> None:
        self._waited = 0
        try:
            self._condition = next(self._steps)
        except StopIteration:
            self._timer.stop()
            sys.stdout.write(f"\nGambar / pictures: {self._folder}\n")
            sys.stdout.flush()
            self._app.exit(0)

    def _photograph(self, name: str) -> Iterator[Condition]:
        yield lambda: self._waited >= _SETTLE
        self._pictures += 1
        windows: tuple[tuple[str, QWidget], ...] = (
            ("cashier", self._desktop.cashier),
            ("customer", self._desktop.customer),
        )
        for who, window in windows:
            window.grab().save(str(self._folder / f"{self._pictures:02d}-{name}-{who}.png"))

    def _press(self, key: Qt.Key) -> None:
        QTest.keyClick(self._focus(), key)

    def _type(self, text: str) -> None:
        """As slowly as a hand: what comes faster is a scanner's."""
        QTest.keyClicks(self._focus(), text, delay=60)

    def _focus(self) -> QWidget:
        return self._app.focusWidget() or self._desktop.cashier

    def _at(self, stage: Stage) -> bool:
        return self._last is not None and self._last.counter.stage is stage

    def _pieces(self) -> int:
        return self._last.counter.cart.pieces if self._last else 0

    def _order_id(self) -> str:
        assert self._last is not None
        assert self._last.counter.payment is not None
        return self._last.counter.payment.order_id

    def _tell(self) -> None:
        """The payment's timeline, as its evidence says it."""
        assert self._story is not None
        lines = [f"{self._story.order_id}"]
        for step in self._story.steps:
            at = step.at.astimezone(WIB)
            lines.append(
                f"  {at:%H.%M.%S}.{at.microsecond // 1000:03d}  {type(step.fact).__name__:<12} {step.state.value}"
            )
        text = "\n".join(lines)
        sys.stdout.write(f"{text}\n")
        (self._folder / "timeline.txt").write_text(f"{text}\n", encoding="utf-8")
