"""The rows of the cart; the selected one opens in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from pos_app.domain.cart import Cart
from pos_app.domain.language import Language
from pos_app.ui.cashier.cart_rows import ROOMY, TIGHT, CartDelegate, CartRows
from pos_app.ui.cashier.selected_line import SelectedLine
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.painted_list import PaintedList


class CartLines(PaintedList):
    """Signals: `line_picked` with the index of a clicked row, and those of the selected one."""

    line_picked = Signal(int)
    change_wanted = Signal(int)
    removal_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        rows = CartRows()
        super().__init__(rows, CartDelegate(theme, rows), parent)
        self._theme = theme
        self._rows = rows
        self._opened: SelectedLine | None = None
        self.verticalScrollBar().valueChanged.connect(self._place)
        self.clicked.connect(self._clicked)

    @property
    def opened(self) -> SelectedLine:
        """Built for the first row that is selected: an empty cart, as at the start, has no use for it."""
        if self._opened is None:
            self._opened = SelectedLine(self._theme, self.viewport())
            self._opened.change_wanted.connect(self.change_wanted)
            self._opened.removal_wanted.connect(self.removal_wanted)
        return self._opened

    def show_cart(self, cart: Cart, language: Language, *, locked: bool, is_narrow: bool) -> None:
        look = TIGHT if locked and is_narrow else ROOMY
        changed = self._rows.show_cart(cart, look, locked=locked)
        selected = self._rows.selected
        if selected >= 0:
            self.opened.show_line(cart.lines[selected], language, is_narrow=is_narrow)
        if self._opened is not None:
            self._opened.setVisible(selected >= 0)
        if changed:
            self.doItemsLayout()
            if selected >= 0:
                self.scrollTo(self._rows.index(selected))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._rows.selected >= 0:
            self.scrollTo(self._rows.index(self._rows.selected))  # a bar above took some of its room
        self._place()

    @Slot()
    def _place(self) -> None:
        if self._rows.selected >= 0:
            place = self.visualRect(self._rows.index(self._rows.selected))
            place.setWidth(self.width())  # as the painted rows: a scroll bar lies over its margin
            self.opened.setGeometry(place)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.line_picked.emit(index.row())
