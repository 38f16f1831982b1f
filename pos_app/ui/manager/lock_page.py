"""Nobody is at the counter: a PIN opens it, and whoever it names sells from then on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.till.desk_messages import SignIn
from pos_app.till.messages import Event
from pos_app.ui.cashier.scene import Room, Send
from pos_app.ui.i18n import tr
from pos_app.ui.manager.approval import Approval
from pos_app.ui.manager.errand import Errand
from pos_app.ui.manager.question import Answer, Question
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.badge import Badge
from pos_app.ui.widgets.paragraph import Paragraph

_PAD, _HIGHEST = 392, 496


class LockPage(QWidget):
    """Shows nothing of the sale; it lies below, as it was."""

    def __init__(
        self, theme: Theme, send: Send, monotonic: Callable[[], float], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.approval = Approval(theme, send, monotonic)
        self.approval.setFixedWidth(_PAD)
        self.approval.finished.connect(self._clear)
        self._room: Room | None = None
        self._title = Paragraph("page-title", 36)
        self._note = Paragraph("page-sentence", 24)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addStretch(1)
        words.addWidget(Badge(theme, "indigo", "lock", "ptext", side=120, icon_side=48))
        words.addSpacing(12)
        words.addWidget(self._title)
        words.addWidget(self._note)
        words.addStretch(1)
        sides = QHBoxLayout(self)
        sides.setContentsMargins(64, 24, 64, 24)
        sides.setSpacing(64)
        sides.addStretch(1)
        sides.addLayout(words, 3)
        sides.addWidget(self.approval, alignment=Qt.AlignmentFlag.AlignVCenter)
        sides.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.approval.setFixedHeight(min(_HIGHEST, self.height() - 24))

    def open(self, room: Room) -> None:
        self._room = room
        self._clear()
        self.present(room)

    def hear(self, event: Event) -> None:
        self.approval.hear(event)

    def present(self, room: Room) -> None:
        self._room = room
        self._title.setText(tr("lock", "Kasir terkunci", room.language))
        self._note.setText(
            tr("lock", "Keranjang tetap di sini dan pembayaran tetap dipantau.", room.language)
        )
        self.approval.present(room)

    def press(self, event: QKeyEvent, at: float | None = None) -> bool:
        return self.approval.press(event, at)

    def _clear(self) -> None:
        """There is no way around: whatever was typed is gone, and the question stays."""
        if self._room is not None:
            self.approval.begin(Errand(_asking, _sign_in), self._room)


def _asking(language: Language, is_narrow: bool) -> Question:
    return Question(
        title=tr("lock", "Siapa di kasir ini?", language),
        subtitle=tr("lock", "Masuk dengan PIN sendiri", language),
        pin_title=tr("lock", "PIN", language),
        advice=tr("lock", "Yang masuk melanjutkan penjualan yang terbuka.", language),
        confirm=tr("lock", "Masuk", language),
        keep=tr("lock", "Hapus", language),
    )


def _sign_in(answer: Answer) -> SignIn | None:
    return SignIn(answer.pin) if answer.pin is not None else None
