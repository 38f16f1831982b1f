"""The row of the cart that the keys act on, opened: quantity and removal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.domain.cart import Line
from pos_app.domain.language import Language
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import ElidedLabel, Label
from pos_app.ui.widgets.stepper import Stepper


class SelectedLine(QFrame):
    """Signals: `change_wanted` with the pieces to add (or take away), `removal_wanted`."""

    change_wanted = Signal(int)
    removal_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "selected-line")
        self._name = ElidedLabel("strong")
        self._unit = Label("unit")
        self._total = Label("line-total")
        self._stepper = Stepper(theme)
        self._remove = KeyButton(theme, "plain", Action.REMOVE.value, padding=11)
        self._remove.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._unit)
        head.addStretch(1)
        head.addWidget(self._total)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._stepper)
        buttons.addStretch(1)
        buttons.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 7, 16, 8)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addLayout(buttons)
        self._stepper.less.connect(lambda: self.change_wanted.emit(-1))
        self._stepper.more.connect(lambda: self.change_wanted.emit(1))
        self._remove.clicked.connect(self.removal_wanted)

    def show_line(self, line: Line, language: Language, *, is_narrow: bool) -> None:
        self._name.setText(line.name)
        self._unit.setText(f"@ {line.price.grouped}")
        self._total.setText(line.total.grouped)
        self._stepper.show_quantity(line.quantity, language, is_narrow=is_narrow)
        self._remove.show_words(tr("cart", "Hapus", language))
