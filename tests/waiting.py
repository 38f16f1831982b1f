"""Waiting for what no event tells of."""

from __future__ import annotations

import time
from collections.abc import Callable


def until(is_so: Callable[[], bool], seconds: float = 20.0) -> None:
    """Ask again and again, for `seconds` at most."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not come so"
        time.sleep(0.005)
