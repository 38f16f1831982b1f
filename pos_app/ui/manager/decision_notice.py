"""What a payment that wants a decision means, and what to do: amber, strong words first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.theme import Theme
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.paragraph import Paragraph


class DecisionNotice(QFrame):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "amber")
        self._strong = Paragraph("banner-strong", 18)
        self._note = Paragraph("banner-note", 18)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._strong)
        words.addWidget(self._note)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 11, 12, 11)
        layout.setSpacing(12)
        layout.addWidget(Icon(theme, "triangle-alert", "ambertext", 20), alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    @property
    def words(self) -> tuple[str, str]:
        return self._strong.text(), self._note.text()

    def show_words(self, strong: str, note: str) -> None:
        self._strong.setText(strong)
        self._note.setText(note)
