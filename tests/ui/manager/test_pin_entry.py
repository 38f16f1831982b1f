from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.staff import Pin
from pos_app.ui.manager.pin_entry import PinEntry

BY_HAND, BY_SCANNER = 0.12, 0.006


def typed(entry: PinEntry, text: str, at: float, step: float) -> float:
    for letter in text:
        at += step
        entry.type(letter, at)
    return at


def test_a_pin_has_four_to_eight_digits() -> None:
    entry = PinEntry()
    at = typed(entry, "246", 1.0, BY_HAND)
    found = [entry.pin]
    at = typed(entry, "8", at, BY_HAND)
    assert [*found, entry.pin] == [None, Pin("2468")]
    typed(entry, "13579", at, BY_HAND)
    assert entry.pin == Pin("24681357")


def test_digits_are_the_pin_and_letters_the_text() -> None:
    entry = PinEntry()
    entry.has_text = True
    typed(entry, "salah 12 meja", 1.0, BY_HAND)
    assert (entry.digits, entry.text) == ("12", "salah  meja")


def test_without_a_pin_digits_are_text() -> None:
    entry = PinEntry()
    entry.has_pin, entry.has_text = False, True
    typed(entry, "meja 12", 1.0, BY_HAND)
    assert (entry.digits, entry.text) == ("", "meja 12")


def test_erasing_takes_the_pin_first() -> None:
    entry = PinEntry()
    entry.has_text = True
    typed(entry, "a1", 1.0, BY_HAND)
    entry.erase()
    assert (entry.digits, entry.text) == ("", "a")
    entry.erase()
    assert entry.text == ""


@given(st.text("0123456789", max_size=8), st.text("0123456789ABC-", min_size=6, max_size=20))
def test_a_barcode_leaves_what_was_typed_as_it_was(by_hand: str, barcode: str) -> None:
    entry = PinEntry()
    entry.has_text = True
    at = typed(entry, by_hand, 1.0, BY_HAND)
    before = entry.digits, entry.text
    at = typed(entry, barcode, at + 1, BY_SCANNER)
    assert entry.is_scanners_enter(at + BY_SCANNER)
    assert (entry.digits, entry.text) == before


def test_a_short_barcode_is_no_pin_either() -> None:
    entry = PinEntry()
    at = typed(entry, "246", 1.0, BY_SCANNER)
    assert entry.is_scanners_enter(at + BY_SCANNER)
    assert entry.digits == ""


def test_enter_by_hand_is_no_scanners() -> None:
    entry = PinEntry()
    at = typed(entry, "2468", 1.0, BY_HAND)
    assert not entry.is_scanners_enter(at + BY_HAND)


def test_a_finger_on_the_screen_is_never_a_scanner() -> None:
    entry = PinEntry()
    for digit in "246813":
        entry.tap(digit)
    assert entry.digits == "246813"
    entry.type("5", 1.0)
    assert entry.digits == "2468135"
