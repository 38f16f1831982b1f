"""A store's code is on its way: calm, busy, and nothing that could be paid yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from pos_app.domain.evidence import CancelReason
from pos_app.till.messages import Cancel, Park
from pos_app.ui.cashier.headline import Headline
from pos_app.ui.cashier.payment_page import PaymentPage
from pos_app.ui.cashier.say_line import SayLine
from pos_app.ui.cashier.scene import CounterSetup, Scene, Send
from pos_app.ui.cashier.strip import Strip
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text.offers import being_made, nothing_to_pay_yet
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.spinner import Spinner


class PreparingPage(PaymentPage):
    def __init__(self, theme: Theme, setup: CounterSetup, send: Send) -> None:
        self._amount = AmountLabel("amount-head", 18, 700, -0.2)
        super().__init__(theme, self._amount)
        self._can_park = setup.can_park
        self._send = send
        self._order_id = ""
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
        self._park = KeyButton(theme, "plain", Action.BACK.value, "hourglass", height=56)
        self._cancel = KeyButton(theme, "danger", Action.REMOVE.value, "ban", height=56)
        self._strip = Strip(*((self._park,) if self._can_park else ()), apart=self._cancel)
        self.foot.addWidget(self._strip)
        self._park.clicked.connect(lambda: self._send(Park()))
        self._cancel.clicked.connect(self._give_up)

    def present(self, scene: Scene) -> None:
        super().present(scene)
        language, payment = scene.language, scene.counter.payment
        if payment is None:
            return
        self._order_id, method = payment.order_id, payment.method
        self._amount.show_amount(scene.counter.cart.total)
        self.headline.show_words(
            being_made(method, language), nothing_to_pay_yet(method, language), is_narrow=scene.is_narrow
        )
        self._say.show_words(method, language)
        self._strip.fit(is_narrow=scene.is_narrow)
        self._park.show_words(
            tr("preparing", "Layani berikutnya", language), tr("preparing", "tetap dipantau", language)
        )
        self._cancel.show_words(
            tr("preparing", "Batalkan", language), tr("preparing", "ditutup di gateway dulu", language)
        )

    def act(self, action: Action) -> bool:
        match action:
            case Action.REMOVE:
                self._cancel.click()
            case Action.BACK if self._can_park:
                self._park.click()
            case _:
                return False
        return True

    def _give_up(self) -> None:
        self._send(Cancel(self._order_id, CancelReason.OTHER_METHOD))
