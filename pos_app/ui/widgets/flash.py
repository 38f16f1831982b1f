"""A window's border lights up for a moment: what a quiet shop has instead of a sound."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from pos_app.ui.theme import Theme
from pos_app.ui.widgets.overlay import Overlay

_BORDER = 12
_LASTS_MS = 150
_AT_MOST_EVERY = 2.0
"""Seconds: nothing on the screen may flicker."""


class Flash(Overlay):
    """`monotonic` tells seconds that never go back."""

    def __init__(self, window: QWidget, theme: Theme, monotonic: Callable[[], float]) -> None:
        super().__init__(window)
        self._colour = QColor(theme.palette.focus)
        self._monotonic = monotonic
        self._last = float("-inf")
        self._off = QTimer(self, singleShot=True, interval=_LASTS_MS)
        self._off.timeout.connect(self.hide)
        self.hide()

    def flash(self) -> None:
        """Light up, unless that was less than two seconds ago."""
        now = self._monotonic()
        if now - self._last < _AT_MOST_EVERY:
            return
        self._last = now
        self.raise_()
        self.show()
        self._off.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inner: QRect = self.rect().adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)
        painter.setClipRegion(QRegion(self.rect()) - QRegion(inner))
        painter.fillRect(self.rect(), self._colour)
        painter.end()
