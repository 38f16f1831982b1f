"""The payment ended without paying the sale: why, whether money moved, and what to do. The cart is open."""

from __future__ import annotations

from pos_app.domain.language import Language
from pos_app.domain.payment import Payment
from pos_app.domain.states import State
from pos_app.till.messages import CheckNow, NewSale, SelectLine
from pos_app.ui.cashier.check_button import CheckButton
from pos_app.ui.cashier.headline import Headline
from pos_app.ui.cashier.payment_page import PaymentPage
from pos_app.ui.cashier.scene import Scene, Send
from pos_app.ui.cashier.strip import Strip
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text import checks, stages
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.badge import Badge
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import Label
from pos_app.ui.widgets.notice import Notice
from pos_app.ui.widgets.paragraph import Paragraph


class EndedPage(PaymentPage):
    def __init__(self, theme: Theme, send: Send) -> None:
        self._amount = AmountLabel("amount-head", 18, 700, -0.2)
        super().__init__(theme, self._amount)
        self._send = send
        self._order_id = ""
        self._selected = 0
        self._badge = Badge(theme, "neutral", "ban", "text2", side=120, icon_side=48)
        self.headline = Headline(self._badge)
        self.notice = Notice(theme)
        self._detail = Paragraph("meta", 16)
        self.asked = Label("meta")
        self._check = CheckButton(theme)
        self.back = KeyButton(theme, "plain", Action.BACK.value, "shopping-basket", height=56)
        self._clear = KeyButton(theme, "danger", Action.SEARCH.value, "plus", height=56)
        self.body.addWidget(self.headline)
        self.body.addSpacing(20)
        self.body.addWidget(self.notice)
        self.body.addSpacing(12)
        self.body.addWidget(self._detail)
        self.body.addWidget(self.asked)
        self.body.addStretch(1)
        self._strip = Strip(self._check, self.back, apart=self._clear)
        self.foot.addWidget(self._strip)
        self._check.clicked.connect(lambda: self._send(CheckNow(self._order_id)))
        self.back.clicked.connect(lambda: self._send(SelectLine(self._selected)))
        self._clear.clicked.connect(self._ask_or_clear)
        self._is_armed = False

    def present(self, scene: Scene) -> None:
        super().present(scene)
        payment, language = scene.counter.payment, scene.language
        if payment is None:
            return
        if payment.order_id != self._order_id:
            self._order_id = payment.order_id
            self._arm(armed=False)
        self._selected = max(0, scene.counter.cart.selected)
        self._amount.show_amount(payment.amount)
        self._badge.show_kind(*_picture(payment))
        sentence = stages.ended(payment, language)
        self.headline.show_words(sentence.state, sentence.note, is_narrow=scene.is_narrow)
        about_money = stages.ended_money(payment, language)
        kind = "amber" if payment.problem is None or payment.state.has_money else "neutral"
        self.notice.show_words(kind, "info", about_money.state, about_money.note)
        detail = _detail(payment, language)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        # A check knows our amount alone: its “not paid” would deny the money that the notice speaks of.
        self.asked.setText("" if payment.took_another_amount else checks.asked(scene.counter.watch, language))
        self._check.setVisible(payment.known_to_gateway)
        self._check.present(scene)
        self._strip.fit(is_narrow=scene.is_narrow)
        self.back.setVisible(scene.counter.sale.is_open)
        self.back.show_words(tr("ended", "Ubah isi", language), tr("ended", "buka lagi", language))
        self._show_clear(language)
        for button in (self._check, self.back, self._clear):
            button.set_icon_shown(not scene.is_narrow)

    def act(self, action: Action) -> bool:
        match action:
            case Action.MAIN:
                self._check.click()
            case Action.BACK if self.back.isVisibleTo(self):
                self.back.click()
            case Action.SEARCH:
                self._clear.click()
            case _:
                return False
        return True

    def _ask_or_clear(self) -> None:
        """Rung-up goods are thrown away by the second press, never by the first."""
        if self._is_armed:
            self._send(NewSale())
        else:
            self._arm(armed=True)

    def _arm(self, *, armed: bool) -> None:
        self._is_armed = armed
        self._clear.show_kind("armed" if armed else "danger")

    def _show_clear(self, language: Language) -> None:
        note = (
            tr("ended", "tekan sekali lagi", language)
            if self._is_armed
            else tr("ended", "pelanggan pergi", language)
        )
        self._clear.show_words(tr("ended", "Penjualan baru", language), note)


def _picture(payment: Payment) -> tuple[str, str, str]:
    """The badge's kind, icon and colour."""
    match payment.state:
        case State.EXPIRED:
            return "red", "timer-off", "red"
        case State.CANCELLED if payment.problem is None:
            return "neutral", "ban", "text2"
        case State.PAID | State.REFUNDED | State.PARTLY_REFUNDED | State.REVERSED:
            return "amber", "triangle-alert", "amber"
        case _:
            return "amber", "circle-alert", "amber"


def _detail(payment: Payment, language: Language) -> str:
    """The gateway's own words, for the manager and for support."""
    if not payment.problem_detail:
        return ""
    return tr("ended", "Kata gateway: {detail}", language).format(detail=payment.problem_detail)
