"""The words on paper, in both languages, and how dates and times are written there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.reconciliation import Standing
from pos_app.domain.wib import WIB


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Every word that paper says; `{}` is filled in by the one who prints."""

    number: str
    cashier: str
    phone: str
    subtotal: str
    pieces: tuple[str, str]  # one, several
    discount: str
    tax: str
    total: str
    paid: str
    paid_at: str
    order: str
    reference: str
    cash: str
    thanks: str
    pay_at: str
    code: str
    amount: str
    fee: str
    before: str
    at_time: str
    steps: tuple[str, str, str]
    issued: str
    no_proof: str
    no_bars: str
    copy: str
    reprinted: str
    pay_once: str
    again: str
    again_why: str
    practice: str
    sandbox: str
    not_real: str
    test: str
    test_width: str
    test_characters: str
    test_code: str
    test_cut: str
    proof: str
    till: str
    owner: str
    standings: Mapping[Standing, str]
    no_payments: str
    received: str
    asked: str
    of: str
    unread: str
    nothing_open: str
    signature: str
    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    months: tuple[str, ...]
    clock_mark: str

    def method(self, method: Method) -> str:
        return self.cash if method is Method.CASH else _BRANDS[method]

    def short_date(self, at: datetime) -> str:
        """`Kam 20 Nov`, in WIB."""
        local = at.astimezone(WIB)
        return f"{self.short_weekdays[local.weekday()]} {local.day} {self.months[local.month - 1]}"

    def date(self, at: datetime) -> str:
        """`Kam 20 Nov 2025`, in WIB."""
        return f"{self.short_date(at)} {at.astimezone(WIB).year}"

    def full_date(self, at: datetime) -> str:
        """`Jumat, 21 Nov 2025`, in WIB."""
        local = at.astimezone(WIB)
        return f"{self.weekdays[local.weekday()]}, {local.day} {self.months[local.month - 1]} {local.year}"

    def time(self, at: datetime, *, seconds: bool = False) -> str:
        """`14.32 WIB`, or `14.32.05 WIB`; with colons in English."""
        local = at.astimezone(WIB)
        parts = [local.hour, local.minute, *([local.second] if seconds else [])]
        return self.clock_mark.join(f"{part:02d}" for part in parts) + " WIB"


_BRANDS = {
    Method.GOPAY: "GoPay / QRIS",
    Method.QRIS: "QRIS",
    Method.ALFAMART: "Alfamart",
    Method.INDOMARET: "Indomaret",
}

_INDONESIAN = Words(
    number="No.",
    cashier="Kasir",
    phone="Telp",
    subtotal="Subtotal ({} {})",
    pieces=("barang", "barang"),
    discount="Diskon",
    tax="PPN",
    total="Total",
    paid="LUNAS",
    paid_at="Dibayar",
    order="Pesanan",
    reference="Ref.",
    cash="Tunai",
    thanks="Terima kasih",
    pay_at="Bayar di kasir {}",
    code="Kode pembayaran",
    amount="Bayar tepat",
    fee="Gerai dapat menambah biaya.",
    before="Paling lambat",
    at_time="pukul {}",
    steps=("Tunjukkan slip ini di kasir {}.", "Bayar tepat, simpan struknya.", "Ambil barang di {}."),
    issued="Dibuat",
    no_proof="Ini bukan bukti lunas.",
    no_bars="Kode ini terlalu panjang untuk barcode. Ketik angkanya.",
    copy="SALINAN ke-{}",
    reprinted="Dicetak ulang {}",
    pay_once="Bayar cukup satu kali.",
    again="CETAK ULANG",
    again_why="Cetakan sebelumnya mungkin terputus.",
    practice="LATIHAN",
    sandbox="UJI COBA (SANDBOX)",
    not_real="BUKAN PEMBAYARAN ASLI",
    test="Cetak uji",
    test_width="Lebar {} titik: kedua ujung garis ini harus terlihat.",
    test_characters="Huruf dan angka",
    test_code="Barcode {}",
    test_cut="Kertas dipotong setelah baris ini.",
    proof="Bukti rekonsiliasi",
    till="Kasir",
    owner="pemilik, di PC",
    standings={
        Standing.MATCHED: "Cocok",
        Standing.LATE: "Terlambat",
        Standing.FORCED: "Tanpa konfirmasi",
        Standing.OPEN: "Belum selesai",
        Standing.RETURNED: "Dikembalikan",
    },
    no_payments="Tidak ada pembayaran.",
    received="Diterima",
    asked="Dibaca ulang",
    of="{} dari {}",
    unread="Tidak terjawab",
    nothing_open="Semua pembayaran selesai.",
    signature="Tanda tangan",
    weekdays=("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    short_weekdays=("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"),
    months=("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    clock_mark=".",
)

_ENGLISH = Words(
    number="No.",
    cashier="Cashier",
    phone="Phone",
    subtotal="Subtotal ({} {})",
    pieces=("item", "items"),
    discount="Discount",
    tax="VAT",
    total="Total",
    paid="PAID",
    paid_at="Paid at",
    order="Order",
    reference="Ref.",
    cash="Cash",
    thanks="Thank you",
    pay_at="Pay at {}",
    code="Payment code",
    amount="Exact amount",
    fee="The store may add a fee.",
    before="Pay before",
    at_time="at {}",
    steps=("Show this slip at {}.", "Pay the exact amount, keep the receipt.", "Collect your goods at {}."),
    issued="Issued",
    no_proof="This is not proof of payment.",
    no_bars="This code is too long for a barcode. Type its digits.",
    copy="COPY {}",
    reprinted="Printed again {}",
    pay_once="Pay only once.",
    again="PRINTED AGAIN",
    again_why="The print before may have broken off.",
    practice="PRACTICE",
    sandbox="TEST (SANDBOX)",
    not_real="NOT A REAL PAYMENT",
    test="Test page",
    test_width="Width {} dots: both ends of this line must be visible.",
    test_characters="Letters and digits",
    test_code="Barcode {}",
    test_cut="The paper is cut after this line.",
    proof="Reconciliation",
    till="Till",
    owner="the owner, at the PC",
    standings={
        Standing.MATCHED: "Matched",
        Standing.LATE: "Late",
        Standing.FORCED: "Not confirmed",
        Standing.OPEN: "Open",
        Standing.RETURNED: "Given back",
    },
    no_payments="No payments.",
    received="Received",
    asked="Read again",
    of="{} of {}",
    unread="No answer",
    nothing_open="Nothing is open.",
    signature="Signature",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    short_weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    clock_mark=":",
)

_WORDS = {Language.INDONESIAN: _INDONESIAN, Language.ENGLISH: _ENGLISH}


def words(language: Language) -> Words:
    return _WORDS[language]
