"""What lies over every face: the language button, and stripes and a word where no money is real."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from pos_app.domain.language import Language
from pos_app.ui.customer.canvas import canvas
from pos_app.ui.customer.language_button import LanguageButton
from pos_app.ui.customer.practice_tab import PracticeTab
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.stripes import Stripes

BORDER, BAND = 24, 28.0
"""The stripes, in pixels of the drawing."""

_LEAST_BORDER = 4


class Marks:
    """Kept over the faces of one window, whatever its size."""

    def __init__(
        self, theme: Theme, window: QWidget, change_language: Callable[[], None], *, is_real: bool
    ) -> None:
        self._window = window
        self._button = LanguageButton(theme, window)
        self._button.clicked.connect(change_language)
        self._stripes = None if is_real else Stripes(window, BORDER, BAND)
        self._tab = PracticeTab(theme, self._stripes) if self._stripes is not None else None

    def lay(self, button: QRectF | None, language: Language, *, is_calm: bool, has_bands: bool) -> None:
        """`button` is its place on the drawing, None on a face without one; `has_bands` needs no word more."""
        drawing = canvas(self._window.size())
        self._button.setVisible(button is not None)
        if button is not None:
            self._button.offer(language.other)
            self._button.setGeometry(drawing.on_monitor(self._button.within(button)))
            self._button.set_calm(is_calm)
        if self._stripes is not None:
            self._stripes.set_widths(max(_LEAST_BORDER, round(BORDER * drawing.unit)), BAND * drawing.unit)
        if self._tab is not None:
            self._tab.lay(drawing, language)
            self._tab.setVisible(not has_bands)
