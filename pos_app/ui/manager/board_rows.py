"""The rows of the board as Qt's lists want them: changed in place, by order id, so that nothing jumps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from pos_app.till.snapshot import BoardRow
from pos_app.ui.cashier.scene import Room
from pos_app.ui.text.board import status, till_name
from pos_app.ui.text.methods import method_name

_Index = QModelIndex | QPersistentModelIndex


class BoardRows(QAbstractListModel):
    """`room` is the moment that the rows are painted for; `current` the order id of the selected one."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[BoardRow] = []
        self.current = ""
        self.room: Room | None = None

    @property
    def rows(self) -> Sequence[BoardRow]:
        return self._rows

    @property
    def selected(self) -> BoardRow | None:
        return next((row for row in self._rows if row.payment.order_id == self.current), None)

    def row(self, number: int) -> BoardRow | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, order_id: str) -> int:
        """Where this payment stands, -1 where it is not on show."""
        return next((n for n, row in enumerate(self._rows) if row.payment.order_id == order_id), -1)

    def show_rows(self, rows: Sequence[BoardRow]) -> None:
        """Take over the new picture: what is gone goes, what is new comes, what changed is painted again.

        The selection stays with its payment, and goes to its neighbour where that is gone.
        """
        neighbour = self.number_of(self.current)
        self._remove_gone(rows)
        self._insert_new(rows)
        self._move(rows)
        self._change(rows)
        if self.number_of(self.current) < 0:
            self.current = (
                self._rows[min(max(0, neighbour), len(self._rows) - 1)].payment.order_id if rows else ""
            )

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        return len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        row, room = self.row(index.row()), self.room
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return None if row is None or room is None else row_words(row, room)

    def _remove_gone(self, rows: Sequence[BoardRow]) -> None:
        staying = {row.payment.order_id for row in rows}
        for number in range(len(self._rows) - 1, -1, -1):
            if self._rows[number].payment.order_id not in staying:
                self.beginRemoveRows(QModelIndex(), number, number)
                del self._rows[number]
                self.endRemoveRows()

    def _insert_new(self, rows: Sequence[BoardRow]) -> None:
        known = {row.payment.order_id for row in self._rows}
        if not known and rows:
            self.beginInsertRows(QModelIndex(), 0, len(rows) - 1)
            self._rows = list(rows)
            self.endInsertRows()
            return
        for number, row in enumerate(rows):
            if row.payment.order_id not in known:
                self.beginInsertRows(QModelIndex(), number, number)
                self._rows.insert(number, row)
                self.endInsertRows()

    def _move(self, rows: Sequence[BoardRow]) -> None:
        """A deadline moved: the same rows in another order."""
        if [row.payment.order_id for row in self._rows] == [row.payment.order_id for row in rows]:
            return
        self.layoutAboutToBeChanged.emit()
        places = {row.payment.order_id: number for number, row in enumerate(rows)}
        for index in self.persistentIndexList():
            moved = places[self._rows[index.row()].payment.order_id]
            self.changePersistentIndex(index, self.index(moved))
        self._rows = list(rows)
        self.layoutChanged.emit()

    def _change(self, rows: Sequence[BoardRow]) -> None:
        for number, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
            if old is not new and old != new:
                self._rows[number] = new
                self.dataChanged.emit(self.index(number), self.index(number))


def row_words(row: BoardRow, room: Room) -> str:
    """The row as a screen reader says it."""
    payment = row.payment
    how = method_name(payment.method, room.language)
    stands = status(row, room.monotonic, room.language).words
    words = f"{row.sale_label}, {how}, {payment.amount.text}, {stands}"
    return f"{words}, {till_name(row.held_by, room.language)}" if row.held_by else words
