"""The head of every payment page: how it is paid, its number, and what stands at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.domain.payment import Payment
from pos_app.domain.sale import short_order_id
from pos_app.ui.i18n import tr
from pos_app.ui.text.methods import method_name
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.label import ElidedLabel, Label


class PaymentHead(QFrame):
    """`right` is shown at the right edge, `right_margin` pixels from it: an amount or a button."""

    def __init__(
        self, theme: Theme, right: QWidget, right_margin: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card-head")
        self.setFixedHeight(56)
        self.right = right
        self._method = Label("title")
        self._number = ElidedLabel("order-number")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 1, right_margin, 0)
        layout.setSpacing(12)
        self._icon = Icon(theme, "qr-code", "text", 20)
        layout.addWidget(self._icon)
        layout.addWidget(self._method)
        layout.addWidget(self._number, 1)
        layout.addWidget(right)

    def show_payment(self, payment: Payment, language: Language) -> None:
        self._icon.show_icon("store" if payment.method.has_store_code else "qr-code", "text")
        self._method.setText(method_name(payment.method, language))
        attempt = tr("payment", "percobaan {number}", language).format(number=payment.attempt)
        self._number.setText(f"{short_order_id(payment.order_id)} · {attempt}")
