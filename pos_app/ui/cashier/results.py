"""The card below the search field: how many were found, the rows, and what was scanned last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.ui.cashier.scene import Room
from pos_app.ui.cashier.search_empty import SearchEmpty
from pos_app.ui.theme import Theme

if TYPE_CHECKING:
    from pos_app.domain.catalog import Entry, Found
    from pos_app.ui.cashier.last_scan import LastScan
    from pos_app.ui.cashier.result_list import ResultList
    from pos_app.ui.cashier.result_listing import ResultListing
    from pos_app.ui.widgets.notice import Notice


class Results(QFrame):
    """Signals: `chosen` with the number of a clicked row."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._found: Found | None = None
        self._room: Room | None = None
        self._unknown: tuple[tuple[str, Entry], ...] = ()
        self._theme = theme
        self._notice: Notice | None = None
        self._listing: ResultListing | None = None
        self._last_scan: LastScan | None = None
        self.empty = SearchEmpty(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._above = QWidget()
        layout.addWidget(self._above)
        layout.addWidget(self._stack, 1)

    @property
    def notice(self) -> Notice:
        """The first text that is no product builds it."""
        from pos_app.ui.widgets.notice import Notice

        if self._notice is None:
            self._notice = Notice(self._theme)
            margin = QHBoxLayout(self._above)
            margin.setContentsMargins(15, 15, 15, 0)
            margin.addWidget(self._notice)
            self._notice.ensurePolished()  # its frame, which comes with the words, takes no room of its own
        return self._notice

    @property
    def last_scan(self) -> LastScan:
        """The first scan builds it."""
        from pos_app.ui.cashier.last_scan import LastScan

        if self._last_scan is None:
            self._last_scan = LastScan(self._theme)
            self._layout.addWidget(self._last_scan)
        return self._last_scan

    @property
    def list(self) -> ResultList:
        """Its first use builds it: before the first search there is nothing to list."""
        from pos_app.ui.cashier.result_listing import ResultListing

        if self._listing is None:
            self._listing = ResultListing(self._theme)
            self._listing.list.chosen.connect(self.chosen)
            self._stack.addWidget(self._listing)
        return self._listing.list

    def show_found(self, found: Found) -> None:
        """The answer to a search."""
        self._found = found

    def forget_found(self) -> None:
        """Nothing is searched for any more, and at once nothing says that it was."""
        self._found = None
        if self._room is not None:
            self._show_answer(self._room)

    def show_unknown(self, text: str, entry: Entry) -> None:
        """What was scanned or confirmed and is no product: said here, not in a window of its own."""
        self._unknown = (*self._unknown, (text, entry))

    def forget_unknown(self) -> None:
        """The cashier went on, and has seen it."""
        self._unknown = ()

    def fill(self, room: Room) -> None:
        """Take the newest answer into the rows."""
        if self._found is not None:
            self.list.show_found(self._found, room.language)
        self.present(room)

    def present(self, room: Room) -> None:
        self._room = room
        language = room.language
        if self._unknown:
            self._say_unknown(language)
        self._above.setVisible(bool(self._unknown))
        if self._last_scan is not None:
            self._last_scan.present(room)
        self._show_answer(room)

    def _say_unknown(self, language: Language) -> None:
        from pos_app.ui.text.articles import unknown

        said = unknown(self._unknown, language)
        self.notice.show_words("amber", "triangle-alert", said.state, said.note)

    def _show_answer(self, room: Room) -> None:
        listing, found = self._listing, self._found
        if listing is not None:
            listing.present(found, room)
            if found is not None and listing.list.rows:
                self._stack.setCurrentWidget(listing)
                return
        self._stack.setCurrentWidget(self.empty)
        if found is None:
            self.empty.show_ready(room.language)
        else:
            self.empty.show_nothing_found(found.text, room.language)
