"""What is typed into an approval: a PIN and, where one is asked for, a text. A scanner writes neither."""

from __future__ import annotations

from pos_app.domain.staff import Pin
from pos_app.ui.cashier.scanner import FASTEST_FINGERS, LONGEST_HICCUP

LONGEST_PIN, SHORTEST_PIN = 8, 4
LONGEST_TEXT = 60

_NOBODYS_FINGERS = 4
"""So many quick keys in a row are a scanner's: all of them are taken back."""


class PinEntry:
    """Times are monotonic seconds. `has_pin` and `has_text` say what is asked for now.

    Keys go where the person is: `at_text` or at the PIN. Nothing that is typed changes that.
    """

    def __init__(self) -> None:
        self.digits = ""
        self.text = ""
        self.has_pin = True
        self.has_text = False
        self._prefers_text = False
        self._quick = 0
        self._last = float("-inf")
        self._before = ("", "")

    @property
    def at_text(self) -> bool:
        return self.has_text and (self._prefers_text or not self.has_pin)

    @property
    def pin(self) -> Pin | None:
        return Pin(self.digits) if len(self.digits) >= SHORTEST_PIN else None

    def go(self, *, to_text: bool) -> None:
        """Type into the text from now on, or into the PIN; only what is asked for can be typed into."""
        self._prefers_text = to_text

    def clear(self) -> None:
        self.digits, self.text = "", ""

    def clear_pin(self) -> None:
        self.digits = ""

    def erase(self) -> None:
        """Take back one key."""
        if self.at_text:
            self.text = self.text[:-1]
        else:
            self.erase_digit()

    def erase_all(self) -> None:
        """Take back all that stands where keys go."""
        if self.at_text:
            self.text = ""
        else:
            self.clear_pin()

    def erase_digit(self) -> None:
        self.digits = self.digits[:-1]

    def type(self, letter: str, at: float) -> None:
        if not self._goes_on(at):
            self._quick, self._before = 0, (self.digits, self.text)
        self._quick += 1
        self._last = at
        if self._quick >= _NOBODYS_FINGERS:
            self.digits, self.text = self._before
        elif self.at_text:
            self.text = (self.text + letter)[:LONGEST_TEXT]
        else:
            self._take_digit(letter)

    def tap(self, digit: str) -> None:
        """A finger on the screen's own keypad: no scanner has one."""
        self._quick, self._last = 0, float("-inf")
        self.go(to_text=False)
        self._take_digit(digit)

    def is_scanners_end(self, at: float) -> bool:
        """Whether this Enter or Tab ends a barcode: it confirms nothing, and what came with it is gone."""
        is_scan = self._quick > 1 and self._goes_on(at)
        if is_scan:
            self.digits, self.text = self._before
        return is_scan

    def _goes_on(self, at: float) -> bool:
        """A scanner at work may be held up for a moment: what follows is its own all the same."""
        is_surely_one = self._quick >= _NOBODYS_FINGERS
        return at - self._last <= (LONGEST_HICCUP if is_surely_one else FASTEST_FINGERS)

    def _take_digit(self, letter: str) -> None:
        if self.has_pin and letter.isascii() and letter.isdigit():
            self.digits = (self.digits + letter)[:LONGEST_PIN]
