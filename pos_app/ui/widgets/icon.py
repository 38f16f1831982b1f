"""One icon in a colour of the palette, sharp at every scale."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pos_app.ui.theme import Theme


class Icon(QWidget):
    """`size` is in pixels; `stroke` in 24ths of it, as the icons are drawn."""

    def __init__(self, theme: Theme, name: str, token: str, size: int, stroke: float = 2.0) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._token = token
        self._size = size
        self._stroke = stroke
        self.setFixedSize(size, size)

    def show_icon(self, name: str, token: str) -> None:
        if (name, token) != (self._name, self._token):
            self._name, self._token = name, token
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        pixmap = self._theme.icon(self._name, self._token, self._size, ratio, self._stroke)
        painter.drawPixmap(QRect(0, 0, self._size, self._size), pixmap)
        painter.end()
