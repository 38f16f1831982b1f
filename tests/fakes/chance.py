"""Chance that repeats itself."""

from __future__ import annotations

from random import Random


class FakeChance:
    """Seeded, so that a failing run can be run again."""

    def __init__(self, seed: int = 0) -> None:
        self._random = Random(seed)

    def nonce(self) -> str:
        return "".join(self._random.choice("abcdefghijklmnopqrstuvwxyz234567") for _ in range(5))

    def key(self) -> str:
        return f"{self._random.getrandbits(128):032x}"

    def jitter(self) -> float:
        return self._random.random()
