"""The names of the result list's columns."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pos_app.domain.language import Language
from pos_app.ui.cashier.result_columns import columns
from pos_app.ui.i18n import tr
from pos_app.ui.theme import Theme, font

_ALIGN = Qt.AlignmentFlag


class ResultHead(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = theme.palette
        self._language = Language.INDONESIAN
        self.setFixedHeight(32)

    def show_language(self, language: Language) -> None:
        if language is not self._language:
            self._language = language
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        language = self._language
        place = columns(self.width())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colours.sunk))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._colours.border))
        painter.setFont(font(12, 600, tabular=True))
        painter.setPen(QColor(self._colours.text2))
        high = self.height() - 1
        left, right = _ALIGN.AlignLeft | _ALIGN.AlignVCenter, _ALIGN.AlignRight | _ALIGN.AlignVCenter
        painter.drawText(QRect(place.name, 0, 200, high), left, tr("results", "Nama barang", language))
        if place.code is not None:
            painter.drawText(QRect(place.code, 0, 120, high), left, tr("results", "Kode batang", language))
        painter.drawText(QRect(place.stock_end - 80, 0, 80, high), right, tr("results", "Stok", language))
        painter.drawText(
            QRect(place.price_end - 100, 0, 100, high), right, tr("results", "Harga (Rp)", language)
        )
        painter.end()
