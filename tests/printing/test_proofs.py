"""The proof of a day on paper, read from its blocks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pos_app.domain.audit import OWNER
from pos_app.domain.language import Language
from pos_app.domain.printer_address import PdfAddress
from pos_app.domain.receipt import ProofPage
from pos_app.printing.compose import compose
from pos_app.printing.layout import Row, Text
from pos_app.printing.raster import rasterise
from pos_app.printing.settings import NARROW, WIDE, PrinterSettings
from tests.printing.samples import NOW, PROOF


def said(page: ProofPage = PROOF, language: Language = Language.INDONESIAN) -> list[str]:
    settings = PrinterSettings(address=PdfAddress(Path("x")), language=language)
    texts: list[str] = []
    for block in compose(page, settings, NOW):
        match block:
            case Text(text=text):
                texts.append(text)
            case Row(left=left, right=right):
                texts.append(f"{left} | {right}")
    return texts


def test_a_proof_counts_by_method_and_names_what_somebody_may_ask_about() -> None:
    assert said() == [
        "Toko Sinar Jaya",
        "Jl. Kemang Raya 18, Jakarta Selatan",
        "Telp 021 555 0118",
        "Bukti rekonsiliasi",
        "Jumat, 20 Nov 2026",
        "Kasir 02 | Bayu Santoso",
        "Dibuat Jum 20 Nov | 21.08 WIB",
        "GoPay / QRIS",
        "Cocok (142) | 9.812.500",
        "Terlambat (1) | 44.000",
        "Belum selesai (1) | 73.000",
        "Dikembalikan (1) | −44.000",
        "Alfamart",
        "Belum selesai (1) | 210.900",
        "Indomaret",
        "Cocok (12) | 2.450.000",
        "Tanpa konfirmasi (1) | 180.000",
        "Dikembalikan (1) | −180.000",
        "Diterima | Rp\u00a012.082.500",
        "Dibaca ulang | 4 dari 5",
        "Terlambat (1)",
        "TSJ02-0102-1",
        "Tanpa konfirmasi (1)",
        "TSJ02-0177-2",
        "Belum selesai (2)",
        "TSJ02-0226-1",
        "TSJ02-0231-1",
        "Tidak terjawab (1)",
        "TSJ02-0231-1",
        "Tanda tangan",
    ]


def test_english_proofs_say_the_same() -> None:
    english = said(language=Language.ENGLISH)
    assert len(english) == len(said())
    assert {"Reconciliation", "Friday, 20 Nov 2026", "Given back (1) | −180.000", "Signature"} <= set(english)


def test_an_empty_day_says_that_nothing_is_open() -> None:
    empty = replace(PROOF.proof, by=OWNER, asked=0, tallies=(), late=(), forced=(), open=(), unread=())
    assert said(replace(PROOF, proof=empty))[5:] == [
        "Kasir 02 | pemilik, di PC",
        "Dibuat Jum 20 Nov | 21.08 WIB",
        "Tidak ada pembayaran.",
        "Diterima | Rp\u00a00",
        "Dibaca ulang | 0 dari 0",
        "Semua pembayaran selesai.",
        "Tanda tangan",
    ]


def test_a_payment_of_another_day_keeps_its_whole_name() -> None:
    older = replace(PROOF.proof, open=("TSJ-02-261119-0226-1-h2c6d", "TSJ-02-261120-0226-1-h2c6d"))
    texts = said(replace(PROOF, proof=older))
    at = texts.index("Belum selesai (2)")
    assert texts[at + 1 : at + 3] == ["TSJ-02-261119-0226-1-h2c6d", "TSJ02-0226-1"]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_proof_is_drawn_on_both_papers(width: int) -> None:
    settings = PrinterSettings(address=PdfAddress(Path("x")), width_dots=width)
    picture = rasterise(compose(PROOF, settings, NOW), width)
    assert picture.width == width
    assert picture.height > 2 * width
