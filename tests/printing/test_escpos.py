from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pos_app.domain.printer import DrawerPin, PaperCut
from pos_app.domain.printer_address import FileAddress
from pos_app.printing import escpos
from pos_app.printing.compose import compose
from pos_app.printing.encode import kick_bytes, paper_bytes
from pos_app.printing.raster import rasterise
from pos_app.printing.settings import NARROW, WIDE, PrinterSettings
from tests.printing.interpreter import printed
from tests.printing.samples import INDOMARET, NOW, RECEIPT


@pytest.fixture(scope="module")
def dummy() -> Iterator[type]:
    """python-escpos, with the handler that its import adds to the root logger taken off again."""
    root = logging.getLogger()
    before = list(root.handlers)
    from escpos.printer import Dummy

    for handler in root.handlers[:]:
        if handler not in before:
            root.removeHandler(handler)
    yield Dummy
    for name in [name for name in sys.modules if name.split(".")[0] == "escpos"]:
        del sys.modules[name]


def settings(width: int, cut: PaperCut = PaperCut.PARTIAL) -> PrinterSettings:
    return PrinterSettings(address=FileAddress(Path("x")), width_dots=width, cut=cut)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_bytes_are_the_picture_again(width: int) -> None:
    page = compose(RECEIPT, settings(width), NOW)
    (paper,) = printed(paper_bytes(page, settings(width))).papers
    assert paper.row_bytes * 8 == width
    assert paper.picture().tobytes() == rasterise(page, width).tobytes()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_code_is_read_back_from_the_bytes(width: int) -> None:
    (paper,) = printed(paper_bytes(compose(INDOMARET, settings(width), NOW), settings(width))).papers
    assert [code.text for code in zxingcpp.read_barcodes(paper.picture().convert("L"))] == [INDOMARET.code]


@pytest.mark.parametrize("cut", list(PaperCut))
def test_every_paper_ends_where_it_can_be_taken(cut: PaperCut) -> None:
    result = printed(paper_bytes(compose(RECEIPT, settings(WIDE, cut), NOW), settings(WIDE, cut)))
    assert len(result.papers) == 1
    assert result.paper.is_blank


@given(dots=st.lists(st.sampled_from([0x10, 0x04, 0x05, 0x14, 0x00, 0xFF]), max_size=400).map(bytes))
def test_no_picture_holds_a_real_time_command(dots: bytes) -> None:
    safe = escpos.harmless(dots)
    assert not any(command in safe for command in (b"\x10\x04", b"\x10\x05", b"\x10\x14"))
    assert len(safe) == len(dots)
    assert all(
        after & before == before for before, after in zip(dots, safe, strict=True)
    )  # a dot is never lost


@pytest.mark.parametrize("pin", list(DrawerPin))
def test_a_kick_is_read_by_python_escpos_as_ours(dummy: type, pin: DrawerPin) -> None:
    theirs = dummy()
    theirs.cashdraw(pin.value)
    ours = kick_bytes(PrinterSettings(address=FileAddress(Path("x")), drawer_pin=pin))
    assert ours[:3] == theirs.output[:3]
    assert printed(ours).kicks == [0 if pin is DrawerPin.TWO else 1]


def test_a_cut_is_python_escposs_cut(dummy: type) -> None:
    theirs = dummy()
    theirs.cut(feed=False)
    assert escpos.cut(PaperCut.PARTIAL) == theirs.output


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_picture_is_python_escposs_picture(dummy: type, width: int) -> None:
    picture = rasterise(compose(INDOMARET, settings(width), NOW), width)
    theirs = dummy()
    theirs.image(picture, impl="bitImageRaster", fragment_height=escpos.BAND_ROWS)
    ours, other = printed(escpos.raster(picture)).paper, printed(theirs.output).paper
    assert ours.picture().tobytes() == other.picture().tobytes()


def test_a_picture_of_odd_width_is_padded_with_white() -> None:
    paper = printed(escpos.raster(Image.new("1", (13, 3), 0))).paper
    assert paper.rows == [b"\xff\xf8"] * 3
