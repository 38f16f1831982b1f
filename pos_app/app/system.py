"""The real clock and real chance."""

from __future__ import annotations

import random
import secrets
import time
import uuid
from datetime import UTC, datetime

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


class SystemChance:
    def nonce(self) -> str:
        return "".join(secrets.choice(_LETTERS) for _ in range(5))

    def key(self) -> str:
        return str(uuid.uuid4())

    def jitter(self) -> float:
        return random.random()  # noqa: S311 - it only spreads retries
