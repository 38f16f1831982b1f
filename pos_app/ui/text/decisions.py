"""What a manager can decide, and what came of it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.domain.decision import Obstacle, RefundTrouble
from pos_app.domain.evidence import Decision
from pos_app.domain.language import Language
from pos_app.domain.states import Attention
from pos_app.ui.i18n import tr
from pos_app.ui.text.moments import clock

if TYPE_CHECKING:
    from pos_app.domain.payment import Payment


def decision_name(decision: Decision, language: Language) -> str:
    match decision:
        case Decision.HAND_OVER:
            return tr("decisions", "Serahkan barang", language)
        case Decision.ATTACH:
            return tr("decisions", "Gabungkan ke penjualan lain", language)
        case Decision.REFUND_TASK:
            return tr("decisions", "Buat tugas pengembalian", language)
        case Decision.CASH_REFUND:
            return tr("decisions", "Sudah dikembalikan tunai", language)
        case Decision.ACCEPT_FORCED:
            return tr("decisions", "Terima tanpa konfirmasi", language)
        case Decision.CLOSE_UNPAID:
            return tr("decisions", "Tutup tanpa pembayaran", language)
        case Decision.REOPEN:
            return tr("decisions", "Tarik kembali keputusan", language)


def decision_note(decision: Decision, language: Language) -> str:
    match decision:
        case Decision.HAND_OVER:
            return tr("decisions", "Barang belum pernah diberikan", language)
        case Decision.ATTACH:
            return tr("decisions", "Bayar penjualan yang masih terbuka", language)
        case Decision.REFUND_TASK:
            return tr("decisions", "Tunai dari laci atau transfer manual", language)
        case Decision.CASH_REFUND:
            return tr("decisions", "Uang keluar dari laci, dicatat", language)
        case Decision.ACCEPT_FORCED:
            return tr("decisions", "Gateway belum memastikan uangnya", language)
        case Decision.CLOSE_UNPAID:
            return tr("decisions", "Barang tetap, atau dibayar cara lain", language)
        case Decision.REOPEN:
            return tr("decisions", "Kembali menunggu keputusan", language)


def attention_title(payment: Payment, language: Language) -> str:
    if payment.has_refund_task and not payment.wants_decision:
        return tr("decisions", "Tugas pengembalian", language)
    if is_settled(payment):
        return tr("decisions", "Sudah diputuskan", language)
    match first_attention(payment):
        case Attention.PAID_LATE:
            return tr("decisions", "Dibayar terlambat", language)
        case Attention.PAID_WHILE_CANCELLING:
            return tr("decisions", "Dibayar saat dibatalkan", language)
        case Attention.DUPLICATE:
            return tr("decisions", "Dibayar dua kali", language)
        case Attention.AMOUNT_MISMATCH:
            return tr("decisions", "Jumlah berbeda", language)
        case Attention.REVERSED:
            return tr("decisions", "Uang ditarik kembali", language)
        case Attention.DISAGREES:
            return tr("decisions", "Kabar tidak cocok", language)
        case Attention.STUCK:
            return tr("decisions", "Terlalu lama tanpa hasil", language)
        case None:
            return tr("decisions", "Sudah diputuskan", language)


def board_title(payment: Payment, language: Language) -> str:
    """What stands first in the list: of a decision that stands, which one it is."""
    if is_over(payment) and payment.decision is not None:
        return decision_name(payment.decision.decision, language)
    return attention_title(payment, language)


def attention_icon(payment: Payment) -> str:
    if payment.has_refund_task and not payment.wants_decision:
        return "hand-coins"
    if is_settled(payment):
        return "check"
    match first_attention(payment):
        case Attention.PAID_LATE:
            return "clock-alert"
        case Attention.PAID_WHILE_CANCELLING:
            return "ban"
        case Attention.DUPLICATE:
            return "copy"
        case Attention.AMOUNT_MISMATCH:
            return "scale"
        case Attention.REVERSED:
            return "undo-2"
        case Attention.DISAGREES:
            return "circle-question-mark"
        case Attention.STUCK:
            return "hourglass"
        case None:
            return "check"


def is_settled(payment: Payment) -> bool:
    """Whether a decision stands and nothing has come up since."""
    return payment.decision is not None and not payment.wants_decision


def is_over(payment: Payment) -> bool:
    """Whether a decision stands and leaves nothing to do."""
    return is_settled(payment) and not payment.has_refund_task


def first_attention(payment: Payment) -> Attention | None:
    """What wants a decision most, always the same of several."""
    decided = payment.decision.about if payment.decision else frozenset()
    wanting = payment.attention - decided or payment.attention
    return next((one for one in Attention if one in wanting), None)


def attention_detail(payment: Payment, language: Language) -> str:
    """One sentence with the figures of this very payment."""
    if payment.has_refund_task and not payment.wants_decision:
        return tr("decisions", "{amount} belum dikembalikan ke pelanggan.", language).format(
            amount=payment.money_held.text
        )
    if is_settled(payment) and payment.decision is not None:
        return payment.decision.reason
    match first_attention(payment):
        case Attention.PAID_LATE:
            return _late(payment, language)
        case Attention.PAID_WHILE_CANCELLING:
            return tr("decisions", "Uang masuk tepat saat pesanan dibatalkan.", language)
        case Attention.DUPLICATE:
            return tr("decisions", "Dua pembayaran untuk satu penjualan.", language)
        case Attention.AMOUNT_MISMATCH:
            other = payment.other_amount.grouped if payment.other_amount else "?"
            words = tr("decisions", "Ditagih {ours}, gateway mencatat {theirs}.", language)
            return words.format(ours=payment.amount.grouped, theirs=other)
        case Attention.REVERSED:
            return tr("decisions", "Gateway menarik kembali uang yang sudah masuk.", language)
        case Attention.DISAGREES:
            return tr("decisions", "Kabar berkata lunas, gateway berkata lain.", language)
        case Attention.STUCK:
            return tr("decisions", "Seharusnya sudah berakhir, gateway belum memberi hasil.", language)
        case None:
            return ""


def _late(payment: Payment, language: Language) -> str:
    came = payment.settled_at or payment.verified_at
    if came is None:
        return tr("decisions", "Uang masuk sesudah pesanan ditutup.", language)
    if payment.expires_at is not None and came > payment.expires_at:
        words = (
            tr("decisions", "Uang masuk {paid}, kode sudah habis {ended}.", language)
            if payment.method.has_store_code
            else tr("decisions", "Uang masuk {paid}, QR sudah habis {ended}.", language)
        )
        return words.format(paid=clock(came, language), ended=clock(payment.expires_at, language))
    words = tr("decisions", "Uang masuk {paid}, sesudah pesanan ditutup.", language)
    return words.format(paid=clock(came, language))


def attention_advice(payment: Payment, language: Language) -> tuple[str, str]:
    """What it means for the customer, and what is to be done."""
    if payment.has_refund_task and not payment.wants_decision:
        if payment.refund_is_underway:
            told = refund_words(payment.refund_trouble or RefundTrouble.UNKNOWN, language)
            return tr("decisions", "Belum pasti.", language), told
        if payment.refund_trouble is not None:
            return tr("decisions", "Belum dikembalikan.", language), refund_words(
                payment.refund_trouble, language
            )
        return (
            tr("decisions", "Uang ini milik pelanggan.", language),
            tr("decisions", "Kembalikan sekarang, lalu catat caranya di sini.", language),
        )
    if is_settled(payment):
        return (
            tr("decisions", "Keputusan sudah dicatat.", language),
            tr("decisions", "Hanya keputusan lain yang dapat menggantinya.", language),
        )
    match first_attention(payment):
        case Attention.PAID_LATE:
            return (
                tr("decisions", "Pelanggan membayar terlambat.", language),
                tr(
                    "decisions",
                    "Kalau barangnya belum diberikan, serahkan atau kembalikan uangnya.",
                    language,
                ),
            )
        case Attention.PAID_WHILE_CANCELLING:
            return (
                tr("decisions", "Pesanan ini lunas.", language),
                tr("decisions", "Serahkan barangnya, atau kembalikan uangnya.", language),
            )
        case Attention.DUPLICATE:
            return (
                tr("decisions", "Pelanggan membayar dua kali.", language),
                tr(
                    "decisions", "Penjualannya sudah lunas, jadi {amount} perlu dikembalikan.", language
                ).format(amount=payment.amount.text),
            )
        case Attention.AMOUNT_MISMATCH:
            return (
                tr("decisions", "Yang dibayar bukan yang ditagih.", language),
                tr("decisions", "Cocokkan dengan pelanggan sebelum barang diserahkan.", language),
            )
        case Attention.REVERSED:
            return (
                tr("decisions", "Uangnya tidak ada lagi.", language),
                tr(
                    "decisions",
                    "Barang sudah keluar: terima tanpa konfirmasi. Barang tetap di toko: tutup tanpa pembayaran.",
                    language,
                ),
            )
        case Attention.DISAGREES:
            return (
                tr("decisions", "Belum pasti.", language),
                tr("decisions", "Tekan Enter untuk menanyakan lagi sebelum memutuskan.", language),
            )
        case _:
            return (
                tr("decisions", "Belum ada kata akhir dari gateway.", language),
                tr("decisions", "Pembayaran tetap dipantau. Tekan Enter untuk menanyakan lagi.", language),
            )


def refund_words(trouble: RefundTrouble | None, language: Language) -> str:
    """What an online refund came to."""
    match trouble:
        case None:
            return tr("refunds", "Gateway sudah mengembalikan uangnya ke pelanggan.", language)
        case RefundTrouble.NOT_REFUNDABLE:
            return tr("refunds", "Gateway tidak dapat mengembalikan ini. Kembalikan tunai.", language)
        case RefundTrouble.NO_BALANCE:
            return tr("refunds", "Saldo toko di gateway tidak cukup. Kembalikan tunai.", language)
        case RefundTrouble.KEY_USED:
            return tr("refunds", "Nomor pengembalian ini sudah dipakai. Hubungi Midtrans.", language)
        case RefundTrouble.DENIED_BY_BANK:
            return tr("refunds", "Bank atau dompet menolak pengembalian. Kembalikan tunai.", language)
        case RefundTrouble.NOT_ALLOWED:
            return tr("refunds", "Akun toko tidak punya izin mengembalikan. Kembalikan tunai.", language)
        case RefundTrouble.NOT_FOUND:
            return tr("refunds", "Gateway tidak mengenal pembayaran ini. Hubungi Midtrans.", language)
        case RefundTrouble.REFUSED:
            return tr("refunds", "Gateway menolak pengembalian. Kembalikan tunai.", language)
        case RefundTrouble.UNREACHABLE:
            return tr("refunds", "Gateway tidak terjangkau. Tidak ada yang terkirim, coba lagi.", language)
        case RefundTrouble.UNKNOWN:
            return tr("refunds", "Belum ada jawaban. Minta lagi aman: tidak akan dua kali.", language)
        case RefundTrouble.UNKNOWN_NOT_ALLOWED:
            return tr(
                "refunds",
                "Jawaban pertama hilang, dan sekarang ditolak. Lihat di situs Midtrans; kalau belum kembali, "
                "kembalikan dari sana.",
                language,
            )


def obstacle_words(obstacle: Obstacle, language: Language) -> str:
    """Why the desk did not do it, and what to do instead."""
    match obstacle:
        case Obstacle.REASON_MISSING:
            return tr("obstacles", "Tulis alasannya dulu.", language)
        case Obstacle.NOTHING_TO_DECIDE:
            return tr("obstacles", "Pembayaran ini tidak lagi menunggu keputusan.", language)
        case Obstacle.DECISION_DOES_NOT_FIT:
            return tr("obstacles", "Pembayarannya sudah berubah. Lihat lagi, lalu putuskan.", language)
        case Obstacle.NO_SUCH_SALE:
            return tr("obstacles", "Penjualan itu tidak ditemukan. Pilih yang lain.", language)
        case Obstacle.SALE_IS_NOT_OPEN:
            return tr("obstacles", "Penjualan itu tidak terbuka lagi. Pilih yang lain.", language)
        case Obstacle.AMOUNTS_DIFFER:
            return tr(
                "obstacles", "Jumlahnya tidak sama. Uang hanya dapat membayar jumlah yang sama.", language
            )
        case Obstacle.REFUND_IS_UNDERWAY:
            return tr("obstacles", "Pengembalian sedang berjalan. Tunggu hasilnya dulu.", language)
        case Obstacle.NO_REFUND_TASK:
            return tr("obstacles", "Tidak ada tugas pengembalian untuk pembayaran ini.", language)
        case Obstacle.NOTHING_TO_CANCEL:
            return tr("obstacles", "Pembayaran ini sudah berakhir atau sedang ditutup.", language)
        case Obstacle.NOT_REFUNDABLE_ONLINE:
            return tr(
                "obstacles", "Uang dari kode toko tidak dapat kembali lewat gateway. Pakai tunai.", language
            )
        case Obstacle.NAME_MISSING:
            return tr("obstacles", "Tulis namanya dulu.", language)
        case Obstacle.NAME_TOO_LONG:
            return tr("obstacles", "Namanya terlalu panjang. Paling banyak 60 huruf.", language)
        case Obstacle.NAME_TAKEN:
            return tr("obstacles", "Nama itu sudah ada. Tambahkan nama belakang.", language)
        case Obstacle.PIN_TAKEN:
            return tr("obstacles", "PIN itu tidak dapat dipakai. Pilih PIN lain.", language)
        case Obstacle.FIRST_MUST_BE_MANAGER:
            return tr("obstacles", "Orang pertama harus manajer.", language)
        case Obstacle.LAST_MANAGER:
            return tr("obstacles", "Ini manajer terakhir. Tambahkan manajer lain dulu.", language)
        case Obstacle.NO_SUCH_MEMBER:
            return tr("obstacles", "Orang ini tidak bekerja di sini lagi.", language)
        case Obstacle.HELD_BY_OTHER_TILL:
            return tr("obstacles", "Kasir lain memegang pembayaran ini. Lakukan di kasir itu.", language)
        case Obstacle.TILL_IS_LOCKED:
            return tr("obstacles", "Kasir terkunci. Masuk dengan PIN dulu.", language)
        case Obstacle.JOURNAL_UNWRITABLE:
            return tr("obstacles", "Catatan tidak dapat ditulis ke disk. Tidak ada yang berubah.", language)
        case Obstacle.NO_PROOF_YET:
            return tr("obstacles", "Hari ini belum pernah direkonsiliasi.", language)
