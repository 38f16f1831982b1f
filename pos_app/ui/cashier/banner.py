"""One sentence above the page and never in its way: something was not done, or is worth knowing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.theme import Theme, set_property
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.paragraph import Paragraph

_ICON_COLOUR = {"amber": "ambertext", "indigo": "ptext"}


class Banner(QFrame):
    """Signals: `closed` when somebody has read it."""

    closed = Signal()

    def __init__(self, theme: Theme, *actions: QWidget, parent: QWidget | None = None) -> None:
        """`actions` stand before the button that closes."""
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._icon = Icon(theme, "triangle-alert", "ambertext", 18)
        self._head = Paragraph("banner-strong", 18)
        self._rest = Paragraph("banner-note", 18)
        self._close = KeyButton(theme, "ghost", Action.BACK.value, height=44, padding=9)
        self._close.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._close.clicked.connect(self.closed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._head)
        words.addWidget(self._rest)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.setSpacing(12)
        layout.addWidget(self._icon)
        layout.addLayout(words, 1)
        for part in (*actions, self._close):
            layout.addWidget(part)
        self.hide()

    def show_kind(self, kind: str, icon: str) -> None:
        """`kind` is amber, or indigo for what only informs."""
        for part in (self, self._head, self._rest):
            set_property(part, "banner", kind)
        self._icon.show_icon(icon, _ICON_COLOUR[kind])

    def show_words(self, head: str, rest: str, language: Language) -> None:
        self._head.setText(head)
        self._rest.setText(rest)
        self._close.show_words(tr("banner", "Tutup", language))
        self.show()

    @property
    def words(self) -> tuple[str, str]:
        return self._head.text(), self._rest.text()
