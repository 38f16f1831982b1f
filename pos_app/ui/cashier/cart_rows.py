"""How the rows of the cart are painted; the selected one is a widget of its own."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from pos_app.domain.cart import Cart, Line
from pos_app.ui.theme import Theme, font
from pos_app.ui.widgets.painted_list import whole_row

_Ink = tuple[QFont, str]
_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SELECTED_HEIGHT = 96


@dataclass(frozen=True, slots=True)
class RowLook:
    """Sizes of a row in pixels; `unit_end` is how far from the right the price of one ends, None without."""

    height: int
    name: int
    unit_end: int | None
    inset: int
    name_weight: int
    figures: int


ROOMY = RowLook(height=46, name=56, unit_end=92, inset=0, name_weight=500, figures=14)
TIGHT = RowLook(height=44, name=52, unit_end=None, inset=16, name_weight=400, figures=14)


class CartRows(QAbstractListModel):
    """The cart as a model; `selected` is the open row, -1 while the cart is locked."""

    def __init__(self) -> None:
        super().__init__()
        self.cart = Cart()
        self.selected = -1
        self.look = ROOMY

    def show_cart(self, cart: Cart, look: RowLook, *, locked: bool) -> bool:
        """Take over a cart; False where nothing is different."""
        selected = -1 if locked else cart.selected
        if (cart, selected, look) == (self.cart, self.selected, self.look):
            return False
        self.beginResetModel()
        self.cart, self.selected, self.look = cart, selected, look
        self.endResetModel()
        return True

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        return len(self.cart.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.cart.lines[index.row()]
        return f"{line.quantity} × {line.name}, {line.total.text}"


class CartDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, rows: CartRows) -> None:
        super().__init__()
        self._colours = theme.palette
        self._rows = rows
        self._small = font(13, 500, tabular=True)
        self._unit = font(12, tabular=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        is_selected = index.row() == self._rows.selected
        return QSize(0, SELECTED_HEIGHT if is_selected else self._rows.look.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.row() == self._rows.selected:
            return
        area = whole_row(option)
        look = self._rows.look
        painter.save()
        self._paint_border(painter, area, index.row(), look)
        painter.translate(area.topLeft())
        self._paint_line(painter, area.size(), self._rows.cart.lines[index.row()], look)
        painter.restore()

    def _paint_border(self, painter: QPainter, area: QRect, number: int, look: RowLook) -> None:
        is_above_selected = number + 1 == self._rows.selected
        if number == len(self._rows.cart.lines) - 1 and self._rows.selected >= 0:
            return
        colour = self._colours.pborder if is_above_selected else self._colours.border
        painter.fillRect(
            area.left() + look.inset, area.bottom(), area.width() - 2 * look.inset, 1, QColor(colour)
        )

    def _paint_line(self, painter: QPainter, size: QSize, line: Line, look: RowLook) -> None:
        high, right = size.height() - 1, size.width() - 16
        figures = font(look.figures, 600, tabular=True)
        after = self._paint_quantity(painter, QPoint(16, high), line.quantity, figures)
        total = line.total.grouped
        self._text(painter, QRect(16, 0, right - 16, high), _RIGHT, total, (figures, self._colours.text))
        total_width = QFontMetrics(figures).horizontalAdvance(total)
        end = right - total_width - 9
        if look.unit_end is not None:
            unit_right = min(size.width() - look.unit_end, end)
            unit = line.price.grouped
            place = QRect(16, 0, unit_right - 16, high)
            self._text(painter, place, _RIGHT, unit, (self._unit, self._colours.text3))
            end = unit_right - QFontMetrics(self._unit).horizontalAdvance(unit) - 16
        left = max(look.name, after + 10)
        letters = font(14, look.name_weight, tabular=True)
        name = QFontMetrics(letters).elidedText(line.name, Qt.TextElideMode.ElideRight, end - left)
        self._text(painter, QRect(left, 0, end - left, high), _LEFT, name, (letters, self._colours.text))

    def _paint_quantity(self, painter: QPainter, corner: QPoint, quantity: int, figures: QFont) -> int:
        """Paint `2 ×` and give the pixel after it."""
        words = str(quantity)
        left, high = corner.x(), corner.y()
        self._text(painter, QRect(left, 0, 80, high), _LEFT, words, (figures, self._colours.text))
        left += QFontMetrics(figures).horizontalAdvance(words) + 4
        self._text(painter, QRect(left, 0, 20, high), _LEFT, "×", (self._small, self._colours.text3))
        return left + QFontMetrics(self._small).horizontalAdvance("×")

    @staticmethod
    def _text(painter: QPainter, place: QRect, align: Qt.AlignmentFlag, words: str, ink: _Ink) -> None:
        letters, colour = ink
        painter.setFont(letters)
        painter.setPen(QColor(colour))
        painter.drawText(place, align, words)
