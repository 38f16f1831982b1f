"""What a cashier is told when something did not go as asked: what happened, about the money, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.domain.errors import Problem
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.ui.i18n import tr
from pos_app.ui.keys import CHARGE_KEYS

_ABOUT_A_RUNNING_PAYMENT = frozenset({Problem.SALE_IS_LOCKED, Problem.SALE_ALREADY_HAS_PAYMENT})
_NOTHING_CHANGED = frozenset(
    {
        Problem.COUNTER_IN_USE,
        Problem.MONEY_UNDECIDED,
        Problem.NOTHING_TO_PRINT,
        Problem.RECORD_UNREADABLE,
    }
)
_NOTHING_CAN_BE_RECORDED = frozenset(
    {
        Problem.JOURNAL_UNWRITABLE,
        Problem.JOURNAL_DAMAGED,
        Problem.JOURNAL_TOO_NEW,
        Problem.JOURNAL_IN_USE,
        Problem.TILL_NOT_STARTED,
    }
)
_EXISTS_UNPAYABLE = frozenset(
    {
        Problem.DENIED,
        Problem.DENIED_TRY_AGAIN,
        Problem.DENIED_BY_FRAUD_CHECK,
        Problem.WRONG_AMOUNT,
        Problem.QR_UNREADABLE,
        Problem.ANSWER_LOST,
        Problem.NO_PAYMENT_CODE,
    }
)


@dataclass(frozen=True, slots=True)
class Advice:
    """Three sentences for one problem."""

    happened: str
    money: str
    to_do: str


def advice(problem: Problem, language: Language) -> Advice:
    return Advice(happened(problem, language), money(problem, language), to_do(problem, language))


def happened(problem: Problem, language: Language, method: Method | None = None) -> str:
    """`method` is how the payment was charged, where there is one: a QR or a store's code."""
    has_code = method is not None and method.has_store_code
    match problem:
        case Problem.EMPTY_SALE:
            return tr("problems", "Belum ada barang di penjualan ini.", language)
        case Problem.SALE_ALREADY_HAS_PAYMENT:
            return tr("problems", "Penjualan ini sudah punya tagihan yang masih berjalan.", language)
        case Problem.MONEY_UNDECIDED:
            return tr("problems", "Uang untuk penjualan ini sudah masuk.", language)
        case Problem.AMOUNT_TOO_SMALL:
            return tr("problems", "Jumlahnya di bawah batas cara bayar ini.", language)
        case Problem.AMOUNT_TOO_LARGE:
            return tr("problems", "Jumlahnya di atas batas yang diizinkan.", language)
        case Problem.NO_KEY:
            return tr("problems", "Kunci gateway belum dipasang di komputer ini.", language)
        case Problem.KEYRING_UNAVAILABLE:
            return tr("problems", "Keyring komputer ini terkunci atau tidak ada.", language)
        case Problem.JOURNAL_UNWRITABLE:
            return tr("problems", "Catatan penjualan tidak dapat ditulis ke disk.", language)
        case Problem.JOURNAL_DAMAGED:
            return tr("problems", "Catatan penjualan rusak dan tidak dibuka.", language)
        case Problem.JOURNAL_TOO_NEW:
            return tr("problems", "Catatan penjualan dibuat oleh versi aplikasi yang lebih baru.", language)
        case Problem.JOURNAL_IN_USE:
            return tr("problems", "Kasir ini sudah terbuka di jendela lain.", language)
        case Problem.TILL_NOT_STARTED:
            return tr("problems", "Kasir tidak dapat dimulai.", language)
        case Problem.SALE_IS_LOCKED:
            return tr("problems", "Isi penjualan terkunci selama pembayaran berjalan.", language)
        case Problem.COUNTER_IN_USE:
            return tr("problems", "Ada penjualan di kasir yang belum selesai.", language)
        case Problem.CART_LIMIT:
            return tr("problems", "Jumlah atau totalnya melewati batas satu penjualan.", language)
        case Problem.NOTHING_TO_PRINT:
            return tr("problems", "Belum ada struk atau slip yang dapat dicetak ulang.", language)
        case Problem.RECORD_UNREADABLE:
            return tr("problems", "Catatan lama ini tidak dapat dibaca.", language)
        case Problem.UNREACHABLE:
            return tr("problems", "Gateway tidak terjangkau dari komputer ini.", language)
        case Problem.REQUEST_REFUSED:
            return tr("problems", "Gateway menolak isi permintaan ini.", language)
        case Problem.WRONG_KEY:
            return tr("problems", "Gateway tidak menerima kunci toko ini.", language)
        case Problem.CHANNEL_NOT_ACTIVE:
            return tr("problems", "Cara bayar ini belum aktif untuk toko ini.", language)
        case Problem.NOT_ALLOWED:
            return tr("problems", "Toko ini tidak diizinkan memakai cara bayar ini.", language)
        case Problem.WALLET_UNKNOWN:
            return tr("problems", "Gateway tidak mengenal dompet tujuan.", language)
        case Problem.TOO_MANY_REQUESTS:
            return tr("problems", "Gateway sedang membatasi jumlah permintaan.", language)
        case Problem.NOT_AVAILABLE:
            return tr("problems", "Gateway sedang tidak melayani cara bayar ini.", language)
        case Problem.NOTHING_CREATED:
            return tr("problems", "Permintaan tidak sampai ke gateway.", language)
        case Problem.DENIED:
            return tr("problems", "Pembayaran ditolak oleh penyedia dompet.", language)
        case Problem.DENIED_TRY_AGAIN:
            return tr("problems", "Penyedia dompet sedang terganggu dan menolak pembayaran.", language)
        case Problem.DENIED_BY_FRAUD_CHECK:
            return tr("problems", "Pembayaran ditolak oleh pemeriksaan keamanan.", language)
        case Problem.WRONG_AMOUNT if has_code:
            return tr("problems", "Jumlah di kode tidak sama dengan total penjualan.", language)
        case Problem.WRONG_AMOUNT:
            return tr("problems", "Jumlah di QR tidak sama dengan total penjualan.", language)
        case Problem.QR_UNREADABLE:
            return tr("problems", "QR dari gateway tidak dapat dibaca.", language)
        case Problem.ANSWER_LOST if has_code:
            return tr("problems", "Kode hilang di jalan karena sambungan putus.", language)
        case Problem.ANSWER_LOST:
            return tr("problems", "QR hilang di jalan karena sambungan putus.", language)
        case Problem.NO_PAYMENT_CODE:
            return tr("problems", "Gateway tidak memberi kode pembayaran.", language)
        case Problem.NO_ANSWER:
            return tr("problems", "Gateway belum menjawab.", language)
        case Problem.GATEWAY_TROUBLE:
            return tr("problems", "Gateway sedang terganggu.", language)


