"""Which other till holds a payment: it can be looked at here, and acted on there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pos_app.domain.language import Language
from pos_app.ui.text.board import held_elsewhere, held_elsewhere_note
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.notice import Notice


class HolderNotice(Notice):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.hide()

    def show_holder(self, till: str, language: Language) -> None:
        """`till` is empty where the payment is ours."""
        self.setVisible(bool(till))
        if till:
            self.show_words("neutral", "info", held_elsewhere(till, language), held_elsewhere_note(language))
