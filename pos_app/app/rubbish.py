"""Collects cyclic garbage on the GUI thread alone.

Windows and their parts lie in reference cycles. Python would collect those on whichever thread happens to
make an object next, and a timer of Qt that dies on another thread than its own takes the process with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_BEAT = 500
"""Milliseconds between two looks: a till makes a few thousand objects in that time."""

_SETTLED = 3000
"""Milliseconds after which libraries and pages are there, and hardly anybody has pressed a key."""


class Rubbish(QObject):
    """Takes over from Python for the rest of the process: make one on the GUI thread, before its first window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._oldest = 1
        self._timer = QTimer(self, interval=_BEAT)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        QTimer.singleShot(_SETTLED, self, self._settle)

    @Slot()
    def _collect(self) -> None:
        """The oldest generation that Python would collect now, and those younger than it."""
        for generation in range(self._oldest, -1, -1):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    @Slot()
    def _settle(self) -> None:
        """What is there now stays to the end: looking through all of it is a pause of 60 ms for nothing."""
        gc.freeze()
        self._oldest = 2
