from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_app.domain.cart import Line
from pos_app.domain.environment import Environment
from pos_app.domain.money import Rupiah
from pos_app.domain.printer import CodePage
from pos_app.domain.printer_address import FileAddress, SerialAddress
from pos_app.domain.receipt import Document
from pos_app.printing.compose import compose
from pos_app.printing.encode import paper_bytes
from pos_app.printing.settings import NARROW, WIDE, PrinterSettings
from pos_app.printing.textmode import TextWriter
from tests.printing.interpreter import Paper, printed
from tests.printing.samples import INDOMARET, NOW, PROOF, RECEIPT, SLIP, TEST_PAGE, in_environment

COLUMNS = {WIDE: 48, NARROW: 32}


def typed(document: Document, width: int = WIDE, page: CodePage = CodePage.PC858) -> Paper:
    chosen = PrinterSettings(address=SerialAddress("x"), width_dots=width, text_mode=True, code_page=page)
    (paper,) = printed(paper_bytes(compose(document, chosen, NOW), chosen)).papers
    for line in paper.lines:
        assert len(line.text) * line.wide <= COLUMNS[width]
    return paper


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("page", list(CodePage))
def test_a_receipt_is_typed_in_columns(width: int, page: CodePage) -> None:
    text = typed(RECEIPT, width, page).text
    assert any(
        line.startswith("Total") and line.endswith("Rp 81.030")
        for line in text.replace("\u00a0", " ").splitlines()
    )
    assert "36.000" in text


def test_the_store_stands_large_and_in_the_middle() -> None:
    first = typed(RECEIPT).lines[0]
    assert (first.text, first.wide, first.high, first.alignment, first.bold) == (
        "Toko Sinar Jaya",
        2,
        2,
        1,
        True,
    )


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_bars_are_a_picture_here_too(width: int) -> None:
    paper = typed(INDOMARET, width)
    assert [code.text for code in zxingcpp.read_barcodes(paper.picture().convert("L"))] == [INDOMARET.code]
    assert "5781  1234" in paper.text


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_code_of_32_digits_is_typed_whole(width: int) -> None:
    code = "12345678901234567890123456789012"
    paper = typed(replace(INDOMARET, code=code), width)
    above = paper.lines[: next(at for at, line in enumerate(paper.lines) if line.text == "Bayar tepat")]
    large = "".join(line.text for line in above if line.high == 2 and line.text.replace(" ", "").isdigit())
    assert large.replace(" ", "") == code
    assert "terlalu panjang" in paper.text


def test_copies_and_practice_are_marked() -> None:
    copy = typed(replace(SLIP, copy=1)).lines[0]
    assert copy.inverted
    assert "SALINAN ke-1" in copy.text
    lines = typed(in_environment(SLIP, Environment.PRACTICE)).text.splitlines()
    assert "LATIHAN" in lines[1]
    assert "BUKAN PEMBAYARAN ASLI" in lines[-2]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_proof_is_typed_in_columns(width: int) -> None:
    lines = typed(PROOF, width).text.replace("\u00a0", " ").splitlines()
    assert f"{'Cocok (142)'.ljust(COLUMNS[width] - 9)}9.812.500" in lines
    assert "TSJ02-0102-1" in lines


def test_the_test_page_counts_its_columns() -> None:
    assert "123456789012345678901234567890123456789012345678" in typed(TEST_PAGE).text


@pytest.mark.parametrize(
    ("text", "page", "expected"),
    [
        ("2 × 18.000", CodePage.PC437, b"2 x 18.000"),
        ("2 × 18.000", CodePage.PC858, b"2 \x9e 18.000"),
        ("−3.500", CodePage.PC858, b"-3.500"),
        ("牛奶 é", CodePage.PC437, b"?? \x82"),
        ("Ｔeh ﬁ", CodePage.WINDOWS_1252, b"Teh fi"),
    ],
)
def test_what_the_code_page_lacks_is_said_plainly(text: str, page: CodePage, expected: bytes) -> None:
    writer = TextWriter(PrinterSettings(address=FileAddress(Path("x")), code_page=page))
    assert writer.encoded(text) == expected


@settings(deadline=None)
@given(name=st.text(max_size=250), width=st.sampled_from([WIDE, NARROW]), page=st.sampled_from(CodePage))
def test_no_name_becomes_a_command_or_breaks_the_columns(name: str, width: int, page: CodePage) -> None:
    paper = typed(replace(RECEIPT, lines=(Line(name, Rupiah(18_000), 2),)), width, page)
    assert "36.000" in paper.text
