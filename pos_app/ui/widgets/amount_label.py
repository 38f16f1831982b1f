"""An amount that is never cut and never abbreviated: where it does not fit, its letters shrink."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pos_app.domain.money import Rupiah
from pos_app.ui.theme import font
from pos_app.ui.widgets.label import Label

_SMALLEST = 16
_STEP = 2
_TABULAR_BELOW = 44
"""Large amounts stand alone and keep their natural figures; smaller ones stand in columns."""


class AmountLabel(Label):
    """`Rp 44.000` at `pixels`, or the largest size below it that fits the width."""

    def __init__(
        self, role: str, pixels: int, weight: int, spacing: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(role, parent)
        self._pixels = pixels
        self._weight = weight
        self._spacing = spacing

    def show_amount(self, amount: Rupiah) -> None:
        if amount.text != self.text():
            self.setText(amount.text)
            self.updateGeometry()

    def set_pixels(self, pixels: int) -> None:
        if pixels != self._pixels:
            self._pixels = pixels
            self.updateGeometry()
            self.update()

    @property
    def shown_pixels(self) -> int:
        """The size of the letters as they are painted."""
        pixels = self._pixels
        while pixels > _SMALLEST and self._advance(pixels) > self.width():
            pixels -= _STEP
        return pixels

    @property
    def fits(self) -> bool:
        """Whether the whole amount is on show."""
        return self._advance(self.shown_pixels) <= self.width()

    def sizeHint(self) -> QSize:
        return QSize(ceil(self._advance(self._pixels)), self._pixels + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(ceil(self._advance(_SMALLEST)), self._pixels + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text():
            return
        from PySide6.QtCore import Qt  # not before there is an amount

        painter = QPainter(self)
        painter.setFont(self._letters(self.shown_pixels))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()

    def _advance(self, pixels: int) -> float:
        text = self.text()
        return QFontMetricsF(self._letters(pixels)).horizontalAdvance(text) if text else 0.0

    def _letters(self, pixels: int) -> QFont:
        spacing = self._spacing * pixels / self._pixels
        return font(pixels, self._weight, tabular=pixels < _TABULAR_BELOW, spacing=spacing)
