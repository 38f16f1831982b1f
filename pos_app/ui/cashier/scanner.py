"""Tells a barcode scanner from fingers: both are keyboards, only one types thirty letters a second."""

from __future__ import annotations

FASTEST_FINGERS = 0.030
"""Seconds between two keys; a scanner needs 1 to 20 ms, nobody types faster than this for long."""

LONGEST_HICCUP = 0.150
"""Seconds that a busy PC may hold up the next key of a scanner that is at work already."""

SHORTEST_BARCODE = 6
"""UPC-E has six digits and is the shortest code on goods; a shorter burst counts as typed."""

_SURELY_A_SCANNER = 4


class Burst:
    """The run of quick keys that is coming in; times are monotonic seconds."""

    def __init__(self) -> None:
        self._text = ""
        self._last = float("-inf")

    def feed(self, text: str, at: float) -> None:
        """One key press that wrote something."""
        self._text = self._text + text if self._goes_on(at) else text
        self._last = at

    def is_running(self, at: float) -> bool:
        """Whether a scanner may be at work: two quick keys or more, and the next one not overdue."""
        return len(self._text) > 1 and at - self._last <= FASTEST_FINGERS

    def ended(self, at: float) -> str:
        """The barcode, when Enter came as quickly as the rest of a long enough burst; else empty."""
        text, quick = self._text, self._goes_on(at)
        self._text = ""
        return text if quick and len(text) >= SHORTEST_BARCODE else ""

    def _goes_on(self, at: float) -> bool:
        """Whether a key now belongs to the run: fingers never write four letters so quickly that a gap could follow."""
        return at - self._last <= (
            LONGEST_HICCUP if len(self._text) >= _SURELY_A_SCANNER else FASTEST_FINGERS
        )
