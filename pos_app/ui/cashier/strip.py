"""The row of buttons at the foot of a page; what destroys stands apart."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

_APART, _APART_NARROW = 32, 24
_HEIGHT = 89
"""Pixels: a button of two lines, 16 above and below it, and the line at the top. Pages ask for it again and again."""


class Strip(QFrame):
    def __init__(
        self, *buttons: QWidget, apart: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setProperty("speaks", True)
        self.setFixedHeight(_HEIGHT)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button, 1)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(20, 16, 20, 16)
        self._layout.addLayout(row, len(buttons))
        if apart is not None:
            self._layout.addWidget(apart, 1)

    def fit(self, *, is_narrow: bool) -> None:
        """Keep what destroys as far from the rest as the room allows."""
        spacing = _APART_NARROW if is_narrow else _APART
        if spacing != self._layout.spacing():
            self._layout.setSpacing(spacing)
