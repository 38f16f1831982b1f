"""Digits for fingers: three columns, four rows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from pos_app.domain.language import Language
from pos_app.ui.i18n import tr
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.label import Label

_HIGHEST, _LOWEST, _GAP = 48, 34, 8


class Keypad(QWidget):
    """Signals: `typed` with a digit, `erased` and `cleared`."""

    typed = Signal(str)
    erased = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumHeight(4 * _HIGHEST + 3 * _GAP)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        for place, digit in enumerate("123456789"):
            grid.addWidget(self._digit(digit), place // 3, place % 3)
        self._erase = _Key(Icon(theme, "delete", "text", 22))
        self._erase.clicked.connect(self.erased)
        self._again_word = Label("button")
        self._again = _Key(self._again_word)
        self._again.clicked.connect(self.cleared)
        grid.addWidget(self._erase, 3, 0)
        grid.addWidget(self._digit("0"), 3, 1)
        grid.addWidget(self._again, 3, 2)

    def show_language(self, language: Language) -> None:
        self._again_word.setText(tr("pins", "Ulang", language))
        self._again.setAccessibleName(tr("pins", "Ulang", language))
        self._erase.setAccessibleName(tr("pins", "Hapus satu angka", language))

    def _digit(self, digit: str) -> QPushButton:
        word = Label("digit")
        word.setText(digit)
        key = _Key(word)
        key.setAccessibleName(digit)
        key.clicked.connect(lambda _checked=False: self.typed.emit(digit))
        return key


class _Key(QPushButton):
    def __init__(self, face: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_LOWEST)
        self.setMaximumHeight(_HIGHEST)
        face.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(face, alignment=Qt.AlignmentFlag.AlignCenter)
