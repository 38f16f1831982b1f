"""Words across a whole window, faint enough to work below, on every picture that somebody takes of it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QRegion,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from pos_app.ui.palette import PRACTICE
from pos_app.ui.theme import TRANSPARENT, font
from pos_app.ui.widgets.filling import fill_path
from pos_app.ui.widgets.overlay import Overlay

_LARGEST, _STEP = 88, 4
_LEANING = QTransform().rotate(-8)
_OPACITY = 0.09
_MARGIN = 24
"""Pixels that stay free at both sides of the window."""


class Watermark(Overlay):
    """One line of words through the middle of the window, over everything, as large as it fits.

    What `scanned` gives is left out while it is on show: a phone reads black on white, not on a tint.
    Turned letters cost milliseconds: they are drawn once for a size and a screen, and what is exposed is
    copied from there.
    """

    def __init__(
        self, window: QWidget, words: str, scanned: Callable[[], QWidget | None] = lambda: None
    ) -> None:
        self._words = words
        self._scanned = scanned
        self._drawn = QPixmap()
        self._fitted = ("", 0, _LARGEST)
        super().__init__(window)

    @property
    def shown_pixels(self) -> int:
        """The size of the letters as they are painted."""
        words, wide, pixels = self._fitted
        if (words, wide) != (self._words, self._window.width()):
            words, wide = self._words, self._window.width()
            pixels = self._fit(words, wide - 2 * _MARGIN)
            self._fitted = words, wide, pixels
        return pixels

    @staticmethod
    def _fit(words: str, room: int) -> int:
        """The largest letters that fit. The search begins a step above those that should: each size costs a font."""
        reach = _reach(words, _LARGEST).width()
        steps_down = ceil((1 - room / reach) * _LARGEST / _STEP) if reach > room else 0
        pixels = _LARGEST - max(0, steps_down - 1) * _STEP
        while pixels > _STEP and _reach(words, pixels).width() > room:
            pixels -= _STEP
        return pixels

    def show_words(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self._drawn = QPixmap()
            self.cover()
            self.update()

    def place(self) -> QRect:
        """As much of the window as the words reach over."""
        size = _reach(self._words, self.shown_pixels).toAlignedRect().size()
        corner = self._window.rect().center() - QPoint(size.width() // 2, size.height() // 2)
        return QRect(corner, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._drawn.size() != self.size() * ratio:
            self._drawn = self._draw(self.size(), ratio)
        painter = QPainter(self)
        scanned = self._scanned()
        if scanned is not None and scanned.isVisible():
            place = QRect(self.mapFromGlobal(scanned.mapToGlobal(QPoint(0, 0))), scanned.size())
            painter.setClipRegion(QRegion(self.rect()) - QRegion(place))
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _draw(self, size: QSize, ratio: float) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(TRANSPARENT)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(PRACTICE.watermark)
        ink.setAlphaF(_OPACITY)
        letters, line = font(self.shown_pixels, 800), _line(self._words, self.shown_pixels)
        words = QPainterPath()
        words.addText(
            QPointF(line.left(), line.top() + QFontMetricsF(letters).ascent()), letters, self._words
        )
        painter.translate(QRectF(QRect(QPoint(0, 0), size)).center())
        painter.setTransform(_LEANING, combine=True)
        fill_path(painter, words, ink)
        painter.end()
        return pixmap


def _line(words: str, pixels: int) -> QRectF:
    """The words before they lean, around the origin."""
    metrics = QFontMetricsF(font(pixels, 800))
    wide, high = metrics.horizontalAdvance(words), metrics.height()
    return QRectF(-wide / 2, -high / 2, wide, high)


def _reach(words: str, pixels: int) -> QRectF:
    """What the leaning words take, around the origin."""
    return _LEANING.mapRect(_line(words, pixels))
