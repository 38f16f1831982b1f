"""Chips that narrow the board, and a field that looks for a number or an amount."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pos_app.till.snapshot import BoardRow
from pos_app.ui.cashier.scene import Room
from pos_app.ui.manager.board_search import BoardSearch
from pos_app.ui.manager.filter_chip import FilterChip
from pos_app.ui.manager.filters import Filter, filter_name, matches, passes
from pos_app.ui.theme import Theme


class FilterRow(QFrame):
    """Signals: `changed` when other rows are wanted."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "filter-row")
        self.setFixedHeight(73)
        self._kind = Filter.ALL
        self._cashier = ""
        self.chips = {kind: FilterChip() for kind in Filter}
        self._field = BoardSearch(theme)
        self.search = self._field.edit
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(8)
        for kind, chip in self.chips.items():
            chip.clicked.connect(lambda _checked=False, kind=kind: self.choose(kind))
            layout.addWidget(chip)
        layout.addStretch(1)
        layout.addWidget(self._field)
        self.search.textEdited.connect(self._edited)

    @property
    def kind(self) -> Filter:
        return self._kind

    def know_cashier(self, name: str) -> None:
        """Whose rows are *Kasir saya*."""
        self._cashier = name

    def choose(self, kind: Filter) -> None:
        if kind is not self._kind and not self.chips[kind].isHidden():
            self._kind = kind
            self.changed.emit()

    def clear_search(self) -> bool:
        """Empty the field; False where it was empty."""
        had_text = bool(self.search.text())
        self.search.clear()
        if had_text:
            self.changed.emit()
        return had_text

    def take(self, event: QKeyEvent) -> bool:
        """Let the field have a key that went elsewhere."""
        if self.search.hasFocus() or not (event.text() and event.text().isprintable()):
            return False
        self.search.setFocus()
        self.search.setText(self.search.text() + event.text())
        self.changed.emit()
        return True

    def of(self, rows: Sequence[BoardRow], room: Room) -> list[BoardRow]:
        """The rows that are wanted, in their order; a search looks through all of them."""
        text = self.search.text().strip()
        if text:
            return [row for row in rows if matches(row, text)]
        return [row for row in rows if passes(row, self._kind, self._cashier, room.monotonic)]

    def present(self, rows: Sequence[BoardRow], room: Room) -> None:
        language = room.language
        for number, (kind, chip) in enumerate(self.chips.items()):
            chip.setVisible(not (room.is_narrow and kind is Filter.SOON))
            if kind is Filter.MINE and not self._cashier:
                chip.hide()
            count = sum(1 for row in rows if passes(row, kind, self._cashier, room.monotonic))
            is_chosen = kind is self._kind and not self.search.text()
            chip.show_filter(filter_name(kind, language), count, f"Alt {number + 1}", is_chosen=is_chosen)
        if self.chips[self._kind].isHidden():
            self._kind = Filter.ALL
        self._field.show_language(language)

    @Slot(str)
    def _edited(self, _text: str) -> None:
        self.changed.emit()
