"""The charge is on its way: calm, busy, and nothing that could be paid yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from pos_app.ui.cashier.headline import Headline
from pos_app.ui.cashier.payment_page import PaymentPage
from pos_app.ui.cashier.say_line import SayLine
from pos_app.ui.cashier.scene import Scene
from pos_app.ui.i18n import tr
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.spinner import Spinner


class PreparingPage(PaymentPage):
    def __init__(self, theme: Theme) -> None:
        self._amount = AmountLabel("amount-head", 18, 700, -0.2)
        super().__init__(theme, self._amount)
        picture = QFrame()
        picture.setProperty("badge", "indigo")
        picture.setFixedSize(120, 120)
        spinner = Spinner(theme.palette.primary, theme.palette.pborder, 52, 5)
        QVBoxLayout(picture).addWidget(spinner, alignment=Qt.AlignmentFlag.AlignCenter)
        self.headline = Headline(picture)
        self._say = SayLine(theme)
        self.body.addWidget(self.headline)
        self.body.addSpacing(20)
        self.body.addWidget(self._say)
        self.body.addStretch(1)

    def present(self, scene: Scene) -> None:
        super().present(scene)
        language = scene.language
        self._amount.show_amount(scene.counter.cart.total)
        self.headline.show_words(
            tr("preparing", "QR sedang disiapkan.", language),
            tr("preparing", "Belum ada QR yang ditampilkan, jadi belum ada yang bisa dibayar.", language),
            is_narrow=scene.is_narrow,
        )
        self._say.show_language(language)
