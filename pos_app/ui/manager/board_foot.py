"""How many rows are on show, and what they come to."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.domain.money import Rupiah
from pos_app.ui.i18n import tr
from pos_app.ui.widgets.label import Label


class BoardFoot(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setFixedHeight(44)
        self._count = Label("label")
        self._sum_word = Label("label")
        self._sum = Label("strong-13")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(4)
        layout.addWidget(self._count)
        layout.addStretch(1)
        layout.addWidget(self._sum_word)
        layout.addWidget(self._sum)

    @property
    def words(self) -> tuple[str, str]:
        return self._count.text(), self._sum.text()

    def show_rows(self, count: str, amount: Rupiah | None, language: Language) -> None:
        """`amount` is None where adding up would say nothing."""
        self._count.setText(count)
        self._sum_word.setText(tr("board", "Jumlah", language) if amount is not None else "")
        self._sum.setText(amount.text if amount is not None else "")
