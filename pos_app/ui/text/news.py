"""What is said above the page: something was not done, or something happened elsewhere."""

from __future__ import annotations

from pos_app.domain.evidence import CancelReason
from pos_app.domain.language import Language
from pos_app.domain.money import Rupiah
from pos_app.domain.sale import short_order_id
from pos_app.domain.states import State
from pos_app.till.desk_messages import DecisionTaken, DeskRefused, RefundAnswered
from pos_app.till.messages import Faulted, PaperFailed, ParkedChanged, Refused
from pos_app.ui.i18n import tr
from pos_app.ui.text.attention import attention_sentence
from pos_app.ui.text.decisions import decision_name, obstacle_words, refund_words
from pos_app.ui.text.moments import duration
from pos_app.ui.text.problems import happened, money, to_do
from pos_app.ui.text.stages import Sentence

OFFSET_WORTH_SAYING = 60.0
"""Seconds between our clock and the gateway's (payments.md, Cases)."""


def refused(event: Refused, language: Language) -> Sentence:
    note = f"{money(event.problem, language)} {to_do(event.problem, language)}"
    return Sentence(happened(event.problem, language), f"{note} ({event.detail})" if event.detail else note)


def faulted(event: Faulted, language: Language) -> Sentence:
    state = tr("news", "Satu langkah gagal di aplikasi ini.", language)
    note = tr("news", "Catatan pembayaran aman. Beri tahu manajer: {detail}", language)
    return Sentence(
        state, note.format(detail=" ".join(part for part in (event.order_id, event.text) if part))
    )


def paper_failed(event: PaperFailed, language: Language) -> Sentence:
    state = tr("news", "Kertas untuk {number} tidak dapat dibuat.", language)
    note = tr("news", "Pembayarannya tercatat. Sebabnya ada di log: beri tahu manajer.", language)
    return Sentence(state.format(number=short_order_id(event.order_id)), note)


def parked_changed(event: ParkedChanged, language: Language) -> Sentence:
    amount: Rupiah = event.payment.amount
    if event.attention:
        state = tr("news", "Penjualan {number} perlu dilihat manajer.", language)
        note = attention_sentence(event.attention, language)
    elif event.payment.state is State.PAID:
        state = tr("news", "Penjualan {number} lunas.", language)
        note = tr("news", "{amount} sudah diverifikasi ke gateway.", language).format(amount=amount.text)
    else:
        state = (
            tr("news", "Penjualan {number} dibatalkan.", language)
            if was_asked_for(event)
            else tr("news", "Pembayaran penjualan {number} berakhir.", language)
        )
        note = tr("news", "{amount} tidak dibayar.", language).format(amount=amount.text)
    return Sentence(state.format(number=event.sale_label), note)


def is_good(event: ParkedChanged) -> bool:
    """Whether a parked payment came to what somebody wanted, and nobody has to look at it."""
    return (event.payment.state is State.PAID and not event.attention) or was_asked_for(event)


def was_asked_for(event: ParkedChanged) -> bool:
    """Whether somebody at a till gave the payment up, and it is closed now as they asked."""
    asked, state = event.payment.cancel, event.payment.state
    by_somebody = asked is not None and asked.reason is not CancelReason.UNUSABLE
    return by_somebody and state in {State.CANCELLED, State.EXPIRED} and not event.attention


def desk_refused(event: DeskRefused, language: Language) -> Sentence:
    head = tr("news", "Tidak dijalankan, tidak ada yang berubah.", language)
    words = obstacle_words(event.obstacle, language)
    return Sentence(head, f"{words} ({event.detail})" if event.detail else words)


def decision_taken(event: DecisionTaken, language: Language) -> Sentence:
    payment = event.payment
    state = tr("news", "Keputusan untuk {number} dicatat.", language)
    note = (
        decision_name(payment.decision.decision, language)
        if payment.decision
        else tr("news", "Keputusan sebelumnya ditarik kembali.", language)
    )
    return Sentence(state.format(number=short_order_id(payment.order_id)), note)


def refund_answered(event: RefundAnswered, language: Language) -> Sentence:
    number = short_order_id(event.payment.order_id)
    if event.trouble is None:
        state = tr("news", "Uang {number} dikembalikan.", language)
    else:
        state = tr("news", "Uang {number} belum dikembalikan.", language)
    note = refund_words(event.trouble, language)
    words = f"{note} ({event.detail})" if event.detail and event.trouble else note
    return Sentence(state.format(number=number), words)


def charge_waits(language: Language) -> Sentence:
    return Sentence(
        tr("news", "Tagihan menunggu barang terakhir.", language),
        tr("news", "Barang itu belum masuk ke penjualan. Tekan Esc untuk membatalkan tagihan.", language),
    )


def clock_is_wrong(offset_seconds: float, language: Language) -> Sentence:
    apart = duration(abs(round(offset_seconds)), language)
    state = tr("news", "Jam komputer ini berbeda {duration} dari gateway.", language)
    note = tr("news", "Sisa waktu QR tetap benar. Minta manajer membetulkan jam komputer.", language)
    return Sentence(state.format(duration=apart), note)
