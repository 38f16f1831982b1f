"""Bytes to and from a printer that can be talked to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from pos_app.printing.drivers.port import Waiting

SLICE_SECONDS = 0.2
"""No call of a channel waits longer before it gives a chance to stop."""


class ChannelLostError(Exception):
    """The way to the printer broke."""


class Channel(Protocol):
    """An open way to a printer. All methods raise ChannelLostError once it is broken."""

    def write(self, data: memoryview, seconds: float) -> int:
        """How many of the bytes were taken within so many seconds; 0 where none."""
        ...

    def read(self, seconds: float) -> bytes:
        """What came within so many seconds; empty where nothing did."""
        ...

    def is_drained(self, seconds: float) -> bool:
        """Whether everything written has left us, as far as anybody here can know."""
        ...

    def close(self) -> None: ...


Opener = Callable[[Waiting], Channel]
"""Opens the channel; raises NotPrintedError where there is no printer, and HaltedError."""
