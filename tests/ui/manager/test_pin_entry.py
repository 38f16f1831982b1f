from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.staff import Pin
from pos_app.ui.manager.pin_entry import PinEntry

BY_HAND, BY_SCANNER, HICCUP = 0.12, 0.006, 0.1


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


def test_digits_go_where_the_person_is() -> None:
    entry = PinEntry()
    entry.has_text = True
    assert not entry.at_text
    entry.go(to_text=True)
    at = typed(entry, "kembali 2 botol", 1.0, BY_HAND)
    entry.go(to_text=False)
    typed(entry, "24x68", at, BY_HAND)
    assert (entry.digits, entry.text) == ("2468", "kembali 2 botol")


def test_without_a_pin_everything_is_text() -> None:
    entry = PinEntry()
    entry.has_pin, entry.has_text = False, True
    entry.go(to_text=False)
    typed(entry, "meja 12", 1.0, BY_HAND)
    assert (entry.digits, entry.text) == ("", "meja 12")


def test_without_a_text_everything_is_the_pin() -> None:
    entry = PinEntry()
    entry.go(to_text=True)
    typed(entry, "a1b2", 1.0, BY_HAND)
    assert (entry.digits, entry.text) == ("12", "")


def test_erasing_takes_back_where_the_person_is() -> None:
    entry = PinEntry()
    entry.has_text = True
    entry.go(to_text=True)
    at = typed(entry, "a1", 1.0, BY_HAND)
    entry.go(to_text=False)
    typed(entry, "12", at, BY_HAND)
    entry.erase()
    assert (entry.digits, entry.text) == ("1", "a1")
    entry.go(to_text=True)
    entry.erase()
    assert (entry.digits, entry.text) == ("1", "a")
    entry.erase_digit()
    assert (entry.digits, entry.text) == ("", "a")


@given(
    by_hand=st.text("0123456789", max_size=8),
    barcode=st.text("0123456789ABC-", min_size=6, max_size=20),
    hiccup=st.integers(4, 20),
    to_text=st.booleans(),
)
def test_a_barcode_leaves_what_was_typed_as_it_was(
    by_hand: str, barcode: str, hiccup: int, to_text: bool
) -> None:
    entry = PinEntry()
    entry.has_text = True
    entry.go(to_text=to_text)
    at = typed(entry, by_hand, 1.0, BY_HAND)
    before = entry.digits, entry.text
    at = typed(entry, barcode[:hiccup], at + 1, BY_SCANNER)
    at = typed(entry, barcode[hiccup:], at + HICCUP, BY_SCANNER)
    assert entry.is_scanners_end(at + BY_SCANNER)
    assert (entry.digits, entry.text) == before


def test_a_short_barcode_is_no_pin_either() -> None:
    entry = PinEntry()
    at = typed(entry, "246", 1.0, BY_SCANNER)
    assert entry.is_scanners_end(at + BY_SCANNER)
    assert entry.digits == ""


def test_enter_by_hand_is_no_scanners() -> None:
    entry = PinEntry()
    at = typed(entry, "2468", 1.0, BY_HAND)
    assert not entry.is_scanners_end(at + BY_HAND)


def test_a_finger_on_the_screen_is_never_a_scanner() -> None:
    entry = PinEntry()
    entry.has_text = True
    entry.go(to_text=True)
    for digit in "246813":
        entry.tap(digit)
    assert entry.digits == "246813"
    entry.type("5", 1.0)
    assert entry.digits == "2468135"
