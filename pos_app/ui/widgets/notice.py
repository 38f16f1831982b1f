"""The one sentence of state of a payment screen, in a coloured frame with an icon."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.theme import Theme, set_property
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.paragraph import Paragraph

_ICON_COLOUR = {"amber": "ambertext", "indigo": "ptext", "neutral": "text", "red": "red"}


class Notice(QFrame):
    """`kind` is amber (waiting, attention), indigo (what to do now), neutral or red (expired)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon(theme, "info", "text", 20)
        self._sentence = Paragraph("notice", 24)
        self._note = Paragraph("notice-note", 18)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._sentence)
        words.addWidget(self._note)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(15, 14, 15, 12)
        layout.setSpacing(12)
        picture = QVBoxLayout()
        picture.setContentsMargins(0, 2, 0, 0)
        picture.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(picture)
        layout.addLayout(words, 1)

    def show_words(self, kind: str, icon: str, sentence: str, note: str = "") -> None:
        for part in (self, self._sentence, self._note):
            set_property(part, "notice", kind)
        self._icon.show_icon(icon, _ICON_COLOUR[kind])
        self._sentence.setText(sentence)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    @property
    def words(self) -> tuple[str, str]:
        return self._sentence.text(), self._note.text()
