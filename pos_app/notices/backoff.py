"""How long to wait before the next try: longer each time, and never in step with the other tills."""

from __future__ import annotations

from collections.abc import Callable
from random import SystemRandom

_random = SystemRandom()


class Backoff:
    """Waits in seconds that double from `first` to `longest`, each cut by chance to at least its half."""

    def __init__(self, first: float, longest: float, chance: Callable[[], float] = _random.random) -> None:
        self._first = first
        self._longest = longest
        self._chance = chance
        self._next = first

    def wait(self) -> float:
        wait, self._next = self._next, min(self._next * 2, self._longest)
        return wait * (0.5 + self._chance() / 2)

    def reset(self) -> None:
        """The last try went well."""
        self._next = self._first
