"""A store's code is on paper: the customer pays elsewhere, the next one can be served at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.evidence import CancelReason
from pos_app.domain.language import Language
from pos_app.domain.payment import Payment
from pos_app.domain.printer import PrinterTrouble
from pos_app.till.messages import Cancel, CheckNow, Park, Reprint
from pos_app.ui.cashier.check_button import CheckButton
from pos_app.ui.cashier.payment_page import PaymentPage
from pos_app.ui.cashier.scene import CounterSetup, Scene, Send
from pos_app.ui.cashier.simulate_row import SIMULATION_KEYS, SimulateRow
from pos_app.ui.cashier.watch_facts import CLOSEST, ROOMY, WatchFacts
from pos_app.ui.countdown import countdown
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text.methods import method_name
from pos_app.ui.text.moments import deadline, duration
from pos_app.ui.text.offers import cancel_note
from pos_app.ui.text.slips import slip
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.code_view import CodeView
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import ElidedLabel, Label
from pos_app.ui.widgets.notice import Notice

_APART = 16
"""Pixels more between what destroys and the rest."""

_TALL_ENOUGH_TO_PRACTISE = 650
"""Pixels below which the sentence about the next customer gives way: its button stays at the top."""

_ROOM_FOR_THE_SLIP = 600
"""Pixels from which practice has a place for what came of the slip."""

_ROOM_FOR_FACTS = 688
"""Pixels below which the facts above two rows of buttons stand closer together."""

_BESIDE_THE_BUTTONS = 92
"""Pixels of one row that are margins and gaps."""


class CodePage(PaymentPage):
    """Signals: `cancel_wanted`; why and by whom is asked beside the page."""

    cancel_wanted = Signal()

    def __init__(self, theme: Theme, setup: CounterSetup, send: Send) -> None:
        self._park = KeyButton(theme, "ghost", Action.BACK.value, padding=9)
        super().__init__(theme, self._park, right_margin=8)
        self._setup, self._send = setup, send
        self._order_id = ""
        self.trouble: PrinterTrouble | None = None
        self._place, self._box = QWidget(), QFrame()
        self._where = Label("amount-word")
        self.code = CodeView()
        self._amount_word, self._until_word = Label("label"), Label("label")
        self._amount = AmountLabel("panel-amount", 32, 700, -0.5)
        self.until, self.left = Label("until"), ElidedLabel("label")
        self.slip = Notice(theme)
        self.next = Notice(theme)
        self.facts = WatchFacts(theme)
        self.simulate = SimulateRow(theme)
        self.check = CheckButton(theme)
        self.copy = KeyButton(theme, "plain", Action.REPRINT.value, "printer", height=56)
        self._switch = KeyButton(theme, "plain", Action.SWITCH_METHOD.value, "arrow-left-right", height=56)
        self._cancel = KeyButton(theme, "danger", Action.REMOVE.value, "ban", height=56)
        self._strip = _strip()
        self._is_arranged_narrow: bool | None = None
        self._measured, self._was_cramped = (0, Language.INDONESIAN), False
        self._lay_out(theme)
        self._park.setVisible(setup.can_park)
        self.simulate.setVisible(setup.simulate is not None)
        if not setup.can_print:  # its place comes with the page's first arrangement
            self.copy.hide()
        self._park.clicked.connect(lambda: self._send(Park()))
        self.check.clicked.connect(lambda: self._send(CheckNow(self._order_id)))
        self.copy.clicked.connect(lambda: self._send(Reprint()))
        self._switch.clicked.connect(lambda: self._send(Cancel(self._order_id, CancelReason.OTHER_METHOD)))
        self._cancel.clicked.connect(self.cancel_wanted)
        self.simulate.wanted.connect(
            lambda what: setup.simulate(what, self._order_id) if setup.simulate else None
        )

    def present(self, scene: Scene) -> None:
        super().present(scene)
        payment, language = scene.counter.payment, scene.language
        if payment is None:
            return
        self._order_id = payment.order_id
        below = 12 if self._setup.simulate is not None and not self.is_low else 4
        self.body.setContentsMargins(20, 8 if self.is_low else 16, 20, below)
        store = method_name(payment.method, language)
        self._where.setText(
            tr("store code", "Kode pembayaran, dibayar di kasir {store}", language).format(store=store)
        )
        self.code.show_code(scene.counter.payment_code)
        self._show_terms(payment, scene)
        self._show_slip(scene)
        self.next.show_words(
            "indigo",
            "arrow-right",
            tr("store code", "Layani pelanggan berikutnya, pembayaran tetap dipantau.", language),
            tr("store code", "Pindai barang berikutnya: pesanan ini pindah sendiri ke Tertunda.", language),
        )
        self._show_facts(scene)
        self._show_buttons(scene)

    def rest(self, *, is_resting: bool) -> None:
        super().rest(is_resting=is_resting)
        self.simulate.setEnabled(not is_resting)

    def act(self, action: Action) -> bool:
        match action:
            case Action.MAIN:
                self.check.click()
            case Action.REPRINT if self._setup.can_print:
                self.copy.click()
            case Action.SWITCH_METHOD:
                self._switch.click()
            case Action.REMOVE:
                self._cancel.click()
            case Action.BACK if self._setup.can_park:
                self._park.click()
            case Action.FIRST | Action.SECOND | Action.THIRD if self._setup.simulate is not None:
                self._setup.simulate(SIMULATION_KEYS[action], self._order_id)
            case _:
                return False
        return True

    def _show_terms(self, payment: Payment, scene: Scene) -> None:
        language = scene.language
        self._amount_word.setText(tr("store code", "Bayar tepat", language))
        self._amount.show_amount(payment.amount)
        self._until_word.setText(tr("store code", "Bayar paling lambat", language))
        self.until.setText(deadline(payment.expires_at, language) if payment.expires_at else "")
        left = countdown(scene.counter.watch, scene.monotonic).seconds
        words = (
            tr("store code", "sisa {time}", language)
            if scene.is_narrow
            else tr("store code", "Sisa waktu {time}", language)
        )
        self.left.setText(words.format(time=duration(left, language)) if left is not None else "")

    def _show_slip(self, scene: Scene) -> None:
        slips = scene.counter.slips
        words = slip(slips, self.trouble, scene.language)
        can_print = self.trouble in (None, PrinterTrouble.PAPER_LOW)
        is_well = slips is not None and not slips.are_missed and (can_print or slips.are_out)
        kind, icon = ("neutral", "printer") if is_well else ("amber", "triangle-alert")
        self.slip.show_words(kind, icon, words.state, words.note)

    def _show_facts(self, scene: Scene) -> None:
        """They and the sentences give way where the height is needed for the code, the terms and the buttons."""
        tall = self.height() >= (640 if scene.is_narrow else 560)
        practises = self._setup.simulate is not None
        self.facts.setVisible(tall and not practises)
        self.next.setVisible(not self.is_low and (not practises or self.height() >= _TALL_ENOUGH_TO_PRACTISE))
        self.slip.setVisible(not practises or self.height() >= _ROOM_FOR_THE_SLIP)
        self._place.setVisible(not self.is_lowest)
        self._box.setMinimumHeight(64 if self.is_lowest else 104 if self.is_low else 96)
        self.simulate.set_low(is_low=self.is_low)
        self.simulate.setVisible(practises and not self.is_lowest)
        self.facts.arrange(2)
        is_close = scene.is_narrow and not self.is_low and self.height() < _ROOM_FOR_FACTS
        self.facts.set_row_height(CLOSEST if is_close else ROOMY)
        self.facts.present(scene, with_notes=not scene.is_narrow)

    def _show_buttons(self, scene: Scene) -> None:
        language, narrow = scene.language, scene.is_narrow
        self._park.show_words(
            tr("store code", "Layani berikutnya", language)
            if narrow
            else tr("store code", "Layani pelanggan berikutnya", language)
        )
        self.check.present(scene)
        self.copy.show_words(
            tr("store code", "Cetak ulang", language), tr("store code", "salinan bernomor", language)
        )
        self._switch.show_words(
            tr("store code", "Ganti cara", language)
            if narrow
            else tr("store code", "Ganti cara bayar", language),
            tr("store code", "kode ditutup dulu", language),
        )
        self._cancel.show_words(
            tr("store code", "Batalkan", language), cancel_note(language, needs_pin=scene.cancel_needs_pin)
        )
        self._arrange(is_narrow=self._is_cramped(language))
        self.simulate.show_language(language)

    @property
    def foot_buttons(self) -> tuple[KeyButton, ...]:
        """What stands below the page, the last of them apart."""
        return (*self._buttons(), self._cancel)

    def _buttons(self) -> tuple[KeyButton, ...]:
        return (self.check, *((self.copy,) if self._setup.can_print else ()), self._switch)

    def _is_cramped(self, language: Language) -> bool:
        """Whether the buttons need two rows; their icons give way before that.

        What gave way stays so at this width and in this language: seconds that count down move no button.
        """
        if (self.width(), language) != self._measured:
            self._measured, self._was_cramped = (self.width(), language), False
            self._show_icons(shown=True)
        if self._was_cramped or self._fits():
            return self._was_cramped
        self._show_icons(shown=False)
        self._was_cramped = not self._fits()
        self._show_icons(shown=self._was_cramped)
        return self._was_cramped

    def _fits(self) -> bool:
        wanted = sum(button.sizeHint().width() for button in self.foot_buttons)
        return wanted + _BESIDE_THE_BUTTONS <= self.width()

    def _show_icons(self, *, shown: bool) -> None:
        for button in self.foot_buttons:
            button.set_icon_shown(shown)

    def _arrange(self, *, is_narrow: bool) -> None:
        """One row, or two where it is narrow; what destroys stands apart in both."""
        if is_narrow is self._is_arranged_narrow:
            return
        self._is_arranged_narrow = is_narrow
        grid, buttons = self._strip, self._buttons()
        columns = 2 if is_narrow else len(buttons)
        grid.setSpacing(_APART if is_narrow else 8)
        for number, button in enumerate(buttons):
            grid.addWidget(button, number // columns, number % columns)
        last = len(buttons)
        apart = (last // columns, last % columns) if is_narrow else (0, columns + 1)
        grid.addWidget(self._cancel, *apart)
        grid.setColumnMinimumWidth(columns, 0 if is_narrow else _APART)
        for column in range(5):
            grid.setColumnStretch(column, 1 if column < columns or column == apart[1] else 0)

    def _lay_out(self, theme: Theme) -> None:
        where = QHBoxLayout(self._place)
        where.setContentsMargins(0, 0, 0, 8)
        where.setSpacing(8)
        where.addWidget(Icon(theme, "store", "text2", 18))
        where.addWidget(self._where, 1)
        box = self._box
        box.setProperty("role", "code-frame")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 2, 12, 2)
        inside.addWidget(self.code)
        box.setMaximumHeight(152)
        terms = QGridLayout()
        terms.setHorizontalSpacing(40)
        terms.setVerticalSpacing(0)
        terms.addWidget(self._amount_word, 0, 0)
        terms.addWidget(self._amount, 1, 0)
        terms.addWidget(self._until_word, 0, 1)
        terms.addWidget(_beside(self.until, self.left), 1, 1)
        terms.setColumnStretch(0, 2)
        terms.setColumnStretch(1, 3)
        self.body.addWidget(self._place)
        self.body.addWidget(box, 1)
        self.body.addSpacing(12)
        self.body.addLayout(terms)
        self.body.addSpacing(12)
        self.body.addWidget(self.next)
        self.body.addSpacing(8)
        self.body.addWidget(self.slip)
        self.body.addSpacing(2)
        self.body.addWidget(self.facts)
        self.body.addStretch(1)
        self.body.addWidget(self.simulate)
        foot = QFrame()
        foot.setProperty("role", "strip")
        foot.setProperty("speaks", True)
        foot.setLayout(self._strip)
        self.foot.addWidget(foot)


def _strip() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(20, 16, 20, 16)
    grid.setSpacing(8)
    return grid


def _beside(first: QWidget, second: QWidget) -> QWidget:
    both = QWidget()
    layout = QHBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    layout.addWidget(first, alignment=Qt.AlignmentFlag.AlignBaseline)
    layout.addWidget(second, 1, alignment=Qt.AlignmentFlag.AlignBaseline)
    return both
