"""What is said above the page: something was not done, or something happened elsewhere."""

from __future__ import annotations

from pos_app.domain.money import Rupiah
from pos_app.domain.states import State
from pos_app.till.messages import Faulted, ParkedChanged, Refused
from pos_app.ui.i18n import Language, tr
from pos_app.ui.text.attention import attention_sentence
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


def parked_changed(event: ParkedChanged, language: Language) -> Sentence:
    amount: Rupiah = event.payment.amount
    if event.attention:
        state = tr("news", "Penjualan {number} perlu dilihat manajer.", language)
        note = attention_sentence(event.attention, language)
    elif event.payment.state is State.PAID:
        state = tr("news", "Penjualan {number} lunas.", language)
        note = tr("news", "{amount} sudah diverifikasi ke gateway.", language).format(amount=amount.text)
    else:
        state = tr("news", "Pembayaran penjualan {number} berakhir.", language)
        note = tr("news", "{amount} tidak dibayar.", language).format(amount=amount.text)
    return Sentence(state.format(number=event.sale_label), note)


def clock_is_wrong(offset_seconds: float, language: Language) -> Sentence:
    apart = duration(abs(round(offset_seconds)), language)
    state = tr("news", "Jam komputer ini berbeda {duration} dari gateway.", language)
    note = tr("news", "Sisa waktu QR tetap benar. Minta manajer membetulkan jam komputer.", language)
    return Sentence(state.format(duration=apart), note)
