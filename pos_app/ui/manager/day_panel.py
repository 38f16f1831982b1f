"""Reading a day once more: which day, how far it is, and what it came to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_app.domain.decision import Obstacle
from pos_app.domain.language import Language
from pos_app.domain.reconciliation import DayProof
from pos_app.domain.sale import business_day, short_order_id
from pos_app.domain.staff import Right
from pos_app.domain.wib import WIB
from pos_app.till.desk_messages import (
    DayReconciled,
    DeskRefused,
    PinAccepted,
    PinRefused,
    PrintProof,
    ProofPrinted,
    Reconcile,
    ReconciliationMoved,
    ShowProof,
)
from pos_app.till.messages import Event
from pos_app.ui.cashier.scene import CounterSetup, Room, Send
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.manager.print_note import PrintNote
from pos_app.ui.manager.reconciling import looking, printing, reconciling
from pos_app.ui.manager.side_panel import SidePanel
from pos_app.ui.text.long_dates import full_date
from pos_app.ui.text.moments import full_moment
from pos_app.ui.text.names import cut
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.fact_row import FactRow
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import ElidedLabel, Label
from pos_app.ui.widgets.paragraph import Paragraph

_MOST_NAMED = 6
"""So many payments that are still open are named; the board has them all."""

_LOW = 600
"""Pixels of height, below which everything stays, closer together."""


class DayPanel(SidePanel):
    """`needs_pin` tells whether the one at the counter may not see reports alone.

    What a day came to is hidden from them until somebody who may see it has said so for that day.

    Signals: `wanted` with the Errand whose answer is needed first.
    """

    wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        setup: CounterSetup,
        send: Send,
        needs_pin: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._send = send
        self._needs_pin = needs_pin
        self._day: date | None = None
        self._proof: DayProof | None = None
        self._progress: ReconciliationMoved | None = None
        self._is_asked = False
        self._can_print = setup.can_print
        self._is_printing = False
        self._outcome: ProofPrinted | None = None
        self.is_hidden = False
        self._title = ElidedLabel("panel-title")
        self._received_word = Label("label")
        self._received = AmountLabel("panel-amount", 28, 700, -0.4)
        self._asked = FactRow(theme, "refresh-cw")
        self._unread = FactRow(theme, "circle-alert")
        self._made = FactRow(theme, "clock")
        self._by = FactRow(theme, "user-round")
        self._open = Paragraph("body", 20)
        self.earlier = KeyButton(theme, "plain", Action.ASIDE_BACK.value, padding=12)
        self.later = KeyButton(theme, "plain", Action.ASIDE.value, padding=12)
        self.printed = PrintNote(theme)
        self.look = KeyButton(theme, "plain", Action.FIRST.value, "search")
        self.print = KeyButton(theme, "plain", Action.REPRINT.value, "printer")
        self.begin = KeyButton(theme, "primary", Action.MAIN.value, "list-checks", height=56)
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        self.look.clicked.connect(self._look)
        self.print.clicked.connect(self._print)
        self.begin.clicked.connect(self._begin)
        self._lay_out()

    @property
    def proof(self) -> DayProof | None:
        """The newest of the day that is on show, where it may be seen."""
        return None if self.is_hidden else self._proof

    def open(self, room: Room) -> None:
        self._show_day(business_day(room.now))

    def hear(self, event: Event) -> None:
        match event:
            case DayReconciled(proof=proof) if proof.day == self._day:
                self._proof, self._progress, self._is_asked = proof, None, False
            case ReconciliationMoved(day=day) if day == self._day:
                self._progress, self._is_asked = event, True
            case PinAccepted(right=Right.REPORTS):
                self.is_hidden = False
            case ProofPrinted(day=day) if day == self._day:
                self._outcome, self._is_printing = event, False
            case PinRefused():
                self._is_printing = False
            case DeskRefused(obstacle=obstacle):
                self._is_printing = False
                if obstacle is not Obstacle.NO_PROOF_YET:
                    self._progress, self._is_asked = None, False
            case _:
                pass

    def act(self, action: Action) -> bool:
        match action:
            case Action.MAIN:
                self.begin.click()
            case Action.FIRST if not self.look.isHidden():
                self.look.click()
            case Action.REPRINT:
                if not self.print.isHidden():
                    self.print.click()
            case Action.ASIDE_BACK:
                self.earlier.click()
            case Action.ASIDE:
                self.later.click()
            case _:
                return False
        return True

    def present(self, room: Room) -> None:
        language, day, proof = room.language, self._day, self.proof
        if day is None:
            return
        noon = datetime.combine(day, time(12), WIB)
        self._title.setText(full_date(noon, language))
        self._received_word.setText(tr("days", "Diterima, tanpa yang dikembalikan", language))
        self._received.setVisible(proof is not None)
        self._received_word.setVisible(proof is not None)
        if proof is not None:
            self._received.show_amount(proof.received)
            self._asked.show_fact(tr("days", "Dibaca ulang", language), str(proof.asked))
            self._unread.show_fact(tr("days", "Tidak menjawab", language), str(len(proof.unread)))
            self._made.show_fact(tr("days", "Dibuat", language), full_moment(proof.made_at, language))
            self._by.show_fact(tr("days", "Oleh", language), cut(proof.by) or "–")
        self._fit(proof, is_low=self.height() < _LOW)
        self._open.setText(self._open_words(room))
        self.earlier.show_words(tr("days", "Sebelumnya", language))
        self.later.show_words(tr("days", "Berikutnya", language))
        self.later.setEnabled(day < business_day(room.now))
        self.look.show_words(tr("days", "Lihat bukti, perlu PIN", language))
        self.look.setVisible(self.is_hidden)
        self._show_printing(language)
        self._show_begin(room)

    def _fit(self, proof: DayProof | None, *, is_low: bool) -> None:
        """On a low window the rows stand closer, and who made the proof gives way to how its paper went."""
        for row in (self._asked, self._unread, self._made, self._by):
            row.setVisible(proof is not None)
            row.setFixedHeight(26 if is_low else 48)
        if is_low and self._outcome is not None:
            self._made.hide()
            self._by.hide()
        self.begin.setFixedHeight(48 if is_low else 56)

    def _show_printing(self, language: Language) -> None:
        words = (
            tr("days", "Cetak bukti, perlu PIN", language)
            if self._needs_pin()
            else tr("days", "Cetak bukti", language)
        )
        self.print.show_words(words)
        self.print.setEnabled(not self._is_printing)
        self.print.setVisible(self._can_print and self.proof is not None)
        self.printed.show_outcome(self._outcome, language)

    def _show_begin(self, room: Room) -> None:
        language, progress = room.language, self._progress
        self.begin.setEnabled(not self._is_asked)
        title = (
            tr("days", "Rekonsiliasi, perlu PIN", language)
            if self._needs_pin()
            else tr("days", "Rekonsiliasi", language)
        )
        if progress is not None:
            words = tr("days", "{answered} dari {asked} menjawab", language)
            self.begin.show_words(title, words.format(answered=progress.answered, asked=progress.asked))
        elif self._is_asked:
            self.begin.show_words(title, tr("days", "sedang membaca ulang", language))
        else:
            self.begin.show_words(title, tr("days", "baca ulang yang belum pasti", language))

    def _open_words(self, room: Room) -> str:
        proof, language = self.proof, room.language
        if proof is None:
            return ""
        if not proof.open:
            return tr("days", "Tidak ada yang terbuka.", language)
        named = ", ".join(short_order_id(order_id) for order_id in proof.open[:_MOST_NAMED])
        more = len(proof.open) - _MOST_NAMED
        words = tr("days", "Masih perlu dilihat: {orders}", language).format(orders=named)
        rest = tr("days", "dan {count} lagi di Tertunda (F9)", language).format(count=more)
        return f"{words}, {rest}" if more > 0 else words

    def _begin(self) -> None:
        day = self._day
        if day is None:
            return
        if self._needs_pin():
            self.wanted.emit(reconciling(day))
        else:
            self._is_asked = True
            self._send(Reconcile(day))

    def _look(self) -> None:
        if self._day is not None:
            self.wanted.emit(looking(self._day))

    def _print(self) -> None:
        day = self._day
        if day is None:
            return
        if self._needs_pin():
            self.wanted.emit(printing(day, self._wait_for_paper))
        else:
            self._wait_for_paper()
            self._send(PrintProof(day))

    def _wait_for_paper(self) -> None:
        self._outcome, self._is_printing = None, True

    def _turn(self, days: int) -> None:
        if self._day is not None:
            self._show_day(self._day + timedelta(days=days))

    def _show_day(self, day: date) -> None:
        self._day, self._proof, self._progress, self._is_asked = day, None, None, False
        self._outcome, self._is_printing = None, False
        self.is_hidden = self._needs_pin()
        if not self.is_hidden:
            self._send(ShowProof(day))

    def _lay_out(self) -> None:
        self.head.addWidget(self._title)
        body = self.body
        body.setContentsMargins(20, 16, 20, 12)
        for part in (self._received_word, self._received, self._asked, self._unread, self._made, self._by):
            body.addWidget(part)
        body.addSpacing(12)
        body.addWidget(self._open)
        body.addStretch(1)
        body.addWidget(self.printed)
        turn = QHBoxLayout()
        turn.setSpacing(8)
        turn.addWidget(self.earlier, 1)
        turn.addWidget(self.later, 1)
        self.foot.addLayout(turn)
        self.foot.addWidget(self.look)
        self.foot.addWidget(self.print)
        self.foot.addWidget(self.begin)
