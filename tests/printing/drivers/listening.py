"""How a driver under test is told to stop, and what it told."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import pytest

from pos_app.domain.printer import PrinterTrouble
from pos_app.printing.drivers import Driver, NotPrintedError, Waiting


@dataclass
class Listening:
    troubles: list[PrinterTrouble | None] = field(default_factory=list)
    halted: threading.Event = field(default_factory=threading.Event)

    @property
    def waiting(self) -> Waiting:
        return Waiting(self.halted, self.troubles.append)


def why_it_can_not_be_asked(driver: Driver) -> PrinterTrouble:
    """The trouble of a printer that nobody can ask how it is."""
    with pytest.raises(NotPrintedError) as caught:
        driver.look(Listening().waiting)
    return caught.value.trouble
