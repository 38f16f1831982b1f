"""Tells a barcode scanner from fingers: both are keyboards, only one types thirty letters a second."""

from __future__ import annotations

FASTEST_FINGERS = 0.030
"""Seconds between two keys; a scanner needs 1 to 20 ms, nobody types faster than this for long."""

SHORTEST_BARCODE = 6
"""UPC-E has six digits and is the shortest code on goods; a shorter burst counts as typed."""


class Burst:
    """The run of quick keys that is coming in; times are monotonic seconds."""

    def __init__(self) -> None:
        self._text = ""
        self._last = float("-inf")

    def feed(self, text: str, at: float) -> None:
        """One key press that wrote something."""
        self._text = self._text + text if at - self._last <= FASTEST_FINGERS else text
        self._last = at

    def is_running(self, at: float) -> bool:
        """Whether a scanner may be at work: two quick keys or more, and the next one not overdue."""
        return len(self._text) > 1 and at - self._last <= FASTEST_FINGERS

    def ended(self, at: float) -> str:
        """The barcode, when Enter came as quickly as the rest of a long enough burst; else empty."""
        text, quick = self._text, at - self._last <= FASTEST_FINGERS
        self._text = ""
        return text if quick and len(text) >= SHORTEST_BARCODE else ""
