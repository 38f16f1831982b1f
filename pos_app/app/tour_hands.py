"""Presses keys as fingers do: one after the other, and never as quickly as a scanner."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_BETWEEN_KEYS = 0.06
"""Seconds; keys that come within half of that are taken for a scanner's."""


class Hands:
    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._keys: deque[str | Qt.Key] = deque()
        self._last = float("-inf")

    @property
    def is_busy(self) -> bool:
        return bool(self._keys)

    def press(self, *keys: Qt.Key) -> None:
        self._keys.extend(keys)

    def type(self, text: str) -> None:
        self._keys.extend(text)

    def go_on(self, now: float) -> None:
        """Press the next key, where it is time; `now` is in monotonic seconds."""
        if not self._keys or now - self._last < _BETWEEN_KEYS:
            return
        self._last = now
        widget, key = QApplication.focusWidget() or self._window, self._keys.popleft()
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)
