"""Beside the board: money that is recorded, and the decision that is missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from pos_app.domain.evidence import Decision
from pos_app.domain.language import Language
from pos_app.domain.payment import Payment
from pos_app.domain.sale import short_order_id
from pos_app.till.messages import CheckNow
from pos_app.till.snapshot import BoardRow
from pos_app.ui.cashier.scene import Room, Send
from pos_app.ui.countdown import seconds_until
from pos_app.ui.i18n import tr
from pos_app.ui.keys import DIGITS, Action
from pos_app.ui.manager.attention_facts import AttentionFacts
from pos_app.ui.manager.deciding import can_refund_online, decisions_for
from pos_app.ui.manager.holder_notice import HolderNotice
from pos_app.ui.manager.side_panel import SidePanel
from pos_app.ui.manager.story_view import GHOST, StoryView, leaf
from pos_app.ui.text.decisions import (
    attention_advice,
    attention_title,
    decision_name,
    decision_note,
    is_over,
)
from pos_app.ui.text.facts import attention_facts
from pos_app.ui.text.methods import method_name
from pos_app.ui.text.moments import duration
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import ElidedLabel, Label

_ICONS = {
    Decision.REFUND_TASK: "undo-2",
    Decision.HAND_OVER: "package-check",
    Decision.ATTACH: "link",
    Decision.ACCEPT_FORCED: "shield-check",
    Decision.CLOSE_UNPAID: "circle-slash",
    Decision.CASH_REFUND: "banknote",
    Decision.REOPEN: "rotate-ccw",
}


class _Heights(NamedTuple):
    """Pixels of a fact, of a decision's button, and of the two small buttons."""

    fact: int
    offer: int
    small: int


_STORY = 220
"""Pixels that some steps of a payment's story take."""

_HEIGHTS = (_Heights(36, 60, 44), _Heights(30, 52, 44), _Heights(26, 44, 36), _Heights(20, 44, 36))
"""The roomiest first; a finger finds each of them."""


