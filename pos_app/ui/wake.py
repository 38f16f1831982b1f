"""When a window must look at the clock again: both in the same moment, or they show other seconds side by side."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from pos_app.till.snapshot import Watch


def seconds_until_change(
    now: datetime, monotonic: float, watch: Watch | None, hold_ends: float | None
) -> float:
    """Seconds until something on the display is another: a minute, a second of the countdown, the end of a hold."""
    waits = [60.0 - now.timestamp() % 60]
    if watch is not None and watch.ends is not None and watch.ends > monotonic:
        waits.append(seconds_until_tick(monotonic, watch))
    if hold_ends is not None:
        waits.append(max(0.0, hold_ends - monotonic))
    return min(waits)


def seconds_until_tick(monotonic: float, watch: Watch | None) -> float:
    """Until the next second of the countdown; a second where nothing counts down, for what grows older."""
    if watch is None or watch.ends is None or watch.ends <= monotonic:
        return 1.0
    left = watch.ends - monotonic
    return left - (ceil(left) - 1)
