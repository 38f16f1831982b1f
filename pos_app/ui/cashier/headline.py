"""A large icon beside a title and one sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.theme import set_property
from pos_app.ui.widgets.chip import Chip
from pos_app.ui.widgets.paragraph import Paragraph


class Headline(QWidget):
    """`picture` is 120 pixels wide; `chip` may stand above the title."""

    def __init__(self, picture: QWidget, chip: Chip | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._title = Paragraph("page-title", 32)
        self._sentence = Paragraph("page-sentence", 24)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        if chip is not None:
            words.addWidget(chip, alignment=Qt.AlignmentFlag.AlignLeft)
            words.addSpacing(10)
        words.addWidget(self._title)
        words.addSpacing(5)
        words.addWidget(self._sentence)
        words.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(24)
        layout.addWidget(picture)
        layout.addLayout(words, 1)

    def show_words(self, title: str, sentence: str, *, is_narrow: bool, is_low: bool = False) -> None:
        """The picture gives way where the page is low."""
        self._picture.setVisible(not is_low)
        set_property(self._title, "narrow", is_narrow)
        self._title.setText(title)
        self._sentence.setText(sentence)

    @property
    def words(self) -> tuple[str, str]:
        return self._title.text(), self._sentence.text()
