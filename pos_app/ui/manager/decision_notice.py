"""What a payment that wants a decision means, and what to do: strong words first, amber until it is decided."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.theme import Theme, set_property
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
        self._icon = Icon(theme, "triangle-alert", "ambertext", 20)
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    @property
    def words(self) -> tuple[str, str]:
        return self._strong.text(), self._note.text()

    def show_words(self, strong: str, note: str, *, is_calm: bool) -> None:
        set_property(self, "notice", "indigo" if is_calm else "amber")
        for part in (self._strong, self._note):
            set_property(part, "banner", "indigo" if is_calm else "amber")
        self._icon.show_icon(*(("info", "ptext") if is_calm else ("triangle-alert", "ambertext")))
        self._strong.setText(strong)
        self._note.setText(note)
