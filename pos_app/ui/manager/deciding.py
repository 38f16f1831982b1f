"""A manager's decisions as errands: why, for which sale, and by whom."""

from __future__ import annotations

from collections.abc import Callable

from pos_app.domain.evidence import Decision
from pos_app.domain.language import Language
from pos_app.domain.payment import Payment
from pos_app.domain.sale import short_order_id
from pos_app.till.desk_messages import AttachableShown, Decide, RefundOnline
from pos_app.ui.i18n import tr
from pos_app.ui.manager.choices import MOST
from pos_app.ui.manager.errand import Errand
from pos_app.ui.manager.question import Answer, Question
from pos_app.ui.text.decisions import decision_name, decision_note
from pos_app.ui.text.methods import method_name
from pos_app.ui.text.moments import day_of_month

_OFFERED = (
    Decision.REFUND_TASK,
    Decision.HAND_OVER,
    Decision.ATTACH,
    Decision.ACCEPT_FORCED,
    Decision.CLOSE_UNPAID,
)
_OF_A_TASK = (Decision.CASH_REFUND, Decision.REOPEN)


def decisions_for(payment: Payment) -> tuple[Decision, ...]:
    """What can be decided now, the likeliest first. A refund task is carried out or taken back."""
    if payment.has_refund_task and not payment.wants_decision:
        wanted: tuple[Decision, ...] = _OF_A_TASK
    elif payment.wants_decision:
        wanted = (*_OFFERED, Decision.REOPEN) if payment.decision else _OFFERED
    else:
        wanted = (Decision.REOPEN,)
    return tuple(one for one in wanted if payment.obstacle_to(one) is None)


def can_refund_online(payment: Payment) -> bool:
    """Whether the gateway could give it back: never what was paid with a store's code (wire-facts 12)."""
    return payment.has_refund_task and not payment.wants_decision and payment.method.shows_qr


def deciding(
    payment: Payment, decision: Decision, needs_pin: Callable[[], bool], sale_id: int | None = None
) -> Errand:
    """Why, and who says so."""

    def asking(language: Language, is_narrow: bool) -> Question:
        return Question(
            title=decision_name(decision, language),
            subtitle=_subtitle(payment, language, is_narrow=is_narrow),
            amount=None if is_narrow else payment.money_held or payment.amount,
            choices_title=tr("deciding", "Alasan", language),
            choices=reasons(decision, language),
            last_is_free=True,
            text_hint=tr("deciding", "Tulis alasan", language),
            pin_title=tr("pins", "PIN manajer", language) if needs_pin() else "",
            advice=decision_note(decision, language),
            confirm=tr("deciding", "Putuskan", language),
            keep=tr("deciding", "Jangan", language),
        )

    def take(answer: Answer) -> Decide:
        known = reasons(decision, Language.INDONESIAN)  # evidence speaks the shop's language
        reason = answer.text or known[answer.choice]
        return Decide(payment.order_id, decision, reason, answer.pin, sale_id)

    return Errand(asking, take)


def attaching(payment: Payment, shown: AttachableShown, needs_pin: Callable[[], bool]) -> Errand:
    """Which sale first, then why."""
    sales = shown.sales[:MOST]

    def asking(language: Language, is_narrow: bool) -> Question:
        nothing = tr("deciding", "Tidak ada penjualan terbuka dengan jumlah yang sama.", language)
        pick = tr("deciding", "Hanya penjualan terbuka dengan jumlah yang sama dapat dipilih.", language)
        return Question(
            title=decision_name(Decision.ATTACH, language),
            subtitle=_subtitle(payment, language, is_narrow=is_narrow),
            amount=None if is_narrow else payment.amount,
            choices_title=tr("deciding", "Penjualan yang dibayar", language),
            choices=tuple(f"{sale.label}, {day_of_month(sale.day, language)}" for sale in sales),
            advice=pick if sales else nothing,
            confirm=tr("deciding", "Lanjut", language),
            keep=tr("deciding", "Jangan", language),
        )

    def take(answer: Answer) -> Errand | None:
        if answer.choice < 0:
            return None
        return deciding(payment, Decision.ATTACH, needs_pin, sales[answer.choice].id)

    return Errand(asking, take)


def refunding(payment: Payment, needs_pin: Callable[[], bool]) -> Errand:
    """Through the gateway: asking again is the same refund."""

    def asking(language: Language, is_narrow: bool) -> Question:
        return Question(
            title=tr("deciding", "Kembalikan lewat gateway", language),
            subtitle=_subtitle(payment, language, is_narrow=is_narrow),
            amount=None if is_narrow else payment.money_held,
            pin_title=tr("pins", "PIN manajer", language) if needs_pin() else "",
            advice=tr(
                "deciding",
                "Diminta lagi pun uangnya hanya kembali satu kali. Jawabannya kami tampilkan.",
                language,
            ),
            confirm=tr("deciding", "Kembalikan", language),
            keep=tr("deciding", "Jangan", language),
        )

    return Errand(asking, lambda answer: RefundOnline(payment.order_id, answer.pin))


def reasons(decision: Decision, language: Language) -> tuple[str, ...]:
    """The usual ones, short enough for a chip; the last is said in own words."""
    other = tr("deciding", "Lainnya…", language)
    match decision:
        case Decision.HAND_OVER:
            usual: tuple[str, ...] = (
                tr("deciding", "Belum diberi", language),
                tr("deciding", "Ditunggu", language),
            )
        case Decision.REFUND_TASK:
            usual = (
                tr("deciding", "Uang diminta", language),
                tr("deciding", "Bayar ganda", language),
                tr("deciding", "Barang habis", language),
                tr("deciding", "Jumlah salah", language),
            )
        case Decision.CASH_REFUND:
            usual = (tr("deciding", "Diterima", language),)
        case Decision.ATTACH:
            usual = (tr("deciding", "Orang sama", language), tr("deciding", "Salah kasir", language))
        case Decision.ACCEPT_FORCED:
            usual = (
                tr("deciding", "Bukti bank", language),
                tr("deciding", "Sudah dikenal", language),
                tr("deciding", "Barang keluar", language),
            )
        case Decision.CLOSE_UNPAID:
            usual = (
                tr("deciding", "Barang tetap", language),
                tr("deciding", "Barang retur", language),
                tr("deciding", "Bayar ulang", language),
            )
        case Decision.REOPEN:
            usual = (tr("deciding", "Salah pilih", language), tr("deciding", "Kabar baru", language))
    return (*usual, other)


def _subtitle(payment: Payment, language: Language, *, is_narrow: bool) -> str:
    """In little room the amount stands here, so that the title can be whole."""
    number = short_order_id(payment.order_id)
    if is_narrow:
        return f"{number} · {(payment.money_held or payment.amount).text}"
    return f"{number} · {method_name(payment.method, language)}"
