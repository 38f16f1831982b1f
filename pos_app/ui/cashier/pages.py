"""Which page belongs to a stage; each is built after the window has opened, or when it is needed first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from pos_app.domain.printer import PrinterTrouble
from pos_app.till.stage import Stage
from pos_app.ui.cashier.sale_page import SalePage
from pos_app.ui.cashier.scene import CounterSetup, Room, Scene, Send
from pos_app.ui.keys import Action
from pos_app.ui.pauses import Pauses
from pos_app.ui.theme import Theme

if TYPE_CHECKING:
    from pos_app.domain.errors import Problem
    from pos_app.till.snapshot import Counter
    from pos_app.ui.cashier.code_page import CodePage
    from pos_app.ui.cashier.halted_page import HaltedPage
    from pos_app.ui.cashier.paid_page import PaidPage
    from pos_app.ui.cashier.payment_page import PaymentPage


_AHEAD = (Stage.WAITING, Stage.PAID, Stage.IN_DOUBT, Stage.CLOSING, Stage.ENDED)
_OF_EVERY_SALE = (Stage.WAITING, Stage.PREPARING, Stage.PAID)
"""A QR's page is left as the next sale finds it: waiting for the QR."""

_LIKE_A_QRIS = "Contoh " * 22
"""A symbol as large as a shop's: the first sale's QR is expected in a frame for the last one."""


