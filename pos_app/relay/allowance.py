"""How many posts a mailbox may take in a while: a bucket of tokens each, refilled by time."""

import time
from collections.abc import Callable

_SWEEP_ABOVE = 10_000


class Allowance:
    """`rate` posts a second on average, `burst` in one rush. Kept in memory, for each relay process by itself."""

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}
        self._sweep_at = _SWEEP_ABOVE

    def take(self, mailbox: str) -> bool:
        """True when one more is allowed now."""
        now = self._clock()
        tokens, since = self._buckets.get(mailbox, (float(self._burst), now))
        tokens = min(float(self._burst), tokens + (now - since) * self._rate)
        is_allowed = tokens >= 1.0
        self._buckets[mailbox] = (tokens - 1.0 if is_allowed else tokens, now)
        if len(self._buckets) > self._sweep_at:
            self._forget_the_full(now)
        return is_allowed

    def seconds_until_next(self) -> int:
        """What a refused sender should wait at least."""
        return max(1, round(1.0 / self._rate))

    def _forget_the_full(self, now: float) -> None:
        """A full bucket is as good as none. Invented mailbox ids must not fill the memory."""
        self._buckets = {
            mailbox: (tokens, since)
            for mailbox, (tokens, since) in self._buckets.items()
            if tokens + (now - since) * self._rate < self._burst
        }
        self._sweep_at = max(_SWEEP_ABOVE, 2 * len(self._buckets))
