"""What marks a window where no money is real: stripes around it, words across it, a tab on top."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from pos_app.domain.environment import Environment
from pos_app.domain.language import Language
from pos_app.ui.text.environments import practice_tab, watermark
from pos_app.ui.widgets.practice_tab import PracticeTab
from pos_app.ui.widgets.stripes import Stripes
from pos_app.ui.widgets.watermark import Watermark

BORDER, BAND = 12, 14.0


class Marks:
    """`scanned` gives the part that a customer's phone must read, if there is one."""

    def __init__(
        self, window: QWidget, environment: Environment, scanned: Callable[[], QWidget | None]
    ) -> None:
        self._environment = environment
        self._watermark = Watermark(window, "", scanned)
        self._stripes = Stripes(window, BORDER, BAND)
        self.tab = PracticeTab(self._stripes)

    def show_language(self, language: Language) -> None:
        self._watermark.show_words(watermark(language))
        self.tab.show_words(practice_tab(self._environment, language))