class Pages(QStackedWidget):
    """The left side of the window: ringing up, or one page for each stage of a payment.

    Signals: `cancel_wanted` when the payment on show shall be given up, `resumed` when a message was put away.
    `scanned` is the frame of the QR once there is one, on show or not.
    """

    cancel_wanted = Signal()
    resumed = Signal()

    def __init__(
        self,
        theme: Theme,
        setup: CounterSetup,
        send: Send,
        sale_page: SalePage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._setup = setup
        self._send = send
        self._sale_page = sale_page
        self._built: dict[Stage, PaymentPage | PaidPage] = {}
        self._code_page: CodePage | None = None
        self._trouble: PrinterTrouble | None = None
        self._halted: HaltedPage | None = None
        self.scanned: QWidget | None = None
        self._scene: Scene | None = None
        self._is_halted_for_good = False
        self.addWidget(sale_page)
        self._ahead = Pauses(self._make_ready(), self)

    def build_ahead(self) -> None:
        """Make the pages of a payment ready in the pauses from now on: no first sale waits for a page."""
        self._ahead.start()

    @property
    def is_getting_ready(self) -> bool:
        return self._ahead.isActive()

    def _make_ready(self) -> Iterator[None]:
        for stage in (*_AHEAD, *((Stage.PREPARING,) if self._setup.store_codes else ())):
            for part in self._page(stage).findChildren(QWidget):
                part.ensurePolished()
            yield
        while self._scene is None:
            yield
        for stage in _OF_EVERY_SALE:
            for qr_text in (_LIKE_A_QRIS, ""):  # the second leaves no QR behind
                yield from self._try_on(stage, qr_text)

    def _try_on(self, stage: Stage, qr_text: str) -> Iterator[None]:
        """Lay a page out and draw it, unless it is on show: styles, letters and icons are slow once."""
        from pos_app.ui.specimen import specimen

        scene = self._scene
        if scene is None:
            return
        counter = specimen(stage, scene.monotonic, qr_text)
        page = self._page_of(counter)
        if page is not self.currentWidget():
            page.resize(self.size())
            page.present(scene.room.of(counter))
            yield
        if page is not self.currentWidget():
            page.grab()
            yield

    def halt(self, problem: Problem, detail: str, *, for_good: bool) -> None:
        """Put a plain message in the place of every page, until the sale moves on or for good.

        One that is there for good gives way to none that may go. While a payment is withheld nobody puts it away.
        """
        from pos_app.ui.cashier.halted_page import HaltedPage

        if self._is_halted_for_good and not for_good:
            return
        if self._halted is None:
            self._halted = HaltedPage(self._theme)
            self._halted.understood.connect(self._go_on)
            self.addWidget(self._halted)
        self._is_halted_for_good = for_good
        self._halted.show_problem(problem, detail, for_good=for_good or self._is_withheld)
        self.setCurrentWidget(self._halted)

    @property
    def _is_withheld(self) -> bool:
        return self._scene is not None and self._scene.counter.is_withheld

    @property
    def is_halted(self) -> bool:
        return self._halted is not None

    @Slot()
    def _go_on(self) -> None:
        self.resume()
        self.resumed.emit()

    @Slot()
    def resume(self) -> None:
        """Take the message away again where there is one that may go."""
        if self._halted is not None and not self._is_halted_for_good:
            self.removeWidget(self._halted)
            self._halted.deleteLater()
            self._halted = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A bar above took or gave back some height: what a page shows depends on it."""
        super().resizeEvent(event)
        if self._scene is not None:
            self.show_scene(self._scene)

    def show_room(self, room: Room) -> None:
        """What can be shown before the till has said anything."""
        (self._halted or self._sale_page).present(room)

    def show_scene(self, scene: Scene) -> None:
        before = None if self._scene is None else self._scene.counter
        self._scene = scene
        stage = scene.counter.stage
        was_withheld = before is not None and before.is_withheld
        if before is None or stage is not before.stage or (was_withheld and not self._is_withheld):
            self.resume()
        if self._is_withheld and (not was_withheld or self._halted is None):
            from pos_app.domain.errors import Problem

            self.halt(Problem.JOURNAL_UNWRITABLE, "", for_good=False)
        if self._halted is not None:
            self._halted.present(scene.room)
        elif stage is Stage.RINGING_UP:
            self._sale_page.present(scene.room)
            self.setCurrentWidget(self._sale_page)
        else:
            page = self._page_of(scene.counter)
            self.setCurrentWidget(page)
            page.present(scene)

    def act(self, action: Action) -> bool:
        """Let the page that is on show do what a key asks for; False where it has no use for it."""
        shown = self.currentWidget()
        if self._halted is not None:
            return self._halted.act(action)
        if shown is self._sale_page:
            return self._sale_page.act(action)
        if self._code_page is not None and shown is self._code_page:
            return self._code_page.act(action)
        return any(page.act(action) for page in self._built.values() if page is shown)

    @Slot(bool)
    def rest(self, is_resting: bool) -> None:
        """Whether something is asked beside the pages that can be given up."""
        from pos_app.ui.cashier.payment_page import PaymentPage

        for page in (self._built.get(Stage.WAITING), self._code_page):
            if isinstance(page, PaymentPage):
                page.rest(is_resting=is_resting)

    def know_printer(self, trouble: PrinterTrouble | None) -> None:
        """What is wrong with the printer, for the page whose paper it makes."""
        self._trouble = trouble
        if self._code_page is not None:
            self._code_page.trouble = trouble

    def _code(self) -> CodePage:
        from pos_app.ui.cashier.code_page import CodePage

        if self._code_page is None:
            self._code_page = CodePage(self._theme, self._setup, self._send)
            self._code_page.cancel_wanted.connect(self.cancel_wanted)
            self._code_page.trouble = self._trouble
            self.addWidget(self._code_page)
        return self._code_page

    def _page_of(self, counter: Counter) -> PaymentPage | PaidPage:
        """A QR comes on the page that will show it; a store's code has pages of its own."""
        stage, method = counter.stage, counter.payment.method if counter.payment else None
        if stage is Stage.WAITING and method is not None and method.has_store_code:
            return self._code()
        if stage is Stage.PREPARING and method is not None and method.shows_qr:
            return self._page(Stage.WAITING)
        return self._page(stage)

    def _page(self, stage: Stage) -> PaymentPage | PaidPage:
        if stage not in self._built:
            self._built[stage] = self._new_page(stage)
            self.addWidget(self._built[stage])
        return self._built[stage]

    def _new_page(self, stage: Stage) -> PaymentPage | PaidPage:
        theme, setup, send = self._theme, self._setup, self._send
        match stage:
            case Stage.WAITING:
                from pos_app.ui.cashier.waiting_page import WaitingPage

                waiting = WaitingPage(theme, setup, send)
                waiting.cancel_wanted.connect(self.cancel_wanted)
                self.scanned = waiting.qr_box.frame
                return waiting
            case Stage.IN_DOUBT:
                from pos_app.ui.cashier.in_doubt_page import InDoubtPage

                return InDoubtPage(theme, setup, send)
            case Stage.CLOSING:
                from pos_app.ui.cashier.closing_page import ClosingPage

                return ClosingPage(theme, setup, send)
            case Stage.PAID:
                from pos_app.ui.cashier.paid_page import PaidPage

                return PaidPage(theme, setup, send)
            case Stage.ENDED:
                from pos_app.ui.cashier.ended_page import EndedPage

                return EndedPage(theme, send)
            case _:
                from pos_app.ui.cashier.preparing_page import PreparingPage

                return PreparingPage(theme, setup, send)
