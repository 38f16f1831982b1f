"""What a search found: how many, the columns and the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.cashier.result_head import ResultHead
from pos_app.ui.cashier.result_list import ResultList
from pos_app.ui.cashier.scene import Room
from pos_app.ui.i18n import tr
from pos_app.ui.text.counts import items, matching
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from pos_app.domain.catalog import Found


class ResultListing(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ResultList(theme)
        self._count = Label("strong-13")
        self._matches = ElidedLabel("label")
        self._all = Label("hint")
        self._head = ResultHead(theme)
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(4)
        line.addWidget(self._count)
        line.addWidget(self._matches, 1)
        line.addWidget(self._all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addSpacing(12)
        layout.addWidget(self._head)
        layout.addWidget(self.list, 1)

    def present(self, found: Found | None, room: Room) -> None:
        """Say in the room's language what `found` holds; the rows themselves come by `list.show_found`."""
        language = room.language
        self.list.show_language(language)
        self.list.setAccessibleName(tr("results", "Barang yang cocok", language))
        self._head.show_language(language)
        if found is None:
            return
        self._count.setText(items(found.matches, language))
        self._matches.setText(matching(found.text, found.matches, language))
        total = items(found.total, language)
        all_loaded = tr("results", "dari {total} · semua sudah dimuat", language)
        self._all.setText(total if room.is_narrow else all_loaded.format(total=total))
