"""The gateway was asked to close the payment: the QR is gone already, the answer is not here yet."""

from __future__ import annotations

from pos_app.till.messages import CheckNow, Park
from pos_app.ui.cashier.check_button import CheckButton
from pos_app.ui.cashier.headline import Headline
from pos_app.ui.cashier.payment_page import PaymentPage
from pos_app.ui.cashier.scene import CounterSetup, Scene, Send
from pos_app.ui.cashier.strip import Strip
from pos_app.ui.cashier.watch_facts import CLOSEST, ROOMY, WatchFacts
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text import stages
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.badge import Badge
from pos_app.ui.widgets.chip import Chip
from pos_app.ui.widgets.key_button import KeyButton


class ClosingPage(PaymentPage):
    def __init__(self, theme: Theme, setup: CounterSetup, send: Send) -> None:
        self._amount = AmountLabel("amount-head", 18, 700, -0.2)
        super().__init__(theme, self._amount)
        self._can_park = setup.can_park
        self._send = send
        self._order_id = ""
        self.chip = Chip(theme)
        badge = Badge(theme, "amber", "hourglass", "amber", side=120, icon_side=48)
        self.headline = Headline(badge, self.chip)
        self._facts = WatchFacts(theme)
        self._facts.age.hide()
        self._facts.push.hide()
        self.check = CheckButton(theme)
        self._park = KeyButton(theme, "plain", Action.BACK.value, "hourglass", height=56)
        buttons = (self.check, self._park) if setup.can_park else (self.check,)
        self.body.addWidget(self.headline)
        self.body.addSpacing(28)
        self.body.addWidget(self._facts)
        self.body.addStretch(1)
        self.foot.addWidget(Strip(*buttons))
        self.check.clicked.connect(lambda: self._send(CheckNow(self._order_id)))
        self._park.clicked.connect(lambda: self._send(Park()))

    def present(self, scene: Scene) -> None:
        super().present(scene)
        payment, language = scene.counter.payment, scene.language
        if payment is None:
            return
        self._order_id = payment.order_id
        self._amount.show_amount(payment.amount)
        self.chip.show_words("amber", "hourglass", tr("closing", "Membatalkan", language))
        sentence = stages.closing(payment, language)
        self.headline.show_words(
            sentence.state, sentence.note, is_narrow=scene.is_narrow, is_low=self.is_lowest
        )
        self._facts.set_row_height(CLOSEST if self.is_lowest else ROOMY)
        self._facts.arrange(1 if scene.is_narrow else 2)
        self._facts.present(scene, with_notes=True)
        self.check.present(scene)
        self._park.show_words(
            tr("closing", "Layani berikutnya", language), tr("closing", "tetap dipantau", language)
        )

    def act(self, action: Action) -> bool:
        match action:
            case Action.MAIN:
                self.check.click()
            case Action.BACK if self._can_park:
                self._park.click()
            case _:
                return False
        return True
