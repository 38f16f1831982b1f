"""The real clock."""

from __future__ import annotations

import time
from datetime import UTC, datetime

_WITH_SLEEP: int | None = getattr(time, "CLOCK_BOOTTIME", None)


class SystemClock:
    """Its monotonic side counts on while the PC sleeps, where the system can tell: a QR does not wait for a lid."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic() if _WITH_SLEEP is None else time.clock_gettime(_WITH_SLEEP)
