"""A charge went out and no answer came: what is stored, what was asked, what comes next. Never "failed"."""

from __future__ import annotations

from pos_app.domain.evidence import CancelReason
from pos_app.domain.payment import Payment
from pos_app.till.messages import Cancel, CheckNow, Park
from pos_app.ui.cashier.check_button import CheckButton
from pos_app.ui.cashier.headline import Headline
from pos_app.ui.cashier.payment_page import PaymentPage
from pos_app.ui.cashier.say_line import SayLine
from pos_app.ui.cashier.scene import CounterSetup, Scene, Send
from pos_app.ui.cashier.strip import Strip
from pos_app.ui.countdown import seconds_until
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text.moments import clock_with_seconds, duration
from pos_app.ui.text.offers import closed_first, how_doubt_ends, nothing_to_pay_yet
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.amount_label import AmountLabel
from pos_app.ui.widgets.badge import Badge
from pos_app.ui.widgets.chip import Chip
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.timeline import STEP, Progress, Step, Timeline

_ROOM_TO_SPARE = 600
"""Pixels of height from which the steps of a low page need not stand closest."""


class InDoubtPage(PaymentPage):
    def __init__(self, theme: Theme, setup: CounterSetup, send: Send) -> None:
        self._amount = AmountLabel("amount-head", 18, 700, -0.2)
        super().__init__(theme, self._amount)
        self._setup = setup
        self._send = send
        self._order_id = ""
        self.chip = Chip(theme)
        badge = Badge(theme, "amber", "search-check", "amber", side=120, icon_side=56, stroke=1.8)
        self.headline = Headline(badge, self.chip)
        self._say = SayLine(theme)
        self.timeline = Timeline(theme)
        self.check = CheckButton(theme)
        self._park = KeyButton(theme, "plain", Action.BACK.value, "hourglass", height=56)
        self._cancel = KeyButton(theme, "danger", Action.REMOVE.value, "ban", height=56)
        buttons = (self.check, self._park) if setup.can_park else (self.check,)
        self.body.addWidget(self.headline)
        self.body.addSpacing(20)
        self.body.addWidget(self._say)
        self.body.addSpacing(12)
        self.body.addWidget(self.timeline)
        self.body.addStretch(1)
        self._strip = Strip(*buttons, apart=self._cancel)
        self.foot.addWidget(self._strip)
        self.check.clicked.connect(lambda: self._send(CheckNow(self._order_id)))
        self._park.clicked.connect(lambda: self._send(Park()))
        self._cancel.clicked.connect(self._give_up)

    def present(self, scene: Scene) -> None:
        super().present(scene)
        payment, language = scene.counter.payment, scene.language
        if payment is None:
            return
        self._order_id = payment.order_id
        self._amount.show_amount(payment.amount)
        since = int((scene.now - (payment.first_sent_at or payment.created_at)).total_seconds())
        chip = tr("in doubt", "Dalam pemeriksaan · {duration}", language)
        self.chip.show_words("amber", "hourglass", chip.format(duration=duration(max(0, since), language)))
        self.headline.show_words(
            tr("in doubt", "Gateway belum menjawab. Kami sedang mencari tahu.", language),
            nothing_to_pay_yet(payment.method, language),
            is_narrow=scene.is_narrow,
            is_low=self.is_low,
        )
        for part in (self.chip, self._say):
            part.setVisible(not self.is_lowest)
        self._say.show_words(payment.method, language)
        self.timeline.show_steps(_steps(scene, payment), self._step())
        self.check.present(scene)
        self._strip.fit(is_narrow=scene.is_narrow)
        self._park.show_words(
            tr("in doubt", "Tunda", language)
            if scene.is_narrow
            else tr("in doubt", "Simpan ke tertunda", language),
            tr("in doubt", "tetap dipantau", language),
        )
        self._cancel.show_words(tr("in doubt", "Batalkan", language), closed_first(payment.method, language))

    def act(self, action: Action) -> bool:
        match action:
            case Action.MAIN:
                self.check.click()
            case Action.REMOVE:
                self._cancel.click()
            case Action.BACK if self._setup.can_park:
                self._park.click()
            case _:
                return False
        return True

    def _step(self) -> int:
        if not self.is_low:
            return STEP
        return 36 if self.is_lowest else 50 if self.height() >= _ROOM_TO_SPARE else 40

    def _give_up(self) -> None:
        self._send(Cancel(self._order_id, CancelReason.OTHER_METHOD))


def _steps(scene: Scene, payment: Payment) -> tuple[Step, ...]:
    """What was stored, what was sent, what is being asked now, and how it will end."""
    language = scene.language
    sent_at = payment.last_sent_at
    times_sent = (
        tr("in doubt", "Dikirim {count} kali dengan nomor yang sama", language)
        if payment.charges_sent > 1
        else tr("in doubt", "Jawabannya tidak sampai ke komputer ini", language)
    )
    return (
        Step(
            Progress.DONE,
            tr("in doubt", "Permintaan disimpan di komputer ini", language),
            tr("in doubt", "Tidak akan hilang walau listrik padam", language),
            clock_with_seconds(payment.created_at, language),
        ),
        Step(
            Progress.DONE,
            tr("in doubt", "Dikirim ke gateway, belum ada jawaban", language),
            times_sent.format(count=payment.charges_sent),
            clock_with_seconds(sent_at, language) if sent_at else "",
        ),
        Step(
            Progress.NOW,
            tr("in doubt", "Menanyakan ulang dengan nomor yang sama", language),
            _next_question(scene, payment),
            tr("in doubt", "sekarang", language),
        ),
        Step(
            Progress.NEXT,
            how_doubt_ends(payment.method, language),
            tr("in doubt", "Tidak pernah dua tagihan sekaligus", language),
        ),
    )


def _next_question(scene: Scene, payment: Payment) -> str:
    """Each charge sent is a question, and each check after them.

    The next charge says when we ask again; when a check is allowed says it only where no charge goes out any more.
    """
    watch, language = scene.counter.watch, scene.language
    if watch is None:
        return ""
    next_one = watch.next_check if watch.next_charge is None else watch.next_charge
    left = seconds_until(next_one, scene.monotonic)
    number = payment.charges_sent + watch.checks
    words = tr("in doubt", "Pertanyaan ke-{number} · berikutnya {duration} lagi", language)
    if left == 0:
        words = tr("in doubt", "Pertanyaan ke-{number} · sedang ditanyakan", language)
    return words.format(number=number, duration=duration(left, language))
