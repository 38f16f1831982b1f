"""A cart with nothing in it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.ui.by_name import set_by_name
from pos_app.ui.i18n import tr
from pos_app.ui.widgets.label import Label


class CartEmpty(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("hint")
        set_by_name(self._words, alignment="AlignCenter")
        QVBoxLayout(self).addWidget(self._words)

    def show_language(self, language: Language) -> None:
        self._words.setText(tr("cart", "Belum ada barang", language))
