from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from pos_app.domain.cart import Line
from pos_app.domain.environment import Environment
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.printer_address import PdfAddress
from pos_app.domain.receipt import Document
from pos_app.printing.compose import compose
from pos_app.printing.layout import Bar, Box, CodePanel, Gap, Page, Role, Row, Step, Text
from pos_app.printing.raster import rasterise
from pos_app.printing.settings import NARROW, WIDE, PrinterSettings
from pos_app.printing.sheet import sheet
from tests.printing.samples import INDOMARET, NOW, RECEIPT, SLIP, TEST_PAGE, in_environment

WIDTHS = pytest.mark.parametrize("width", [WIDE, NARROW])


def picture(document: Document, width: int, language: Language = Language.INDONESIAN) -> Image.Image:
    chosen = PrinterSettings(address=PdfAddress(Path("x")), width_dots=width, language=language)
    return rasterise(compose(document, chosen, NOW), width)


def codes(drawn: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(drawn.convert("L"))]


def ink(drawn: Image.Image) -> tuple[int, int, int, int]:
    """The box around everything black."""
    box = ImageChops.invert(drawn.convert("L")).getbbox()
    assert box is not None
    return box


@WIDTHS
def test_indomarets_bars_are_read_back_from_the_drawn_slip(width: int) -> None:
    drawn = picture(INDOMARET, width)
    assert codes(drawn) == [INDOMARET.code]
    assert drawn.size[0] == width


@WIDTHS
@pytest.mark.parametrize("code", ["00123456", "012345678901", "25709650945026"])
def test_codes_of_other_lengths_are_read_back_where_they_fit(width: int, code: str) -> None:
    expected = [code] if width == WIDE or len(code) <= 12 else []
    assert codes(picture(replace(INDOMARET, code=code), width)) == expected


@WIDTHS
def test_alfamart_gets_the_number_only(width: int) -> None:
    assert codes(picture(SLIP, width)) == []


@WIDTHS
@pytest.mark.parametrize(
    "document", [RECEIPT, SLIP, INDOMARET, replace(SLIP, copy=2)], ids=lambda d: type(d).__name__
)
def test_nothing_crosses_the_margins_and_nothing_is_grey(width: int, document: Document) -> None:
    drawn = picture(document, width)
    left, top, right, bottom = ink(drawn)
    margin = sheet(width).margin
    assert (drawn.mode, drawn.width) == ("1", width)
    assert left >= margin
    assert right <= width - margin
    assert top >= sheet(width).top
    assert bottom <= drawn.height - 24


@WIDTHS
def test_a_copy_begins_with_a_solid_bar(width: int) -> None:
    first, copy = picture(SLIP, width), picture(replace(SLIP, copy=1), width)
    paper = sheet(width)
    inside = (paper.margin, paper.top, paper.margin + 20, paper.top + paper.bar_height)
    assert copy.crop(inside).getextrema() == (0, 0)
    assert first.crop(inside).getextrema() != (0, 0)


@WIDTHS
@pytest.mark.parametrize("environment", [Environment.PRACTICE, Environment.SANDBOX])
def test_what_is_no_real_payment_is_boxed_at_top_and_bottom(width: int, environment: Environment) -> None:
    real, unreal = picture(SLIP, width), picture(in_environment(SLIP, environment), width)
    paper = sheet(width)
    height = 2 * paper.box_padding + 2 * paper.box.line
    left, _, right, bottom = ink(unreal)
    box = (left, paper.top, right, paper.top + height)
    assert unreal.crop(box).tobytes() == unreal.crop((left, bottom - height, right, bottom)).tobytes()
    assert unreal.height == real.height + 2 * (height + paper.white(18))


@WIDTHS
def test_the_test_page_shows_both_ends_of_the_head(width: int) -> None:
    drawn = picture(TEST_PAGE, width)
    left, _, right, _ = ink(drawn)
    assert (left, right) == (0, width)
    assert codes(drawn) == ["0123456789"]


@WIDTHS
def test_a_long_name_is_cut_after_three_lines(width: int) -> None:
    short = picture(replace(RECEIPT, lines=(Line("Teh", Rupiah(1), 1),)), width)
    long = picture(replace(RECEIPT, lines=(Line("Kerupuk udang " * 15, Rupiah(1), 1),)), width)
    assert long.height - short.height == 2 * sheet(width).roles[Role.STRONG].line


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("method", list(Method))
def test_every_method_has_its_receipt_in_both_languages(method: Method, language: Language) -> None:
    drawn = picture(replace(RECEIPT, method=method), WIDE, language)
    assert drawn.height > 600


anything = st.text(max_size=250)
blocks = st.one_of(
    st.builds(Text, anything, st.sampled_from(Role), st.booleans(), st.integers(1, 4)),
    st.builds(Row, anything, anything, st.sampled_from(Role)),
    st.builds(Step, st.integers(1, 9), anything),
    st.builds(Bar, st.text(max_size=40)),
    st.builds(Box, st.tuples(st.text(max_size=25), st.text(max_size=25))),
    st.builds(
        CodePanel, anything, st.text("abc xyz", max_size=18), st.text("0123456789", min_size=1, max_size=32)
    ),
    st.builds(Gap, st.integers(0, 40)),
)


@settings(deadline=None, max_examples=150)
@given(page=st.lists(blocks, max_size=6).map(tuple), width=st.sampled_from([WIDE, NARROW]))
@example(page=(Row("\u0300", ""),), width=WIDE)
def test_no_text_breaks_the_page_or_crosses_its_margins(page: Page, width: int) -> None:
    drawn = rasterise(page, width)
    box = ImageChops.invert(drawn.convert("L")).getbbox()
    assert drawn.width == width
    if box:
        overhang = 6  # an accent or a swash may lean over its own advance
        assert box[0] >= sheet(width).margin - overhang
        assert box[2] <= width - sheet(width).margin + overhang
