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

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class PaidPanel(QFrame):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("payState", "paid")
        self.setFixedHeight(338)
        self._word = Label("paid-word")
        self._word.setAlignment(_CENTRE)
        self.amount = AmountLabel("paid-amount", 72, 800, -2)
        self.amount.setAlignment(_CENTRE)
        self._spelled = Paragraph("paid-spelled", 24)
        self._spelled.setAlignment(_CENTRE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 40, 24, 30)
        layout.setSpacing(0)
        layout.addWidget(
            Badge(theme, "paid", "check", "paidfill", side=96, icon_side=64, stroke=3.5), alignment=_CENTRE
        )
        layout.addSpacing(15)
        layout.addWidget(self._word)
        layout.addSpacing(1)
        layout.addWidget(self.amount)
        layout.addSpacing(5)
        layout.addWidget(self._spelled)
        layout.addStretch(1)

    def show_paid(self, amount: Rupiah, language: Language) -> None:
        self._word.setText(tr("paid", "Lunas", language))
        self.amount.show_amount(amount)
        self._spelled.setText(spelled(amount, language))

    @property
    def words(self) -> tuple[str, str, str]:
        return self._word.text(), self.amount.text(), self._spelled.text()
