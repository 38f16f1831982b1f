"""A tab with a count: what wants somebody is amber."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pos_app.ui.manager.word_button import WordButton
from pos_app.ui.theme import set_property
from pos_app.ui.widgets.label import Label


class Tab(WordButton):
    def __init__(self, parent: QWidget | None = None) -> None:
        word, count = Label("tab"), Label("tab-count")
        super().__init__("tab", word, count, padding=16, parent=parent)
        self._word = word
        self.count = count
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count.setFixedHeight(22)
        self.count.setMinimumWidth(22)

    def show_tab(self, word: str, count: int | None, *, is_open: bool, is_amber: bool = False) -> None:
        for part in (self, self._word, self.count):
            set_property(part, "open", is_open)
        set_property(self.count, "amber", is_amber)
        self._word.setText(word)
        self.count.setText("" if count is None else str(count))
        self.count.setVisible(count is not None)
        self.setAccessibleName(word if count is None else f"{word} {count}")
        self.updateGeometry()
