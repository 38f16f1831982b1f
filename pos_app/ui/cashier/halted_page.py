"""The till can't write or read its journal: said plainly, the cart stays beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pos_app.domain.errors import Problem
from pos_app.ui.cashier.headline import Headline
from pos_app.ui.cashier.scene import Room
from pos_app.ui.cashier.strip import Strip
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text.problems import advice
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.badge import Badge
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.notice import Notice
from pos_app.ui.widgets.paragraph import Paragraph


class HaltedPage(QFrame):
    """Signals: `understood` when somebody wants to go on."""

    understood = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._problem = Problem.JOURNAL_UNWRITABLE
        badge = Badge(theme, "red", "hard-drive", "red", side=120, icon_side=48)
        self.headline = Headline(badge)
        self.notice = Notice(theme)
        self._detail = Paragraph("meta", 16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(20, 80, 20, 12)
        body.setSpacing(0)
        body.addWidget(self.headline)
        body.addSpacing(20)
        body.addWidget(self.notice)
        body.addSpacing(12)
        body.addWidget(self._detail)
        body.addStretch(1)
        self._again = KeyButton(theme, "primary", Action.MAIN.value, "refresh-cw", height=56)
        self._strip = Strip(self._again)
        self._again.clicked.connect(self.understood)
        layout.addLayout(body, 1)
        layout.addWidget(self._strip)

    def show_problem(self, problem: Problem, detail: str, *, for_good: bool) -> None:
        self._problem = problem
        self._strip.setVisible(not for_good)
        self._detail.setText(detail)

    def present(self, room: Room) -> None:
        words = advice(self._problem, room.language)
        self.headline.show_words(words.happened, words.to_do, is_narrow=room.is_narrow)
        self.notice.show_words("red", "circle-alert", words.money)
        self._again.show_words(tr("halted", "Kembali ke penjualan", room.language))

    def act(self, action: Action) -> bool:
        if action in (Action.MAIN, Action.BACK) and not self._strip.isHidden():
            self.understood.emit()
        return True
