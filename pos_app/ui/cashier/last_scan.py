"""What the scanner read last, and how long ago."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pos_app.ui.cashier.scene import Room
from pos_app.ui.i18n import tr
from pos_app.ui.text.moments import duration
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.label import ElidedLabel, Label


class LastScan(QFrame):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self.setFixedHeight(40)
        self._name = ""
        self._at = 0.0
        self._head = Label("label")
        self._what = ElidedLabel("strong-13")
        self._ago = Label("label")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(Icon(theme, "history", "text2", 16))
        layout.addWidget(self._head)
        layout.addWidget(self._what)
        layout.addWidget(self._ago)
        layout.addStretch(1)
        self.hide()

    def remember(self, name: str, monotonic: float) -> None:
        self._name, self._at = name, monotonic

    def present(self, room: Room) -> None:
        self.setVisible(bool(self._name))
        self._head.setText(tr("results", "Terakhir dipindai:", room.language))
        self._what.setText(self._name)
        ago = duration(max(0, int(room.monotonic - self._at)), room.language)
        self._ago.setText(tr("results", "· {duration} lalu", room.language).format(duration=ago))
        self._ago.setVisible(not room.is_narrow)
