"""Collects cyclic garbage on the GUI thread alone.

Windows and their parts lie in reference cycles. Python would collect those on whichever thread happens to
make an object next, and a timer of Qt that dies on another thread than its own takes the process with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_BEAT = 500
"""Milliseconds between two looks: a till makes a few thousand objects in that time."""


class Rubbish(QObject):
    """Takes over from Python for the rest of the process: make one on the GUI thread, before its first window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._is_settled = False
        self._timer = QTimer(self, interval=_BEAT)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    @Slot()
    def _collect(self) -> None:
        """The oldest generation that Python would collect now, and those younger than it."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                if generation == 2 and not self._is_settled:
                    self._is_settled = True
                    gc.freeze()  # libraries and windows stay to the end: looking through them again is a pause for nothing
                return
