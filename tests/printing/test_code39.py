from __future__ import annotations

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pos_app.printing.code39 import QUIET_MODULES, Bars39, fitted
from pos_app.printing.settings import NARROW, WIDE
from pos_app.printing.sheet import sheet

PAPER = {WIDE: 640, NARROW: 464}
"""Dots across the whole paper, 80 and 58 mm at 203 dpi, the unprinted edges too."""


def drawn(bars: Bars39, width: int) -> Image.Image:
    picture = Image.new("L", (width, 60), 255)
    left = (width - bars.width) // 2
    for index, element in enumerate(bars.elements):
        if index % 2 == 0:
            picture.paste(0, (left, 0, left + element, 60))
        left += element
    return picture


@given(code=st.text("0123456789", min_size=8, max_size=32), width=st.sampled_from([WIDE, NARROW]))
def test_bars_are_legible_or_left_out(code: str, width: int) -> None:
    bars = fitted(code, width, sheet(width).margin)
    if bars is None:
        return
    assert bars.width <= sheet(width).content
    assert (PAPER[width] - bars.width) / 2 >= QUIET_MODULES * min(bars.elements)
    assert min(bars.elements) in ((3, 2) if width == WIDE else (2,))
    (read,) = zxingcpp.read_barcodes(drawn(bars, PAPER[width]))
    assert (read.text, read.format) == (code, zxingcpp.BarcodeFormat.Code39)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_twelve_digits_of_indomaret_get_bars_at_both_widths(width: int) -> None:
    bars = fitted("578112341234", width, sheet(width).margin)
    assert bars is not None
    assert min(bars.elements) == (3 if width == WIDE else 2)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_32_digits_find_no_room(width: int) -> None:
    assert fitted("1" * 32, width, sheet(width).margin) is None


@pytest.mark.parametrize("code", ["", "12a4", "١٢٣", "12 34", "*1*"])
def test_only_digits_are_a_code(code: str) -> None:
    with pytest.raises(ValueError, match="digits"):
        fitted(code, WIDE, 16)
