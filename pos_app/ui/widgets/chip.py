"""A small framed word with an icon: never a colour alone."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pos_app.ui.theme import Theme, set_property
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.label import Label

_ICON_COLOUR = {"neutral": "text2", "amber": "ambertext", "red": "red", "indigo": "ptext", "paid": "paid"}


class Chip(QFrame):
    """`kind` is neutral, amber, red, indigo or paid (for what was verified as paid, nothing else). `icon` may be empty."""

    def __init__(self, theme: Theme, height: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(height)
        self._icon = Icon(theme, "check", "text2", 14)
        self._label = Label("chip")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(6)
        layout.addWidget(self._icon)
        layout.addWidget(self._label)

    def show_words(self, kind: str, icon: str, words: str) -> None:
        set_property(self, "chip", kind)
        set_property(self._label, "chip", kind)
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.show_icon(icon, _ICON_COLOUR[kind])
        self._label.setText(words)
        self.setAccessibleName(words)

    @property
    def words(self) -> str:
        return self._label.text()
