"""How one row of the result list is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from pos_app.ui.cashier.result_columns import Columns, columns
from pos_app.ui.cashier.result_rows import AmountRow, ResultRows, amount_words
from pos_app.ui.keys import Action
from pos_app.ui.text.matching import matched_spans
from pos_app.ui.text.stock import LITTLE, stock_words
from pos_app.ui.theme import Theme, font
from pos_app.ui.widgets.painted_list import whole_row

if TYPE_CHECKING:
    from pos_app.domain.catalog import Product

HEIGHT = 48
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class ResultDelegate(QStyledItemDelegate):
    """The current row is Enter's, the next are Alt 2 to 9; what matched is marked."""

    def __init__(self, theme: Theme, rows: ResultRows) -> None:
        super().__init__()
        self._colours = theme.palette
        self._rows = rows
        self._key_font = font(12, 600, tabular=True)
        self._name_font = font(15, 500, tabular=True)
        self._first_font = font(15, 600, tabular=True)
        self._code_font = font(13, tabular=True)
        self._stock_font = font(14, tabular=True)
        self._price_font = font(15, 600, tabular=True)
        self._chip_font = font(12, 600, tabular=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._rows.row(index.row())
        if row is None:
            return
        area = whole_row(option)
        is_current = index.row() == self._rows.current
        is_last = index.row() == len(self._rows.rows) - 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, is_current=is_current, is_last=is_last)
        painter.translate(area.topLeft())
        place = columns(area.width())
        self._paint_key(painter, place, index.row(), is_current=is_current)
        if isinstance(row, AmountRow):
            self._paint_amount(painter, place, row)
        else:
            self._paint_product(painter, place, row, is_current=is_current)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, *, is_current: bool, is_last: bool) -> None:
        if is_current:
            painter.fillRect(area, QColor(self._colours.ptint))
            painter.fillRect(area.left(), area.top(), 4, area.height(), QColor(self._colours.focus))
        if not is_last:
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(self._colours.border))

    def _paint_key(self, painter: QPainter, place: Columns, number: int, *, is_current: bool) -> None:
        if is_current:
            words = Action.MAIN.value
        elif 1 <= number <= 8:
            words = f"Alt {number + 1}"
        else:
            return
        width = QFontMetrics(self._key_font).horizontalAdvance(words) + 12
        self._paint_frame(
            painter, QRectF(place.key, 14, width, 20), 4, self._colours.sunk, self._colours.border2
        )
        painter.setFont(self._key_font)
        painter.setPen(QColor(self._colours.text2))
        painter.drawText(QRectF(place.key, 14, width, 20), _CENTRE, words)

    def _paint_amount(self, painter: QPainter, place: Columns, row: AmountRow) -> None:
        painter.setFont(self._first_font)
        painter.setPen(QColor(self._colours.text))
        words = amount_words(row, self._rows.language)
        painter.drawText(QRect(place.name, 0, place.price_end - place.name, HEIGHT - 1), _LEFT, words)

    def _paint_product(
        self, painter: QPainter, place: Columns, product: Product, *, is_current: bool
    ) -> None:
        letters = self._first_font if is_current else self._name_font
        self._paint_name(painter, place, product.name, letters)
        if place.code is not None:
            painter.setFont(self._code_font)
            painter.setPen(QColor(self._colours.text3))
            painter.drawText(QRect(place.code, 0, 140, HEIGHT - 1), _LEFT, product.barcode)
        self._paint_stock(painter, place, product.stock)
        painter.setFont(self._price_font)
        painter.setPen(QColor(self._colours.text))
        painter.drawText(QRect(place.price_end - 110, 0, 110, HEIGHT - 1), _RIGHT, product.price.grouped)

    def _paint_name(self, painter: QPainter, place: Columns, name: str, letters: QFont) -> None:
        metrics = QFontMetrics(letters)
        room = place.name_end - place.name
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        for start, length in matched_spans(shown, self._rows.text):
            left = place.name + metrics.horizontalAdvance(shown[:start])
            width = metrics.horizontalAdvance(shown[start : start + length])
            self._paint_frame(painter, QRectF(left, 14, width, 19), 2, self._colours.mark, self._colours.mark)
        painter.setFont(letters)
        painter.setPen(QColor(self._colours.text))
        painter.drawText(QRect(place.name, 0, room, HEIGHT - 1), _LEFT, shown)

    def _paint_stock(self, painter: QPainter, place: Columns, stock: int | None) -> None:
        words = stock_words(stock, self._rows.language)
        if stock is None or stock > LITTLE:
            painter.setFont(self._stock_font)
            painter.setPen(QColor(self._colours.text2))
            painter.drawText(QRect(place.stock_end - 80, 0, 80, HEIGHT - 1), _RIGHT, words)
            return
        fill, line, ink = (
            (self._colours.ambertint, self._colours.amberborder, self._colours.ambertext)
            if stock > 0
            else (self._colours.sunk, self._colours.border, self._colours.text2)
        )
        width = QFontMetrics(self._chip_font).horizontalAdvance(words) + 18
        frame = QRectF(place.stock_end - width, 12, width, 24)
        self._paint_frame(painter, frame, 6, fill, line)
        painter.setFont(self._chip_font)
        painter.setPen(QColor(ink))
        painter.drawText(frame, _CENTRE, words)

    @staticmethod
    def _paint_frame(painter: QPainter, frame: QRectF, radius: float, fill: str, line: str) -> None:
        painter.setBrush(QColor(fill))
        painter.setPen(QPen(QColor(line), 1))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
