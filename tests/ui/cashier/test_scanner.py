from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pos_app.ui.cashier.scanner import FASTEST_FINGERS, SHORTEST_BARCODE, Burst


def typed(text: str, gap: float, gap_to_enter: float) -> str:
    burst, at = Burst(), 100.0
    for letter in text:
        burst.feed(letter, at)
        at += gap
    return burst.ended(at - gap + gap_to_enter)


@given(st.text("0123456789", min_size=SHORTEST_BARCODE, max_size=32), st.floats(0.001, 0.02))
def test_quick_digits_and_a_quick_enter_are_a_barcode(text: str, gap: float) -> None:
    assert typed(text, gap, gap) == text


@given(st.text("0123456789", min_size=1, max_size=32), st.floats(FASTEST_FINGERS + 0.01, 1.0))
def test_fingers_are_never_a_barcode(text: str, gap: float) -> None:
    assert typed(text, gap, gap) == ""


def test_a_late_enter_ends_no_barcode() -> None:
    assert typed("8990417300018", 0.005, 0.4) == ""


def test_a_short_burst_counts_as_typed() -> None:
    assert typed("44000", 0.005, 0.005) == ""


def test_what_was_typed_before_a_scan_is_no_part_of_it() -> None:
    burst = Burst()
    burst.feed("s", 1.0)
    burst.feed("u", 1.2)
    for number, digit in enumerate("8990417300018"):
        burst.feed(digit, 2.0 + number * 0.005)
    assert burst.ended(2.0 + 13 * 0.005) == "8990417300018"


def test_enter_ends_one_barcode_only_once() -> None:
    burst = Burst()
    for number, digit in enumerate("12345670"):
        burst.feed(digit, 1.0 + number * 0.005)
    assert burst.ended(1.04) == "12345670"
    assert burst.ended(1.041) == ""


def test_a_burst_runs_only_while_keys_keep_coming() -> None:
    burst = Burst()
    burst.feed("8", 1.0)
    assert not burst.is_running(1.0)
    burst.feed("9", 1.005)
    assert burst.is_running(1.01)
    assert not burst.is_running(1.2)


def test_a_busy_pc_does_not_cut_a_barcode() -> None:
    burst, at = Burst(), 1.0
    for number, digit in enumerate("8990417300018"):
        at += 0.12 if number == 6 else 0.005
        burst.feed(digit, at)
    assert burst.ended(at + 0.1) == "8990417300018"