def money(problem: Problem, language: Language) -> str:
    """Whether a customer could have been charged."""
    if problem.money_may_have_moved:
        return tr("problems", "Belum pasti apakah tagihan tercatat. Kami terus menanyakan.", language)
    if problem in _ABOUT_A_RUNNING_PAYMENT:
        return tr("problems", "Pembayaran yang sedang berjalan tidak berubah.", language)
    if problem in _NOTHING_CHANGED:
        return tr("problems", "Pembayaran dan isi penjualan tidak berubah.", language)
    if problem in _NOTHING_CAN_BE_RECORDED:
        return tr(
            "problems", "Uang yang masuk sekarang belum dapat dicatat. Jangan serahkan barang dulu.", language
        )
    if problem in _EXISTS_UNPAYABLE:
        return tr("problems", "Tidak ada uang yang berpindah. Tagihan itu sudah ditutup.", language)
    return tr("problems", "Tidak ada tagihan yang dibuat. Uang pelanggan tidak tersentuh.", language)


def to_do(problem: Problem, language: Language, method: Method | None = None) -> str:
    """`method` is how to charge again, where there is one: it has its key."""
    again = _again(method, language)
    match problem:
        case Problem.EMPTY_SALE:
            return tr("problems", "Pindai atau ketik barang dulu.", language)
        case Problem.SALE_ALREADY_HAS_PAYMENT:
            return tr("problems", "Tunggu hasilnya, atau batalkan tagihan itu dulu.", language)
        case Problem.COUNTER_IN_USE:
            return tr("problems", "Selesaikan atau kosongkan penjualan itu dulu.", language)
        case Problem.MONEY_UNDECIDED:
            return tr(
                "problems", "Jangan menagih lagi. Minta keputusan manajer di pesanan tertunda.", language
            )
        case Problem.AMOUNT_TOO_SMALL | Problem.AMOUNT_TOO_LARGE:
            return tr("problems", "Ubah isi penjualan, atau pakai cara bayar lain.", language)
        case Problem.NO_KEY | Problem.WRONG_KEY:
            return tr("problems", "Minta manajer memasang kunci toko, lalu {again}.", language).format(
                again=again
            )
        case Problem.KEYRING_UNAVAILABLE:
            return tr("problems", "Minta manajer membuka keyring komputer, lalu {again}.", language).format(
                again=again
            )
        case Problem.JOURNAL_UNWRITABLE:
            return tr(
                "problems", "Kosongkan disk atau panggil manajer. Isi penjualan tetap di layar.", language
            )
        case Problem.JOURNAL_DAMAGED:
            return tr("problems", "Berkasnya tidak diubah. Panggil manajer untuk memakai cadangan.", language)
        case Problem.JOURNAL_TOO_NEW:
            return tr("problems", "Berkasnya tidak diubah. Pasang versi aplikasi terbaru.", language)
        case Problem.JOURNAL_IN_USE:
            return tr("problems", "Pakai jendela yang sudah terbuka, atau tutup dulu.", language)
        case Problem.TILL_NOT_STARTED:
            return tr(
                "problems", "Tutup aplikasi dan buka lagi. Kalau tetap gagal, panggil manajer.", language
            )
        case Problem.SALE_IS_LOCKED:
            return tr("problems", "Tunggu hasil pembayaran, atau batalkan dulu.", language)
        case Problem.CART_LIMIT:
            return tr("problems", "Bagi menjadi dua penjualan.", language)
        case Problem.NOTHING_TO_PRINT:
            return tr("problems", "F11 mencetak penjualan terakhir dari hari ini atau semalam.", language)
        case Problem.RECORD_UNREADABLE:
            return tr("problems", "Panggil manajer untuk memeriksa catatan penjualan.", language)
        case Problem.UNREACHABLE | Problem.NOTHING_CREATED:
            return tr("problems", "Periksa internet, lalu {again}.", language).format(again=again)
        case Problem.REQUEST_REFUSED:
            return tr("problems", "Coba sekali lagi. Kalau tetap ditolak, panggil manajer.", language)
        case Problem.CHANNEL_NOT_ACTIVE | Problem.NOT_ALLOWED | Problem.WALLET_UNKNOWN:
            return tr(
                "problems", "Pakai cara bayar lain. Manajer dapat mengaktifkannya di Midtrans.", language
            )
        case Problem.TOO_MANY_REQUESTS:
            return tr("problems", "Tunggu satu menit, lalu {again}.", language).format(again=again)
        case Problem.NOT_AVAILABLE:
            return tr("problems", "Coba lagi sebentar, atau pakai cara bayar lain.", language)
        case Problem.DENIED | Problem.DENIED_BY_FRAUD_CHECK:
            return tr("problems", "Minta pelanggan memakai aplikasi atau cara bayar lain.", language)
        case Problem.WRONG_AMOUNT:
            return f"{_never_shown(method, language)} {again[0].upper()}{again[1:]}."
        case Problem.DENIED_TRY_AGAIN | Problem.QR_UNREADABLE | Problem.ANSWER_LOST | Problem.NO_PAYMENT_CODE:
            return f"{again[0].upper()}{again[1:]}."
        case Problem.NO_ANSWER | Problem.GATEWAY_TROUBLE:
            return tr("problems", "Tunggu hasilnya, jangan menagih ulang.", language)


def _again(method: Method | None, language: Language) -> str:
    key = CHARGE_KEYS.get(method) if method is not None else None
    if key is None:
        return tr("problems", "coba lagi", language)
    return tr("problems", "tekan {key} lagi", language).format(key=key.value)


def _never_shown(method: Method | None, language: Language) -> str:
    if method is not None and method.has_store_code:
        return tr("problems", "Kode itu tidak pernah ditampilkan.", language)
    return tr("problems", "QR itu tidak pernah ditampilkan.", language)
