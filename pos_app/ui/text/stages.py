"""The one sentence of state of every payment screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pos_app.domain.evidence import CancelReason
from pos_app.domain.language import Language
from pos_app.domain.states import State
from pos_app.ui.countdown import Countdown
from pos_app.ui.i18n import tr
from pos_app.ui.text.offers import (
    cancelled_try_again,
    closed_then_again,
    closed_try_again,
    denied_try_again,
    taken_away,
)
from pos_app.ui.text.problems import happened, money, to_do

if TYPE_CHECKING:
    from pos_app.domain.payment import Payment


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is the matter, and one thing to know about it."""

    state: str
    note: str


def waiting(left: Countdown, language: Language) -> Sentence:
    if left.is_over:
        return Sentence(
            tr("waiting", "Waktu QR habis. Kami pastikan dulu ke gateway.", language),
            tr(
                "waiting",
                "QR sudah ditarik. Kalau pelanggan sudah membayar, uangnya tetap tercatat.",
                language,
            ),
        )
    if left.is_last_minute:
        return Sentence(
            tr("waiting", "Waktu hampir habis. Minta pelanggan menyelesaikan.", language),
            tr("waiting", "Jangan serahkan barang dulu. Foto layar ponsel bukan bukti.", language),
        )
    return Sentence(
        tr("waiting", "Menunggu pelanggan memindai dan membayar.", language),
        tr("waiting", "Jangan serahkan barang dulu. Foto layar ponsel bukan bukti.", language),
    )


def closing(payment: Payment, language: Language) -> Sentence:
    """A payment that is being closed at the gateway: somebody asked, or what came can't be offered."""
    if payment.problem is not None and payment.cancel and payment.cancel.reason is CancelReason.UNUSABLE:
        return Sentence(
            happened(payment.problem, language, payment.method),
            closed_then_again(payment.method, language),
        )
    return Sentence(
        taken_away(payment.method, language),
        tr("closing", "Kalau ternyata sudah dibayar, pesanan menjadi lunas.", language),
    )


def ended(payment: Payment, language: Language) -> Sentence:
    if payment.took_another_amount:
        return Sentence(
            tr("ended", "Yang dibayar bukan yang ditagih.", language), _both_amounts(payment, language)
        )
    if _is_closed(payment):
        return Sentence(
            tr("ended", "Manajer menutupnya tanpa pembayaran.", language),
            tr("ended", "Pilih cara bayar lagi, atau ubah isi keranjang.", language),
        )
    match payment.state:
        case State.EXPIRED | State.CANCELLED if payment.problem is None and payment.method.has_store_code:
            return _code_ended(payment, language)
        case State.EXPIRED:
            return Sentence(
                tr("ended", "Waktu pembayaran habis.", language),
                closed_try_again(payment.method, language),
            )
        case State.CANCELLED if payment.problem is None:
            return Sentence(
                tr("ended", "Pembayaran dibatalkan.", language),
                cancelled_try_again(payment.method, language),
            )
        case State.PAID:
            return Sentence(
                tr("ended", "Uang masuk terlambat.", language),
                tr("ended", "Uangnya sudah tercatat. Panggil manajer sebelum menyerahkan barang.", language),
            )
        case State.REFUNDED | State.PARTLY_REFUNDED | State.REVERSED:
            return Sentence(
                tr("ended", "Uang pembayaran ini dikembalikan.", language),
                tr("ended", "Panggil manajer sebelum menyerahkan barang.", language),
            )
        case _:
            return _ended_by_problem(payment, language)


def _both_amounts(payment: Payment, language: Language) -> str:
    """Figures to talk about with the customer; the gateway may have named none, or another currency."""
    if payment.other_amount is None or payment.other_amount == payment.amount:
        return tr("ended", "Uangnya sudah tercatat. Panggil manajer sebelum menyerahkan barang.", language)
    words = tr(
        "ended", "Dibayar {came}, ditagih {charged}. Panggil manajer sebelum menyerahkan barang.", language
    )
    return words.format(came=payment.other_amount.text, charged=payment.amount.text)


def _is_closed(payment: Payment) -> bool:
    """Whether a manager says that no money stayed, and nothing speaks against it."""
    return payment.state.has_money and payment.is_closed_unpaid and not payment.wants_decision


def _code_ended(payment: Payment, language: Language) -> Sentence:
    expired = tr("ended", "Waktu pembayaran habis.", language)
    cancelled = tr("ended", "Pembayaran dibatalkan.", language)
    return Sentence(
        expired if payment.state is State.EXPIRED else cancelled,
        tr(
            "ended",
            "Kode tadi sudah ditutup di gateway. Pilih cara bayar lagi, atau ubah isi keranjang.",
            language,
        ),
    )


def _ended_by_problem(payment: Payment, language: Language) -> Sentence:
    if payment.problem is None:
        return Sentence(
            tr("ended", "Pembayaran ditolak.", language),
            denied_try_again(payment.method, language),
        )
    return Sentence(
        happened(payment.problem, language, payment.method), to_do(payment.problem, language, payment.method)
    )


def ended_money(payment: Payment, language: Language) -> Sentence:
    """Whether money may have moved, and what that means for the customer."""
    if _is_closed(payment):
        return Sentence(
            tr("ended", "Tidak ada uang dari pembayaran ini.", language),
            tr("ended", "Isi penjualan tidak berubah.", language),
        )
    if payment.state.has_money or payment.took_another_amount:
        return Sentence(
            tr("ended", "Jangan menagih pelanggan ini lagi.", language),
            tr("ended", "Uangnya sudah tercatat. Yang kurang hanya keputusan manajer.", language),
        )
    if payment.problem is not None:
        return Sentence(
            money(payment.problem, language),
            tr("ended", "Isi penjualan tidak berubah.", language),
        )
    if payment.method.has_store_code:
        return Sentence(
            tr("ended", "Sudah dibayar di gerai? Jangan bayar lagi.", language),
            tr(
                "ended",
                "Tekan Enter, kami tanyakan ke gateway. Uang yang terlambat tetap kami catat.",
                language,
            ),
        )
    return Sentence(
        tr("ended", "Saldo pelanggan terpotong? Jangan bayar lagi.", language),
        tr("ended", "Tekan Enter, kami tanyakan ke gateway. Uang yang terlambat tetap kami catat.", language),
    )
