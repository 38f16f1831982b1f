"""Beside the board: one payment that waits, its way so far, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.sale import short_order_id
from pos_app.domain.states import State
from pos_app.till.messages import CheckNow, Command, Print, Resume
from pos_app.till.snapshot import BoardRow
from pos_app.ui.cashier.scene import CounterSetup, Room, Send
from pos_app.ui.countdown import seconds_until
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.manager.holder_notice import HolderNotice
from pos_app.ui.manager.side_panel import SidePanel
from pos_app.ui.manager.story_view import GHOST, StoryView
from pos_app.ui.text.board import status
from pos_app.ui.text.customer import grouped_code
from pos_app.ui.text.methods import method_name
from pos_app.ui.text.moments import deadline, rough
from pos_app.ui.theme import Theme, set_property
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.chip import Chip
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import ElidedLabel, Label


class PaymentPanel(SidePanel):
    """Signals: `cancel_wanted`, `resumed`."""

    cancel_wanted = Signal()
    resumed = Signal()

    def __init__(self, theme: Theme, setup: CounterSetup, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self._can_print = setup.can_print
        self._row: BoardRow | None = None
        self._number = ElidedLabel("panel-title")
        self._sale = ElidedLabel("meta")
        self.chip = Chip(theme)
        self._amount_word = Label("label")
        self._amount = AmountLabel("panel-amount", 28, 700, -0.4)
        self._until_word = Label("label")
        self._until = Label("strong-14")
        self._code_box = QFrame()
        self._code = Label("code")
        self.story = StoryView(theme)
        self.holder = HolderNotice(theme)
        self.check = KeyButton(
            theme, "plain", Action.MAIN.value, "refresh-cw", padding=12, icon_side=18, gap=8
        )
        self.copy = KeyButton(
            theme, "plain", Action.REPRINT.value, "printer", padding=12, icon_side=18, gap=8
        )
        self.resume = KeyButton(
            theme, "plain", Action.RESUME.value, "shopping-basket", padding=12, icon_side=18, gap=8
        )
        self.cancel = KeyButton(theme, "danger", Action.REMOVE.value, "ban")
        self._lay_out(theme)
        self.check.clicked.connect(lambda: self._with_row(lambda row: CheckNow(row.payment.order_id)))
        self.copy.clicked.connect(lambda: self._with_row(lambda row: Print(row.payment.order_id)))
        self.resume.clicked.connect(self._resume)
        self.cancel.clicked.connect(self.cancel_wanted)

    def show_row(self, row: BoardRow, room: Room, *, needs_pin: bool) -> None:
        self._row = row
        payment, language = row.payment, room.language
        self._number.setText(short_order_id(payment.order_id))
        sale = tr("board", "Penjualan {number}", language).format(number=row.sale_label)
        how = method_name(payment.method, language)
        self._sale.setText(sale if room.is_narrow else f"{how} · {sale}")  # its row names the method too
        shown = status(row, room.monotonic, language)
        self.chip.show_words(shown.kind, shown.icon, shown.words)
        self._amount_word.setText(tr("board", "Jumlah", language))
        self._amount.set_pixels(24 if room.is_narrow else 28)
        set_property(self._until, "role", "strong-13" if room.is_narrow else "strong-14")
        self._amount.show_amount(payment.amount)
        ends = payment.expires_at if payment.state is State.PENDING else None
        self._until_word.setText(tr("board", "Paling lambat", language) if ends else "")
        self._until.setText(deadline(ends, language) if ends else "")
        code = payment.shown_code
        self._code_box.setVisible(bool(code))
        self._code.setText(" ".join(grouped_code(code)) if code else "")
        self.story.present(row, room)
        self._show_buttons(row, room, needs_pin=needs_pin)

    def close_story(self) -> bool:
        """Go back from the texts to the words; False where these are on show."""
        return self.story.close_raw()

    def act(self, action: Action) -> bool:
        buttons = {
            Action.MAIN: self.check,
            Action.REPRINT: self.copy,
            Action.RESUME: self.resume,
            Action.REMOVE: self.cancel,
        }
        button = buttons.get(action)
        if button is not None and not button.isHidden():
            button.click()
        elif action is Action.ASIDE:
            self.story.toggle()
        elif action in (Action.PAGE_UP, Action.PAGE_DOWN):
            self.story.leaf(action)
        elif action is Action.ASIDE_BACK:
            self.story.close_raw()
        else:
            return button is not None
        return True

    def _show_buttons(self, row: BoardRow, room: Room, *, needs_pin: bool) -> None:
        language, payment = room.language, row.payment
        left = seconds_until(row.next_check, room.monotonic)
        is_ours = not row.held_by
        self.holder.show_holder(row.held_by, language)
        when = rough(left, language) if left else tr("board", "sekarang", language)
        self.check.show_words(tr("board", "Cek", language), when)
        self.check.setEnabled(left == 0)
        for button in (self.check, self.resume, self.cancel):
            button.setVisible(is_ours)
        self.copy.show_words(tr("board", "Salinan", language))
        self.copy.setVisible(is_ours and self._can_print and bool(payment.shown_code))
        self.resume.show_words(tr("board", "Buka lagi", language))
        cancel = (
            tr("board", "Batalkan pesanan, perlu PIN", language)
            if needs_pin
            else tr("board", "Batalkan pesanan", language)
        )
        self.cancel.show_words(cancel)
        self.cancel.setEnabled(payment.can_cancel)
        for button in (self.check, self.copy, self.resume):
            button.set_icon_shown(not room.is_narrow)
        beside = self.copy.isHidden()
        self._buttons.addWidget(self.resume, 0 if beside else 1, 1 if beside else 0, 1, 1 if beside else 2)

    def _with_row(self, make: Callable[[BoardRow], Command]) -> None:
        if self._row is not None:
            self._send(make(self._row))

    def _resume(self) -> None:
        if self._row is not None:
            self._send(Resume(self._row.payment.order_id))
            self.resumed.emit()

    def _lay_out(self, theme: Theme) -> None:
        self.head_with(self._number, self._sale)
        self.head.addWidget(self.chip)
        self.card.insertWidget(1, self._facts(theme))
        self.body.setContentsMargins(20 - GHOST, 0, 20 - GHOST, 8)
        self.body.addWidget(self.story)
        self._lay_out_foot()

    def _facts(self, theme: Theme) -> QWidget:
        facts = QFrame()
        facts.setProperty("role", "card-head")
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        self._amount_word.setFixedHeight(18)
        self._amount.setFixedHeight(36)
        grid.addWidget(self._amount_word, 0, 0)
        grid.addWidget(self._amount, 1, 0, 2, 1)
        grid.addWidget(self._until_word, 1, 1, right)
        grid.addWidget(self._until, 2, 1, right)
        grid.setColumnStretch(0, 1)
        self._code_box.setProperty("role", "code-box")
        self._code_box.setFixedHeight(44)
        inside = QHBoxLayout(self._code_box)
        inside.setContentsMargins(13, 0, 13, 0)
        inside.setSpacing(8)
        inside.addWidget(Icon(theme, "hash", "text", 16))
        inside.addWidget(self._code, 1)
        layout = QVBoxLayout(facts)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(grid)
        layout.addWidget(self._code_box)
        return facts

    def _lay_out_foot(self) -> None:
        self._buttons = QGridLayout()
        self._buttons.setSpacing(8)
        self._buttons.setColumnStretch(0, 1)
        self._buttons.setColumnStretch(1, 1)
        self._buttons.addWidget(self.check, 0, 0)
        self._buttons.addWidget(self.copy, 0, 1)
        self._buttons.addWidget(self.resume, 1, 0)
        self.foot.setSpacing(16)
        self.foot.addWidget(self.holder)
        self.foot.addLayout(self._buttons)
        self.foot.addWidget(self.cancel)
