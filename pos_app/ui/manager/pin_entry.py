"""What is typed into an approval: digits are the PIN, letters the text, and a scanner is neither."""

from __future__ import annotations

from pos_app.domain.staff import Pin
from pos_app.ui.cashier.scanner import FASTEST_FINGERS

LONGEST_PIN, SHORTEST_PIN = 8, 4
LONGEST_TEXT = 60

_NOBODYS_FINGERS = 4
"""So many quick keys in a row are a scanner's: all of them are taken back."""


class PinEntry:
    """Times are monotonic seconds. `has_pin` and `has_text` say what is asked for now."""

    def __init__(self) -> None:
        self.digits = ""
        self.text = ""
        self.has_pin = True
        self.has_text = False
        self._quick = 0
        self._last = float("-inf")
        self._before = ("", "")

    @property
    def pin(self) -> Pin | None:
        return Pin(self.digits) if len(self.digits) >= SHORTEST_PIN else None

    def clear(self) -> None:
        self.digits, self.text = "", ""

    def clear_pin(self) -> None:
        self.digits = ""

    def erase(self) -> None:
        """Take back one key: a digit of the PIN, else a letter."""
        if self.digits:
            self.digits = self.digits[:-1]
        else:
            self.text = self.text[:-1]

    def type(self, letter: str, at: float) -> None:
        if at - self._last > FASTEST_FINGERS:
            self._quick, self._before = 0, (self.digits, self.text)
        self._quick += 1
        self._last = at
        if self._quick >= _NOBODYS_FINGERS:
            self.digits, self.text = self._before
        else:
            self._take(letter)

    def tap(self, digit: str) -> None:
        """A finger on the screen's own keypad: no scanner has one."""
        self._quick, self._last = 0, float("-inf")
        self._take(digit)

    def is_scanners_enter(self, at: float) -> bool:
        """Whether this Enter ends a barcode: it confirms nothing, and what came with it is gone."""
        is_scan = self._quick > 1 and at - self._last <= FASTEST_FINGERS
        if is_scan:
            self.digits, self.text = self._before
        return is_scan

    def _take(self, letter: str) -> None:
        if letter.isascii() and letter.isdigit() and self.has_pin:
            self.digits = (self.digits + letter)[:LONGEST_PIN]
        elif self.has_text and letter.isprintable():
            self.text = (self.text + letter)[:LONGEST_TEXT]
