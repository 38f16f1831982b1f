"""A quantity between a minus and a plus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from pos_app.domain.language import Language
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.keycap import Keycap
from pos_app.ui.widgets.label import Label


class Stepper(QFrame):
    """Signals: `less` and `more`, one piece each."""

    less = Signal()
    more = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "stepper")
        self.setFixedHeight(48)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._less = _Step(theme, "minus", Action.LESS.value, "left")
        self._more = _Step(theme, "plus", Action.MORE.value, "right")
        self._quantity = Label("quantity")
        self._quantity.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._less)
        layout.addWidget(self._quantity)
        layout.addWidget(self._more)
        self._less.clicked.connect(self.less)
        self._more.clicked.connect(self.more)

    def show_quantity(self, quantity: int, language: Language, *, is_narrow: bool) -> None:
        self._quantity.setText(str(quantity))
        self._quantity.ensurePolished()  # its hint would count the width that it was given before
        room = self._quantity.fontMetrics().horizontalAdvance(self._quantity.text()) + 12
        self._quantity.setFixedWidth(max(room, 36 if is_narrow else 46))
        self._less.show_step(tr("cart", "Kurangi satu", language), icon_shown=not is_narrow)
        self._more.show_step(tr("cart", "Tambah satu", language), icon_shown=not is_narrow)


class _Step(QPushButton):
    def __init__(self, theme: Theme, icon: str, key: str, side: str) -> None:
        super().__init__()
        self._key = key
        self.setProperty("step", side)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icon = Icon(theme, icon, "text", 16)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        layout.addStretch()
        for part in (self._icon, Keycap(key)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)
        layout.addStretch()

    def show_step(self, name: str, *, icon_shown: bool) -> None:
        self.setAccessibleName(f"{name} ({self._key})")
        self._icon.setVisible(icon_shown)
        self.setFixedSize(57 if icon_shown else 43, 46)
