"""The real clock and real chance."""

from __future__ import annotations

import random
import secrets
import time
from datetime import UTC, datetime

_WITH_SLEEP: int | None = getattr(time, "CLOCK_BOOTTIME", None)
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


class SystemClock:
    """Its monotonic side counts on while the PC sleeps, where the system can tell: a QR does not wait for a lid."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic() if _WITH_SLEEP is None else time.clock_gettime(_WITH_SLEEP)


class SystemChance:
    def nonce(self) -> str:
        return "".join(secrets.choice(_LETTERS) for _ in range(5))

    def key(self) -> str:
        from uuid import uuid4

        return str(uuid4())

    def jitter(self) -> float:
        return random.random()  # noqa: S311 - it only spreads retries
