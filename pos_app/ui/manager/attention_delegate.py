"""How one payment that wants a decision is painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from pos_app.domain.sale import short_order_id
from pos_app.till.snapshot import BoardRow
from pos_app.ui.cashier.scene import Room
from pos_app.ui.manager.board_rows import BoardRows
from pos_app.ui.text.board import till_name, undecided_for
from pos_app.ui.text.decisions import attention_detail, attention_icon, board_title, is_over
from pos_app.ui.text.methods import method_name
from pos_app.ui.theme import Theme, font
from pos_app.ui.widgets.painted_list import whole_row

HEIGHT = 104
_SIDE, _BADGE, _WORDS, _ICON = 20, 48, 84, 24
_AMOUNT_ROOM, _GAP = 180, 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AttentionDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, rows: BoardRows) -> None:
        super().__init__()
        self._theme = theme
        self._colours = theme.palette
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, room = self._rows.row(index.row()), self._rows.room
        if row is None or room is None:
            return
        area = whole_row(option)
        colours = self._colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(area.topLeft())
        if row.payment.order_id == self._rows.current:
            painter.fillRect(0, 0, area.width(), HEIGHT, QColor(colours.ptint))
            painter.fillRect(0, 0, 4, HEIGHT, QColor(colours.focus))
        else:
            painter.fillRect(0, HEIGHT - 1, area.width(), 1, QColor(colours.border))
        self._paint_badge(painter, attention_icon(row.payment), is_calm=is_over(row.payment))
        self._paint_words(painter, area.width(), row, room)
        painter.restore()

    def _paint_badge(self, painter: QPainter, icon: str, *, is_calm: bool) -> None:
        """Amber wants attention; a decision that stands is calm."""
        colours = self._colours
        painter.setBrush(QColor(colours.ptint if is_calm else colours.ambertint))
        painter.setPen(QPen(QColor(colours.pborder if is_calm else colours.amberborder), 1))
        top = (HEIGHT - _BADGE) / 2
        painter.drawEllipse(QRectF(_SIDE + 0.5, top + 0.5, _BADGE - 1, _BADGE - 1))
        pixmap = self._theme.icon(
            icon, "info" if is_calm else "amber", _ICON, painter.device().devicePixelRatioF()
        )
        inset = (_BADGE - _ICON) // 2
        painter.drawPixmap(QRect(_SIDE + inset, int(top) + inset, _ICON, _ICON), pixmap)

    def _paint_words(self, painter: QPainter, width: int, row: BoardRow, room: Room) -> None:
        payment, language, colours = row.payment, room.language, self._colours
        number = f"{short_order_id(payment.order_id)} · {method_name(payment.method, language)}"
        if row.held_by:
            number = f"{number} · {till_name(row.held_by, language)}"
        wide = width - _WORDS - _AMOUNT_ROOM - _SIDE - _GAP
        amount = payment.money_held or payment.amount
        right = width - _SIDE - _AMOUNT_ROOM
        for place, words, letters, ink, align in (
            (
                QRect(_WORDS, 22, wide, 24),
                board_title(payment, language),
                font(16, 700),
                colours.text,
                _LEFT,
            ),
            (
                QRect(_WORDS, 46, wide, 20),
                attention_detail(payment, language),
                font(14, tabular=True),
                colours.text2,
                _LEFT,
            ),
            (QRect(_WORDS, 67, wide, 16), number, font(12, tabular=True), colours.text3, _LEFT),
            (
                QRect(right, 32, _AMOUNT_ROOM, 24),
                amount.text,
                font(18, 700, tabular=True),
                colours.text,
                _RIGHT,
            ),
            (
                QRect(right, 56, _AMOUNT_ROOM, 16),
                undecided_for(row, room.now, language),
                font(12, tabular=True),
                colours.text3,
                _RIGHT,
            ),
        ):
            _write(painter, place, words, letters, ink, align=align)


def _write(
    painter: QPainter, place: QRect, words: str, letters: QFont, ink: str, *, align: Qt.AlignmentFlag = _LEFT
) -> None:
    painter.setFont(letters)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(letters).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, align, shown)
