"""A hairline between two parts of a card."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Rule(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QFrame()
        line.setProperty("role", "rule")
        line.setFixedHeight(1)
        self.setFixedHeight(1)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(line)
        self.set_inset(0)

    def set_inset(self, pixels: int) -> None:
        """How far the line stays from both sides."""
        self._layout.setContentsMargins(pixels, 0, pixels, 0)
