"""A list of payments, one of them selected: the keys move the selection, the rows never jump."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QStyledItemDelegate, QVBoxLayout, QWidget

from pos_app.ui.cashier.scene import Room
from pos_app.ui.manager.board_rows import BoardRows
from pos_app.ui.widgets.painted_list import PaintedList
from pos_app.ui.widgets.paragraph import Paragraph


class RowList(PaintedList):
    """Signals: `picked` when another payment was selected by hand."""

    picked = Signal()

    def __init__(self, rows: BoardRows, delegate: QStyledItemDelegate, parent: QWidget | None = None) -> None:
        super().__init__(rows, delegate, parent)
        self.rows = rows
        self.setUniformItemSizes(True)
        self.clicked.connect(self._clicked)
        self.nothing = Paragraph("empty-note", 20)
        inside = QVBoxLayout(self.viewport())
        inside.setContentsMargins(20, 20, 20, 20)
        inside.addWidget(self.nothing)
        inside.addStretch(1)

    def present(self, room: Room) -> None:
        """Paint what can be seen for this moment."""
        self.rows.room = room
        self.viewport().update()

    def show_nothing(self, words: str) -> None:
        """What stands in place of the rows while there are none."""
        self.nothing.setText(words)
        self.nothing.setVisible(not self.rows.rows)

    def step(self, by: int) -> None:
        """Select the row so many below (or above) the selected one."""
        last = len(self.rows.rows) - 1
        if last >= 0:
            self._pick(min(max(0, self.rows.number_of(self.rows.current) + by), last))

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._pick(index.row())

    def _pick(self, number: int) -> None:
        row = self.rows.row(number)
        if row is not None and row.payment.order_id != self.rows.current:
            self.rows.current = row.payment.order_id
            self.scrollTo(self.rows.index(number))
            self.viewport().update()
            self.picked.emit()
