"""The heads of the board's columns."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.domain.language import Language
from pos_app.ui.i18n import tr
from pos_app.ui.manager.board_columns import columns
from pos_app.ui.widgets.label import Label

_HEIGHT = 35


class BoardHead(Label):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("table-head", parent)
        self._language = Language.INDONESIAN
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def show_language(self, language: Language) -> None:
        if language is not self._language:
            self._language = language
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        language, place = self._language, columns(self.width())
        amount = (
            tr("board", "Jumlah (Rp)", language)
            if place.method is not None
            else tr("board", "Jumlah", language)
        )
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        for span, words, align in (
            (place.order, tr("board", "Pesanan", language), Qt.AlignmentFlag.AlignLeft),
            (place.method, tr("board", "Cara bayar", language), Qt.AlignmentFlag.AlignLeft),
            (place.amount, amount, Qt.AlignmentFlag.AlignRight),
            (place.age, tr("board", "Umur", language), Qt.AlignmentFlag.AlignLeft),
            (place.valid, tr("board", "Berlaku", language), Qt.AlignmentFlag.AlignLeft),
            (place.cashier, tr("board", "Kasir", language), Qt.AlignmentFlag.AlignLeft),
            (place.status, tr("board", "Status", language), Qt.AlignmentFlag.AlignRight),
        ):
            if span is not None:
                area = QRect(span.left, 0, span.width, self.height() - 1)
                painter.drawText(area, int(align | Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()
