"""What a person must look at, in words."""

from __future__ import annotations

from pos_app.domain.language import Language
from pos_app.domain.states import Attention
from pos_app.ui.i18n import tr


def attention_words(attention: Attention, language: Language) -> str:
    match attention:
        case Attention.PAID_LATE:
            return tr("attention", "Dibayar terlambat, sesudah pesanan ditutup.", language)
        case Attention.PAID_WHILE_CANCELLING:
            return tr("attention", "Dibayar tepat saat dibatalkan. Uangnya masuk.", language)
        case Attention.DUPLICATE:
            return tr("attention", "Dibayar dua kali. Satu pembayaran perlu dikembalikan.", language)
        case Attention.AMOUNT_MISMATCH:
            return tr("attention", "Jumlah yang dicatat gateway berbeda dari total.", language)
        case Attention.REVERSED:
            return tr("attention", "Uang yang sudah masuk ditarik kembali.", language)
        case Attention.DISAGREES:
            return tr("attention", "Kabar dan jawaban gateway tidak sama.", language)
        case Attention.STUCK:
            return tr("attention", "Gateway terlalu lama tidak memberi hasil.", language)


def attention_sentence(attention: frozenset[Attention], language: Language) -> str:
    """Everything that wants attention, in one line and always in the same order."""
    return " ".join(attention_words(one, language) for one in Attention if one in attention)
