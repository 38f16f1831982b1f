"""Reasons to choose from, and room for own words in the place beside the last."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from pos_app.ui.theme import set_property
from pos_app.ui.widgets.keycap import Keycap
from pos_app.ui.widgets.label import ElidedLabel, Label

MOST = 5
_COLUMNS = 2
_PADDING = 11


class Choices(QWidget):
    """Signals: `chosen` with the number of the choice, from 0."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typed = TypedLine()
        self._chips = [_ChoiceChip(number) for number in range(MOST)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        for number, chip in enumerate(self._chips):
            chip.clicked.connect(lambda _checked=False, number=number: self.chosen.emit(number))
            self._grid.addWidget(chip, number // _COLUMNS, number % _COLUMNS)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(chip.words for chip in self._chips if not chip.isHidden())

    def show_choices(self, words: tuple[str, ...], chosen: int, *, is_narrow: bool) -> None:
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < len(words))
            if number < len(words):
                chip.show_choice(words[number], is_chosen=number == chosen, is_narrow=is_narrow)

    def show_typed(self, text: str, hint: str, last: int, *, is_shown: bool) -> None:
        """Own words stand in the place after the last choice."""
        place = last + 1
        self._grid.addWidget(self.typed, place // _COLUMNS, place % _COLUMNS)
        self.typed.setVisible(is_shown)
        self.typed.show_text(text, hint)


class TypedLine(QFrame):
    """What is being typed, with a caret while it goes here: Qt's focus stays elsewhere, so no scanner can write into it.

    Signals: `picked` when it was pointed at.
    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "typed-line")
        self.setFixedHeight(44)
        self._typed = ""
        self._text = Label("typed")
        self._text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._hint = ElidedLabel("typed-hint")
        self._caret = QFrame()
        self._caret.setProperty("role", "caret")
        self._caret.setFixedSize(2, 20)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_PADDING, 0, _PADDING, 0)
        layout.setSpacing(2)
        layout.addWidget(self._text)
        layout.addWidget(self._caret)
        layout.addWidget(self._hint, 1)

    @property
    def text(self) -> str:
        return self._typed

    @property
    def has_caret(self) -> bool:
        return not self._caret.isHidden()

    def show_caret(self, *, is_here: bool) -> None:
        self._caret.setVisible(is_here)
        set_property(self, "here", is_here)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked.emit()

    def show_text(self, text: str, hint: str) -> None:
        self._typed = text
        self._fit_text()
        self._text.setVisible(bool(text))
        self._hint.setText("" if text else hint)
        self.setAccessibleName(text or hint)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """What is typed takes nothing from the choices beside it."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_text()

    def _fit_text(self) -> None:
        """Where it is longer than the line the end is shown, which is being typed."""
        room = max(0, self.contentsRect().width() - 2 * _PADDING - 6)
        shown = self._text.fontMetrics().elidedText(self._typed, Qt.TextElideMode.ElideLeft, room)
        self._text.setText(shown)


class _ChoiceChip(QPushButton):
    def __init__(self, number: int) -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(44)
        self._words = Label("choice")
        cap = Keycap(f"Alt {number + 1}")
        layout = QHBoxLayout(self)
        layout.setSpacing(2)
        layout.addWidget(self._words)
        layout.addStretch(1)
        layout.addWidget(cap)
        for part in (self._words, cap):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_choice(self, words: str, *, is_chosen: bool, is_narrow: bool) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        set_property(self, "chosen", is_chosen)
        set_property(self._words, "chosen", is_chosen)
        set_property(self._words, "narrow", is_narrow)
        side = 7 if is_narrow else 12
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, 0, 8, 0)
