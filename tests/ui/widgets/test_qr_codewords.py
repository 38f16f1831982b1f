from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode
from qrcode.util import create_data

from pos_app.ui.widgets.qr_codewords import codewords
from tests.ui.snapshots import QR_TEXT


def _of_the_library(text: str) -> tuple[int, bytes]:
    symbol: QRCode[Any] = QRCode(error_correction=ERROR_CORRECT_M)
    symbol.add_data(text)
    return symbol.version, bytes(create_data(symbol.version, ERROR_CORRECT_M, symbol.data_list))


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=400))
def test_any_text_has_the_bytes_of_the_librarys_symbol(text: str) -> None:
    assert codewords(text) == _of_the_library(text)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.from_regex(r"[1-9][0-9]{0,40}|[A-Z $%*+./:-]{1,40}|[a-z]{1,40}", fullmatch=True), min_size=1)
)
def test_figures_and_capitals_in_a_row_are_packed_as_the_library_packs_them(parts: list[str]) -> None:
    assert codewords("".join(parts)) == _of_the_library("".join(parts))


@pytest.mark.parametrize("figures", [*range(1, 60), 1_300])
def test_every_size_is_filled_up_alike(figures: int) -> None:
    text = "1" * figures + "a" * figures
    assert codewords(text) == _of_the_library(text)


def test_the_longest_text_and_one_byte_more() -> None:
    assert codewords(QR_TEXT) == _of_the_library(QR_TEXT)
    assert codewords("u" * 2_331) == _of_the_library("u" * 2_331)
    assert codewords("u" * 2_332) is None
