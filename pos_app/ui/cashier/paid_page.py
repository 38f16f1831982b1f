"""Paid: the amount in figures and in words, how we know, and on to the next customer."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.payment import Payment
from pos_app.domain.sale import short_order_id
from pos_app.till.messages import NewSale, Print
from pos_app.ui.cashier.paid_panel import HIGH, LOW, LOWEST, PaidPanel
from pos_app.ui.cashier.scene import CounterSetup, Scene, Send
from pos_app.ui.cashier.strip import Strip
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text.attention import attention_sentence
from pos_app.ui.text.methods import method_name
from pos_app.ui.text.moments import moment, tenths
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.fact_row import FactRow
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.notice import Notice
from pos_app.ui.widgets.paragraph import Paragraph

_AROUND = 138
"""Pixels of height that the hint, the buttons and the margins take."""

_ROW, _ROW_LOW = 48, 36


class PaidPage(QFrame):
    """Enter prints and goes on where there is a printer, else it goes on; Esc and F2 go on without paper."""

    def __init__(self, theme: Theme, setup: CounterSetup, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "paid-card")
        self._can_print = setup.can_print
        self._send = send
        self._order_id = ""
        self.panel = PaidPanel(theme)
        self.notice = Notice(theme)
        self.method = FactRow(theme, "qr-code")
        self.verified = FactRow(theme, "shield-check")
        self.number = FactRow(theme, "hash")
        self.delay = FactRow(theme, "timer")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(40)
        self._grid.setVerticalSpacing(0)
        self._hint = Paragraph("label", 18)
        self._print = KeyButton(theme, "primary", Action.MAIN.value, "printer", height=56)
        self._plain = KeyButton(theme, "plain", Action.BACK.value, "circle-slash", height=56)
        key = Action.SEARCH if setup.can_print else Action.MAIN
        self._new = KeyButton(theme, "plain" if setup.can_print else "primary", key.value, "plus", height=56)
        buttons = (self._print, self._plain, self._new) if setup.can_print else (self._new,)
        self._lay_out(theme, Strip(*buttons))
        self._print.clicked.connect(self._print_and_go_on)
        self._plain.clicked.connect(self._go_on)
        self._new.clicked.connect(self._go_on)

    def present(self, scene: Scene) -> None:
        payment, language = scene.counter.payment, scene.language
        if payment is None:
            return
        self._order_id = payment.order_id
        self.panel.show_paid(payment.amount, language)
        self.notice.setVisible(bool(payment.attention))
        call = tr("paid", "Panggil manajer. Uang dan penjualan sudah tercatat.", language)
        self.notice.show_words(
            "amber", "triangle-alert", attention_sentence(payment.attention, language), call
        )
        self._show_facts(payment, scene)
        self._hint.setText(
            tr(
                "paid",
                "Pindai barang berikutnya untuk langsung memulai penjualan baru, tanpa struk.",
                language,
            )
            if self._can_print
            else tr("paid", "Pindai barang berikutnya untuk langsung memulai penjualan baru.", language)
        )
        narrow = scene.is_narrow
        then = "" if narrow else tr("paid", "lalu penjualan baru", language)
        self._print.show_words(tr("paid", "Cetak struk", language), then)
        self._plain.show_words(tr("paid", "Tanpa struk", language), then)
        later = tr("paid", "struk lewat F11", language) if self._can_print and not narrow else ""
        self._new.show_words(tr("paid", "Penjualan baru", language), later)

    def act(self, action: Action) -> bool:
        match action:
            case Action.MAIN if self._can_print:
                self._print.click()
            case Action.MAIN | Action.BACK | Action.SEARCH:
                self._go_on()
            case Action.REPRINT if self._can_print:
                self._send(Print(self._order_id))
            case _:
                return False
        return True

    def _show_facts(self, payment: Payment, scene: Scene) -> None:
        language = scene.language
        has_facts = self._arrange(scene, has_notice=bool(payment.attention))
        self.method.show_fact(tr("paid", "Cara bayar", language), method_name(payment.method, language))
        verified = moment(payment.verified_at, language) if payment.verified_at else ""
        asked = tr("paid", "Diverifikasi ke gateway", language)
        told = tr("paid", "Kabar sah dari gateway", language)
        self.verified.show_fact(asked if payment.confirmed else told, verified)
        self.number.show_fact(tr("paid", "Nomor", language), short_order_id(payment.order_id))
        seconds = _delay(payment)
        self.delay.setVisible(has_facts and seconds is not None)
        delay = tenths(seconds, language) if seconds is not None else ""
        self.delay.show_fact(tr("paid", "Dari bayar sampai tampil", language), delay)

    def _arrange(self, scene: Scene, *, has_notice: bool) -> bool:
        """In the largest form that fits; whether the facts have a place in it."""
        beside = self.notice.heightForWidth(self.width() - 42) if has_notice else 0
        room = self.height() - _AROUND - beside
        columns = 1 if scene.is_narrow and room >= HIGH + 4 * _ROW else 2
        is_low = room < HIGH + 2 * _ROW
        has_facts = room >= LOW + 2 * _ROW_LOW
        self.panel.set_high(HIGH if not is_low else LOW if room >= LOW else LOWEST)
        for number, row in enumerate((self.method, self.verified, self.number, self.delay)):
            self._grid.addWidget(row, number // columns, number % columns)  # what shows before is a window
            row.setVisible(has_facts)
            row.setFixedHeight(_ROW_LOW if is_low else _ROW)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
        return has_facts

    def _print_and_go_on(self) -> None:
        self._send(Print(self._order_id))
        self._go_on()

    def _go_on(self) -> None:
        self._send(NewSale())

    def _lay_out(self, theme: Theme, strip: Strip) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(20, 8, 20, 12)
        body.setSpacing(0)
        body.addWidget(self.notice)
        body.addLayout(self._grid)
        body.addStretch(1)
        hint = QHBoxLayout()
        hint.setSpacing(8)
        hint.addWidget(Icon(theme, "scan-barcode", "text2", 18))
        hint.addWidget(self._hint, 1)
        body.addLayout(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.panel)
        layout.addLayout(body, 1)
        layout.addWidget(strip)


def _delay(payment: Payment) -> float | None:
    """Seconds from the settlement to our knowing it, by the gateway's clock; None where it says nothing."""
    if payment.settled_at is None or payment.verified_at is None:
        return None
    seconds = (payment.verified_at + payment.clock_offset - payment.settled_at).total_seconds()
    return seconds if seconds >= 0 else None
