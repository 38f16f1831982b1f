"""How one payment on the board is painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from pos_app.domain.sale import short_order_id
from pos_app.till.snapshot import BoardRow
from pos_app.ui.cashier.scene import Room
from pos_app.ui.manager.board_columns import Columns, Span, columns
from pos_app.ui.manager.board_rows import BoardRows
from pos_app.ui.text.board import Status, age, ends_soon, status, till_name, valid_until, validity
from pos_app.ui.text.methods import method_name
from pos_app.ui.text.names import short_name
from pos_app.ui.theme import Theme, font
from pos_app.ui.widgets.painted_list import whole_row

HEIGHT = 56
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CHIP_INK = {"neutral": "text2", "amber": "ambertext", "paid": "paid"}
_CHIP_GROUND = {
    "neutral": ("sunk", "border"),
    "amber": ("ambertint", "amberborder"),
    "paid": ("paidtint", "paidborder"),
}


class BoardDelegate(QStyledItemDelegate):
    """Everything is told by words and icons; the selected row has a bar at its left."""

    def __init__(self, theme: Theme, rows: BoardRows) -> None:
        super().__init__()
        self._theme = theme
        self._colours = theme.palette._asdict()
        self._rows = rows
        self._number = font(14, 600, tabular=True, spacing=0.3)
        self._plain = font(14, tabular=True)
        self._amount = font(14, 700, tabular=True)
        self._soon = font(14, 700, tabular=True)
        self._meta = font(12, tabular=True)
        self._chip = font(12, 600, tabular=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, room = self._rows.row(index.row()), self._rows.room
        if row is None or room is None:
            return
        area = whole_row(option)
        is_current = row.payment.order_id == self._rows.current
        is_last = index.row() == len(self._rows.rows) - 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(area.topLeft())
        self._paint_ground(painter, area.width(), is_current=is_current, is_last=is_last)
        place = columns(area.width())
        self._paint_payment(painter, place, row, room)
        self._paint_time(painter, place, row, room)
        self._paint_chip(painter, place.status, status(row, room.monotonic, room.language))
        painter.restore()

    def _paint_ground(self, painter: QPainter, width: int, *, is_current: bool, is_last: bool) -> None:
        if is_current:
            painter.fillRect(0, 0, width, HEIGHT, QColor(self._colours["ptint"]))
            painter.fillRect(0, 0, 4, HEIGHT, QColor(self._colours["focus"]))
        elif not is_last:
            painter.fillRect(0, HEIGHT - 1, width, 1, QColor(self._colours["border"]))

    def _paint_payment(self, painter: QPainter, place: Columns, row: BoardRow, room: Room) -> None:
        payment = row.payment
        number, how = short_order_id(payment.order_id), method_name(payment.method, room.language)
        holder = till_name(row.held_by, room.language) if row.held_by else ""
        if place.method is None:
            self._write(painter, place.order, number, self._number, "text", top=10, high=22)
            below = f"{how} · {holder}" if holder else how
            self._write(painter, place.order, below, self._meta, "text3", top=31, high=16)
        else:
            self._write(painter, place.order, number, self._number, "text")
            icon = "qr-code" if payment.method.shows_qr else "store"
            pixmap = self._theme.icon(icon, "text2", 16, painter.device().devicePixelRatioF())
            painter.drawPixmap(QRect(place.method.left, 20, 16, 16), pixmap)
            beside = Span(place.method.left + 24, place.method.width - 24)
            self._write(painter, beside, how, self._plain, "text2")
        amount = payment.amount.grouped
        self._write(painter, place.amount, amount, self._amount, "text", align=_RIGHT)
        if place.cashier is not None:
            self._write_pair(
                painter, place.cashier, (short_name(payment.cashier), holder), self._plain, "text2"
            )

    def _paint_time(self, painter: QPainter, place: Columns, row: BoardRow, room: Room) -> None:
        language, soon = room.language, ends_soon(row, room.monotonic)
        if place.age is not None:
            self._write(painter, place.age, age(row, room.monotonic, language), self._plain, "text2")
        left, until = validity(row, room.monotonic, language), valid_until(row, language)
        letters, ink = (self._soon, "ambertext") if soon else (self._plain, "text")
        self._write_pair(painter, place.valid, (left, until), letters, ink)

    def _paint_chip(self, painter: QPainter, place: Span, shown: Status) -> None:
        icon = 20 if shown.icon else 0
        wide = QFontMetrics(self._chip).horizontalAdvance(shown.words) + 17 + icon
        left = place.left + place.width - wide
        ground, line = _CHIP_GROUND[shown.kind]
        painter.setBrush(QColor(self._colours[ground]))
        painter.setPen(QPen(QColor(self._colours[line]), 1))
        painter.drawRoundedRect(QRectF(left + 0.5, 16.5, wide - 1, 23), 6, 6)
        ink = _CHIP_INK[shown.kind]
        if shown.icon:
            pixmap = self._theme.icon(shown.icon, ink, 14, painter.device().devicePixelRatioF())
            painter.drawPixmap(QRect(left + 8, 21, 14, 14), pixmap)
        words = Span(left + 8 + icon, wide - 8 - icon)
        self._write(painter, words, shown.words, self._chip, ink)

    def _write_pair(
        self, painter: QPainter, place: Span, lines: tuple[str, str], letters: QFont, ink: str
    ) -> None:
        """Two lines where there is something to say below, one in the middle where there is not."""
        words, below = lines
        if below:
            self._write(painter, place, words, letters, ink, top=10, high=22)
            self._write(painter, place, below, self._meta, "text3", top=31, high=16)
        else:
            self._write(painter, place, words, letters, ink)

    def _write(
        self,
        painter: QPainter,
        place: Span,
        words: str,
        letters: QFont,
        ink: str,
        *,
        align: Qt.AlignmentFlag = _LEFT,
        top: int = 0,
        high: int = HEIGHT,
    ) -> None:
        painter.setFont(letters)
        painter.setPen(QColor(self._colours[ink]))
        shown = QFontMetrics(letters).elidedText(words, Qt.TextElideMode.ElideRight, place.width)
        painter.drawText(QRect(place.left, top, place.width, high), align, shown)
