"""What the papers say, read from their blocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pos_app.domain.cart import Totals
from pos_app.domain.environment import Environment
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.money import ZERO, Rupiah
from pos_app.domain.printer_address import PdfAddress
from pos_app.domain.receipt import Document
from pos_app.printing.compose import compose
from pos_app.printing.layout import Bar, Bars, Box, CodePanel, Page, Role, Row, Step, Text
from pos_app.printing.settings import PrinterSettings
from tests.printing.samples import HEAD, INDOMARET, NOW, RECEIPT, SLIP, TEST_PAGE, in_environment


def page(document: Document, language: Language = Language.INDONESIAN, *, broke_off: bool = False) -> Page:
    settings = PrinterSettings(address=PdfAddress(Path("x")), language=language)
    return compose(document, settings, NOW, broke_off=broke_off)


def said(
    document: Document, language: Language = Language.INDONESIAN, *, broke_off: bool = False
) -> list[str]:
    texts: list[str] = []
    for block in page(document, language, broke_off=broke_off):
        match block:
            case Text(text=text) | Bar(text=text):
                texts.append(text)
            case Row(left=left, right=right):
                texts.append(f"{left} | {right}")
            case Step(number=number, text=text):
                texts.append(f"{number} {text}")
            case Box(lines=lines):
                texts.extend(lines)
            case CodePanel(heading=heading, label=label, code=code):
                texts.extend((heading, label, code))
    return texts


def test_a_receipt_says_everything_once() -> None:
    assert said(RECEIPT) == [
        "Toko Sinar Jaya",
        "Jl. Kemang Raya 18, Jakarta Selatan",
        "Telp 021 555 0118",
        "No. 02-0218 | Kasir Rani P.",
        "Jum 20 Nov 2026 | 14.35 WIB",
        "Kopi Susu Gula Aren 250 ml",
        "2 × 18.000 | 36.000",
        "Mi Goreng Instan 85 g",
        "5 × 3.200 | 16.000",
        "Sabun Mandi Cair 450 ml",
        "1 × 24.500 | 24.500",
        "Subtotal (8 barang) | 76.500",
        "Diskon | −3.500",
        "PPN | 8.030",
        "Total | Rp\u00a081.030",
        "GoPay / QRIS | LUNAS",
        "Dibayar | 14.35.22 WIB",
        "Pesanan | TSJ-02-261120-0218-1-k7q2m",
        "Ref. | 513f1f01-c9da-474c-9fc9-d5c64364b709",
        "Barang dapat ditukar dalam 7 hari dengan membawa struk ini.",
        "Terima kasih",
    ]


def test_cash_has_no_reference_and_nothing_is_said_of_what_is_nothing() -> None:
    cash = replace(RECEIPT, method=Method.CASH, reference="", totals=Totals(Rupiah(76_500), ZERO, ZERO))
    texts = said(cash)
    assert "Tunai | LUNAS" in texts
    assert not any(text.startswith(("Ref.", "Diskon", "PPN")) for text in texts)


def test_a_slip_says_where_what_and_until_when() -> None:
    assert said(SLIP) == [
        "Toko Sinar Jaya",
        "Jl. Kemang Raya 18, Jakarta Selatan",
        "Telp 021 555 0118",
        "Bayar di kasir Alfamart",
        "Kode pembayaran",
        "8127740588870520",
        "Bayar tepat",
        "Rp\u00a0210.900",
        "Gerai dapat menambah biaya.",
        "Paling lambat",
        "Sabtu, 21 Nov 2026",
        "pukul 12.08 WIB",
        "1 Tunjukkan slip ini di kasir Alfamart.",
        "2 Bayar tepat, simpan struknya.",
        "3 Ambil barang di Toko Sinar Jaya.",
        "No. 02-0219 | Kasir Rani P.",
        "Dibuat Jum 20 Nov | 16.08 WIB",
        "Ini bukan bukti lunas.",
    ]


def test_english_paper_says_the_same() -> None:
    texts = said(SLIP, Language.ENGLISH)
    assert len(texts) == len(said(SLIP))
    assert {"Pay at Alfamart", "Payment code", "Saturday, 21 Nov 2026", "at 12:08 WIB"} <= set(texts)
    assert "PAID" in " ".join(said(RECEIPT, Language.ENGLISH))


def test_only_indomaret_gets_bars_of_the_bare_code() -> None:
    assert [block.code for block in page(INDOMARET) if isinstance(block, Bars)] == ["578112341234"]
    assert not any(isinstance(block, Bars) for block in page(SLIP))


def test_a_copy_says_its_number_and_when_it_was_printed() -> None:
    assert said(replace(SLIP, copy=2))[:3] == [
        "SALINAN ke-2",
        "Dicetak ulang 16.08 WIB",
        "Bayar cukup satu kali.",
    ]
    yesterday = replace(RECEIPT, copy=1, settled_at=NOW - timedelta(days=1))
    assert said(yesterday)[:2] == ["SALINAN ke-1", "Dicetak ulang Jum 20 Nov, 16.08 WIB"]


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        (Environment.PRACTICE, ["LATIHAN", "BUKAN PEMBAYARAN ASLI"]),
        (Environment.SANDBOX, ["UJI COBA (SANDBOX)", "BUKAN PEMBAYARAN ASLI"]),
    ],
)
def test_what_is_no_payment_says_so_first_and_last(environment: Environment, words: list[str]) -> None:
    texts = said(in_environment(SLIP, environment))
    assert texts[:2] == texts[-2:] == words


def test_what_broke_off_says_so_before_anything_else() -> None:
    assert said(RECEIPT, broke_off=True)[:2] == ["CETAK ULANG", "Cetakan sebelumnya mungkin terputus."]


def test_the_shops_own_lines_stand_where_they_belong() -> None:
    head = replace(HEAD, header=("NPWP 01.234",), footer=("Buka 07.00", ""), phone="", till="", cashier="")
    texts = said(replace(RECEIPT, letterhead=head))
    assert texts[2] == "NPWP 01.234"
    assert texts[3] == "No. 0218 | "
    assert texts[-2:] == ["Buka 07.00", "Terima kasih"]


def test_midnight_in_jakarta_is_the_day_that_counts() -> None:
    late = replace(RECEIPT, settled_at=datetime(2026, 12, 31, 17, 0, 1, tzinfo=UTC))
    assert "Jum 1 Jan 2027 | 00.00 WIB" in said(late)


def test_the_test_page_names_width_and_code() -> None:
    texts = said(TEST_PAGE)
    assert "Lebar 576 titik: kedua ujung garis ini harus terlihat." in texts
    assert "Barcode 0123456789" in texts
    assert any(isinstance(block, Text) and block.role is Role.HEADING for block in page(TEST_PAGE))
