"""A button as wide as what stands in it, and high enough for a finger."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

_HEIGHT = 48


class WordButton(QPushButton):
    """`kind` is the stylesheet's name of it. The mouse does not find the words in its way."""

    def __init__(self, kind: str, *words: QWidget, padding: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(padding, 0, padding, 0)
        self._row.setSpacing(8)
        for part in words:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(part)

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
