"""Papers that end in files: a plain one, and PDF."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.printer_address import FileAddress, PdfAddress, PrinterAddress
from pos_app.printing.compose import compose
from pos_app.printing.drivers import NotPrintedError, open_driver
from pos_app.printing.encode import kick_bytes, paper_bytes, recovery_bytes
from pos_app.printing.raster import rasterise
from pos_app.printing.settings import NARROW, WIDE, PrinterSettings
from tests.printing.drivers.listening import Listening
from tests.printing.interpreter import printed
from tests.printing.samples import INDOMARET, NOW, RECEIPT


def settings(address: PrinterAddress, width: int = WIDE) -> PrinterSettings:
    return PrinterSettings(address=address, width_dots=width)


def test_a_plain_file_collects_papers(tmp_path: Path) -> None:
    chosen = settings(FileAddress(tmp_path / "papers.bin"))
    driver = open_driver(chosen)
    for document in (RECEIPT, INDOMARET):
        driver.deliver("x", paper_bytes(compose(document, chosen, NOW), chosen), Listening().waiting)
    assert len(printed((tmp_path / "papers.bin").read_bytes()).papers) == 2


def test_a_file_in_no_folder_is_a_wrong_setting(tmp_path: Path) -> None:
    driver = open_driver(settings(FileAddress(tmp_path / "none" / "papers.bin")))
    assert driver.look(Listening().waiting) is PrinterTrouble.WRONG_SETTING
    with pytest.raises(NotPrintedError):
        driver.deliver("x", b"paper", Listening().waiting)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_pdf_shows_the_paper_dot_by_dot(tmp_path: Path, width: int) -> None:
    if not shutil.which("pdftoppm"):
        pytest.skip("poppler-utils reads the PDF back and is not installed")
    chosen = settings(PdfAddress(tmp_path / "papers"), width)
    page = compose(INDOMARET, chosen, NOW)
    driver = open_driver(chosen)
    for _ in range(2):
        driver.deliver("TSJ-02/1 slip", paper_bytes(page, chosen), Listening().waiting)
    driver.deliver("TSJ-02 drawer", kick_bytes(chosen), Listening().waiting)
    (file,) = (tmp_path / "papers").iterdir()
    assert file.name == "TSJ-02_1_slip.pdf"
    subprocess.run(
        ["pdftoppm", "-r", "203", "-gray", "-png", "-singlefile", file, tmp_path / "shown"], check=True
    )
    with Image.open(tmp_path / "shown.png") as shown:
        drawn = rasterise(page, width)
        assert abs(shown.width - drawn.width) <= 1
        assert abs(shown.height - drawn.height) <= 1
        assert [code.text for code in zxingcpp.read_barcodes(shown)] == [INDOMARET.code]


def test_a_pdf_that_broke_off_begins_anew(tmp_path: Path) -> None:
    assert recovery_bytes(settings(PdfAddress(tmp_path))) == b""


def test_a_folder_that_can_not_be_made_is_a_wrong_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    driver = open_driver(settings(PdfAddress(tmp_path / "file" / "papers")))
    with pytest.raises(NotPrintedError) as caught:
        driver.deliver("x", b"%PDF-", Listening().waiting)
    assert caught.value.trouble is PrinterTrouble.WRONG_SETTING


@pytest.mark.parametrize("kind", [FileAddress, PdfAddress])
def test_a_place_that_can_not_be_looked_at_is_a_wrong_setting(
    tmp_path: Path, kind: Callable[[Path], PrinterAddress]
) -> None:
    """The till starts with it, and nothing counts as begun."""
    driver = open_driver(settings(kind(tmp_path / ("ü" * 200))))
    with pytest.raises(NotPrintedError) as caught:
        driver.deliver("x", b"%PDF-", Listening().waiting)
    assert (type(caught.value), caught.value.trouble) == (NotPrintedError, PrinterTrouble.WRONG_SETTING)


def test_a_folder_that_can_not_be_looked_at_is_a_wrong_setting(tmp_path: Path) -> None:
    driver = open_driver(settings(FileAddress(tmp_path / ("ü" * 200) / "papers.bin")))
    assert driver.look(Listening().waiting) is PrinterTrouble.WRONG_SETTING
