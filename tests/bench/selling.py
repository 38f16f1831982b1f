"""Many sales on the real windows: `python -m tests.bench.selling HOME SALES WAY WINDOWS [steps]`; bench_sale.py plays
the world.

WINDOWS are those of a `shop`, or of a till that stands in `practice`, with its stripes, bands and watermark. WAY is how the till comes to know: by `status` (nobody has asked before, so it may ask at once) or by
`notification`. Says `pay ORDER`, and waits on standard input for the moment (of the
clock that all processes share) in which the customer paid. At the end it says its figures, one kind a line,
in milliseconds; with `steps` also those of every step from F5 to the QR. Everything is measured where the product cannot know of it: paints and the beat of the GUI
thread by an event filter and a timer, the gateway's own time around each exchange.
"""

from __future__ import annotations

import sys
import threading
from collections import defaultdict
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.app import desktop
from pos_app.app.desktop import Desktop
from pos_app.app.link import Link
from pos_app.domain.environment import Environment
from pos_app.domain.money import Rupiah
from pos_app.midtrans.client import MidtransGateway
from pos_app.settings.model import Settings
from pos_app.settings.places import Places
from pos_app.till.messages import AddAmount, CheckNow, CounterShown, Event, NewSale
from pos_app.till.snapshot import Counter
from pos_app.till.stage import Stage
from pos_app.ui.cashier.window import CashierWindow
from pos_app.ui.customer import hold
from pos_app.ui.customer.window import CustomerWindow
from tests.bench.steps import STEPS, Steps

_BEAT = 5
"""Milliseconds between two beats of the GUI thread."""

_MORNING = 4_000
"""Milliseconds from the start to the first article: nobody sells while the pages are still being built."""

_HAND = 100
"""Milliseconds that a hand needs from the sum on the screen to the next key."""


class Gateway:
    """Stands around every exchange of the real client: when the last one ended, and how long those took that a QR needs.

    A status that is read meanwhile is not among them: time that two calls share would be taken off twice.
    """

    def __init__(self) -> None:
        self.spent = 0.0
        self.ended = 0.0
        exchange: Callable[..., object] = MidtransGateway._exchange

        def timed(client: MidtransGateway, method: str, url: str, *given: object, **named: object) -> object:
            began = perf_counter()
            try:
                return exchange(client, method, url, *given, **named)
            finally:
                self.ended = perf_counter()
                if not url.endswith("/status"):
                    self.spent += self.ended - began

        MidtransGateway._exchange = timed  # type: ignore[assignment,method-assign]  # measured from outside


