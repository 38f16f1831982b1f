from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.printer import PrinterTrouble
from pos_app.printing.status import Ear, Told


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        ((0x12, 0x12, 0x12), None),
        ((0x1A, 0x12, 0x12), PrinterTrouble.OFFLINE),
        ((0x1A, 0x16, 0x12), PrinterTrouble.COVER_OPEN),
        ((0x1A, 0x32, 0x12), PrinterTrouble.OUT_OF_PAPER),
        ((0x12, 0x12, 0x72), PrinterTrouble.OUT_OF_PAPER),
        ((0x1A, 0x52, 0x12), PrinterTrouble.OFFLINE),
        ((0x12, 0x12, 0x1E), PrinterTrouble.PAPER_LOW),
        ((0x1A, 0x16, 0x7E), PrinterTrouble.COVER_OPEN),
    ],
)
def test_the_most_pressing_trouble_is_told(
    answer: tuple[int, int, int], trouble: PrinterTrouble | None
) -> None:
    told = Ear().hear(bytes(answer))
    assert told == Told(*answer)
    assert told.trouble is trouble
    assert told.can_print is (trouble in (None, PrinterTrouble.PAPER_LOW))


def test_the_newest_complete_answer_counts() -> None:
    ear = Ear()
    assert ear.hear(b"\x12\x12") is None
    assert ear.hear(b"\x12\x1a\x16\x12\x12") == Told(0x1A, 0x16, 0x12)
    assert not ear.has_printed


def test_an_automatic_status_is_no_word_of_having_printed() -> None:
    ear = Ear()
    ear.hear(b"\x14\x00")
    ear.hear(b"\x00\x0f")
    assert not ear.has_printed
    ear.hear(b"\x00")
    assert ear.has_printed


@given(st.binary())
def test_no_noise_on_the_line_is_an_error(noise: bytes) -> None:
    Ear().hear(noise)
