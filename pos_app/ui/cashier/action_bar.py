"""What else can be done between two customers, each with its key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos_app.ui.i18n import Language, tr
from pos_app.ui.keys import Action
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.key_button import KeyButton


class ActionBar(QWidget):
    """Signals: `reprint_wanted`."""

    reprint_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reprint = KeyButton(theme, "plain", Action.REPRINT.value, "printer")
        self._reprint.setFixedWidth(216)
        self._reprint.clicked.connect(self.reprint_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._reprint)
        layout.addStretch(1)

    def show_state(self, language: Language, *, can_reprint: bool) -> None:
        self._reprint.show_words(tr("actions", "Cetak ulang", language))
        self.setVisible(can_reprint)
