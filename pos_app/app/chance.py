"""Real chance."""

from __future__ import annotations

import random
import secrets

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


class SystemChance:
    def nonce(self) -> str:
        return "".join(secrets.choice(_LETTERS) for _ in range(5))

    def key(self) -> str:
        from uuid import uuid4

        return str(uuid4())

    def jitter(self) -> float:
        return random.random()  # noqa: S311 - it only spreads retries
