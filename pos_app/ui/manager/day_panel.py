"""Reading a day once more: which day, how far it is, and what it came to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.decision import Obstacle
from pos_app.domain.reconciliation import DayProof
from pos_app.domain.sale import WIB, business_day, short_order_id
from pos_app.till.desk_messages import DayReconciled, DeskRefused, Reconcile, ReconciliationMoved, ShowProof
from pos_app.till.messages import Event
from pos_app.ui.cashier.scene import Room, Send
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.manager.reconciling import reconciling
from pos_app.ui.text.long_dates import full_date
from pos_app.ui.text.moments import full_moment
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.fact_row import FactRow
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import ElidedLabel, Label
from pos_app.ui.widgets.paragraph import Paragraph

_MOST_NAMED = 6
"""So many payments that are still open are named; the board has them all."""


class DayPanel(QFrame):
    """`needs_pin` tells whether the one at the counter may not reconcile alone.

    Signals: `wanted` with the Errand whose answer is needed first.
    """

    wanted = Signal(object)

    def __init__(
        self, theme: Theme, send: Send, needs_pin: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._send = send
        self._needs_pin = needs_pin
        self._day: date | None = None
        self._proof: DayProof | None = None
        self._progress: ReconciliationMoved | None = None
        self._is_asked = False
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
        self.begin = KeyButton(theme, "primary", Action.MAIN.value, "list-checks", height=56, padding=12)
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        self.begin.clicked.connect(self._begin)
        self._lay_out()

    @property
    def proof(self) -> DayProof | None:
        """The newest of the day that is on show."""
        return self._proof if self._proof and self._proof.day == self._day else None

    def open(self, room: Room) -> None:
        self._show_day(business_day(room.now))

    def hear(self, event: Event) -> None:
        match event:
            case DayReconciled(proof=proof) if proof.day == self._day:
                self._proof, self._progress, self._is_asked = proof, None, False
            case ReconciliationMoved(day=day) if day == self._day:
                self._progress, self._is_asked = event, True
            case DeskRefused(obstacle=obstacle) if obstacle is not Obstacle.NO_PROOF_YET:
                self._progress, self._is_asked = None, False
            case _:
                pass

    def act(self, action: Action) -> bool:
        match action:
            case Action.MAIN:
                self.begin.click()
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
        self._received_word.setText(tr("days", "Uang yang masuk dan tetap", language))
        self._received.setVisible(proof is not None)
        self._received_word.setVisible(proof is not None)
        if proof is not None:
            self._received.show_amount(proof.received)
            self._asked.show_fact(tr("days", "Dibaca ulang", language), str(proof.asked))
            self._unread.show_fact(tr("days", "Tidak menjawab", language), str(len(proof.unread)))
            self._made.show_fact(tr("days", "Dibuat", language), full_moment(proof.made_at, language))
            self._by.show_fact(tr("days", "Oleh", language), proof.by or "–")
        for row in (self._asked, self._unread, self._made, self._by):
            row.setVisible(proof is not None)
        self._open.setText(self._open_words(room))
        self.earlier.show_words(tr("days", "Sebelumnya", language))
        self.later.show_words(tr("days", "Berikutnya", language))
        self.later.setEnabled(day < business_day(room.now))
        self._show_begin(room)

    def _show_begin(self, room: Room) -> None:
        language, progress = room.language, self._progress
        self.begin.setEnabled(not self._is_asked)
        title = tr("days", "Rekonsiliasi", language)
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

    def _turn(self, days: int) -> None:
        if self._day is not None:
            self._show_day(self._day + timedelta(days=days))

    def _show_day(self, day: date) -> None:
        self._day, self._progress, self._is_asked = day, None, False
        self._send(ShowProof(day))

    def _lay_out(self) -> None:
        head = QFrame()
        head.setProperty("role", "card-head")
        head.setFixedHeight(64)
        title = QHBoxLayout(head)
        title.setContentsMargins(20, 0, 20, 0)
        title.addWidget(self._title)
        body = QVBoxLayout()
        body.setContentsMargins(20, 16, 20, 12)
        body.setSpacing(0)
        for part in (self._received_word, self._received, self._asked, self._unread, self._made, self._by):
            body.addWidget(part)
        body.addSpacing(12)
        body.addWidget(self._open)
        body.addStretch(1)
        foot = QFrame()
        foot.setProperty("role", "strip")
        turn = QHBoxLayout()
        turn.setSpacing(8)
        turn.addWidget(self.earlier, 3)
        turn.addWidget(self.later, 2)
        buttons = QVBoxLayout(foot)
        buttons.setContentsMargins(20, 12, 20, 16)
        buttons.setSpacing(8)
        buttons.addLayout(turn)
        buttons.addWidget(self.begin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addLayout(body, 1)
        layout.addWidget(foot)
