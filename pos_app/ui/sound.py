"""Which event makes which sound (visual specification, 8). Nothing else in the app makes a noise."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from pos_app.domain.catalog import Entry
from pos_app.domain.resources import resources
from pos_app.till.desk_messages import DeskRefused
from pos_app.till.messages import (
    BoardShown,
    Chimed,
    CounterShown,
    Event,
    Faulted,
    ParkedChanged,
    ProductsFound,
    Refused,
)
from pos_app.till.snapshot import Counter
from pos_app.till.stage import Stage

REMINDS_AFTER_MS = 60_000


class Tune(IntEnum):
    """A file of `resources/sounds`; of two that wait at once the greater is played."""

    SCANNED = 1
    UNKNOWN = 2
    ENDED = 3
    ATTENTION = 4
    PAID = 5

    @property
    def file(self) -> Path:
        return resources() / "sounds" / f"{self.name.lower()}.wav"


class Sounds(QObject):
    """Hears every event of the till; `play` is given what shall be heard, and in a quiet shop seen."""

    def __init__(self, play: Callable[[Tune], None]) -> None:
        super().__init__()
        self._play = play
        self._last: Counter | None = None
        self._scans_underway = 0
        self._reminder = QTimer(self, singleShot=True, interval=REMINDS_AFTER_MS)
        self._reminder.timeout.connect(self._remind)

    @Slot(object)
    def hear(self, event: Event) -> None:
        match event:
            case Chimed():
                self._play(Tune.PAID)
            case ParkedChanged(attention=attention) if attention:
                self._play(Tune.ATTENTION)
                self._reminder.start()
            case BoardShown(wanting_attention=0):
                self._reminder.stop()
            case ProductsFound(entry=Entry.SCANNED, exact=None):
                self._play(Tune.UNKNOWN)
            case ProductsFound(entry=Entry.SCANNED):
                self._scans_underway += 1
            case Refused() if self._scans_underway:
                self._scans_underway -= 1
                self._play(Tune.UNKNOWN)
            case DeskRefused() | Faulted():
                self._scans_underway = 0
            case CounterShown(counter=counter):
                self._look_at(counter)

    def stop(self) -> None:
        self._reminder.stop()

    def _look_at(self, counter: Counter) -> None:
        """A scan is heard when its row is there: goods that were refused must not sound like sold."""
        before, self._last = self._last, counter
        if before is None:
            return
        is_same_sale = before.sale.id == counter.sale.id
        if self._scans_underway and counter.cart.pieces > (before.cart.pieces if is_same_sale else 0):
            self._scans_underway -= 1
            self._play(Tune.SCANNED)
        if is_same_sale and counter.stage is Stage.ENDED and before.stage is not Stage.ENDED:
            self._play(Tune.ENDED)

    @Slot()
    def _remind(self) -> None:
        self._play(Tune.ATTENTION)
