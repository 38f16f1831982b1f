from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from pos_app.ui.widgets import qr_codewords
from pos_app.ui.widgets.qr_blank import blank
from pos_app.ui.widgets.qr_matrix import QUIET_ZONE, Matrix, built, matrix, prepare
from tests.midtrans.test_qris import TEST_MERCHANT
from tests.ui.pixels import decoded_greys
from tests.ui.snapshots import QR_TEXT


def _pixels(text: str, module: int = 3) -> tuple[bytes, int]:
    """The symbol with its quiet zone as grey bytes."""
    rows = matrix(text)
    edge = QUIET_ZONE * module
    side = len(rows) * module + 2 * edge
    grey = bytearray(b"\xff" * side * side)
    for y, row in enumerate(rows):
        line = b"".join((b"\0" if black else b"\xff") * module for black in row)
        for step in range(module):
            start = (edge + y * module + step) * side + edge
            grey[start : start + len(line)] = line
    return bytes(grey), side


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=300))
def test_what_goes_in_can_be_read_again(text: str) -> None:
    assert decoded_greys(*_pixels(text)) == [text]


def test_a_gateways_text_takes_so_many_modules_that_a_display_can_show_it() -> None:
    assert len(matrix(QR_TEXT)) <= 61


def test_a_text_is_built_once() -> None:
    assert matrix("built once") is matrix("built once")


def test_any_thread_may_build_it() -> None:
    texts = [f"from a thread {number}" for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        symbols = list(pool.map(matrix, texts * 3))
    assert symbols == [matrix(text) for text in texts * 3]


AT_ONCE = """
import sys, threading, time
from importlib.machinery import PathFinder, SourceFileLoader
from pos_app.ui.widgets import qr_matrix

class SlowDisk(SourceFileLoader):
    "Reads the library only when another thread wants it too."
    def exec_module(self, module):
        other.start()
        time.sleep(0.3)
        super().exec_module(module)

class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        spec = PathFinder.find_spec(name, path) if name == "qrcode" else None
        if spec is not None:
            spec.loader = SlowDisk(name, spec.origin)
        return spec

other = threading.Thread(target=qr_matrix.prepare)
sys.meta_path.insert(0, Finder)
assert qr_matrix.matrix("000201")
other.join()
"""


def test_two_threads_may_be_the_first_to_need_the_library() -> None:
    """Python lets one of two go on with half a module where they load a package and a part of it in opposite order."""
    ran = subprocess.run(
        [sys.executable, "-c", AT_ONCE], capture_output=True, text=True, check=False, timeout=60
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_who_comes_meanwhile_gets_the_one_that_is_being_built() -> None:
    built.cache_clear()
    texts = [f"for all {number}" for number in range(6)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(matrix, [text for text in texts for _ in range(4)]))
    assert built.cache_info().misses == len(texts)


def test_the_first_symbol_of_a_gateway_finds_its_size_worked_out() -> None:
    worked_out = (blank, qr_codewords._multiples)
    for one in worked_out:
        one.cache_clear()
    prepare()
    misses = [one.cache_info().misses for one in worked_out]
    matrix(f"{QR_TEXT} and a word that nobody has built before")
    matrix(f"{TEST_MERCHANT} and the same")
    assert [one.cache_info().misses for one in worked_out] == misses


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=400))
def test_it_is_the_symbol_that_the_library_makes(text: str) -> None:
    assert matrix(text) == _of_the_library(text)


@pytest.mark.parametrize("text", [QR_TEXT, "A" * 300, "1", "U" * 1_500, "Toko Sinar Jaya Rp€", "U" * 2_331])
def test_it_is_the_same_for_a_gateways_text_and_for_dull_ones(text: str) -> None:
    assert matrix(text) == _of_the_library(text)


@pytest.mark.parametrize("zeros", [200, 900])
def test_zeros_that_fill_a_block_have_a_symbol_too(zeros: int) -> None:
    """The library fails at them: it looks for the logarithm of 0."""
    assert decoded_greys(*_pixels("0" * zeros)) == ["0" * zeros]


def _of_the_library(text: str) -> Matrix:
    symbol: QRCode[Any] = QRCode(error_correction=ERROR_CORRECT_M)
    symbol.add_data(text)
    symbol.make(fit=True)
    return tuple(bytes(map(bool, line)) for line in symbol.modules)


def test_nothing_and_too_much_give_no_symbol() -> None:
    assert matrix("") == ()
    assert matrix("Ω" * 2000) == ()
