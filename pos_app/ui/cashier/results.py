"""The card below the search field: how many were found, the rows, and what was scanned last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.ui.cashier.last_scan import LastScan
from pos_app.ui.cashier.result_head import ResultHead
from pos_app.ui.cashier.result_list import ResultList
from pos_app.ui.cashier.scene import Room
from pos_app.ui.cashier.search_empty import SearchEmpty
from pos_app.ui.i18n import tr
from pos_app.ui.text.counts import items, matching
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.label import ElidedLabel, Label
from pos_app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from pos_app.domain.catalog import Found


class Results(QFrame):
    """Signals: `chosen` with the number of a clicked row."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._found: Found | None = None
        self._unknown = ""
        self.notice = Notice(theme)
        self.list = ResultList(theme)
        self.list.chosen.connect(self.chosen)
        self.empty = SearchEmpty(theme)
        self.last_scan = LastScan(theme)
        self._count = Label("strong-13")
        self._matches = ElidedLabel("label")
        self._all = Label("hint")
        self._head = ResultHead(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._listing())
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._above = QWidget()
        margin = QHBoxLayout(self._above)
        margin.setContentsMargins(15, 15, 15, 0)
        margin.addWidget(self.notice)
        layout.addWidget(self._above)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.last_scan)

    def show_found(self, found: Found | None) -> None:
        """The answer to a search, None before the first letter."""
        self._found, self._unknown = found, ""

    def show_unknown(self, barcode: str) -> None:
        """A scan that no product has: said here, not in a window of its own."""
        self._unknown = barcode

    def fill(self, room: Room) -> None:
        """Take the newest answer into the rows."""
        if self._found is not None:
            self.list.show_found(self._found, room.language)
        self.present(room)

    def present(self, room: Room) -> None:
        language = room.language
        self._above.setVisible(bool(self._unknown))
        if self._unknown:
            self._say_unknown(language)
        self.list.show_language(language)
        self.list.setAccessibleName(tr("results", "Barang yang cocok", language))
        self._head.show_language(language)
        self.last_scan.present(room)
        self._show_answer(room)

    def _say_unknown(self, language: Language) -> None:
        unknown = tr("results", "Kode {barcode} belum dikenal.", language).format(barcode=self._unknown)
        advice = tr(
            "results", "Tidak ada yang ditambahkan. Ketik nama barang, atau ketik harganya.", language
        )
        self.notice.show_words("amber", "triangle-alert", unknown, advice)

    def _show_answer(self, room: Room) -> None:
        found, language = self._found, room.language
        has_rows = found is not None and bool(self.list.rows)
        self._stack.setCurrentIndex(0 if has_rows else 1)
        if found is None:
            self.empty.show_ready(language)
            return
        if not has_rows:
            self.empty.show_nothing_found(found.text, language)
            return
        self._count.setText(items(found.matches, language))
        self._matches.setText(matching(found.text, found.matches, language))
        total = items(found.total, language)
        all_loaded = tr("results", "dari {total} · semua sudah dimuat", language)
        self._all.setText(total if room.is_narrow else all_loaded.format(total=total))

    def _listing(self) -> QWidget:
        listing = QWidget()
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(4)
        line.addWidget(self._count)
        line.addWidget(self._matches, 1)
        line.addWidget(self._all)
        layout = QVBoxLayout(listing)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addSpacing(12)
        layout.addWidget(self._head)
        layout.addWidget(self.list, 1)
        return listing
