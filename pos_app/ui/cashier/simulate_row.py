"""In practice the cashier plays the customer too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from pos_app.domain.language import Language
from pos_app.ui.cashier.scene import Simulation
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import Label

SIMULATION_KEYS = {
    Action.FIRST: Simulation.PAID,
    Action.SECOND: Simulation.SILENT,
    Action.THIRD: Simulation.EXPIRED,
}


_DASHES = (3.0, 3.0)

ROW, LOW_ROW = 66, 52
"""Pixels: eight around the buttons and the line of the frame, or as close as it gets."""


class SimulateRow(QFrame):
    """Signals: `wanted` with the Simulation."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = theme.palette.control
        self.setFixedHeight(ROW)
        self._title = Label("strong-13")
        self._buttons = {what: KeyButton(theme, "plain", key.value) for key, what in SIMULATION_KEYS.items()}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(15, 0, 9, 0)
        layout.setSpacing(8)
        layout.addWidget(Icon(theme, "flask-conical", "text", 18))
        layout.addWidget(self._title)
        layout.addStretch(1)
        for what, button in self._buttons.items():
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked=False, what=what: self.wanted.emit(what))
            layout.addWidget(button)

    def set_low(self, *, is_low: bool) -> None:
        """On a low window its frame stands closer around the buttons."""
        self.setFixedHeight(LOW_ROW if is_low else ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._line), 1)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()

    def show_language(self, language: Language) -> None:
        self._title.setText(tr("practice", "Simulasikan", language))
        self._buttons[Simulation.PAID].show_words(tr("practice", "Dibayar", language))
        self._buttons[Simulation.SILENT].show_words(tr("practice", "Tanpa kabar", language))
        self._buttons[Simulation.EXPIRED].show_words(tr("practice", "Kedaluwarsa", language))
