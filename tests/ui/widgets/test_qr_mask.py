from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.base import BaseImage
from qrcode.main import QRCode

from pos_app.ui.widgets.qr_mask import Symbol
from tests.ui.snapshots import QR_TEXT


def _modules(kind: type[QRCode[BaseImage]], text: str) -> tuple[int, object]:
    symbol = kind(error_correction=ERROR_CORRECT_M, border=0)
    symbol.add_data(text)
    symbol.make(fit=True)
    return symbol.version, symbol.modules


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=400))
def test_it_is_the_symbol_that_the_library_makes(text: str) -> None:
    assert _modules(Symbol, text) == _modules(QRCode, text)


@pytest.mark.parametrize("text", [QR_TEXT, "A" * 300, "1", "U" * 1_500])
def test_it_is_the_same_for_a_gateways_text_and_for_dull_ones(text: str) -> None:
    assert _modules(Symbol, text) == _modules(QRCode, text)
