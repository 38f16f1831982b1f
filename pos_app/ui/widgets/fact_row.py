"""One fact of a payment: icon, name, value, and a word about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pos_app.ui.theme import Theme
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.label import ElidedLabel, Label


class FactRow(QFrame):
    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "fact")
        self.setFixedHeight(48)
        self._name = ElidedLabel("fact-name")
        self._value = Label("fact-value")
        self._note = Label("fact-note")
        for part in (self._value, self._note):
            part.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(Icon(theme, icon, "text3", 18))
        layout.addSpacing(8)
        layout.addWidget(self._name, 1)
        layout.addWidget(self._value)
        layout.addWidget(self._note)

    def show_fact(self, name: str, value: str, note: str = "") -> None:
        self._name.setText(name)
        self._value.setText(value)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    @property
    def words(self) -> str:
        return " ".join(part for part in (self._name.text(), self._value.text(), self._note.text()) if part)