class AttentionPanel(SidePanel):
    """Signals: `decided` with the Decision that was picked, `refund_wanted` for one through the gateway."""

    decided = Signal(object)
    refund_wanted = Signal()

    def __init__(self, theme: Theme, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self._row: BoardRow | None = None
        self._offers: tuple[Callable[[], None], ...] = ()
        self._title = ElidedLabel("panel-title")
        self._number = ElidedLabel("meta")
        self._amount = AmountLabel("amount-head", 20, 700, -0.2)
        self._heights = _HEIGHTS[0]
        self.facts = AttentionFacts(theme, side=GHOST)
        self.notice = self.facts.notice
        self.holder = HolderNotice(theme)
        self.story = StoryView(theme)
        self.story.hide()
        self.check = _small(theme, Action.MAIN, "refresh-cw")
        self._tell = _small(theme, Action.ASIDE, "history")
        self._tell.clicked.connect(self._open_story)
        self._head_word = Label("section")
        self.buttons = [
            KeyButton(theme, "primary" if number == 0 else "plain", key.value, "check", height=60, gap=12)
            for number, key in enumerate(DIGITS)
        ]
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, number=number: self._pick(number))
        self.check.clicked.connect(self._check)
        self._lay_out()
        self._space(self._heights)

    def show_row(self, row: BoardRow, room: Room, *, needs_pin: bool) -> None:
        self._row = row
        payment, language = row.payment, room.language
        self._title.setText(attention_title(payment, language))
        number, how = short_order_id(payment.order_id), method_name(payment.method, language)
        self._number.setText(
            number if room.is_narrow else f"{number} · {how}"
        )  # its row names the method too
        self._amount.show_amount(payment.money_held or payment.amount)
        known = attention_facts(payment, row.sale_label, room.now, language, is_narrow=room.is_narrow)
        self.facts.show_facts(known)
        self.notice.show_words(*attention_advice(payment, language), is_calm=is_over(payment))
        self.facts.setVisible(self.story.isHidden())
        self._tell.setVisible(self.story.isHidden())
        self._tell.show_words(tr("story", "Perjalanan", language))
        self.story.present(row, room)
        left = seconds_until(row.next_check, room.monotonic)
        check = tr("board", "Cek", language)
        self.check.show_words(f"{check} {duration(left, language)}" if left else check)
        self.check.setEnabled(left == 0)
        self._head_word.setText(
            tr("deciding", "Keputusan manajer, perlu PIN", language)
            if needs_pin
            else tr("deciding", "Keputusan manajer", language)
        )
        is_ours = not row.held_by
        self.holder.show_holder(row.held_by, language)
        self.check.setVisible(is_ours and row.next_check is not None)
        self._head_word.setVisible(is_ours)
        self._show_offers(payment if is_ours else None, language)
        self.buttons[0].show_kind("plain" if is_over(payment) else "primary")
        for button in self.buttons:
            button.set_icon_shown(not room.is_narrow)

    def act(self, action: Action) -> bool:
        if action in DIGITS:
            number = DIGITS.index(action)
            if number < len(self._offers):
                self.buttons[number].click()
        elif action is Action.MAIN:
            if not self.check.isHidden():
                self.check.click()
        elif action is Action.ASIDE:
            self._open_story()
        elif action is Action.ASIDE_BACK:
            self.close_story()
        elif action in (Action.PAGE_UP, Action.PAGE_DOWN):
            if self.story.isHidden():
                leaf(self.facts, action)
            else:
                self.story.leaf(action)
        else:
            return False
        return True

    def close_story(self) -> bool:
        """Go back a step: from the texts to the words, from these to the facts; False where they are on show."""
        if self.story.close_raw():
            return True
        was_told = not self.story.isHidden()
        self.story.hide()
        return was_told

    def _open_story(self) -> None:
        if self.story.isHidden():
            self.story.show()
        else:
            self.story.toggle()

    def event(self, event: QEvent) -> bool:
        """Whenever something in here wants another height, all of it is fitted anew."""
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return is_done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As roomy as the height allows: everything stays, closer together where there is less of it."""
        if self.story.isHidden():
            needed = self.card.totalHeightForWidth(self.width())
        else:  # a list of its own, which would be content with a line or two
            more = _STORY - self.story.minimumSizeHint().height()
            needed = self.card.totalMinimumSize().height() + more
        for heights in _HEIGHTS:
            if needed + self._taller(heights) <= self.height():
                break
        if heights != self._heights:
            self._space(heights)
            for layout in (self.foot, self.card):  # at once, and not a frame later each
                layout.activate()

    def _taller(self, heights: _Heights) -> int:
        """How much more than now all would need with these heights."""
        now = self._heights
        facts = self.facts.shown if self.story.isHidden() else 0
        return (
            facts * (heights.fact - now.fact)
            + len(self._offers) * (heights.offer - now.offer)
            + (heights.small - now.small)
        )

    def _space(self, heights: _Heights) -> None:
        self._heights = heights
        self.facts.space(heights.fact)
        for button in self.buttons:
            button.setFixedHeight(heights.offer)
        for small in (self.check, self._tell):
            small.setFixedHeight(heights.small)

    def _show_offers(self, payment: Payment | None, language: Language) -> None:
        """None offers nothing: another till holds the payment."""
        offers: list[tuple[str, str, str, Callable[[], None]]] = []
        if payment is not None and can_refund_online(payment):
            offers.append(
                (
                    "wallet",
                    tr("deciding", "Kembalikan lewat gateway", language),
                    tr("deciding", "Uang kembali ke dompet pelanggan", language),
                    self.refund_wanted.emit,
                )
            )
        offers += [
            (
                _ICONS[decision],
                decision_name(decision, language),
                decision_note(decision, language),
                partial(self.decided.emit, decision),
            )
            for decision in (decisions_for(payment) if payment is not None else ())
        ]
        self._offers = tuple(offer[3] for offer in offers)
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(offers))
            if number < len(offers):
                icon, title, note, _ = offers[number]
                button.show_icon(icon)
                button.show_words(title, note)

    def _pick(self, number: int) -> None:
        if number < len(self._offers):
            self._offers[number]()

    def _check(self) -> None:
        if self._row is not None:
            self._send(CheckNow(self._row.payment.order_id))

    def _lay_out(self) -> None:
        self.head_with(self._title, self._number)
        self.head.addWidget(self._amount)
        body = self.body
        body.setContentsMargins(20 - GHOST, 8, 20 - GHOST, 8)
        body.addWidget(self.facts)
        body.addWidget(self.story, 100)
        body.addStretch(1)
        small = QHBoxLayout()
        small.setSpacing(8)
        small.addWidget(self.check)
        small.addStretch(1)
        small.addWidget(self._tell)
        body.addLayout(small)
        for part in (self.holder, self._head_word, *self.buttons):
            self.foot.addWidget(part)


def _small(theme: Theme, key: Action, icon: str) -> KeyButton:
    button = KeyButton(theme, "ghost", key.value, icon, height=44, padding=GHOST, icon_side=16)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button
