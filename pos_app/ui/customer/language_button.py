"""The customer's own button: the other language, by a touch."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from pos_app.domain.language import Language
from pos_app.ui.customer.ink import Ink, Letters
from pos_app.ui.customer.panel import LANGUAGE_HEIGHT
from pos_app.ui.palette import DISPLAY
from pos_app.ui.theme import Theme

_NAMES = {Language.INDONESIAN: "Indonesia", Language.ENGLISH: "English"}
_LETTERS = Letters(28, 600)
_PADDING = 30.0


class LanguageButton(QAbstractButton):
    """Names the language that a touch would bring. It never takes the keyboard from the cashier."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._is_calm = False
        self.offer(Language.ENGLISH)

    def offer(self, language: Language) -> None:
        self.setText(_NAMES[language])
        self.setAccessibleName(_NAMES[language])

    def within(self, place: QRectF) -> QRectF:
        """What the words need of a place, at its right end."""
        width = _LETTERS.width(self.text()) + 2 * _PADDING + 46
        return QRectF(place.right() - width, place.top(), width, place.height())

    def set_calm(self, calm: bool) -> None:
        """The greys of the panel of a payment that is over."""
        if calm != self._is_calm:
            self._is_calm = calm
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        unit = self.height() / LANGUAGE_HEIGHT
        painter.scale(unit, unit)
        ink = Ink(painter, self._theme, unit * self.devicePixelRatioF())
        ground, line = (
            (DISPLAY.expired_tile, DISPLAY.expired_tile_line)
            if self._is_calm
            else (DISPLAY.tile, DISPLAY.tile_line)
        )
        ground = line if self.isDown() else ground
        ink.tile(QRectF(0, 0, self.width() / unit, LANGUAGE_HEIGHT), 16, ground, line)
        ink.icon("languages", "display_on_panel", QPointF(_PADDING + 16, 36), 32)
        ink.write(self.text(), _LETTERS, DISPLAY.on_panel, _PADDING + 46.5, 46)
        painter.end()
