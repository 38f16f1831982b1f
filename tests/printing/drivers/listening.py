"""A watch for drivers under test, and what it was told."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from pos_app.domain.printer import PrinterTrouble
from pos_app.printing.drivers import Watch


@dataclass
class Listening:
    troubles: list[PrinterTrouble | None] = field(default_factory=list)
    halted: threading.Event = field(default_factory=threading.Event)

    @property
    def watch(self) -> Watch:
        return Watch(self.halted, self.troubles.append)
