"""The QR is on show: amount, sentence, time left, facts, in this order.

The page stands there already while the QR is made, so that its coming moves nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from pos_app.domain.evidence import CancelReason
from pos_app.domain.payment import Payment
from pos_app.till.messages import Cancel, CheckNow, Park
from pos_app.ui.cashier.coming import APART, Coming
from pos_app.ui.cashier.kept_room import keep_room
from pos_app.ui.cashier.payment_page import PaymentPage
from pos_app.ui.cashier.qr_box import QrBox
from pos_app.ui.cashier.scene import CounterSetup, Scene, Send, Simulation
from pos_app.ui.cashier.simulate_row import LOW_ROW, ROW, SIMULATION_KEYS, SimulateRow
from pos_app.ui.cashier.time_left import TimeLeft
from pos_app.ui.cashier.waiting_strip import WaitingStrip
from pos_app.ui.cashier.watch_facts import CLOSE, CLOSEST, ROOMY, WatchFacts
from pos_app.ui.countdown import countdown
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text import stages
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import Label
from pos_app.ui.widgets.notice import Notice

_ICONS_FROM = 680
"""Pixels below which the buttons' icons give way."""

_ROOM_TO_SPARE = 600
"""Pixels of height from which the facts of a low page need not stand closest."""

_SLIM, _ROOM_BESIDE = 860, 560
"""Pixels of width below which sentences beside a large QR take more lines, and of height that facts then need."""

_BELOW_THE_QR = 32
"""Pixels of the word below its frame and of the page's own lines."""

_LOW = 684
"""Pixels of height below which a narrow page gives the facts less room: a bar stands above it."""

_SHARES = (
    *((ROW, ROOMY), (ROW, CLOSE), (ROW, CLOSEST), (LOW_ROW, CLOSEST)),
    *((ROW, 0), (LOW_ROW, 0)),
)
"""Pixels for what simulates and for a row of facts, the best first; 0 is no facts."""


_WHILE_IT_COMES = (Action.REMOVE, Action.BACK)


