"""How much time a payment has left on a screen: a function of what the till said and the monotonic clock."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from pos_app.till.snapshot import Watch

LAST_MINUTE = 60
GONE = 1
"""A QR leaves every screen at 00.01, so that nobody scans what ends while they scan."""


@dataclass(frozen=True, slots=True)
class Countdown:
    """`seconds` left, rounded up, never below 0; `fraction` of the whole life left, 0 to 1.

    Where the till does not know the end, `seconds` is None and `fraction` 1.
    """

    seconds: int | None
    fraction: float

    @property
    def is_last_minute(self) -> bool:
        return self.seconds is not None and self.seconds <= LAST_MINUTE

    @property
    def is_over(self) -> bool:
        """Whether the QR must be gone from the screen, whatever the till says next."""
        return self.seconds is not None and self.seconds <= GONE


def countdown(watch: Watch | None, monotonic: float) -> Countdown:
    if watch is None or watch.ends is None:
        return Countdown(None, 1.0)
    left = max(0.0, watch.ends - monotonic)
    life = watch.ends - watch.began if watch.began is not None else 0.0
    return Countdown(ceil(left), min(1.0, left / life) if life > 0 else 1.0)


def seconds_until(moment: float | None, monotonic: float) -> int:
    """Whole seconds until a monotonic moment, 0 once it has come or where there is none."""
    return max(0, ceil(moment - monotonic)) if moment is not None else 0


def countdown_to(ends: float | None, monotonic: float) -> int | None:
    """Whole seconds left until the end, rounded up, never below 0; None where nobody knows the end."""
    return None if ends is None else seconds_until(ends, monotonic)
