"""Giving a payment up: why, and who allows it."""

from __future__ import annotations

from collections.abc import Callable

from pos_app.domain.evidence import CancelReason
from pos_app.domain.language import Language
from pos_app.domain.payment import Payment
from pos_app.domain.sale import short_order_id
from pos_app.till.messages import Cancel
from pos_app.ui.i18n import tr
from pos_app.ui.manager.errand import Errand
from pos_app.ui.manager.question import Answer, Question
from pos_app.ui.text.customer import grouped_code
from pos_app.ui.text.methods import method_name
from pos_app.ui.text.story import reason_name

REASONS = (
    CancelReason.CUSTOMER_LEFT,
    CancelReason.WRONG_ITEM,
    CancelReason.WRONG_AMOUNT,
    CancelReason.OTHER_METHOD,
    CancelReason.OTHER,
)


def cancelling(payment: Payment, needs_pin: Callable[[], bool]) -> Errand:
    def asking(language: Language, is_narrow: bool) -> Question:
        return Question(
            title=_title(payment, language, is_narrow=is_narrow),
            subtitle=_subtitle(payment, language, is_narrow=is_narrow),
            amount=payment.amount,
            is_destructive=True,
            choices_title=tr("cancel", "Alasan", language),
            choices=tuple(reason_name(reason, language, is_narrow=is_narrow) for reason in REASONS),
            last_is_free=True,
            text_hint=tr("cancel", "Tulis alasan", language),
            pin_title=tr("pins", "PIN manajer", language) if needs_pin() else "",
            advice=tr(
                "cancel",
                "Gateway kami tanya dulu. Kalau ternyata sudah dibayar, pesanan menjadi lunas.",
                language,
            ),
            confirm=(
                tr("cancel", "Batalkan", language)
                if is_narrow
                else tr("cancel", "Batalkan pesanan", language)
            ),
            keep=tr("cancel", "Jangan", language),
        )

    def take(answer: Answer) -> Cancel:
        return Cancel(payment.order_id, REASONS[answer.choice], answer.text, answer.pin)

    return Errand(asking, take)


def _title(payment: Payment, language: Language, *, is_narrow: bool) -> str:
    if is_narrow:
        return tr("cancel", "Batalkan pesanan?", language)
    return tr("cancel", "Batalkan {number}?", language).format(number=short_order_id(payment.order_id))


def _subtitle(payment: Payment, language: Language, *, is_narrow: bool) -> str:
    how = method_name(payment.method, language)
    if is_narrow:
        return f"{short_order_id(payment.order_id)} · {how}"
    if not payment.payment_code:
        return how
    code = tr("cancel", "kode {code}", language).format(code=" ".join(grouped_code(payment.payment_code)))
    return f"{how} · {code}"
