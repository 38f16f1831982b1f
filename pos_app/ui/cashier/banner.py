"""One sentence about something that was not done, above the page and never in its way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from pos_app.ui.i18n import Language, tr
from pos_app.ui.keys import Action
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import ElidedLabel, Label


class Banner(QFrame):
    """Signals: `closed` when somebody has read it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setFixedHeight(48)
        self._head = Label("banner-strong")
        self._rest = ElidedLabel("banner")
        self._close = KeyButton(theme, "ghost", Action.BACK.value, height=40, padding=9)
        self._close.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._close.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 4, 0)
        layout.setSpacing(8)
        layout.addWidget(Icon(theme, "triangle-alert", "ambertext", 18))
        layout.addWidget(self._head)
        layout.addWidget(self._rest, 1)
        layout.addWidget(self._close)
        self.hide()

    def show_words(self, head: str, rest: str, language: Language) -> None:
        self._head.setText(head)
        self._rest.setText(rest)
        self._close.show_words(tr("banner", "Tutup", language))
        self.show()

    @property
    def words(self) -> tuple[str, str]:
        return self._head.text(), self._rest.text()
