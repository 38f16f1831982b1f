"""What the cart comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.domain.money import Rupiah
from pos_app.ui.by_name import set_by_name
from pos_app.ui.i18n import tr
from pos_app.ui.theme import set_property
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.label import Label
from pos_app.ui.widgets.rule import Rule

if TYPE_CHECKING:
    from pos_app.domain.cart import Totals


class TotalsView(QWidget):
    """Discount and tax have a line where there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subtotal, self._discount, self._tax = _TotalLine(), _TotalLine(), _TotalLine()
        self._word = Label("total-word")
        self.total = AmountLabel("total", 32, 700, -0.5)
        set_by_name(self.total, alignment="AlignRight")
        self._rule = Rule()
        last = QHBoxLayout()
        last.setSpacing(12)
        last.addWidget(self._word)
        last.addWidget(self.total, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        for line in (self._subtotal, self._discount, self._tax):
            self._layout.addWidget(line)
        self._layout.addSpacing(5)
        self._layout.addWidget(self._rule)
        self._layout.addSpacing(8)
        self._layout.addLayout(last)

    def show_totals(self, totals: Totals, language: Language, *, is_tight: bool) -> None:
        self._subtotal.show_line(tr("cart", "Subtotal", language), totals.subtotal)
        self._discount.show_line(tr("cart", "Diskon", language), -totals.discount)
        self._tax.show_line(tr("cart", "PPN", language), totals.tax)
        self._discount.setVisible(totals.discount != 0)
        self._tax.setVisible(totals.tax != 0)
        self._word.setText(tr("cart", "Total", language))
        self._rule.setVisible(not is_tight)
        self._layout.setContentsMargins(*((16, 12, 16, 18) if is_tight else (16, 10, 16, 11)))
        set_property(self._word, "tight", is_tight)
        self.total.set_pixels(18 if is_tight else 32)
        self.total.setFixedHeight(24 if is_tight else 40)
        self.total.show_amount(totals.total)


class _TotalLine(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(22)
        self._name = Label("total-line")
        self._amount = Label("total-line")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._name)
        layout.addStretch(1)
        layout.addWidget(self._amount)

    def show_line(self, name: str, amount: Rupiah) -> None:
        self._name.setText(name)
        self._amount.setText(amount.grouped)
