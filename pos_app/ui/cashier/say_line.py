"""A line for the cashier to say aloud."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.ui.i18n import tr
from pos_app.ui.text.offers import to_say
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.label import ElidedLabel, Label


class SayLine(QFrame):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "say")
        self.setFixedHeight(46)
        self._head = Label("body")
        self._words = ElidedLabel("strong")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(4)
        layout.addWidget(Icon(theme, "message-circle", "text", 20))
        layout.addSpacing(8)
        layout.addWidget(self._head)
        layout.addWidget(self._words, 1)

    def show_words(self, method: Method, language: Language) -> None:
        self._head.setText(tr("payment", "Katakan kepada pelanggan:", language))
        self._words.setText(to_say(method, language))
