"""When the display must look at the clock again."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from pos_app.till.snapshot import Watch


def seconds_until_change(
    now: datetime, monotonic: float, watch: Watch | None, hold_ends: float | None
) -> float:
    """Seconds until something on the display is another: a minute, a second of the countdown, the end of a hold."""
    waits = [60.0 - now.timestamp() % 60]
    if watch is not None and watch.ends is not None and watch.ends > monotonic:
        left = watch.ends - monotonic
        waits.append(left - (ceil(left) - 1))
    if hold_ends is not None:
        waits.append(max(0.0, hold_ends - monotonic))
    return min(waits)
