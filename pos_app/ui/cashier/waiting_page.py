"""The QR is on show: amount, sentence, time left, facts, in this order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from pos_app.domain.evidence import CancelReason
from pos_app.till.messages import Cancel, CheckNow, Park
from pos_app.ui.cashier.check_button import CheckButton
from pos_app.ui.cashier.payment_page import PaymentPage
from pos_app.ui.cashier.qr_box import QrBox
from pos_app.ui.cashier.scene import CounterSetup, Scene, Send, Simulation
from pos_app.ui.cashier.simulate_row import LOW_ROW, ROW, SIMULATION_KEYS, SimulateRow
from pos_app.ui.cashier.strip import Strip
from pos_app.ui.cashier.time_left import TimeLeft
from pos_app.ui.cashier.watch_facts import CLOSE, CLOSEST, ROOMY, WatchFacts
from pos_app.ui.countdown import countdown
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text import stages
from pos_app.ui.text.offers import cancel_note
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


class WaitingPage(PaymentPage):
    """Signals: `cancel_wanted`; why and by whom is asked beside the page."""

    cancel_wanted = Signal()

    def __init__(self, theme: Theme, setup: CounterSetup, send: Send) -> None:
        self._park = KeyButton(theme, "ghost", Action.BACK.value, padding=9)
        super().__init__(theme, self._park, right_margin=8)
        self._setup = setup
        self._send = send
        self._order_id = ""
        self._is_large = False
        self._is_real = setup.shop.environment.is_real
        self.qr_box = QrBox(theme, is_real=self._is_real)
        self._amount_word = Label("amount-word")
        self.amount = AmountLabel("hero", 64, 700, -1.5)
        self.notice = Notice(theme)
        self.time_left = TimeLeft(theme)
        self.facts = WatchFacts(theme)
        self.simulate = SimulateRow(theme)
        self.check = CheckButton(theme)
        self._switch = KeyButton(theme, "plain", Action.SWITCH_METHOD.value, "arrow-left-right", height=56)
        self._cancel = KeyButton(theme, "danger", Action.REMOVE.value, "ban", height=56)
        self._strip = Strip(self.check, self._switch, apart=self._cancel)
        self._lay_out()
        self._park.setVisible(setup.can_park)
        self.simulate.setVisible(setup.simulate is not None)
        self._park.clicked.connect(lambda: self._send(Park()))
        self.check.clicked.connect(lambda: self._send(CheckNow(self._order_id)))
        self._switch.clicked.connect(self._switch_method)
        self._cancel.clicked.connect(self.cancel_wanted)
        self.simulate.wanted.connect(self._simulate)

    def present(self, scene: Scene) -> None:
        super().present(scene)
        payment, language = scene.counter.payment, scene.language
        if payment is None:
            return
        self._order_id = payment.order_id
        left = countdown(scene.counter.watch, scene.monotonic)
        self._amount_word.setText(tr("waiting", "Total dibayar", language))
        self.amount.show_amount(payment.amount)
        sentence = stages.waiting(left, language)
        icon = "alarm-clock" if left.is_last_minute else "hourglass"
        note = "" if self._is_crowded(scene) else sentence.note
        self.notice.show_words("amber", icon, sentence.state, note)
        self.time_left.present(scene, left)
        self._arrange(scene)
        self.qr_box.present(scene, self._qr_side(scene), is_gone=left.is_over)
        if not self._is_real:
            self._share_room(scene)
        self._show_buttons(scene)

    def rest(self, *, is_resting: bool) -> None:
        super().rest(is_resting=is_resting)
        self.simulate.setEnabled(not is_resting)

    def act(self, action: Action) -> bool:
        match action:
            case Action.MAIN:
                self.check.click()
            case Action.SWITCH_METHOD:
                self._switch.click()
            case Action.REMOVE:
                self._cancel.click()
            case Action.BACK if self._setup.can_park:
                self._park.click()
            case Action.FIRST | Action.SECOND | Action.THIRD:
                self._simulate(SIMULATION_KEYS[action])
            case _:
                return False
        return True

    def _switch_method(self) -> None:
        self._send(Cancel(self._order_id, CancelReason.OTHER_METHOD))

    @Slot(object)
    def _simulate(self, what: Simulation) -> None:
        if self._setup.simulate is not None:
            self._setup.simulate(what, self._order_id)

    def _show_buttons(self, scene: Scene) -> None:
        language, narrow = scene.language, scene.is_narrow
        serve = (
            tr("waiting", "Layani berikutnya", language)
            if narrow
            else tr("waiting", "Layani pelanggan berikutnya", language)
        )
        self._park.show_words(serve)
        self.check.present(scene)
        self._strip.fit(is_narrow=narrow)
        for button in (self.check, self._switch, self._cancel):
            button.set_icon_shown(not narrow or (self._is_real and self.width() >= _ICONS_FROM))
        first = (
            tr("waiting, narrow", "QR ini dibatalkan dulu", language)
            if narrow
            else tr("waiting", "QR ini dibatalkan dulu", language)
        )
        self._switch.show_words(tr("waiting", "Ganti cara bayar", language), first)
        self._cancel.show_words(
            tr("waiting", "Batalkan", language), cancel_note(language, needs_pin=scene.cancel_needs_pin)
        )
        self.simulate.show_language(language)

    # room

    def _lay_out(self) -> None:
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self._amount_word)
        self._right.addWidget(self.amount)
        self._right.addSpacing(13)
        self._right.addWidget(self.notice)
        self._right.addSpacing(15)
        self._right.addWidget(self.time_left)
        self._right.addStretch(1)
        self._top = QHBoxLayout()
        self._top.addWidget(self.qr_box, alignment=Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(self._right, 1)
        self.body.addLayout(self._top)
        self.body.addWidget(self.facts)
        self.body.addStretch(1)
        self.body.addWidget(self.simulate)
        self.foot.addWidget(self._strip)

    def _arrange(self, scene: Scene) -> None:
        """The facts give way where a large QR, a narrow window or practice needs their place."""
        wide, large = not scene.is_narrow, not scene.has_customer_display
        if self.is_low:
            self.body.setContentsMargins(20, 8 if self._is_real else 4, 20, 4)
        elif not self._is_real:
            self.body.setContentsMargins(20, 16, 20, 12)
        self._top.setSpacing(28 if wide else 20)
        self.amount.set_pixels(44 if scene.is_narrow or large or self.is_low else 64 if self._is_real else 56)
        self.simulate.setVisible(self._setup.simulate is not None and not self.is_lowest)
        if large != self._is_large:
            self._is_large = large
            (self._right if large else self.body).insertWidget(6 if large else 1, self.facts)
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
        margins = self.body.contentsMargins()
        top = self._top.heightForWidth(self.width() - margins.left() - margins.right())
        parts = (self.head.height(), self._strip.sizeHint().height(), margins.top(), top, margins.bottom())
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
        parts = (self.head.height(), self._strip.sizeHint().height(), self.facts.wanted_height)
        return self.height() - sum(parts) - margins.top() - margins.bottom() - _BELOW_THE_QR

    def _qr_side(self, scene: Scene) -> int:
        if scene.has_customer_display:
            if not self._is_real:
                return 239
            return 231 if scene.is_narrow else max(231, min(308, self._height_beside_facts()))
        row = LOW_ROW if self.is_low else ROW
        simulate = row + 12 if self._setup.simulate is not None else 0
        beside = 264 if scene.is_narrow else 320
        tall = self.height() - self.head.height() - self._strip.sizeHint().height() - 96 - simulate
        return max(231, min(tall, self.width() - beside))
