"""The whole story on the real windows, played by itself: two sales, a lost answer, a code on paper, an end."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from pos_app.app.desktop import Desktop
from pos_app.app.tour_album import Album, prepared
from pos_app.app.tour_hands import Hands
from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.gateway import Gateway
from pos_app.till.messages import (
    Command,
    CounterShown,
    Event,
    Halted,
    NewSale,
    Park,
    ProductsFound,
    RemoveLine,
    ShowStory,
    StoryShown,
)
from pos_app.till.snapshot import Counter
from pos_app.till.stage import Stage
from pos_app.ui.customer.scene import Face

log = logging.getLogger(__name__)

Key = Qt.Key

_BEAT_MS = 20
_SETTLES = 0.5
_PATIENCE = 30.0
"""Seconds: until a picture has come to rest, and until a step has failed."""

_STUDY_SECONDS = 5.0
"""How long the gateway keeps the till in doubt."""

_LOST_ANSWER = (
    Fault(Harm.LOST, Operation.CHARGE, after_commit=True),
    Fault(Harm.LOST, Operation.NOTIFICATION),
    Fault(Harm.SLOW, Operation.CHARGE, seconds=_STUDY_SECONDS),
)


@dataclass(frozen=True, slots=True)
class Step:
    """What is done, and what is true when it has worked. `picture` is empty where there is nothing new to see."""

    picture: str
    act: Callable[[Tour], None]
    until: Callable[[Tour], bool]


def _press(*keys: Key) -> Callable[[Tour], None]:
    return lambda tour: tour.hands.press(*keys)


def _type(text: str) -> Callable[[Tour], None]:
    return lambda tour: tour.hands.type(text)


def _found(text: str) -> Callable[[Tour], bool]:
    return lambda tour: tour.found == text


def _rows(count: int) -> Callable[[Tour], bool]:
    return lambda tour: tour.at(Stage.RINGING_UP) and len(tour.counter.cart.lines) == count


def _shown(stage: Stage, face: Face) -> Callable[[Tour], bool]:
    """On both windows: *paid* stays before the customer for a while after the cashier went on."""
    return lambda tour: tour.at(stage) and tour.customer_sees is face


STEPS = (
    Step("", lambda _: None, lambda tour: tour.is_open),
    Step("welcome", lambda tour: tour.clear(), _rows(0)),
    Step("search", _type("susu"), _found("susu")),
    Step("", _press(Key.Key_Return), _rows(1)),
    Step("", _type("roti"), _found("roti")),
    Step("", _press(Key.Key_Return), _rows(2)),
    Step("", _type("telur"), _found("telur")),
    Step("", _press(Key.Key_Return), _rows(3)),
    Step("amount", _type("44000"), _found("44000")),
    Step("cart", _press(Key.Key_Return), _rows(4)),
    Step("waiting", _press(Key.Key_F5), _shown(Stage.WAITING, Face.QR)),
    Step("paid", lambda tour: tour.pay(), _shown(Stage.PAID, Face.PAID)),
    Step("", _press(Key.Key_F2), _shown(Stage.RINGING_UP, Face.IDLE)),
    Step("", _type("beras"), _found("beras")),
    Step("second-cart", _press(Key.Key_Return), _rows(1)),
    Step("", lambda tour: tour.gateway.script(*_LOST_ANSWER), lambda _: True),
    Step("in-doubt", _press(Key.Key_F5), _shown(Stage.IN_DOUBT, Face.QR_IN_DOUBT)),
    Step("found-again", lambda _: None, _shown(Stage.WAITING, Face.QR)),
    Step("other-method", _press(Key.Key_F3), _rows(1)),
    Step("store-code", _press(Key.Key_F6), _shown(Stage.WAITING, Face.STORE_CODE)),
    Step("", lambda tour: tour.print_slip(), lambda _: True),
    Step("expired", lambda tour: tour.expire(), _shown(Stage.ENDED, Face.EXPIRED)),
    Step("english", _press(Key.Key_F1), _shown(Stage.ENDED, Face.EXPIRED)),
    Step("next-customer", _press(Key.Key_F2, Key.Key_F2), _shown(Stage.RINGING_UP, Face.IDLE)),
    Step("", lambda tour: tour.ask_for_stories(), lambda tour: tour.knows_all_stories),
)


class Tour(QObject):
    """Types, pays and waits as people would, at their speed. Pictures, slip and timelines go to `folder`.

    `has_ended_well` is False until the last step has worked; the first that fails ends the app with 1.
    Raises HomeError for a folder that can't keep pictures.
    """

    def __init__(self, folder: Path, open_gateway: Callable[[], Gateway]) -> None:
        super().__init__()
        self._folder = prepared(folder)
        self._open_gateway = open_gateway
        self._counter: Counter | None = None
        self._order_ids: list[str] = []
        self._stories: dict[str, StoryShown] = {}
        self._left = list(STEPS)
        self._is_acting = False
        self._since = time.monotonic()
        self._rests_since: float | None = None
        self.found = ""
        self.has_ended_well = False

    def begin(self, app: QApplication, desktop: Desktop) -> None:
        self._app, self._desktop = app, desktop
        self._album = Album(self._folder, desktop.cashier, desktop.customer)
        self.hands = Hands(desktop.cashier)
        desktop.bridge.connect_to(self._hear)
        self._timer = QTimer(self, interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    # what steps do

    @property
    def gateway(self) -> Gateway:
        return self._open_gateway()

    def clear(self) -> None:
        """Take away what an earlier practice left on the counter."""
        self._order_ids.clear()
        self._tell(Park())
        self._tell(NewSale())
        for line in self.counter.cart.lines if self.at(Stage.RINGING_UP) else ():
            self._tell(RemoveLine(0, line))

    def pay(self) -> None:
        self.gateway.pay(self._order_ids[-1])

    def expire(self) -> None:
        self.gateway.expire(self._order_ids[-1])

    def print_slip(self) -> None:
        self._album.keep_slip(self.counter, self._desktop.shop)

    def ask_for_stories(self) -> None:
        for order_id in self._order_ids:
            self._tell(ShowStory(order_id))

    def _tell(self, command: Command) -> None:
        self._desktop.machinery.post(command)

    # what steps wait for

    @property
    def is_open(self) -> bool:
        return self._counter is not None

    @property
    def counter(self) -> Counter:
        assert self._counter is not None
        return self._counter

    def at(self, stage: Stage) -> bool:
        return self.counter.stage is stage

    @property
    def customer_sees(self) -> Face:
        return self._desktop.customer.face

    @property
    def knows_all_stories(self) -> bool:
        return self._stories.keys() >= set(self._order_ids)

    # how it goes on

    @Slot(object)
    def _hear(self, event: Event) -> None:
        match event:
            case CounterShown(counter=counter):
                self._counter = counter
            case ProductsFound(found=found):
                self.found = found.text
            case StoryShown(order_id=order_id):
                self._stories[order_id] = event
            case Halted(detail=detail):
                self._fail(detail)

    @Slot()
    def _beat(self) -> None:
        try:
            self._go_on()
        except Exception as error:  # whatever a step meets is why the tour failed
            log.exception("the tour failed")
            self._fail(repr(error))

    def _go_on(self) -> None:
        """One thing a beat: a key, a look, or the next step."""
        step, now = self._left[0], time.monotonic()
        if not self._is_acting:
            self._is_acting, self._since, self._rests_since = True, now, None
            step.act(self)
        elif self.hands.is_busy:
            self.hands.go_on(now)
            self._since = now
        elif not step.until(self):
            self._rests_since = None
            if now - self._since > _PATIENCE:
                self._fail(f"nothing came of it in {_PATIENCE:.0f} s")
        elif self._has_come_to_rest(step, now):
            self._finish(step)

    def _has_come_to_rest(self, step: Step, now: float) -> bool:
        self._rests_since = self._rests_since or now
        return now - self._rests_since >= (_SETTLES if step.picture else 0.0)

    def _finish(self, step: Step) -> None:
        if step.picture:
            self._album.photograph(step.picture)
        payment = self.counter.payment
        if payment is not None and payment.order_id not in self._order_ids:
            self._order_ids.append(payment.order_id)
        self._left.pop(0)
        self._is_acting = False
        if not self._left:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._album.tell([self._stories[order_id] for order_id in self._order_ids])
        self.has_ended_well = True
        self._app.exit(0)

    def _fail(self, why: str) -> None:
        self._timer.stop()
        name = next((step.picture for step in self._left if step.picture), "the end")
        stage = self._counter.stage.value if self._counter else "not open"
        sys.stderr.write(f"pos-app: the tour failed on its way to {name}, the counter was {stage}: {why}\n")
        self._app.exit(1)