class Seller(QObject):
    """One sale after the other: an amount, F5, the QR, paid, the next customer."""

    paid = Signal(float)

    def __init__(
        self, app: QApplication, shown: Desktop, sales: int, steps: Steps | None, *, by_status: bool
    ) -> None:
        super().__init__(app)
        self._steps = steps
        self._app, self._shown, self._left = app, shown, sales
        self._by_status = by_status
        self._gateway = Gateway()
        self._figures: defaultdict[str, list[float]] = defaultdict(list)
        self._worst = 0.0
        self._beaten = perf_counter()
        self._wants: Callable[[Counter], bool] = _is_empty
        self._then: Callable[[Counter], None] = lambda _: QTimer.singleShot(_MORNING, self, self._ring_up)
        self._told: set[QWidget] = set()
        self._drawn: set[QWidget] = set()
        for window in (shown.cashier, shown.customer):
            window.installEventFilter(self)  # on the whole app it would cost more than what it looks at
        self._heart = QTimer(self, interval=_BEAT)
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._beat)
        self._heart.start()
        self.paid.connect(self._customer_paid)
        threading.Thread(target=self._listen, daemon=True).start()

    # the sale

    def _ring_up(self) -> None:
        self._worst, self._beaten = 0.0, perf_counter()
        self._await(_has_sum, lambda _: QTimer.singleShot(_HAND, self, self._charge))
        self._shown.machinery.post(AddAmount(Rupiah(44_000), "Nominal"))

    def _charge(self) -> None:
        self._gateway.spent = 0.0
        self._await(_has_qr, self._offered)
        if self._steps is not None:
            self._steps.begin()
        self._began = perf_counter()
        QTest.keyClick(self._app.focusWidget() or self._shown.cashier, Qt.Key.Key_F5)

    def _offered(self, counter: Counter) -> None:
        self._note("F5 to QR, beyond the gateway", perf_counter() - self._began - self._gateway.spent)
        if self._steps is not None:
            self._steps.painted()
        assert counter.payment is not None
        self._order = counter.payment.order_id
        self._await(_is_paid, self._saw_paid)
        sys.stdout.write(f"pay {self._order}\n")
        sys.stdout.flush()

    @Slot(float)
    def _customer_paid(self, at: float) -> None:
        self._paid_at = at
        if self._by_status:
            self._shown.machinery.post(CheckNow(self._order))

    def _saw_paid(self, _: Counter) -> None:
        if self._by_status:
            self._note("status reply to paid, both windows", perf_counter() - self._gateway.ended)
        else:
            self._note("notification to paid, both windows", perf_counter() - self._paid_at)
        self._note("longest block of the GUI thread", self._worst)
        self._left -= 1
        if self._left:
            self._await(_is_empty, lambda _: self._ring_up())
            self._shown.machinery.post(NewSale())
            return
        if self._steps is not None:
            self._figures.update({f"  {step}": seconds for step, seconds in self._steps.seconds.items()})
        for what, seconds in self._figures.items():
            sys.stdout.write(f"figures {what}: {' '.join(f'{one * 1000:.2f}' for one in seconds)}\n")
        sys.stdout.flush()
        self._app.quit()

    def _note(self, what: str, seconds: float) -> None:
        self._figures[what].append(seconds)

    # looking

    def _await(self, wanted: Callable[[Counter], bool], then: Callable[[Counter], None]) -> None:
        """Call `then` when both windows have drawn a snapshot that is wanted."""
        self._wants, self._then = wanted, then
        self._told, self._drawn = set(), set()

    def window_told(self, window: QWidget, event: Event) -> None:
        """A window has just taken an event in; each does so in a turn of its own."""
        if isinstance(event, CounterShown) and self._wants(event.counter):
            self._counter = event.counter
            self._told.add(window)
            if self._steps is not None:
                self._steps.stamp(STEPS[-2])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """A window draws all that changed in one update request, and has shown it when the next turn begins."""
        if event.type() is QEvent.Type.UpdateRequest and watched in self._told - self._drawn:
            self._drawn.add(watched)
            if len(self._drawn) == self._shown.cashier.isVisible() + self._shown.customer.isVisible():
                then, counter = self._then, self._counter
                QTimer.singleShot(0, self, lambda: then(counter))
        return False

    @Slot()
    def _beat(self) -> None:
        now = perf_counter()
        self._worst = max(self._worst, now - self._beaten - _BEAT / 1000)
        self._beaten = now

    def _listen(self) -> None:
        for line in sys.stdin:
            self.paid.emit(float(line))


def _is_empty(counter: Counter) -> bool:
    return counter.cart.is_empty


def _has_sum(counter: Counter) -> bool:
    return not counter.cart.is_empty


def _has_qr(counter: Counter) -> bool:
    return counter.qr is not None


def _is_paid(counter: Counter) -> bool:
    return counter.stage is Stage.PAID


def main(home: str, sales: int, way: str, windows: str, *, has_steps: bool) -> int:
    from pos_app import cli

    serve: Callable[..., int] = desktop.serve
    steps = Steps() if has_steps else None
    sellers: list[Seller] = []

    def begin(app: QApplication, shown: Desktop) -> None:
        sellers.append(Seller(app, shown, sales, steps, by_status=way == "status"))

    def tell_also(window: type[QWidget], receiver: str) -> None:
        received: Callable[..., None] = getattr(window, receiver)

        def receive(self: QWidget, event: Event) -> None:
            received(self, event)
            for seller in sellers:
                seller.window_told(self, event)

        setattr(window, receiver, receive)

    tell_also(CashierWindow, "on_event")
    tell_also(CustomerWindow, "receive")

    def watched(at: Places, settings: Settings, link: Callable[[], Link]) -> int:
        """Only what is drawn is the shop's: its gateway is the one that the home names."""
        if windows == "shop":
            settings = settings._replace(
                gateway=settings.gateway._replace(environment=Environment.PRODUCTION)
            )
        return serve(at, settings, link, begin=begin)

    hold.SECONDS = 0.0  # the next customer's QR would else wait behind the last one's *paid*

    desktop.serve = watched  # type: ignore[assignment]  # measured from outside
    return cli.main(["--home", home])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:5], has_steps="steps" in sys.argv[5:]))
