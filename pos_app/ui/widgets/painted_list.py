"""Rows that a delegate paints: nothing of Qt's own selection, focus or frame."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget


class PaintedList(QListView):
    def __init__(
        self, rows: QAbstractItemModel, delegate: QStyledItemDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._delegate = delegate  # Qt keeps no hold on it
        self.setModel(rows)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def whole_row(option: QStyleOptionViewItem) -> QRect:
    """The row as wide as its list: columns stay below their heads where a scroll bar lies over the edge."""
    area = QRect(option.rect)
    area.setWidth(option.widget.width())
    return area
