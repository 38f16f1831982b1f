"""Many sales on the real windows: `python -m tests.bench.selling HOME SALES WAY`; bench_sale.py plays the world.

WAY is how the till comes to know: by `status` (nobody has asked before, so it may ask at once) or by
`notification`. Says `pay ORDER`, and waits on standard input for the moment (of the
clock that all processes share) in which the customer paid. At the end it says its figures, one kind a line,
in milliseconds. Everything is measured where the product cannot know of it: paints and the beat of the GUI
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
from pos_app.domain.money import Rupiah
from pos_app.midtrans.client import MidtransGateway
from pos_app.till.messages import AddAmount, CheckNow, Counter, CounterShown, Event, NewSale, Stage
from pos_app.ui.customer import hold

_BEAT = 5
"""Milliseconds between two beats of the GUI thread."""

_HAND = 100
"""Milliseconds that a hand needs from the sum on the screen to the next key."""


class Gateway:
    """Stands around every exchange of the real client: how long they took, and when the last one ended."""

    def __init__(self) -> None:
        self.spent = 0.0
        self.ended = 0.0
        exchange: Callable[..., object] = MidtransGateway._exchange

        def timed(*given: object, **named: object) -> object:
            began = perf_counter()
            try:
                return exchange(*given, **named)
            finally:
                self.ended = perf_counter()
                self.spent += self.ended - began

        MidtransGateway._exchange = timed  # type: ignore[assignment,method-assign]  # measured from outside


class Seller(QObject):
    """One sale after the other: an amount, F5, the QR, paid, the next customer."""

    paid = Signal(float)

    def __init__(self, app: QApplication, shown: Desktop, sales: int, *, by_status: bool) -> None:
        super().__init__(app)
        self._app, self._shown, self._left = app, shown, sales
        self._by_status = by_status
        self._gateway = Gateway()
        self._figures: defaultdict[str, list[float]] = defaultdict(list)
        self._awaited: set[QWidget] = set()
        self._then: Callable[[], None] = self._ring_up
        self._stage = ""
        self._worst = 0.0
        self._beaten = perf_counter()
        for window in (shown.cashier, shown.customer):
            window.installEventFilter(self)  # on the whole app it would cost more than what it looks at
        self._heart = QTimer(self, interval=_BEAT)
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._beat)
        self._heart.start()
        self.paid.connect(self._customer_paid)
        shown.bridge.connect_to(self._hear)
        threading.Thread(target=self._listen, daemon=True).start()

    # the sale

    @Slot(object)
    def _hear(self, event: Event) -> None:
        """Both windows have had this event before; what they draw of it comes next."""
        if not isinstance(event, CounterShown):
            return
        counter = event.counter
        match self._stage, counter.stage:
            case "", Stage.RINGING_UP if counter.cart.is_empty:
                self._ring_up()
            case "ringing", Stage.RINGING_UP if counter.cart.total:
                self._stage = "reading"
                self._after_paint(lambda: QTimer.singleShot(_HAND, self, self._charge))
            case "charging", Stage.WAITING if counter.qr:
                self._stage = "offered"
                self._after_paint(lambda: self._offered(counter))
            case "paying", Stage.PAID:
                self._stage = "paid"
                self._after_paint(self._saw_paid)
            case _:
                pass

    def _ring_up(self) -> None:
        self._stage = "ringing"
        self._worst, self._beaten = 0.0, perf_counter()
        self._shown.backroom.post(AddAmount(Rupiah(44_000), "Nominal"))

    def _charge(self) -> None:
        self._stage = "charging"
        self._gateway.spent = 0.0
        self._began = perf_counter()
        QTest.keyClick(self._app.focusWidget() or self._shown.cashier, Qt.Key.Key_F5)

    def _offered(self, counter: Counter) -> None:
        self._note("F5 to QR, beyond the gateway", perf_counter() - self._began - self._gateway.spent)
        assert counter.payment is not None
        self._order = counter.payment.order_id
        self._stage = "paying"
        sys.stdout.write(f"pay {self._order}\n")
        sys.stdout.flush()

    @Slot(float)
    def _customer_paid(self, at: float) -> None:
        self._paid_at = at
        if self._by_status:
            self._shown.backroom.post(CheckNow(self._order))

    def _saw_paid(self) -> None:
        if self._by_status:
            self._note("status reply to paid, both windows", perf_counter() - self._gateway.ended)
        else:
            self._note("notification to paid, both windows", perf_counter() - self._paid_at)
        self._note("longest block of the GUI thread", self._worst)
        self._left -= 1
        if self._left:
            self._stage = ""
            self._shown.backroom.post(NewSale())
            return
        for what, seconds in self._figures.items():
            sys.stdout.write(f"figures {what}: {' '.join(f'{one * 1000:.2f}' for one in seconds)}\n")
        sys.stdout.flush()
        self._app.quit()

    def _note(self, what: str, seconds: float) -> None:
        self._figures[what].append(seconds)

    # looking

    def _after_paint(self, then: Callable[[], None]) -> None:
        """Call `then` when both windows have drawn what they have just been told."""
        self._awaited = {one for one in (self._shown.cashier, self._shown.customer) if one.isVisible()}
        self._then = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """A window draws all that changed in one update request, and has shown it when the next turn begins."""
        if self._awaited and event.type() is QEvent.Type.UpdateRequest and isinstance(watched, QWidget):
            self._awaited.discard(watched)
            if not self._awaited:
                QTimer.singleShot(0, self, self._then)
        return False

    @Slot()
    def _beat(self) -> None:
        now = perf_counter()
        self._worst = max(self._worst, now - self._beaten - _BEAT / 1000)
        self._beaten = now

    def _listen(self) -> None:
        for line in sys.stdin:
            self.paid.emit(float(line))


def main(home: str, sales: int, way: str) -> int:
    from pos_app import cli

    serve: Callable[..., int] = desktop.serve

    def begin(app: QApplication, shown: Desktop) -> Seller:
        return Seller(app, shown, sales, by_status=way == "status")

    hold.SECONDS = 0.0  # the next customer's QR would else wait behind the last one's *paid*

    def watched(*given: object, **named: object) -> int:
        kept: list[Seller] = []
        return serve(*given, **named, begin=lambda app, shown: kept.append(begin(app, shown)))

    desktop.serve = watched
    return cli.main(["--home", home])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
