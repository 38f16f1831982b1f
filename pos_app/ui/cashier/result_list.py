"""The rows of a search, one of them current."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from pos_app.domain.language import Language
from pos_app.ui.cashier.result_delegate import ResultDelegate
from pos_app.ui.cashier.result_rows import ResultRows, Row, rows_of
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.painted_list import PaintedList

if TYPE_CHECKING:
    from pos_app.domain.catalog import Found


class ResultList(PaintedList):
    """Signals: `chosen` with the number of the row that was clicked."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        rows = ResultRows()
        super().__init__(rows, ResultDelegate(theme, rows), parent)
        self._rows = rows
        self.setUniformItemSizes(True)
        self.clicked.connect(self._clicked)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows.rows

    @property
    def current(self) -> Row | None:
        return self._rows.row(self._rows.current)

    def row(self, number: int) -> Row | None:
        return self._rows.row(number)

    def show_found(self, found: Found, language: Language) -> None:
        self._rows.show_rows(rows_of(found), found.text, language)
        self.scrollToTop()

    def show_language(self, language: Language) -> None:
        if language is not self._rows.language:
            current = self._rows.current
            self._rows.show_rows(self._rows.rows, self._rows.text, language)
            self._rows.current = current

    def step(self, by: int) -> None:
        """Make the row so many below (or above) the current one current."""
        last = len(self._rows.rows) - 1
        if last >= 0:
            self._rows.current = min(max(0, self._rows.current + by), last)
            self.scrollTo(self._rows.index(self._rows.current))
            self.viewport().update()

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