class WaitingPage(PaymentPage):
    """Signals: `cancel_wanted`; why and by whom is asked beside the page."""

    cancel_wanted = Signal()

    def __init__(self, theme: Theme, setup: CounterSetup, send: Send) -> None:
        self._park = KeyButton(theme, "ghost", Action.BACK.value, padding=9)
        super().__init__(theme, self._park, right_margin=8)
        self._setup = setup
        self._send = send
        self._order_id = ""
        self._is_large = self._is_coming = False
        self._is_real = setup.shop.environment.is_real
        self.qr_box = QrBox(theme, is_real=self._is_real)
        self._amount_word = Label("amount-word")
        self.amount = AmountLabel("hero", 64, 700, -1.5)
        self.notice = Notice(theme)
        self.time_left = TimeLeft(theme)
        self.coming = Coming(theme)
        self.facts = WatchFacts(theme)
        self.simulate = SimulateRow(theme)
        self.strip = WaitingStrip(theme)
        self._lay_out()
        self._park.setVisible(setup.can_park)
        self._park.clicked.connect(lambda: self._send(Park()))
        self.strip.check.clicked.connect(lambda: self._send(CheckNow(self._order_id)))
        self.strip.switch.clicked.connect(self._switch_method)
        self.strip.cancel.clicked.connect(self._give_up)
        self.simulate.wanted.connect(self._simulate)

    def present(self, scene: Scene) -> None:
        self.column.setEnabled(False)  # what comes and goes is laid out once, not at every part of it
        super().present(scene)
        if scene.counter.payment is not None:
            self._show(scene.counter.payment, scene)
        self.column.setEnabled(True)

    @property
    def margins(self) -> tuple[int, int, int, int]:
        if self.is_low:
            return 20, 8 if self._is_real else 4, 20, 4
        return 20, 24 if self._is_real else 16, 20, 12

    def rest(self, *, is_resting: bool) -> None:
        super().rest(is_resting=is_resting)
        self.simulate.setEnabled(not is_resting)

    def act(self, action: Action) -> bool:
        if self._is_coming and action not in _WHILE_IT_COMES:
            return False
        match action:
            case Action.MAIN:
                self.strip.check.click()
            case Action.SWITCH_METHOD:
                self.strip.switch.click()
            case Action.REMOVE:
                self.strip.cancel.click()
            case Action.BACK if self._setup.can_park:
                self._park.click()
            case Action.FIRST | Action.SECOND | Action.THIRD:
                self._simulate(SIMULATION_KEYS[action])
            case _:
                return False
        return True

    def _give_up(self) -> None:
        """Nobody is asked for a reason while nothing can be paid."""
        if self._is_coming:
            self._switch_method()
        else:
            self.cancel_wanted.emit()

    def _switch_method(self) -> None:
        self._send(Cancel(self._order_id, CancelReason.OTHER_METHOD))

    @Slot(object)
    def _simulate(self, what: Simulation) -> None:
        if self._setup.simulate is not None:
            self._setup.simulate(what, self._order_id)

    def _show(self, payment: Payment, scene: Scene) -> None:
        language, left = scene.language, countdown(scene.counter.watch, scene.monotonic)
        self._order_id, self._is_coming = payment.order_id, scene.is_coming
        self._amount_word.setText(tr("waiting", "Total dibayar", language))
        self.amount.show_amount(payment.amount)
        sentence = stages.waiting(left, language)
        icon = "alarm-clock" if left.is_last_minute else "hourglass"
        is_crowded = self._is_crowded(scene)
        self.notice.show_words("amber", icon, sentence.state, "" if is_crowded else sentence.note)
        if self._is_coming:
            self.coming.present(payment, scene, is_crowded=is_crowded)
        else:
            self.time_left.present(scene, left)
        self.coming.setVisible(self._is_coming)
        self.notice.setVisible(not self._is_coming)
        self.time_left.setVisible(not self._is_coming)
        self._arrange(scene)
        self.qr_box.present(scene, self._qr_side(scene), is_gone=left.is_over)
        if not self._is_real:
            self._share_room(scene)
        self._show_buttons(scene)

    def _show_buttons(self, scene: Scene) -> None:
        language, narrow = scene.language, scene.is_narrow
        serve = (
            tr("waiting", "Layani berikutnya", language)
            if narrow
            else tr("waiting", "Layani pelanggan berikutnya", language)
        )
        self._park.show_words(serve)
        has_icons = not narrow or (self._is_real and self.width() >= _ICONS_FROM)
        self.strip.present(scene, has_icons=has_icons)
        self.simulate.show_language(language)

    # room

    def _lay_out(self) -> None:
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self._amount_word)
        self._right.addWidget(self.amount)
        self._right.addSpacing(13)
        told = QVBoxLayout()
        told.setSpacing(APART)
        for part in (self.notice, self.time_left):
            keep_room(part)
            told.addWidget(part)
        place = QGridLayout()
        place.addLayout(told, 0, 0)
        place.addWidget(self.coming, 0, 0)
        self._right.addLayout(place)
        self._right.addStretch(1)
        self._top = QHBoxLayout()
        self._top.addWidget(self.qr_box, alignment=Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(self._right, 1)
        self.body.addLayout(self._top)
        self.body.addWidget(self.facts)
        self.body.addStretch(1)
        self.body.addWidget(self.simulate)
        self.foot.addWidget(self.strip)

    def _arrange(self, scene: Scene) -> None:
        """The facts give way where a large QR, a narrow window or practice needs their place."""
        wide, large = not scene.is_narrow, not scene.has_customer_display
        if self._top.spacing() != (spacing := 28 if wide else 20):
            self._top.setSpacing(spacing)
        self.amount.set_pixels(44 if scene.is_narrow or large or self.is_low else 64 if self._is_real else 56)
        has_simulation = self._setup.simulate is not None and not self.is_lowest
        keep_room(self.simulate, is_kept=has_simulation)
        self.simulate.setVisible(has_simulation and not self._is_coming)
        if large != self._is_large:
            self._is_large = large
            (self._right if large else self.body).insertWidget(4 if large else 1, self.facts)
        is_low = self.height() < _LOW
        has_two_columns = not large and (wide or is_low or not self._is_real)
        self.facts.arrange(2 if has_two_columns else 1)
        self.facts.setContentsMargins(0, 4 if self.is_low else 17 if self._is_real else 14, 0, 0)
        self.facts.present(scene, with_notes=wide or not has_two_columns)
        if not self._is_real:
            return
        is_slim = large and self.width() < _SLIM
        has_room = not large or (wide and not (is_slim and self.height() < _ROOM_BESIDE))
        self.facts.setVisible(has_room and not self.is_lowest)
        is_close = self.is_low or (large and is_low) or is_slim
        close = CLOSE if self.height() >= _ROOM_TO_SPARE else CLOSEST
        self.facts.set_row_height(close if is_close else ROOMY)

    def _share_room(self, scene: Scene) -> None:
        """What practice has left below the QR is for what simulates and for the facts, as far apart as it goes.

        A large QR leaves the facts none: the cashier sees the customer play.
        """
        for part in (self.qr_box, self.notice, self.time_left):
            if (inside := part.layout()) is not None:
                inside.activate()  # what they say now is what they measure
        margins = self.body.contentsMargins()
        top = self._top.heightForWidth(self.width() - margins.left() - margins.right())
        parts = (self.head.height(), self.strip.height(), margins.top(), top, margins.bottom())
        left = self.height() - sum(parts)
        above = self.facts.contentsMargins().top()
        for row, facts in _SHARES:
            below = above + 2 * facts if facts else 0
            if row + below <= left and (scene.has_customer_display or not facts):
                break
        self.simulate.set_low(is_low=row == LOW_ROW)
        self.facts.setVisible(facts > 0 and not self.is_lowest)
        self.facts.set_row_height(facts or CLOSEST)

    def _is_crowded(self, scene: Scene) -> bool:
        """Whether a bar and a large QR leave room for the sentence of state alone."""
        return self.is_lowest and scene.is_narrow and not (self._is_real and scene.has_customer_display)

    def _height_beside_facts(self) -> int:
        margins = self.body.contentsMargins()
        parts = (self.head.height(), self.strip.height(), self.facts.wanted_height)
        return self.height() - sum(parts) - margins.top() - margins.bottom() - _BELOW_THE_QR

    def _qr_side(self, scene: Scene) -> int:
        if scene.has_customer_display:
            if not self._is_real:
                return 239
            return 231 if scene.is_narrow else max(231, min(308, self._height_beside_facts()))
        row = LOW_ROW if self.is_low else ROW
        simulate = row + 12 if self._setup.simulate is not None else 0
        beside = 264 if scene.is_narrow else 320
        tall = self.height() - self.head.height() - self.strip.height() - 96 - simulate
        return max(231, min(tall, self.width() - beside))
