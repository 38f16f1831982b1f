"""One way of narrowing the board, with how many it leaves."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pos_app.ui.manager.word_button import WordButton
from pos_app.ui.theme import set_property
from pos_app.ui.widgets.label import Label


class FilterChip(WordButton):
    def __init__(self, parent: QWidget | None = None) -> None:
        words = Label("filter")
        super().__init__("filter", words, padding=15, parent=parent)
        self._words = words

    @property
    def words(self) -> str:
        return self._words.text()

    def show_filter(self, word: str, count: int, key: str, *, is_chosen: bool) -> None:
        set_property(self, "chosen", is_chosen)
        set_property(self._words, "chosen", is_chosen)
        self._words.setText(f"{word} {count}")
        self.setAccessibleName(f"{word} {count} ({key})")
        self.setToolTip(key)
        self.updateGeometry()
