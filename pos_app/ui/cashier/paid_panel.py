"""The only green in the app: the money is there, and the gateway said so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.domain.money import Rupiah
from pos_app.ui.i18n import tr
from pos_app.ui.text.words import spelled
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.badge import Badge
from pos_app.ui.widgets.label import Label
from pos_app.ui.widgets.paragraph import Paragraph

HIGH, LOW, LOWEST = 338, 288, 192
"""Pixels."""

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class PaidPanel(QFrame):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("payState", "paid")
        self._word = Label("paid-word")
        self._word.setAlignment(_CENTRE)
        self.amount = AmountLabel("paid-amount", 72, 800, -2)
        self.amount.setAlignment(_CENTRE)
        self._spelled = Paragraph("paid-spelled", 24, across=0.5, down=0)
        self._column = layout = QVBoxLayout(self)
        layout.setSpacing(0)
        self._tick = Badge(theme, "paid", "check", "paidfill", side=96, icon_side=64, stroke=3.5)
        layout.addWidget(self._tick, alignment=_CENTRE)
        layout.addSpacing(16)
        layout.addWidget(self._word)
        layout.addWidget(self.amount)
        layout.addSpacing(6)
        layout.addWidget(self._spelled)
        layout.addStretch(1)
        self.set_high(HIGH)

    def set_high(self, high: int) -> None:
        """HIGH, LOW or LOWEST: less green around the same words, at last without the tick."""
        self.setFixedHeight(high)
        self._tick.setHidden(high == LOWEST)
        self._column.setContentsMargins(24, 40 if high == HIGH else 16, 24, 12 if high == HIGH else 10)

    def show_paid(self, amount: Rupiah, language: Language) -> None:
        self._word.setText(tr("paid", "Lunas", language))
        self.amount.show_amount(amount)
        self._spelled.setText(spelled(amount, language))

    @property
    def words(self) -> tuple[str, str, str]:
        return self._word.text(), self.amount.text(), self._spelled.text()
