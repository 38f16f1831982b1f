"""Work that nobody waits for yet, done piece by piece: between two pieces every key is heard."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot

_PAUSE_MS = 150


class Pauses(QTimer):
    """Takes one step of `work` after each pause, from `start` until there is no more."""

    def __init__(self, work: Iterator[None], parent: QObject) -> None:
        super().__init__(parent, interval=_PAUSE_MS)
        self._work = work
        self.timeout.connect(self._go_on)

    @Slot()
    def _go_on(self) -> None:
        if next(self._work, self) is self:
            self.stop()
