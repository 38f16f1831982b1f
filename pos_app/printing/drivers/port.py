"""What a driver is, and the three ways in which a paper can fail to come out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Protocol

from pos_app.domain.printer import PrinterTrouble


class NotPrintedError(Exception):
    """Nothing came out: the same paper may be tried again."""

    def __init__(self, trouble: PrinterTrouble, why: str) -> None:
        super().__init__(why)
        self.trouble = trouble


class BrokenOffError(NotPrintedError):
    """Something was sent and its end is not known: paper may have come out, a drawer may have opened."""


class HaltedError(Exception):
    """We were told to stop before the end; what was sent so far may come out."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How a driver that has to wait is told to stop, and tells why it waits."""

    halted: Event
    tell: Callable[[PrinterTrouble | None], None]

    def check(self) -> None:
        """Raise HaltedError once it is time to stop."""
        if self.halted.is_set():
            raise HaltedError


class Driver(Protocol):
    """One way to one printer. Used by one thread at a time; never blocks for long without `Waiting.check`."""

    def deliver(self, name: str, data: bytes, waiting: Waiting) -> None:
        """Bring one paper out; returns when the printer, or whoever takes it over, has all of it.

        Raises NotPrintedError, BrokenOffError and HaltedError.
        """
        ...

    def look(self, waiting: Waiting) -> PrinterTrouble | None:
        """How the printer is, without printing. Raises NotPrintedError where nobody can ask, and HaltedError."""
        ...
