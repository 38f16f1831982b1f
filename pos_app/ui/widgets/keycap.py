"""The key of an action, drawn as a small key."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from pos_app.ui.by_name import set_by_name
from pos_app.ui.widgets.label import Label


class Keycap(Label):
    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("keycap", parent)
        self.setText(text)
        set_by_name(self, alignment="AlignCenter")
        self.setFixedHeight(20)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(22, 20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
